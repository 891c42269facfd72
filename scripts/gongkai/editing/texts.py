"""An open text by lines, as editors count them, and where in it a problem stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.model.problems import Problem

_LINE_END = re.compile(r"\r\n|\r|\n")  # nothing else ends a line, whatever Python's splitlines thinks
_QUOTED = re.compile("“([^“”]+)”")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one line: characters from `start` up to, not with, `end`. All count from 0."""

    line: int
    start: int
    end: int

    def holds(self, column: int) -> bool:
        """Whether a cursor at `column` touches it."""
        return self.start <= column <= self.end


@dataclass(frozen=True, slots=True)
class Replacement:
    """The text from one (line, character) up to another becomes `text`."""

    start: tuple[int, int]
    end: tuple[int, int]
    text: str


def lines_of(text: str) -> list[str]:
    """The lines of a text without their ends."""
    return _LINE_END.split(text)


def span_of(problem: Problem, lines: Sequence[str]) -> Span:
    """The words of its line that a problem is about, as its mend or its message quotes them; else the whole line."""
    number = min(max(problem.place.line, 1), len(lines)) - 1
    line = lines[number]
    quoted = _QUOTED.findall(problem.message)
    if problem.mend and problem.mend.place == problem.place and problem.mend.wrong:
        quoted.insert(0, problem.mend.wrong)
    for words in quoted:
        start = line.find(words)
        if start >= 0:
            return Span(number, start, start + len(words))
    bare = line.strip()
    start = line.find(bare) if bare else 0
    return Span(number, start, start + len(bare))


def moved(line: int, before: Sequence[str], after: Sequence[str]) -> int:
    """Where a line, counted from 1, of one text has gone in a later one: lines above and below an edit keep their words."""
    shorter = min(len(before), len(after))
    above = next((i for i in range(shorter) if before[i] != after[i]), shorter)
    below = next((i for i in range(shorter - above) if before[-1 - i] != after[-1 - i]), shorter - above)
    if line <= above:
        return line
    if line > len(before) - below:
        return line + len(after) - len(before)
    return max(1, min(line, max(above + 1, len(after) - below), len(after)))


def difference(before: str, after: str) -> Replacement:
    """The one replacement that makes `after` of `before`, as small as it can be without parting a line end."""
    shorter = min(len(before), len(after))
    start = next((i for i in range(shorter) if before[i] != after[i]), shorter)
    if start and before[start - 1] == "\r":
        start -= 1
    most = shorter - start
    same = next((i for i in range(most) if before[-1 - i] != after[-1 - i]), most)
    if same and before[len(before) - same] == "\n":
        same -= 1
    return Replacement(_place(before, start), _place(before, len(before) - same), after[start : len(after) - same])


def _place(text: str, offset: int) -> tuple[int, int]:
    lines = lines_of(text[:offset])
    return len(lines) - 1, len(lines[-1])
