"""How texts reach the rules: which rules see them, where findings are, what the settings change."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import Column, policy

from gongkai import checks
from gongkai.checks import examining
from gongkai.checks.waking import WordSearch
from gongkai.model.documents import Policy
from gongkai.model.problems import Finding, Severity
from gongkai.model.settings import Settings
from gongkai.model.source_text import Part, SourceText

NUMBER = "110101199001010007"


def source(text: str, body_start: int = 0) -> SourceText:
    return SourceText("policies/p.md", text, body_start, Policy(path="policies/p.md", slug="p", url="policies/p.html"), "")


def rule(id: str, word: str, words: tuple[str, ...] = (), signs: str = "", pieces: str = "") -> checks.Rule:
    """A rule that finds each `word` in the texts that wake it."""

    def examine(source: SourceText) -> Iterator[Finding]:
        for match in re.finditer(word, source.text):
            yield Finding(source.at(match.start()), match[0])

    return checks.Rule(id, word, Severity.ERROR, "", checks._nothing, examine, words, signs, pieces)


def found(monkeypatch: pytest.MonkeyPatch, text: str, *rules: checks.Rule, settings: Settings | None = None) -> list[str]:
    monkeypatch.setattr(examining, "rules", lambda: rules)
    examiner = examining.TextExaminer(settings or Settings())
    return [f"{r.rule}:{r.finding.place.line}:{r.finding.message}" for r in examiner(source(text))]


def test_each_owner_of_overlapping_words_is_woken(monkeypatch: pytest.MonkeyPatch) -> None:
    assert found(monkeypatch, "甲\n乙丙丁", rule("X001", "乙丙丁", ("乙丙丁",)), rule("X002", "乙丙", ("乙丙",)), rule("X003", "丁", ("丙丁",))) == [
        "X001:2:乙丙丁", "X002:2:乙丙", "X003:2:丁"
    ]  # fmt: skip


@pytest.mark.parametrize(("given_text", "words", "signs", "pieces", "asked"), [
    ("甲乙", ("乙丙",), "", "", False), ("甲乙", ("丙丁", "甲乙"), "", "", True), ("甲乙", (), "丙丁", "", False), ("甲乙", (), "乙", "", True),
    ("甲12乙", (), "", "[0-9]{3}", False), ("甲12乙", (), "", "^12$", True), ("甲 and 乙", (), "", "^and $", True), ("1\n2", (), "", "12", False), ("甲乙", (), "", "", True),
])  # fmt: skip
def test_a_rule_is_asked_only_where_something_wakes_it(
    monkeypatch: pytest.MonkeyPatch, given_text: str, words: tuple[str, ...], signs: str, pieces: str, asked: bool
) -> None:
    assert bool(found(monkeypatch, given_text, rule("X001", ".", words, signs, pieces))) is asked


@given(st.text(alphabet="布署部公，。甲\n", max_size=30), st.lists(st.text(alphabet="布署部公，", min_size=2, max_size=4), min_size=1, max_size=4))
def test_every_word_is_found_wherever_it_stands(text: str, words: list[str]) -> None:
    search = WordSearch({"": words})
    assert set(search.found(text)) == {(i, w, "") for w in words for i in range(len(text)) if text.startswith(w, i)}


def test_a_rule_that_is_switched_off_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(severities={"X001": None})
    assert found(monkeypatch, "甲", rule("X001", "甲"), rule("X002", "甲"), settings=settings) == ["X002:1:甲"]


def test_no_text_yields_more_than_a_page_of_one_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = found(monkeypatch, "甲\n" * 60, rule("X001", "甲"))
    assert len(lines) == 51
    assert lines[-1] == "X001:50:这篇里同样的问题还有 10 处，没有一一列出"


@given(st.text(alphabet="甲\n`~ ", max_size=60))
def test_lines_and_offsets_agree(text: str) -> None:
    given_text = source(text)
    for offset in range(len(text)):
        line = given_text.line_at(offset)
        assert line == text[:offset].count("\n") + 1
        assert given_text.line_around(offset) == given_text.lines[line - 1]


def test_parts_of_a_source() -> None:
    text = "---\n标题: 甲\n---\n一\n```\n二\n~~~\n```\n三\n"
    parts = [source(text, text.index("一")).part(line) for line in range(1, 10)]
    assert parts == [Part.FRONT_MATTER] * 3 + [Part.BODY] + [Part.CODE] * 4 + [Part.BODY]


def test_every_kind_of_source_is_examined_at_its_line(column: Callable[..., Column]) -> None:
    made = column({
        "policies/p.md": policy(body=f"甲\n\n乙{NUMBER}"),
        "interpretations/i.md": f"---\n标题: 解读\n解读对象: p\n解读形式: 文字\n公开日期: 2023-06-05\n---\n{NUMBER}",
        "content/guide.md": f"\n---\n标题: 指南{NUMBER}\n公开日期: 2023-06-05\n---\n正文",
    })  # fmt: skip
    assert [str(p.place) for p in made.problems if p.id == "P101"] == ["content/guide.md:3", "interpretations/i.md:7", "policies/p.md:11"]


def test_severities_of_the_site(column: Callable[..., Column]) -> None:
    files = {"policies/p.md": policy(body=NUMBER)}
    assert [p.severity for p in column(files, "名称: 甲\n级别: {P101: 警告}\n").problems if p.id == "P101"] == [Severity.WARNING]
    assert column(files, "名称: 甲\n级别: {P101: 关闭}\n").lines("P101") == []


@pytest.mark.parametrize("one", [rule for rule in checks.rules() if rule.examine], ids=lambda rule: rule.id)
def test_what_wakes_a_rule_can(one: checks.Rule) -> None:
    assert all(len(word) > 1 for word in one.words)
    assert not one.pieces or not re.search(one.pieces, "")
    assert one.signs.isprintable()


def test_a_waiver_may_quote_what_it_waives(column: Callable[..., Column]) -> None:
    made = column({"policies/p.md": policy(more="# gongkai: P120 原件写作“布署”\n概述: 周密布署\n", body="<!-- gongkai: P120 原件如此：布署 -->\n周密布署。\n\n布署。")})
    assert [str(p.place) for p in made.problems if p.id == "P120"] == ["policies/p.md:14"]
