"""Settings of the rules: lists of words that a site may put in the place of the defaults."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import ROOT, Column

from gongkai.reading.entries import read_tree

DEFAULTS = (ROOT / "scripts" / "gongkai" / "reading" / "defaults.yaml").read_text(encoding="utf-8")


def test_a_parameter_of_the_site_replaces_the_default_one(column: Callable[..., Column]) -> None:
    made = column({}, "名称: 甲\n规则参数:\n  允许的外站: [甲.cn]\n  须复核的文种: 报告\n")
    assert made.site.settings.parameters["允许的外站"] == ("甲.cn",)
    assert made.site.settings.parameters["须复核的文种"] == ("报告",)
    assert made.site.settings.parameters["目录要素"] == ("索引", "名称", "内容概述|概述", "生成日期")


def test_an_unknown_parameter_is_a_problem(column: Callable[..., Column]) -> None:
    assert column({}, "名称: 甲\n规则参数:\n  允许外站: [甲.cn]\n  页脚要素: {甲: 乙}\n").lines("C001") == [
        "site.yaml:3: 错误 C001 不认识的键“允许外站”(是不是“允许的外站”)",
        "site.yaml:4: 错误 C001 “页脚要素”应是一列词(如“[通知, 意见]”)",
    ]


def test_the_settings_document_names_every_threshold_and_parameter() -> None:
    defaults, _, _ = read_tree(DEFAULTS)
    assert isinstance(defaults, dict)
    text = (ROOT / "docs" / "站点设置.md").read_text(encoding="utf-8")
    assert [key for group in ("阈值", "规则参数") for key in defaults[group] if key not in text] == []
