"""Of a build in which only texts are others: what is made is what a build from nothing makes, and nothing else is made."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from gongkai import pipeline
from gongkai.checks.built_pages import PageExaminer
from gongkai.console import Steps
from gongkai.making import column, texts
from gongkai.making.pages import Pages, Plan
from gongkai.making.workshop import Workshop
from gongkai.publishing import bundles
from gongkai.reading.published import read_published
from gongkai.remembering.memory import memory_in
from gongkai.remembering.place import folder_of
from gongkai.remembering.whole import unchanged
from gongkai.rendering.world import World
from gongkai.searching import self_test
from tests.remembering.edits import FILES, lengthen, write
from tests.remembering.test_same_as_from_nothing import ROUNDS, TODAY, build, files_of

MORE = {**FILES, "policies/a.csv": "甲,1\n" * 9, "policies/b.csv": "乙,1\n"}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A column that has been built, with a folder kept for the next build."""
    monkeypatch.setattr(self_test, "tasks", lambda *_: [])
    monkeypatch.delenv("GONGKAI_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    write(tmp_path / "site", MORE)
    build(tmp_path / "site", tmp_path / "warm", True)
    return tmp_path / "site"


def same(site: Path, today: date = TODAY) -> None:
    """The column is built as from nothing."""
    warm, cold = (build(site, site.parent / name, name == "warm", today) for name in ("warm", "cold"))
    assert warm == cold
    assert files_of(site.parent / "warm") == files_of(site.parent / "cold")


def more(path: str, text: str) -> dict[str, str]:
    return {path: f"{MORE[path]}\n{text}\n"}


ALONE = {
    "a policy": more("policies/p1.md", "又一句。"),
    "an interpretation": more("interpretations/i2.md", "又一句。"),
    "two at once": {**more("policies/p1.md", "又一句。"), **more("interpretations/i1.md", "又一句。")},
    "one of another organ": more("policies/p5.md", "又一句。"),
    "what a rule finds in a text": more("policies/p1.md", "电话13800138000，身份证号码110101199003070011。"),
    "a word that is corrected": more("policies/p1.md", "截止目前，亲力亲为，帐号另行通知。"),
}
OTHERS = {
    "an article": more("policies/p1.md", "第三条　又一句。"),
    "a link": more("policies/p1.md", "见[电梯](p2.md)。"),
    "a file that is named now": more("policies/p1.md", "见[乙](b.csv)。"),
    "a document that is cited now": more("policies/p4.md", "根据甲教〔2025〕5号，停车。"),
    "a title that is cited": more("policies/p4.md", "按《关于招生的通知》（甲教〔2025〕5号）办理。"),
    "a heading": more("policies/p1.md", "## 附则\n\n又一句。"),
    "an anchor that goes": {"policies/p1.md": MORE["policies/p1.md"].replace("第二条", "第九条")},
    "a page of a column": more("content/guide.md", "又一句。"),
    "a page and a policy": {**more("content/guide.md", "又一句。"), **more("policies/p1.md", "又一句。")},
    "a waiver": more("policies/p1.md", "<!-- 豁免 P101: 原文如此 -->\n又一句。"),
    "a line of front matter": {"policies/p1.md": MORE["policies/p1.md"].replace("标题: ", "# 说明\n标题: ")},
    "a title with the text": {"policies/p1.md": MORE["policies/p1.md"].replace("改造旧小区的通知", "改造老旧小区的通知").replace("第一条", "第十条")},
    "a state with the text": {**more("policies/p1.md", "又一句。"), "policies/p2.md": MORE["policies/p2.md"].replace("有效性: 有效", "有效性: 失效")},
    "a file beside with the text": {**more("policies/p1.md", "又一句。"), "policies/a.csv": "乙,1\n"},
    "a text that is empty": {"policies/p5.md": MORE["policies/p5.md"].rpartition("---\n")[0] + "---\n"},
}


@pytest.mark.parametrize("name", ALONE)
def test_another_text_alone_is_made_the_short_way(site: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    made = column.make_pages

    def make_pages(world: World, plan: Plan, examiner: PageExaminer, shop: Workshop, *asking: Any) -> Pages:
        assert shop.stage.output.name == "cold", "全做了一遍"
        return made(world, plan, examiner, shop, *asking)

    monkeypatch.setattr(column, "make_pages", make_pages)
    for files in (ALONE[name], MORE):  # there and back: what is remembered is right as well
        write(site, files)
        same(site)


@pytest.mark.parametrize("name", OTHERS)
def test_what_looks_like_another_text_and_is_more(site: Path, name: str) -> None:
    for files in (OTHERS[name], MORE):
        write(site, files)
        same(site)


def test_another_text_on_another_day(site: Path) -> None:
    write(site, ALONE["a policy"])
    same(site, date(2026, 12, 2))  # 有效期至 has passed
    write(site, MORE)
    same(site, date(2026, 12, 2))
    same(site, TODAY)


def test_a_file_beside_that_was_written_again_is_copied_again(site: Path) -> None:
    write(site, {**ALONE["a policy"], "policies/a.csv": "甲,1\n" * 8 + "甲,2\n"})  # as long as before, and it begins as before
    same(site)


@pytest.mark.parametrize("damaged", ["policies/p3.html", "bundles", "manifest.json", "search"])
def test_where_a_file_of_the_last_build_is_not_as_it_was_all_is_seen_to(site: Path, damaged: str) -> None:
    write(site, ALONE["a policy"])
    place = site.parent / "warm" / damaged
    for path in [place] if place.is_file() else [each for each in place.rglob("*") if each.is_file()]:
        path.unlink()
        path.write_bytes(b"x")
    same(site)


@pytest.mark.parametrize("fails", ["a ZIP", "a page that leads astray", "an index that finds not all"])
def test_where_the_short_way_comes_to_nothing_all_is_made_as_always(site: Path, fails: str, monkeypatch: pytest.MonkeyPatch) -> None:
    put: dict[str, Callable[[], None]] = {
        "a ZIP": lambda: monkeypatch.setattr(bundles, "renew", lambda *_: None),
        "a page that leads astray": lambda: monkeypatch.setattr(texts, "examine_built", lambda *_: ["一个问题"]),
        "an index that finds not all": lambda: monkeypatch.setattr(texts, "_asking", lambda *_: nullcontext(iter([["一篇查不到"]]))),
    }
    put[fails]()
    write(site, ALONE["two at once"])
    same(site)
    monkeypatch.undo()
    monkeypatch.setattr(self_test, "tasks", lambda *_: [])


def test_of_where_pages_lead_only_what_is_another_is_asked_again(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    doubted: list[set[tuple[str, str]]] = []
    examine = texts.examine_built
    monkeypatch.setattr(texts, "examine_built", lambda built, *given: (doubted.append(set(built.leads)), examine(built, *given))[1])
    write(site, ALONE["a policy"])
    build(site, site.parent / "warm", True)
    assert ("policies/p1.html", "") in doubted[0]
    assert ("policies/p2.html", "") not in doubted[0]


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_many_other_texts_one_after_the_other(site: Path, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(4):
        for _ in range(chance.randint(1, 2)):
            lengthen(site, chance)
        same(site)


def test_what_was_published_is_remembered_as_it_is_read(site: Path) -> None:
    for files in (ALONE["a policy"], OTHERS["a title with the text"]):
        write(site, files)
        build(site, site.parent / "warm", True)
        assert memory_in(folder_of(site.parent / "warm")).memory.published == read_published(site.parent / "warm") != ()


def test_where_another_build_was_made_in_between_what_was_seen_before_it_counts_for_nothing(site: Path) -> None:
    write(site, ALONE["a policy"])
    call = pipeline.Call(site, site / "site.yaml", site.parent / "warm", 2, TODAY, remembers=True)
    made_from, last = unchanged(call)
    assert last is None
    write(site, ALONE["one of another organ"])
    build(site, site.parent / "warm", True)
    write(site, {**MORE, **ALONE["a policy"]})
    made_from = replace(unchanged(call)[0], last=made_from.last)
    assert pipeline.build(call, Steps(pipeline.STEPS, io.StringIO()), made_from=made_from)[1]
    same(site)


def test_a_memory_damaged_after_it_was_asked_is_as_good_as_none(site: Path) -> None:
    write(site, ALONE["a policy"])
    call = pipeline.Call(site, site / "site.yaml", site.parent / "warm", 2, TODAY, remembers=True)
    made_from, last = unchanged(call)
    assert last is None
    memory = folder_of(site.parent / "warm") / "memory"
    content = memory.read_bytes()
    memory.write_bytes(content[:-100] + bytes([content[-100] ^ 1]) + content[-99:])
    assert pipeline.build(call, Steps(pipeline.STEPS, io.StringIO()), made_from=made_from)[1]
    same(site)
