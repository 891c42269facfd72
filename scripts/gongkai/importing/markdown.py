"""Blocks as Markdown that our own reader gives back letter for letter."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from gongkai.importing.blocks import Block, Cell

_ANYWHERE = re.compile(r"[`*<]|\\(?=[!-/:-@\[-`{-~])|\](?=\()|&(?=#?\w{1,32};)")
_UNDERSCORE = re.compile(r"(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])")
_FIRST = re.compile(r"^(?:(?P<mark>[-+](?=[ \t]|$)|>|#{1,6}(?=[ \t]|$)|~~~|-(?=[ \t]*-[ \t]*-[- \t]*$))|(?P<digits>\d{1,9})(?P<point>[.)])(?=[ \t]|$))")
_MOST_CELLS = 20_000


def escaped(text: str) -> str:
    """One line of text as Markdown that means just this text."""
    text = _UNDERSCORE.sub(r"\\_", _ANYWHERE.sub(r"\\\g<0>", text))
    return _FIRST.sub(lambda m: f"{m['digits']}\\{m['point']}" if m["digits"] else "\\" + m["mark"], text)


def body_of(blocks: Sequence[Block], levels: Sequence[int], pictures: Mapping[str, str]) -> str:
    """The text of a document; `levels` as `headings.levels_of` gives them, `pictures` the file of each picture's name."""
    parts: list[str] = []
    for block, level in zip(blocks, levels, strict=True):
        if block.rows:
            parts += table_of(block.rows)
        elif block.picture:
            if block.picture in pictures:
                parts.append(f"![{escaped(_line(block.text)).replace(']', '') or '图'}](<{pictures[block.picture]}>)")
        elif text := _line(block.text):
            parts.append(f"{'#' * level} {_no_closing(escaped(text))}" if level else escaped(text))
    return "\n\n".join(parts) + "\n" if parts else ""


def table_of(rows: Sequence[Sequence[Cell]]) -> list[str]:
    """A table as Markdown, which knows no merged cells: what covers several rows is said in each of them, what covers
    several columns in the first; a head of several rows becomes one (`公开对象／全社会`)."""
    grid = _grid(rows)
    if not grid:
        return []
    width = max(len(row) for row in grid)
    grid = [[*row, *[""] * (width - len(row))] for row in grid]
    deep = _head_rows(rows)
    head = ["／".join(dict.fromkeys(row[column] for row in grid[:deep] if row[column])) for column in range(width)]
    body = [_thinned(row, rows[number + deep]) for number, row in enumerate(grid[deep:])]
    lines = [_row(head), "|" + "---|" * width, *map(_row, body)]
    return ["\n".join(lines)]


def _grid(rows: Sequence[Sequence[Cell]]) -> list[list[str]]:
    """The words at each place, repeated over all that a cell covers."""
    grid: list[list[str]] = []
    waiting: dict[int, tuple[int, str]] = {}
    total = 0
    for row in rows:
        line: list[str] = []
        cells = iter(row)
        cell = next(cells, None)
        while cell is not None or len(line) in waiting:
            column = len(line)
            if column in waiting:
                left, text = waiting[column]
                line.append(text)
                waiting.pop(column)
                if left > 1:
                    waiting[column] = (left - 1, text)
                continue
            assert cell is not None
            for _ in range(max(1, cell.columns)):
                if cell.rows > 1:
                    waiting[len(line)] = (cell.rows - 1, _line(cell.text))
                line.append(_line(cell.text))
            cell = next(cells, None)
        total += len(line)
        if total > _MOST_CELLS:
            break
        grid.append(line)
    return grid


def _head_rows(rows: Sequence[Sequence[Cell]]) -> int:
    """How many rows the head has: as many as its tallest cell where one of its cells covers several columns."""
    first = rows[0]
    if len(rows) > 1 and any(cell.columns > 1 for cell in first) and any(cell.rows > 1 for cell in first):
        return min(max(cell.rows for cell in first), len(rows))
    return 1


def _thinned(line: list[str], row: Sequence[Cell]) -> list[str]:
    """A row where one cell covers all columns (a heading within the table) says its words once."""
    if len(row) == 1 and row[0].columns >= len(line) > 1:
        return [line[0], *[""] * (len(line) - 1)]
    return line


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(_cell(cell) for cell in cells) + " |"


def _cell(text: str) -> str:
    return escaped(text).replace("|", "\\|")


def _line(text: str) -> str:
    return re.sub(r"\s*\n\s*", " ", text).strip("　 \t")


def _no_closing(text: str) -> str:
    """`## C #` would lose its last sign."""
    return re.sub(r"(#+)$", r"\\\1", text) if text.endswith("#") else text
