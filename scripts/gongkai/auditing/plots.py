"""Bars for the audit's page: geometry only, in the units of an SVG 640 wide. Each plot stands next to a table that says the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 640
_LEFT, _RIGHT, _ROW, _BAR = 150, 70, 30, 18


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a plot: its label, the words behind the bar, the lengths of the whole and of the filled part, their place."""

    label: str
    words: str
    y: int
    text_y: int
    whole: float
    filled: float
    words_x: float


@dataclass(frozen=True, slots=True)
class Plot:
    """A plot with its height and what it says in a sentence, for those who do not see it."""

    title: str
    height: int
    left: int
    bar: int
    bars: tuple[Bar, ...]


def plot(title: str, rows: Sequence[tuple[str, int, int]]) -> Plot:
    """Horizontal bars from (label, whole, filled part); the longest whole fills the width."""
    most = max((whole for _, whole, _ in rows), default=0) or 1
    unit = (WIDTH - _LEFT - _RIGHT) / most
    bars = []
    for n, (label, whole, filled) in enumerate(rows):
        y = n * _ROW + 6
        length = round(whole * unit, 1)
        words = str(whole) if whole == filled else f"{filled} / {whole}"
        bars.append(Bar(label, words, y, y + 14, length, round(filled * unit, 1), _LEFT + length + 6))
    return Plot(title, len(rows) * _ROW + 8, _LEFT, _BAR, tuple(bars))
