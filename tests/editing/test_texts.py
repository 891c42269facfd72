"""Lines, places and replacements, whatever a text is; and that no place of any text stops what an editor asks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gongkai.call import Call
from gongkai.editing import completing, naming, showing
from gongkai.editing.cursor import Part, cursor_at
from gongkai.editing.examining import own_problems
from gongkai.editing.mends import mend_all, quick_mends
from gongkai.editing.site import KeptSite, Picture
from gongkai.editing.texts import Replacement, difference, lines_of, moved, span_of
from gongkai.model.documents import Interpretation, Page, Policy
from gongkai.model.problems import Mend, Place, Problem, Severity
from gongkai.reading.documents import FOLDERS
from gongkai.reading.settings import read_settings
from gongkai.reporting.old_problems import Baseline
from tests.conftest import interpretation, policy

TODAY = date(2026, 11, 21)
PIECES_TYPED = [
    "---\n", "---", "\n", "\r\n", "\r", "标题: ", "文号：甲政发[2023]7号\n", "有效性: ", "解读链接: [a, ", "依据:\n  - ", "清理:\n- {文号: 甲政发〔2023〕7号, 结论: ",
    "发文日期: 2023年5月30日\n", '"', "'", "{", "[", "]", "}", "《关于", "》", "（", "甲政发〔2023〕7号", "甲政发〔20", "[文](", "../p.md)", "𠮷", "😀", "\u2028", "\x0c",
    "\x00", "\ud800", "\t", "　", "<!-- gongkai: F101 ", "-->", "```\n", "|", "# gongkai: F101 理由\n", "13800138000", "* &a", "? ", "%YAML 1.2\n", "第一条　甲。\n", ": ",
]  # fmt: skip
PIECES = st.sampled_from(PIECES_TYPED)
TEXTS = st.lists(PIECES | st.text(max_size=4), max_size=14).map("".join)


@given(TEXTS, TEXTS)
@example("a\r\nb", "a\r\n\nb")
@example("甲\r\n", "甲\n")
def test_a_difference_makes_the_one_text_of_the_other(before: str, after: str) -> None:
    assert carried_out(before, difference(before, after)) == after


def carried_out(text: str, change: Replacement) -> str:
    """As an editor does it, which knows lines and characters and parts no line end."""
    starts, at = [], 0
    for line in lines_of(text):
        starts.append(at)
        at += len(line)
        at += 2 if text[at : at + 2] == "\r\n" else 1
    start, end = (starts[line] + column for line, column in (change.start, change.end))
    return text[:start] + change.text + text[end:]


@pytest.mark.parametrize(("line", "after", "expected"), [
    (1, "abcd", 1), (4, "abcd", 4), (4, "xabcd", 5), (4, "cd", 2), (2, "axcd", 2), (2, "acd", 2), (4, "", 1), (3, "abxycd", 5),
])  # fmt: skip
def test_a_line_is_found_again_below_an_edit(line: int, after: str, expected: int) -> None:
    assert moved(line, list("abcd"), list(after) or [""]) == expected


def test_a_problem_is_shown_on_its_words_or_on_the_line() -> None:
    lines = ["---", "  文号: 甲政发[2023]7号", ""]
    place = Place("policies/p.md", 2)
    quoted = Problem(place, "F101", Severity.ERROR, "文号“甲政发[2023]7号”须用六角括号")
    assert (span_of(quoted, lines).start, span_of(quoted, lines).end) == (6, 17)
    plain = Problem(place, "F006", Severity.ERROR, "没有写“标题”")
    assert (span_of(plain, lines).start, span_of(plain, lines).end) == (2, 17)
    mended = Problem(place, "F003", Severity.WARNING, "冒号", mend=Mend(place, ": ", "文号: "))
    assert (span_of(mended, lines).start, span_of(mended, lines).end) == (2, 6)
    assert span_of(Problem(Place("p", 99), "F001", Severity.ERROR, "x"), lines).line == 2


@pytest.mark.parametrize(("line", "column", "part", "key", "text"), [
    (1, 0, Part.KEY, "", "标题"),
    (1, 5, Part.VALUE, "标题", "甲"),
    (2, 4, Part.VALUE, "依据", "甲政发〔2020〕1号"),
    (2, 16, Part.VALUE, "依据", "《a、b》（甲政发〔2021〕2号）"),
    (4, 4, Part.VALUE, "废止", "乙"),
    (5, 0, Part.KEY, "", "有效"),
    (6, 1, Part.FENCE, "", "---"),
    (7, 1, Part.BODY, "", "标题: 正文"),
])  # fmt: skip
def test_a_cursor_knows_what_it_is_in(line: int, column: int, part: Part, key: str, text: str) -> None:
    lines = ["---", "标题: 甲", "依据: 甲政发〔2020〕1号、《a、b》（甲政发〔2021〕2号）", "废止:", "  - 乙", "有效", "---", "标题: 正文"]
    found = cursor_at(lines, line, column)
    assert (found.part, found.key, found.text) == (part, key, text)


@pytest.fixture(scope="module")
def picture(tmp_path_factory: pytest.TempPathFactory) -> Picture:
    folder = tmp_path_factory.mktemp("site")
    files = {
        "site.yaml": "名称: 甲区政府信息公开\n机关: [{名称: 甲区人民政府, 代字: [甲政发]}]\n",
        "policies/p.md": policy(more="解读链接: i\n"),
        "policies/q.md": policy(number="甲政发〔2024〕8号", title="关于别的通知", body="见甲政发〔2023〕7号。"),
        "interpretations/i.md": interpretation(),
    }
    for path, text in files.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    (folder / "spool").mkdir()
    return KeptSite(folder / "spool").look(Call(folder, folder / "site.yaml", folder / "build", 1, TODAY), {})


@given(TEXTS, st.integers(0, 12), st.integers(0, 40), st.sampled_from([Policy, Interpretation, Page]))
@example("\u2028---\n---\n", 0, 0, Policy)  # a mend that mended nothing
@settings(max_examples=300)
def test_no_text_and_no_place_stops_an_answer(picture: Picture, text: str, line: int, column: int, kind: type) -> None:
    path = {Policy: "policies/p.md", Interpretation: "interpretations/i.md", Page: "content/n.md"}[kind]
    site_settings = picture.site.settings
    lines = lines_of(text)
    offered = completing.suggestions(lines, line, column, path, kind, site_settings, picture, TODAY)
    assert 0 <= offered.span.start <= offered.span.end <= len(lines[offered.span.line])
    named = naming.named_at(lines, line, column, naming.source_at(path, picture), picture)
    if named:
        assert showing.card(named.document, picture)
        assert named.span.holds(min(column, len(lines[named.span.line])))
    problems = own_problems(path, text, site_settings, Baseline(), TODAY)
    for problem in problems:
        span = span_of(problem, lines)
        assert 0 <= span.start <= span.end <= len(lines[span.line])
    for mend in (*quick_mends(problems, lambda _: text, site_settings), mend_all(path, problems, lambda _: text, site_settings)):
        if mend and "\ud800" not in text:
            assert carried_out(text, mend.replacement) != text


@given(TEXTS)
def test_no_settings_half_typed_stop_an_answer(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.getbasetemp()
    config = folder / "some.yaml"
    if not config.exists():
        config.write_text("名称: 甲\n", encoding="utf-8")
    problems = own_problems("site.yaml", f"名称: 甲\n{text}", read_settings(config), Baseline(), TODAY)
    assert all(problem.place.path == "site.yaml" for problem in problems)


def test_every_kind_of_source_has_its_class() -> None:
    assert {kind.KIND for kind in FOLDERS.values()} == {"policy", "interpretation", "page"}
    assert Path("policies").name in FOLDERS
