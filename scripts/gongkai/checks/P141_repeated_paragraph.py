"""段落不重复。来源: standards §12.1（内容混杂）；某区转载件的正文整篇重复两遍。

错: 同一段一百来字的话，隔几行又出现一次
对: 只留一次
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.waking import LONG_LINE
from gongkai.model.problems import Finding
from gongkai.model.source_text import Part, SourceText

SEVERITY = "warning"
REPEATS = True

_HALF = 0.4  # of a text that stands twice, at least this much is repeated
_NEAR = 2  # lines: nothing but a blank one stands between
_STEP = 4  # lines from one paragraph of a row to the next
_ROW = 4  # paragraphs in a row that are all there already


def examine(source: SourceText) -> Iterator[Finding]:
    """Long paragraphs that are there again right away, or several in a row; one finding where most of the text is.

    Statutes do say the same sentence of several matters: one alone, far from the first, is no mistake.
    """
    first: dict[str, int] = {}
    again: list[tuple[int, int]] = []
    total = repeated = 0
    for number, line in enumerate(source.lines, 1):
        if len(line) < LONG_LINE or line.startswith("|") or source.part(number) is not Part.BODY:
            continue
        words = "".join(line.split())
        total += len(words)
        earlier = first.setdefault(words, number)
        if earlier != number:
            again.append((number, earlier))
            repeated += len(words)
    if len(again) > 2 and repeated > _HALF * total:
        number, earlier = again[0]
        yield Finding(source.at(source.starts[number - 1]), f"从这里起，正文又重复了一遍（第 {earlier} 行起已有）", "只留一遍")
        return
    for number, earlier in _in_a_row(again):
        yield Finding(source.at(source.starts[number - 1]), f"这一段与第 {earlier} 行的相同", "只留一处；原文如此的可以豁免")


def _in_a_row(again: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those that follow the first at once, and the first of each row that follows another row."""
    kept: list[tuple[int, int]] = []
    row: list[tuple[int, int]] = []
    for number, earlier in [*again, (0, 0)]:
        if row and number - earlier == row[-1][0] - row[-1][1] and number - row[-1][0] <= _STEP:
            row.append((number, earlier))
            continue
        if len(row) >= _ROW or (row and row[0][0] - row[0][1] <= _NEAR):
            kept.append(row[0])
        row = [(number, earlier)]
    return kept
