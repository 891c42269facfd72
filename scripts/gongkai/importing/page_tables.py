"""Tables of web pages: which hold the page together and which are tables; their cells with what each covers."""

from __future__ import annotations

import re

from gongkai.importing.blocks import Cell
from gongkai.importing.characters import clean
from gongkai.importing.counting import numeral
from gongkai.importing.tree import Node

_MOST_SPAN = 60


def own_rows(table: Node) -> list[Node]:
    """The rows of a table, not those of tables inside it."""
    rows: list[Node] = []
    waiting = list(reversed([child for child in table.children if isinstance(child, Node)]))
    while waiting:
        node = waiting.pop()
        if node.tag == "tr":
            rows.append(node)
        elif node.tag != "table":
            waiting += reversed([child for child in node.children if isinstance(child, Node)])
    return rows


def own_cells(row: Node) -> list[Node]:
    """The cells of a row."""
    return [child for child in row.children if isinstance(child, Node) and child.tag in ("td", "th")]


def is_layout(table: Node) -> bool:
    """Whether a table only holds the page together: another table inside it, one column, or one row, or pages of text in a cell."""
    rows = [own_cells(row) for row in own_rows(table)]
    if any(node.tag == "table" for node in table.walk() if node is not table):
        return True
    if len(rows) < 2 or max(map(len, rows)) < 2:
        return True
    return any(_paragraphs(cell) > 12 for row in rows for cell in row)


def rows_of(table: Node) -> tuple[tuple[Cell, ...], ...]:
    """The rows of a table with the words of each cell; rows without any words are left out where no cell reaches into them."""
    rows = []
    for row in own_rows(table):
        cells = tuple(
            Cell(_words(cell), _span(cell.attributes.get("colspan", "")), _span(cell.attributes.get("rowspan", "")))
            for cell in own_cells(row)
        )
        if cells:
            rows.append(cells)
    return tuple(rows) if any(cell.text for row in rows for cell in row) else ()


def number_items(ordered: Node) -> None:
    """Write the numbers that browsers show before the items of an `<ol>` into them."""
    form = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}.get(ordered.attributes.get("type", ""), "decimal")
    first = ordered.attributes.get("start", "")
    value = int(first) if first.isascii() and first.isdigit() and len(first) < 6 else 1
    for item in ordered.children:
        if isinstance(item, Node) and item.tag == "li":
            item.children.insert(0, f"{numeral(value, form)}.")
            value += 1


def _words(cell: Node) -> str:
    return re.sub(r"[ \t\r\n]+", " ", clean(cell.text())).strip("　 ")


def _span(text: str) -> int:
    return min(max(1, int(text)), _MOST_SPAN) if text.strip().isascii() and text.strip().isdigit() and len(text) < 6 else 1


def _paragraphs(cell: Node) -> int:
    return sum(node.tag in ("p", "br", "div") for node in cell.walk())
