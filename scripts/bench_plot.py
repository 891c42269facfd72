"""量到的数画成 SVG：横着是份数，一格一种规模；竖着是量到的，一条折线一样东西，末尾写着它是什么。供 bench_growth、bench_peers 用。"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 720, 340, 40, 190, 40, 270
_APART = 16  # between the names at the ends of lines


@dataclass(frozen=True, slots=True)
class Line:
    """What a line is called, its value at each size (None where that was not measured), and how it is drawn."""

    name: str
    values: Sequence[float | None]
    colour: str
    dash: str = ""


def drawn(title: str, note: str, sizes: Sequence[int], lines: Sequence[Line], digits: int = 0) -> str:
    """The lines over the sizes as SVG, each step across one size; values are written with so many `digits` after the point."""
    most = max(value for line in lines for value in line.values if value is not None) * 1.1
    across = [_LEFT + 40 + place * (_WIDTH - _LEFT - _RIGHT - 60) / max(1, len(sizes) - 1) for place in range(len(sizes))]

    def up(value: float) -> float:
        return _BOTTOM - value / most * (_BOTTOM - _TOP)

    pieces = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" font-family="sans-serif" font-size="13">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
        f'<text x="{_LEFT}" y="20" fill="#222">{escape(title)}</text>',
        f'<path d="M{_LEFT} 30V{_BOTTOM}H{_WIDTH - _RIGHT}" fill="none" stroke="#444"/>',
    ]
    pieces += [f'<text x="{x:.0f}" y="{_BOTTOM + 20}" text-anchor="middle" fill="#222">{size:,} 份</text>' for x, size in zip(across, sizes, strict=True)]
    ends: list[float] = []
    for line in sorted(lines, key=lambda line: -_last(line)[1]):
        points = [(x, up(value), value) for x, value in zip(across, line.values, strict=True) if value is not None]
        told = " ".join(f"{x:.0f},{y:.0f}" for x, y, _ in points)
        pieces.append(f'<polyline points="{told}" fill="none" stroke="{line.colour}" stroke-width="2.5" stroke-dasharray="{line.dash}"/>')
        pieces += [
            f'<circle cx="{x:.0f}" cy="{y:.0f}" r="4" fill="{line.colour}"/>'
            f'<text x="{x:.0f}" y="{y - 9:.0f}" text-anchor="middle" fill="{line.colour}">{value:,.{digits}f}</text>'
            for x, y, value in points
        ]
        ends.append(max(points[-1][1] + 4, ends[-1] + _APART if ends else 0))
        pieces.append(f'<text x="{points[-1][0] + 24:.0f}" y="{ends[-1]:.0f}" fill="{line.colour}">{escape(line.name)}</text>')
    pieces.append(f'<text x="{_LEFT}" y="{_HEIGHT - 14}" fill="#222">{escape(note)}</text>')
    return "\n".join([*pieces, "</svg>"]) + "\n"


def _last(line: Line) -> tuple[int, float]:
    """The place and the value of its last point."""
    return max((place, value) for place, value in enumerate(line.values) if value is not None)
