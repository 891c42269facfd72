"""How finished pages reach the rules O, and that their errors stop publishing."""

from __future__ import annotations

import dataclasses
import io
from datetime import date
from pathlib import Path

import pytest
from tests.checks.pages import HEAD
from tests.commands.test_build import files_of, make

from gongkai import pipeline, worker_tasks
from gongkai.checks.built_pages import BuiltColumn, PageExaminer, examine_built
from gongkai.console import Steps
from gongkai.model.problems import Finding, Place, Severity
from gongkai.model.settings import Settings
from gongkai.model.waivers import Waiver
from gongkai.rendering.render import Output

TODAY = date(2026, 11, 21)
SETTINGS = Settings(address="https://www.jia.gov.cn/zfxxgk/", thresholds={"网页上限千字节": 300})


def test_where_pages_lead_is_told_once_in_each_folder() -> None:
    examine = PageExaminer(SETTINGS, {})
    text = HEAD.format(head="", body='<a href="../a%20b.html?x=1&amp;y=2#%E4%B8%80">甲</a> <a href="/zfxxgk/index.html">乙</a> <a href="https://www.gov.cn/">丙</a>')
    assert set(examine("policies/p.html", text).leads) == {("a b.html", "一"), ("index.html", "")}
    assert examine("policies/q.html", text).leads == ()
    assert ("policies/a b.html", "一") in examine("policies/x/q.html", text).leads


def test_what_many_pages_have_alike_is_told_once() -> None:
    found = [("O105", Finding(Place(f"policies/{n}.html"), "id“a”有 2 个", "改")) for n in (3, 1, 2)]
    built = BuiltColumn(frozenset(), {}, {}, lambda _: frozenset())
    assert [str(p) for p in examine_built(built, found, SETTINGS, TODAY)] == ["policies/1.html:1: 错误 O105 id“a”有 2 个（3 个网页都是这样）(改)"]
    quiet = Settings(severities={"O105": None}, thresholds=SETTINGS.thresholds)
    assert examine_built(built, found, quiet, TODAY) == []


def test_of_many_pages_that_are_alike_some_are_looked_at_deeply() -> None:
    examine = PageExaminer(SETTINGS, {})
    wrong = HEAD.format(head="", body="<ul><li>甲</ul>")
    told = [n for n in range(300) if any(id == "O107" for id, _ in examine(f"policies/{n}.html", wrong).findings)]
    assert told == [*range(200), *range(200, 300, 8)]


def test_what_is_alike_in_all_pages_still_answers_for_each() -> None:
    """The frame is not read again, but a text can take an id away from it, or lack where it leads."""
    examine = PageExaminer(SETTINGS, {})
    frame = '<nav id="columns"><a href="#top">回到开头</a></nav>\n<main id="{id}">\n<p>{text}</p>\n{more}</main>\n'
    sound = [examine(f"policies/{n}.html", HEAD.format(head="", body=frame.format(id="top", text=n, more=""))) for n in range(20)]
    assert [page.findings for page in sound] == [()] * 20
    twice = frame.format(id="top", text="一", more='<h2 id="columns">栏目</h2>\n')
    assert [finding.message for _, finding in examine("policies/twice.html", HEAD.format(head="", body=twice)).findings] == ["id“columns”有 2 个"]
    nowhere = frame.format(id="other", text="二", more="")
    assert [finding.message for _, finding in examine("policies/nowhere.html", HEAD.format(head="", body=nowhere)).findings] == ["网页里没有锚点“#top”"]


def test_an_error_of_a_page_leaves_the_last_build_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path)
    call = pipeline.Call(tmp_path, tmp_path / "site.yaml", tmp_path / "build", 1, date(2026, 11, 21))
    assert pipeline.build(call, Steps(pipeline.STEPS, io.StringIO()))[1]
    before = files_of(tmp_path / "build")
    render = worker_tasks.rendering.render

    def wrong(world: object, name: str, key: str) -> Output:
        output = render(world, name, key)  # type: ignore[arg-type]
        broken = '<a href="none.html">甲</a></main>'
        return Output(output.path, output.text.replace("</main>", broken)) if name == "policy" else output

    monkeypatch.setattr(worker_tasks.rendering, "render", wrong)
    problems, published = pipeline.build(call, Steps(pipeline.STEPS, io.StringIO()))
    assert [str(p) for p in problems if p.severity is Severity.ERROR] == [
        "policies/p.html:1: 错误 O106 网页链接的“policies/none.html”没有写出来(正文里的链接由 L107 检查；这里是模板或程序的错，检查 theme/ 里的模板)"
    ]
    assert not published
    assert files_of(tmp_path / "build") == before
    assert not (tmp_path / "build.gongkai-staged").exists()


def test_a_listed_waiver_sets_a_page_aside_but_never_that_search_misses_one() -> None:
    waivers = tuple(
        Waiver(rule, Place("site.yaml", 3), files, "旧专题", until=date(2027, 1, 1), in_text=False)
        for rule, files in (("O105", "policies/*"), ("O108", "search/*"))
    )
    settings = dataclasses.replace(SETTINGS, waivers=waivers, severities={"O108": None})
    found = [("O105", Finding(Place(path), "id“a”有 2 个")) for path in ("policies/1.html", "content/2.html")]
    built = BuiltColumn(frozenset(), {}, {}, lambda _: frozenset(), ("甲",))
    assert [(p.id, p.place.path, p.severity.value) for p in examine_built(built, found, settings, TODAY)] == [
        ("O105", "content/2.html", "error"), ("O108", "search/index.json", "error")
    ]  # fmt: skip
