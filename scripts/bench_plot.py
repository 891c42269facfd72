"""量到的数画成 SVG：横着是份数，一格一种规模；竖着是量到的，一条折线一样东西，末尾写着它是什么。供 bench_growth、bench_peers 用。"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 720, 340, 40, 190, 40, 270
_APART = 14  # between words
_HALO = 'paint-order="stroke" stroke="#fff" stroke-width="3"'  # a word stays legible where it lies on a line


@dataclass(frozen=True, slots=True)
class Line:
    """What a line is called, its value at each size (None where that was not measured), and how it is drawn."""

    name: str
    values: Sequence[float | None]
    colour: str
    dash: str = ""


def drawn(title: str, note: str, sizes: Sequence[int], lines: Sequence[Line], digits: int = 0, tenfold: bool = False) -> str:
    """The lines over the sizes as SVG, each step across one size; values are written with so many `digits` after the point.
    `tenfold`: the same height is the same factor, not the same difference."""
    measured = [value for line in lines for value in line.values if value is not None]
    least, most = (math.log(min(measured) * 0.6), math.log(max(measured) * 1.3)) if tenfold else (0.0, max(measured) * 1.1)
    across = [_LEFT + 40 + place * (_WIDTH - _LEFT - _RIGHT - 60) / max(1, len(sizes) - 1) for place in range(len(sizes))]

    def up(value: float) -> float:
        return _BOTTOM - ((math.log(value) if tenfold else value) - least) / (most - least) * (_BOTTOM - _TOP)

    pieces = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" font-family="sans-serif" font-size="13">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
        f'<text x="{_LEFT}" y="20" fill="#222">{escape(title)}</text>',
        f'<path d="M{_LEFT} 30V{_BOTTOM}H{_WIDTH - _RIGHT}" fill="none" stroke="#444"/>',
    ]
    pieces += [f'<text x="{x:.0f}" y="{_BOTTOM + 20}" text-anchor="middle" fill="#222">{size:,} 份</text>' for x, size in zip(across, sizes, strict=True)]
    points = [(line, [(x, up(value), value) for x, value in zip(across, line.values, strict=True) if value is not None]) for line in lines]
    for line, own in points:
        told = " ".join(f"{x:.0f},{y:.0f}" for x, y, _ in own)
        pieces.append(f'<polyline points="{told}" fill="none" stroke="{line.colour}" stroke-width="2.5" stroke-dasharray="{line.dash}"/>')
        pieces += [f'<circle cx="{x:.0f}" cy="{y:.0f}" r="4" fill="{line.colour}"/>' for x, y, _ in own]
    for x in across:
        written = [(y - 9, x, "middle", line.colour, f"{value:,.{digits}f}") for line, own in points for at, y, value in own if at == x]
        pieces += _apart(written)
    pieces += _apart([(own[-1][1] + 4, own[-1][0] + 24, "start", line.colour, line.name) for line, own in points])
    pieces.append(f'<text x="{_LEFT}" y="{_HEIGHT - 14}" fill="#222">{escape(note)}</text>')
    return "\n".join([*pieces, "</svg>"]) + "\n"


def _apart(words: Sequence[tuple[float, float, str, str, str]]) -> Iterator[str]:
    """Words (how far down, how far across, anchor, colour, what), none over another: what is too near goes down."""
    free = 0.0
    for down, across, anchor, colour, told in sorted(words):
        down = max(down, free)
        free = down + _APART
        yield f'<text x="{across:.0f}" y="{down:.0f}" text-anchor="{anchor}" fill="{colour}" {_HALO}>{escape(told)}</text>'
