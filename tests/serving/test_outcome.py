"""What travels between the two processes of a preview, and a catching up that is given up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from gongkai.call import Call
from gongkai.model.problems import Place, Problem, Severity
from gongkai.pipeline import Haste
from gongkai.serving import preview as previewing
from gongkai.serving.outcome import HALT, Outcome, Shown, outcome_as_json, outcome_from_json
from gongkai.serving.preview import Preview

PROBLEM = Problem(Place("policies/甲.md", 3), "F101", Severity.ERROR, "文号“甲”不对", "应为“乙”")
SHOWN = Shown("policies/甲.md", "草稿", "policies/甲.html", "政策文件", "标题\n有“引号”", "甲政发〔2023〕7号", "2023-01-02", "预览：草稿，未公开")


def test_an_outcome_arrives_as_it_was_sent() -> None:
    outcome = Outcome(True, (PROBLEM,), (SHOWN, Shown("policies/乙.md", "读不出")), "没有生成", True, True)
    line = outcome_as_json(outcome)
    assert "\n" not in line
    assert outcome_from_json(line) == outcome


def test_documents_that_are_the_same_are_not_sent_again() -> None:
    first = Outcome(True, (), (SHOWN,))
    arrived = outcome_from_json(outcome_as_json(first))
    line = outcome_as_json(Outcome(True, (PROBLEM,), first.documents), first)
    assert "政策" not in line and "\\u653f\\u7b56\\u6587\\u4ef6" not in line
    assert outcome_from_json(line, arrived) == Outcome(True, (PROBLEM,), (SHOWN,))
    with pytest.raises(ValueError, match="no outcome before"):
        outcome_from_json(line)


class _Builder:
    """Stands for the process that builds: what it was told, and what happens just before it hears of a call."""

    def __init__(self, scratch: Path) -> None:
        self.heard: list[str] = []
        self.before: Callable[[], None] = lambda: None

    def build(self, call: Call, folder: Path, haste: Haste, halted: Callable[[], bool] = lambda: False) -> Outcome:
        self.before()
        self.heard.append(haste.value)
        if halted():
            self.heard.append(HALT)
        return Outcome(unfinished=True)

    def halt(self) -> None:
        self.heard.append(HALT)

    def close(self) -> None:
        pass


def test_a_change_at_any_moment_halts_what_only_catches_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(previewing, "Builder", _Builder)
    call = Call(tmp_path, tmp_path / "site.yaml", tmp_path / "build", 1, date(2026, 11, 21))
    preview = Preview(lambda: call, lambda _: None)
    builder = preview._builder
    assert isinstance(builder, _Builder)
    try:
        preview.halt()  # a change while nothing is done, which the next rebuild is about
        preview.rebuild(frozenset({"policies/a.md"}))
        preview.catch_up()
        assert builder.heard == ["great", "none"]
        preview.halt()  # a change after the wait ended and before the catching up began
        preview.catch_up()
        assert builder.heard[2:] == ["none", HALT]
        preview.rebuild(frozenset({"policies/a.md"}))
        builder.before = preview.halt  # and one while the call is being made
        preview.catch_up()
        assert builder.heard[4:] == ["great", HALT, "none", HALT]
    finally:
        preview.close()
