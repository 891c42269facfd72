"""A PDF laid on the ruler of GB/T 9704-2012: paper, margins, lines of a page, letters of a line; and what it is made of.

By poppler (pdftotext, pdftoppm, pdfinfo, pdffonts), which sees what a printer sees.
"""

from __future__ import annotations

import re
import shutil
import statistics
import subprocess
from collections import Counter
from dataclasses import dataclass
from html import unescape
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple
from unicodedata import east_asian_width

import numpy as np

MM = 25.4 / 72  # of a point
PROGRAMS = ("pdftotext", "pdftoppm", "pdfinfo", "pdffonts")
_DOTS = 144  # to the inch: 0.18 mm each
_FOOT = 740  # points from the top: below it the number of the page stands
_APART = 10  # points: lines that stand nearer to each other are one
_EDGE = 30 / MM  # points from the right: a line that ends farther in is not full
_ENOUGH = 5  # full lines of the same length that tell how many letters a line holds
_LINE = re.compile(r'<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</line>', re.DOTALL)
_WORD = re.compile(r"<word[^>]*>(.*?)</word>")
_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)"')


def can_measure() -> bool:
    """Whether poppler is there."""
    return all(map(shutil.which, PROGRAMS))


@dataclass(frozen=True, slots=True)
class Measured:
    """Millimetres, but for `pitch` (points from line to line). `top` and `bottom` are those of the first page that is full of
    lines which stand evenly: from the paper's edge to that of its first and last line, as far above and below the middle of
    the ink as half the pitch; None where no page is full. `right` and `letters` are those of most lines of 汉字 from edge to
    edge; None and 0 where too few are. `lines` are those of the fullest page without tables and small print."""

    width: float
    height: float
    pages: int
    left: float
    right: float | None
    top: float | None
    bottom: float | None
    lines: int
    pitch: float
    letters: int


def measured(pdf: Path, full: int = 22) -> Measured:
    """Measure a PDF; a page of `full` lines is full."""
    boxes = told("pdftotext", "-bbox-layout", str(pdf), "-")
    width, height = map(float, _PAGE.findall(boxes)[0])
    pages = [[line for line in map(_line, _LINE.findall(one)) if line.top < _FOOT] for one in boxes.split("<page ")[1:]]
    every = [line for lines in pages for line in lines]
    rows = [_rows([(line.top + line.bottom) / 2 for line in lines]) for lines in pages]
    pitch = statistics.mode(round(b - a, 1) for ys in rows for a, b in pairwise(ys))
    even = [n for n, ys in enumerate(rows, 1) if len(ys) == full and all(abs(b - a - pitch) < pitch / 4 for a, b in pairwise(ys))]
    text = [ys for ys in rows if ys and all(b - a > pitch * 0.9 for a, b in pairwise(ys))]
    top = bottom = None
    if even:
        first, last = _inked(pdf, even[0])
        pitch = (last - first) / (full - 1)
        top, bottom = first - pitch / 2, height - last - pitch / 2
    left = min(line.left for line in every)
    edges = [(len(line.words), round(width - line.right, 1)) for line in every if line.left < left + 2 and width - line.right < _EDGE and line.wide]
    letters, often = Counter(count for count, _ in edges).most_common(1)[0] if edges else (0, 0)
    return Measured(
        width=round(width * MM, 1),
        height=round(height * MM, 1),
        pages=len(pages),
        left=round(left * MM, 1),
        right=round(statistics.mode(edge for count, edge in edges if count == letters) * MM, 1) if often >= _ENOUGH else None,
        top=None if top is None else round(top * MM, 1),
        bottom=None if bottom is None else round(bottom * MM, 1),
        lines=max(map(len, text), default=0),
        pitch=round(pitch, 1),
        letters=letters if often >= _ENOUGH else 0,
    )


class _Line(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float
    words: str

    @property
    def wide(self) -> bool:
        """Whether it is of 汉字 and their signs alone, each as wide as the other."""
        return all(east_asian_width(letter) in "WF" or letter in "“”‘’—…" for letter in self.words)


def _line(found: tuple[str, ...]) -> _Line:
    left, top, right, bottom = map(float, found[:4])
    return _Line(left, top, right, bottom, unescape("".join(_WORD.findall(found[4]))))


def _rows(middles: list[float]) -> list[float]:
    """Where lines stand, in points from the top; pieces of one line may differ a little, by their letters."""
    found: list[float] = []
    for middle in sorted(middles):
        if not found or middle - found[-1] > _APART:
            found.append(middle)
    return found


def _inked(pdf: Path, page: int) -> tuple[float, float]:
    """The middle of the ink of the first and of the last line of a page, in points from the top."""
    picture = subprocess.run(
        ["pdftoppm", "-gray", "-r", str(_DOTS), "-f", str(page), "-l", str(page), str(pdf)], check=True, capture_output=True, timeout=600
    ).stdout
    _, width, height, _ = picture.split(maxsplit=4)[:4]
    dots = np.frombuffer(picture, np.uint8)[-int(width) * int(height) :].reshape(int(height), int(width))
    scale = 72 / _DOTS
    inked = [y * scale for y in np.flatnonzero((dots < 128).any(axis=1)) if y * scale < _FOOT + 10]
    first = [y for y in inked if y < inked[0] + _APART * 2]
    last = [y for y in inked if y > inked[-1] - _APART * 2]
    return float(first[0] + first[-1]) / 2, float(last[0] + last[-1]) / 2


def told(program: str, *arguments: str) -> str:
    """What a program writes."""
    return subprocess.run([program, *arguments], check=True, capture_output=True, timeout=600).stdout.decode("utf-8", "replace")
