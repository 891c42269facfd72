"""From a table to the rows of a page's kind: headings by any name, ticked columns, values in their forms."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from typing import Any

from gongkai.model.documents import Page, Reference
from gongkai.model.fields import fields_by_key
from gongkai.model.problems import Misreading
from gongkai.model.records import RECORDS, DataFile, Record
from gongkai.model.settings import Settings
from gongkai.reading.annual_report import read_figures
from gongkai.reading.beside import read_beside
from gongkai.reading.entries import Entry, Item
from gongkai.reading.tables import Table, TableRow, heading_of, read_table
from gongkai.reading.values import read_value

REPORT = "年报"
_TICKS = re.compile(r"^[√✓✔■☑●◆vV是有1]$")
_UNTICKED = re.compile(r"^[□☐○×✗否无0—\-]$")


def read_data_files(page: Page, folder: Path, settings: Settings) -> tuple[DataFile, ...]:
    """The data files that a page names, each read as its 页面类型 wants; nothing outside the site is opened.

    A name that cannot be used, or a kind that has no data, is not read: rule C203 says so.
    """
    record_class = RECORDS.get(page.page_kind)
    found = []
    for reference in page.data:
        path = data_path(page, reference)
        raw = read_beside(folder, path) if path and (record_class or page.page_kind == REPORT) else None
        if raw is None:
            continue
        if page.page_kind == REPORT:
            figures, misreadings = read_figures(path, raw, settings.report_layout)
            found.append(DataFile(path, (), figures, tuple(misreadings)))
            continue
        table, misreadings = read_table(path, raw)
        assert record_class
        records, odd = read_records(table, record_class, page.page_kind, settings)
        found.append(DataFile(path, records, None, (*misreadings, *odd)))
    return tuple(found)


def data_path(page: Page, reference: Reference) -> str:
    """The path of a data file relative to the site; "" where it would leave the page's own folder."""
    name = PurePosixPath(reference.text.replace("\\", "/"))
    if name.is_absolute() or ".." in name.parts or ":" in str(name):
        return ""
    return str(PurePosixPath(page.path).parent / name)


def offered(page: Page, reference: Reference) -> str:
    """The path of a data file that readers may download: a CSV, which any program opens; "" for others."""
    path = data_path(page, reference)
    return path if path.lower().endswith(".csv") else ""


def read_records(
    table: Table, record_class: type[Record], kind: str, settings: Settings
) -> tuple[tuple[Record, ...], list[Misreading]]:
    """The rows of a table, and what was odd about it. A row without a required cell is reported and kept."""
    misreadings: list[Misreading] = []
    columns = fields_by_key(record_class)
    own = {
        heading_of(word): key for key, words in settings.key_aliases.get(kind, {}).items() for word in (*words, key)
    }
    extra = settings.extra_keys.get(kind, ())
    folded = {value: column for column, values in record_class.FOLDED.items() for value in values}
    meaning: dict[str, str] = {}
    for heading in table.headings:
        bare = heading_of(heading)
        name = own.get(bare) or record_class.ALIASES.get(bare, bare)
        meaning[heading] = name
        if bare and not table.by_program and name not in columns and name not in folded and name not in extra:
            misreadings.append(_unknown(heading, table.line, (*columns, *folded), kind))
    missing = [key for key, column in columns.items() if column.required and not _present(key, record_class, meaning)]
    if table.rows and missing:
        misreadings.append(Misreading("data", table.line, f"没有{'、'.join(f'“{key}”' for key in missing)}这一列", "第一行是列名，把它补上"))
    records = []
    for row in table.rows:
        cells, further = _cells(row, meaning, columns, folded, extra)
        values: dict[str, Any] = {}
        for key, entry in cells.items():
            values[columns[key].attribute] = read_value(columns[key].form, entry, misreadings)
        for key, column in columns.items():
            if column.required and key not in cells and key not in missing:
                misreadings.append(Misreading("data", row.line, f"这一行没有“{key}”", column.help))
        lines = {key: entry.line for key, entry in cells.items()}
        records.append(record_class(line=row.line, lines=lines, extra=further, **values))
    return tuple(records), misreadings


def _present(key: str, record_class: type[Record], meaning: Mapping[str, str]) -> bool:
    return key in meaning.values() or any(value in meaning.values() for value in record_class.FOLDED.get(key, ()))


def _cells(
    row: TableRow, meaning: Mapping[str, str], columns: Container[str], folded: Mapping[str, str], extra: tuple[str, ...]
) -> tuple[dict[str, Entry], dict[str, str]]:
    """The cells by key, ticked columns as values of the column they belong to; and those of the site's own columns."""
    cells: dict[str, Entry] = {}
    further: dict[str, str] = {}
    for heading, items in row.cells.items():
        name = meaning.get(heading, heading)
        if not items:
            continue
        if name in folded:
            ticked = _ticked(name, items[0])
            if ticked:
                column = folded[name]
                before = cells[column].items if column in cells else ()
                cells[column] = Entry(column, items[0].line, (*before, ticked), True)
        elif name in extra:
            further[name] = "、".join(item.text for item in items)
        elif name in columns and name not in cells:
            cells[name] = Entry(name, items[0].line, items, heading in row.listed)
    return cells, further


def _ticked(value: str, item: Item) -> Item | None:
    """A ticked column says its heading; words in place of a tick say who is meant (特定群体: 救助对象)."""
    text = item.text.strip()
    if _UNTICKED.match(text):
        return None
    return Item(value if _TICKS.match(text) else f"{value}：{text}", item.line)


def _unknown(heading: str, line: int, known: tuple[str, ...], kind: str) -> Misreading:
    near = get_close_matches(heading, known, n=1, cutoff=0.5)
    hint = f"是不是“{near[0]}”" if near else f"{kind}可用的列：{'、'.join(known)}"
    return Misreading("data", line, f"不认识的列“{heading}”", hint)
