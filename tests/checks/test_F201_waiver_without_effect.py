"""Rule F201, and what a waiver covers."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.conftest import Column, policy

from gongkai.reading.spool import texts_of

BROKEN = "[表](没有.docx)"
IN_TEXT = {
    "on its own line": (f"甲\n\n{BROKEN} <!-- gongkai: L107 表由上级另发 -->\n\n乙", 0),
    "only that line": (f"甲 <!-- gongkai: L107 表由上级另发 -->\n\n{BROKEN}", 1),
    "alone, the next paragraph": (f"<!-- gongkai: L107 表由上级另发 -->\n\n一行\n{BROKEN}\n\n乙", 0),
    "alone, not the one after": (f"<!-- gongkai: L107 表由上级另发 -->\n甲\n\n{BROKEN}", 1),
    "two above one another": (f"<!-- gongkai: L107 表由上级另发 -->\n<!-- gongkai：L108,L107 理由 -->\n{BROKEN}", 0),
    "over several lines": (f"<!--\ngongkai: L107\n表由上级另发\n-->\n{BROKEN}", 0),
    "lower case, several rules": (f"{BROKEN} <!-- GONGKAI l107 表由上级另发 -->", 0),
    "in code it is a text": (f"{BROKEN} `<!-- gongkai: L107 理由 -->`", 1),
    "in a fence it is a text": (f"```\n<!-- gongkai: L107 理由 -->\n```\n{BROKEN}", 1),
}


@pytest.mark.parametrize("case", IN_TEXT)
def test_a_comment_covers(column: Callable[..., Column], case: str) -> None:
    body, left = IN_TEXT[case]
    assert len(column({"policies/p.md": policy(body=body)}).lines("L107")) == left


def test_in_the_front_matter(column: Callable[..., Column]) -> None:
    own = policy("甲政发[2023]7号 # gongkai: F101 原件如此")
    found = column({"policies/p.md": own})
    assert (found.problems, found.site.policies[0].waivers[0].reason) == ([], "原件如此")
    above = policy("甲政发[2023]7号").replace("文号:", "# gongkai: F101 原件如此\n# 平常的注释\n文号:")
    assert column({"policies/p.md": above}).problems == []
    whole = policy().replace("有效性: 有效\n", "").replace("---\n标题", "---\n# gongkai: F006 待司法局答复\n标题")
    assert column({"policies/p.md": whole}).problems == []
    block = policy("甲政发[2023]7号", more="概述: |\n  # gongkai: F101 是文字\n")
    assert len(column({"policies/p.md": block}).lines("F101")) == 1


def test_in_the_settings(column: Callable[..., Column]) -> None:
    settings = "名称: 甲\n豁免:\n  - {规则: [F101, F102], 文件: policies/*, 理由: 历史文件, 到期: 2026-11-21}\n"
    found = column({"policies/old/p.md": policy("甲政发[2023]7号", issued="2023年5月30日")}, settings)
    assert found.problems == []


def test_no_waiver_hides_that_a_document_was_dropped(column: Callable[..., Column]) -> None:
    settings = "名称: 甲\n豁免:\n  - {规则: F002, 文件: policies/q.md, 理由: 先放着, 到期: 2027-01-01}\n"
    found = column({"policies/p.md": policy(), "policies/q.md": "没有前置信息\n"}, settings)
    assert [p.id for p in found.problems] == ["F002", "F201"]


def test_one_without_effect(column: Callable[..., Column]) -> None:
    found = column({"policies/p.md": policy(body="<!-- gongkai: L107 改好了 -->\n甲\n乙")})
    assert found.lines("F201") == ["policies/p.md:9: 警告 F201 豁免 L107 没有用处：第 10—11 行没有这个问题(删去这条豁免)"]
    settings = "名称: 甲\n级别: {L107: 关闭}\n豁免:\n  - {规则: L107, 文件: content/a.md, 理由: 旧, 到期: 2027-01-01}\n"
    assert column({"policies/p.md": policy()}, settings).lines("F201") == [
        "site.yaml:4: 警告 F201 豁免 L107 没有用处：规则已在“级别”里关闭(删去这条豁免)"
    ]


def test_no_comment_reaches_a_page_or_the_index(column: Callable[..., Column]) -> None:
    body = "甲<!-- gongkai: L107 内部理由 -->乙  <!-- 注 -->\n丙\n\n| a | b |\n|---|---|\n| 1 <!-- 草稿 --> | 2 |\n\n`<!-- 例 -->`\n"
    site = column({"policies/p.md": policy(body=body)}).site
    html, text, _ = texts_of(site.policies[0].body.stored)
    assert "内部理由" not in html + text and "草稿" not in html + text
    assert "<p>甲乙丙</p>" in html and "<code>&lt;!-- 例 --&gt;</code>" in html and "<td>2</td>" in html
