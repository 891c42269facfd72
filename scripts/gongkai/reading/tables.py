"""One door to tables: CSV as Excel saves it (UTF-8 with or without a mark, GBK, tabs), YAML lists, and the JSON that
another column offers in `data/policies.json`, as rows of cells."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from gongkai.model.problems import Misreading
from gongkai.reading.decoding import decode, one_line
from gongkai.reading.entries import Item, read_tree

_HEADER_LINES = 2


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row: its line, and each cell's items by heading; a cell that holds a list has several."""

    line: int
    cells: Mapping[str, tuple[Item, ...]]
    listed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Table:
    """The headings, with the line of the first, and the rows.

    `by_program` tells a table that no editor typed: it may have more columns than we ask for.
    """

    headings: tuple[str, ...]
    line: int
    rows: tuple[TableRow, ...]
    by_program: bool = False


def read_table(path: str, raw: bytes) -> tuple[Table, list[Misreading]]:
    """The table of a file, by its ending; an empty one where nothing could be read, with the reason."""
    text, misreadings = decode(raw)
    if text is None:
        return Table((), 1, ()), [Misreading("data", 1, "文件编码认不出，没有读入", "用 Excel 另存为“CSV UTF-8（逗号分隔）”")]
    if path.lower().endswith((".yaml", ".yml")):
        return _from_yaml(text, misreadings)
    if path.lower().endswith(".csv"):
        return _from_csv(text)  # Excel on Windows saves GBK: nothing to complain of
    if path.lower().endswith(".json"):
        return _from_json(text)
    return Table((), 1, ()), [Misreading("data", 1, "数据文件须是 CSV、YAML 或 JSON", "用 Excel 另存为“CSV UTF-8（逗号分隔）”")]


def _from_csv(text: str) -> tuple[Table, list[Misreading]]:
    first = text.partition("\n")[0]
    delimiter = "\t" if "\t" in first and "," not in first else ","
    reader = csv.reader(io.StringIO(text), delimiter=delimiter, strict=True)
    lines: list[tuple[int, list[str]]] = []
    begun = 1
    try:
        for cells in reader:
            values = [one_line(cell) for cell in cells]
            if any(values):
                lines.append((begun, values))
            begun = reader.line_num + 1
    except csv.Error:
        return Table((), 1, ()), [
            Misreading("data", begun, "从这一行起读不出：引号不成对", "格子里有逗号、换行或引号的，用 Excel 另存，会自动加引号")
        ]
    if not lines:
        return Table((), 1, ()), [Misreading("data", 1, "文件是空的", "第一行写列名，如“序号,一级事项,二级事项”")]
    headings, used = _headings(lines)
    misreadings = []
    rows = []
    for line, values in lines[used:]:
        if any(values[len(headings) :]):
            misreadings.append(Misreading("data", line, f"这一行有 {len(values)} 格，列名只有 {len(headings)} 个", "补上列名，或删去多出的格"))
        cells_by_heading = {
            heading: (Item(value, line),) for heading, value in zip(headings, values, strict=False) if heading and value
        }
        rows.append(TableRow(line, cells_by_heading))
    doubled = {heading for heading in headings if heading and headings.count(heading) > 1}
    misreadings += [Misreading("data", lines[0][0], f"列名“{heading}”有两列", "各用各的") for heading in sorted(doubled)]
    return Table(headings, lines[0][0], tuple(rows)), misreadings


def _headings(lines: list[tuple[int, list[str]]]) -> tuple[tuple[str, ...], int]:
    """The headings and how many lines they take: the standard table has two, merged cells being empty in a CSV."""
    upper = lines[0][1]
    while upper and not upper[-1] and (len(lines) == 1 or len(lines[1][1]) < len(upper) or not lines[1][1][len(upper) - 1]):
        upper = upper[:-1]
    lower = lines[1][1] if len(lines) >= _HEADER_LINES else []
    width = max(len(upper), len(lower))
    above = [*upper, *[""] * (width - len(upper))]
    below = [*lower, *[""] * (width - len(lower))]
    merged = [place for place in range(width) if not above[place]]
    if merged and not below[0] and all(below[place] for place in merged):
        return tuple(below[place] or above[place] for place in range(width)), _HEADER_LINES
    return tuple(upper), 1


