"""The self-audit: items and their evidence, the verdict, the comparison, the page."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from gongkai import checks
from gongkai.auditing.as_json import as_json
from gongkai.auditing.audit import Audit, audit
from gongkai.auditing.items import ITEMS, PARTS
from gongkai.auditing.page import page
from gongkai.auditing.plots import plot
from gongkai.auditing.previous import Change, read_previous
from gongkai.auditing.results import _MEASURES, State
from gongkai.model.problems import CannotBuild
from gongkai.rendering.world import World
from tests.conftest import Column, interpretation, policy

SETTINGS = """\
名称: 甲区政府信息公开
机关:
  - {名称: 甲区人民政府, 代码: qzf, 层级: 县级政府}
栏目:
  - {名称: 政策文件, 代码: policies, 列表: 政策, 类型: 政策文件, 更新周期: 180}
  - {名称: 空的, 代码: kong, 目录: kong}
"""
FILES = {
    "policies/p.md": policy(more="公开日期: 2023-05-31\n解读链接: i\n", body="[表](没有.docx)"),
    "policies/q.md": policy("甲政发〔2022〕1号", title="<script>alert(1)</script>的通知", issued="2022-05-30", validity="废止"),
    "interpretations/i.md": interpretation(),
}
Audited = Callable[..., tuple[Audit, str]]


@pytest.fixture
def audited(column: Callable[..., Column]) -> Audited:
    """Audit files: the audit and its page."""

    def run(files: dict[str, str] | None = None, previous: Path | None = None, settings: str = SETTINGS) -> tuple[Audit, str]:
        found = column(files or FILES, settings)
        verdict = checks.examine(found.site, found.links)
        before = read_previous(previous) if previous else None
        done = audit(found.site, found.links, verdict.problems, (), verdict.waived, checks.rules(), before)
        return done, page(done, World(found.site, found.links, lambda document: "", {}))

    return run


def test_the_table_of_items_is_sound() -> None:
    keys = [item.key for item in ITEMS]
    assert len(keys) == len(set(keys))
    assert {item.part for item in ITEMS} == set(PARTS)
    assert {item.measure for item in ITEMS if item.measure} == set(_MEASURES)
    assert all(item.rules or item.measure or item.by_hand for item in ITEMS)
    rules = [rule for item in ITEMS for rule in item.rules]
    assert len(rules) == len(set(rules)), "a problem would count twice"


def test_each_item_has_its_result_and_evidence(audited: Audited) -> None:
    by_key = {result.item.key: result for result in audited()[0].results}
    home = by_key["home-stale"]
    assert (home.state, home.sentence) == (State.FAIL, "最新一条是 2023-06-05，已 1265 天；应在 2023-06-19 以前更新")
    links = by_key["dead-links"]
    assert links.state is State.FAIL
    assert [(str(e.place), e.address) for e in links.evidence if "L107" in e.words] == [("policies/p.md:11", "policies/p.html")]
    assert by_key["blank"].sentence == "空白栏目 1 个（满 5 个否决）"
    stale = by_key["stale-all"]
    assert stale.state is State.WARN
    assert stale.evidence[0].words == "栏目“政策文件”最新一条 2023-05-31，应在 2023-11-27 以前更新，已超 1090 天"
    assert by_key["reachable"].state is State.MANUAL
    assert by_key["forged-dates"].state is State.PASS
    assert by_key["statutory"].count > 3


def test_the_verdict_in_plain_words(audited: Audited) -> None:
    done, _ = audited()
    counts = done.counts
    assert done.verdict == (
        State.FAIL,
        f"有 1 项单项否决的情形，照此检查不合格；共 {counts[State.FAIL]} 项不合格，{counts[State.WARN]} 项要注意。"
        f"另有 {counts[State.MANUAL]} 项程序看不到，须人工核对。",
    )


def test_an_item_whose_rules_are_switched_off_is_not_passed(audited: Audited) -> None:
    off = SETTINGS + "级别: {T115: 关闭, T120: 关闭}\n"
    result = next(r for r in audited(settings=off)[0].results if r.item.key == "forged-dates")
    assert (result.state, result.sentence) == (State.MANUAL, "须人工看：公开日期明显早于上线时间的；对应的规则都已关闭")


def test_no_problem_is_left_out(audited: Audited) -> None:
    done, _ = audited({**FILES, "policies/r.md": policy("甲政发〔2023〕8号", issued="2023年5月30日", more="不认识: 1\n")})
    counted = sum(result.count for result in done.results if result.item.key == "others")
    shown = {e.words[:4] for result in done.results for e in result.evidence}
    assert counted >= 2
    assert {"F005", "F102"} <= shown


def test_figures(audited: Audited) -> None:
    figures = audited()[0].figures
    assert {organ: {s.value: n for s, n in counts.items()} for organ, counts in figures.inventory.items()} == {
        "甲区人民政府": {"有效": 1, "废止": 1}
    }
    assert [(y.year, y.wanted, y.explained) for y in figures.interpretation.years] == [(2023, 1, 1)]
    assert [count for _, count in figures.interpretation.lags] == [0, 1, 0, 0, 0]
    assert figures.interpretation.led == ()
    assert [(s.name, s.due, s.left) for s in figures.stale] == [("政策文件", date(2023, 11, 27), -1090)]


def test_interpretations_by_the_head_of_an_organ_are_counted_by_year(audited: Audited) -> None:
    spoken = {"甲局局长张某": "i1", "甲局副局长李某": "i2", "甲镇镇长王某、甲科": "i3", "甲科": "i4"}
    files = {f"interpretations/{slug}.md": interpretation(more=f"解读人: {speaker}\n") for speaker, slug in spoken.items()}
    assert audited({**FILES, **files})[0].figures.interpretation.led == ((2023, 2),)


def test_better_and_worse_since_the_last_one(audited: Audited, tmp_path: Path) -> None:
    before, _ = audited()
    last = tmp_path / "last.json"
    last.write_text(as_json(before), encoding="utf-8")
    same, html = audited(previous=last)
    assert set(same.changes.values()) == {Change.SAME}
    assert "与 2026-11-21 的报告相比，没有变化。" in html
    mended = {**FILES, "policies/p.md": policy(more="公开日期: 2023-05-31\n解读链接: i\n", number="甲政发[2023]7号")}
    done, html = audited(mended, last)
    assert (done.changes["dead-links"], done.changes["numbers"]) == (Change.BETTER, Change.WORSE)
    assert re.search(r"与 2026-11-21 的报告相比，变好 \d+ 项，变差 \d+ 项。", html)
    for damaged in ("{}", "[" * 100_000):
        last.write_text(damaged, encoding="utf-8")
        with pytest.raises(CannotBuild, match="读不出"):
            audited(previous=last)


def test_the_json_is_the_same_each_time_and_names_every_item(audited: Audited) -> None:
    text = as_json(audited()[0])
    assert text == as_json(audited()[0])
    tree = json.loads(text)
    assert sorted(item["key"] for item in tree["items"]) == sorted(item.key for item in ITEMS)
    assert tree["date"] == "2026-11-21"


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        self.ids += [value or "" for name, value in attrs if name == "id"]


def test_the_page_needs_no_other_file_and_runs_nothing(audited: Audited) -> None:
    _, html = audited()
    read = _Page()
    read.feed(html)
    assert not {"script", "link", "img", "iframe", "object"}.intersection(read.tags)
    assert not [a for a in read.attributes if a[1] in ("src", "style") or a[1].startswith("on")]
    fragments = [value[1:] for _, name, value in read.attributes if name == "href" and value.startswith("#")]
    assert set(fragments) <= set(read.ids)
    assert len(read.ids) == len(set(read.ids))
    style = re.search("<style>(.*?)</style>", html, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in html.replace("&#39;", "'")
    assert "alert(1)" not in html or "<script>" not in html
    assert "://" not in html


def test_what_an_editor_wrote_is_escaped(audited: Audited) -> None:
    files = {"policies/p.md": policy(body="[<img src=x onerror=alert(1)>](没有.docx)", number="甲<b>发[2023]7号")}
    _, html = audited(files)
    assert "<img" not in html and "<b>发" not in html
    assert "甲&lt;b&gt;发" in html


def test_an_empty_column_has_a_page(audited: Audited) -> None:
    done, html = audited({"content/a.md": "---\n标题: 甲\n公开日期: 2026-11-20\n---\n乙\n"}, settings="名称: 甲\n")
    assert done.figures.interpretation.years == ()
    assert "没有须解读的文件。" in html and "没有规定更新周期的栏目。" in html


def test_many_organs_end_in_one_row(audited: Audited) -> None:
    files = {f"policies/{n}.md": policy(f"甲政发〔2023〕{n}号", f"第{n}份的通知").replace("甲区人民政府", f"第{n}局") for n in range(1, 61)}
    done, html = audited(files)
    assert len(done.figures.inventory) == 60
    assert '<th scope="row">其余 20 个机关</th><td>20</td><td>20</td></tr>' in html
    assert '<th scope="row">合计</th><td>60</td><td>60</td></tr>' in html


def test_bars_fill_the_width_and_no_more() -> None:
    drawn = plot("甲", [("一", 10, 5), ("二", 0, 0)])
    assert [(bar.whole, bar.filled, bar.words) for bar in drawn.bars] == [(420.0, 210.0, "5 / 10"), (0.0, 0.0, "0")]
    assert drawn.height == 68