def _from_yaml(text: str, misreadings: list[Misreading]) -> tuple[Table, list[Misreading]]:
    tree, lines, found = read_tree(text)
    misreadings = [*misreadings, *(Misreading("data", m.line, m.message, m.hint) for m in found)]
    prefix = ""
    if isinstance(tree, dict) and len(tree) == 1:
        prefix, tree = next(iter(tree.items()))
        prefix += "/"
    if not isinstance(tree, list):
        if not misreadings:
            misreadings.append(Misreading("data", 1, "这个文件应是一列，每项几行“键: 值”", "每项以“- ”开头"))
        return Table((), 1, ()), misreadings
    rows: list[TableRow] = []
    headings: dict[str, None] = {}
    for number, entry in enumerate(tree):
        at = f"{prefix}{number}"
        line = lines.get(at, 1)
        if not isinstance(entry, dict):
            misreadings.append(Misreading("data", line, "这一项不是“键: 值”", "如“- 阶段: 草案”，下面各行缩进两格"))
            continue
        cells: dict[str, tuple[Item, ...]] = {}
        listed = set()
        for key, value in entry.items():
            headings.setdefault(key)
            here = lines.get(f"{at}/{key}", line)
            if isinstance(value, list) and all(isinstance(one, str) for one in value):
                cells[key] = tuple(Item(one, lines.get(f"{at}/{key}/{i}", here)) for i, one in enumerate(value) if one)
                listed.add(key)
            elif isinstance(value, str):
                if value:
                    cells[key] = (Item(value, here),)
            else:
                misreadings.append(Misreading("data", here, f"“{key}”的值不能再分层", "写一个值，或一列值"))
        rows.append(TableRow(line, cells, frozenset(listed)))
    return Table(tuple(headings), 1, tuple(rows)), misreadings


def _from_json(text: str) -> tuple[Table, list[Misreading]]:
    """A list of objects, or the one such list in an object. `url` of a record counts from `网址` beside the list.

    Only plain values and lists of them are cells: what a record says of other records is not ours to show.
    """
    hint = "如别的专栏 data/policies.json 那样：{\"网址\": …, \"政策\": [{\"标题\": …}]}"
    try:
        tree = json.loads(text)
    except (ValueError, RecursionError) as error:
        return Table((), 1, ()), [Misreading("data", getattr(error, "lineno", 1), "不是能读的 JSON", hint)]
    base = ""
    if isinstance(tree, dict):
        base = tree["网址"] if isinstance(tree.get("网址"), str) else ""
        lists = [value for value in tree.values() if isinstance(value, list)]
        tree = lists[0] if len(lists) == 1 else None
    if not isinstance(tree, list):
        return Table((), 1, ()), [Misreading("data", 1, "这个 JSON 里不是一列记录", hint)]
    rows, headings = [], dict.fromkeys(("标题",))
    for record in tree:
        if not isinstance(record, dict):
            return Table((), 1, ()), [Misreading("data", 1, "这个 JSON 里不是一列记录", hint)]
        cells = {key: found for key, value in record.items() if (found := _plain_items(value))}
        if "url" in cells and "链接" not in cells and (address := _joined(base, cells["url"][0].text)):
            cells["链接"] = (Item(address, 1),)
        headings.update(dict.fromkeys(cells))
        rows.append(TableRow(1, cells, frozenset(key for key, items in cells.items() if len(items) > 1 or key == "链接")))
    return Table(tuple(headings), 1, tuple(rows), by_program=True), []


def _joined(base: str, url: str) -> str:
    if not base.lower().startswith(("https://", "http://")):
        return ""
    try:
        return urljoin(base.rstrip("/") + "/", url)
    except ValueError:
        return ""


def _plain_items(value: Any) -> tuple[Item, ...]:
    values = value if isinstance(value, list) else [value]
    if any(isinstance(one, (dict, list)) or one is None for one in values):
        return ()
    return tuple(Item(text, 1) for one in values if (text := one_line(_written(str(one)))))


def _written(text: str) -> str:
    """JSON can escape halves of characters, which no file can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")


_BLANKS = re.compile(r"[\s\u3000]+")


def heading_of(text: str) -> str:
    """A heading without the blanks and line ends that a narrow column in Excel brings."""
    return _BLANKS.sub("", text)
