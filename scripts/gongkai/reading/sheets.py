"""The passages of a workbook (.xlsx): each row of each sheet, hidden ones too, comments, and the names in its properties."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gongkai.reading.office_parts import Parts
from gongkai.reading.office_text import properties
from gongkai.reading.passages import Oddity, Passage

_REFERENCE = re.compile(r"([A-Z]{1,3})(\d+)")


@dataclass(frozen=True, slots=True)
class _Sheet:
    name: str
    part: str
    hidden: bool


def sheet_passages(parts: Parts, oddities: list[Oddity]) -> Iterator[Passage]:
    """Rows as `| a | b |`; those of hidden sheets, hidden rows, and the cells of hidden columns say so."""
    strings = _shared_strings(parts)
    for sheet in _sheets(parts):
        if sheet.hidden:
            oddities.append(Oddity("hidden", f"有隐藏的工作表‘{sheet.name}’", "取消隐藏或删去以后再公开"))
        reader = _SheetReader(strings)
        parts.parse(sheet.part, reader.start, reader.end, reader.text)
        where = f"工作表‘{sheet.name}’{'（隐藏）' if sheet.hidden else ''}"
        for number, hidden, shown, unseen in reader.rows:
            yield Passage(f"{where}第 {number} 行{'（隐藏）' if hidden else ''}", "| " + " | ".join(shown) + " |")
            if unseen:
                yield Passage(f"{where}第 {number} 行（隐藏的列）", "| " + " | ".join(unseen) + " |")
        rows = sum(1 for row in reader.rows if row[1])
        for count, what in ((rows, "行"), (len(reader.hidden_columns), "列")):
            if count and not sheet.hidden:
                oddities.append(Oddity("hidden", f"的{where}有隐藏的{what}", "取消隐藏或删去以后再公开"))
    yield from _comments(parts, oddities)
    yield from properties(parts, oddities)


class _SheetReader:
    """Gathers (number, hidden, cells, cells of hidden columns) of each row that has any."""

    def __init__(self, strings: list[str]) -> None:
        self.rows: list[tuple[int, bool, list[str], list[str]]] = []
        self.hidden_columns: set[str] = set()
        self._strings = strings
        self._hidden_spans: list[tuple[int, int]] = []
        self._row = (0, False)
        self._shown: list[str] = []
        self._unseen: list[str] = []
        self._column, self._type = "", ""
        self._words: list[str] = []
        self._in_value = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "col" and attributes.get("hidden") in ("1", "true"):
            self._hidden_spans.append((_integer(attributes.get("min")), _integer(attributes.get("max"))))
        elif tag == "row":
            self._row = (_integer(attributes.get("r")) or self._row[0] + 1, attributes.get("hidden") in ("1", "true"))
            self._shown, self._unseen = [], []
        elif tag == "c":
            match = _REFERENCE.match(attributes.get("r", ""))
            self._column, self._type = (match[1] if match else ""), attributes.get("t", "")
            self._words = []
        elif tag in ("v", "t"):
            self._in_value = True

    def end(self, tag: str) -> None:
        if tag in ("v", "t"):
            self._in_value = False
        elif tag == "c":
            value = self._value("".join(self._words))
            if value and any(first <= _index(self._column) <= last for first, last in self._hidden_spans):
                self.hidden_columns.add(self._column)
                self._unseen.append(value)
            else:
                self._shown.append(value)
        elif tag == "row" and (any(self._shown) or self._unseen):
            self.rows.append((*self._row, self._shown, self._unseen))

    def text(self, data: str) -> None:
        if self._in_value:
            self._words.append(data)

    def _value(self, typed: str) -> str:
        if self._type == "s":
            at = _integer(typed)
            return self._strings[at] if typed and at < len(self._strings) else ""
        if not self._type or self._type == "n":
            return _plain_number(typed)
        return " ".join(typed.split())


def _plain_number(typed: str) -> str:
    """A telephone number that a sheet keeps as 1.3800000001E10 is still one."""
    if "E" not in typed.upper():
        return typed
    try:
        number = float(typed)
    except ValueError:
        return typed
    return str(int(number)) if number == int(number) and abs(number) < 1e20 else typed


def _sheets(parts: Parts) -> list[_Sheet]:
    targets: dict[str, str] = {}
    found: list[tuple[str, str, bool]] = []

    def relation(tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "Relationship":
            target = attributes.get("Target", "")
            targets[attributes.get("Id", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"

    def sheet(tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "sheet":
            found.append((attributes.get("name", ""), attributes.get("id", ""), attributes.get("state") in ("hidden", "veryHidden")))

    parts.parse("xl/_rels/workbook.xml.rels", relation, _nothing, _nothing)
    parts.parse("xl/workbook.xml", sheet, _nothing, _nothing)
    return [_Sheet(name, targets.get(id, ""), hidden) for name, id, hidden in found]


def _shared_strings(parts: Parts) -> list[str]:
    strings: list[str] = []
    words: list[str] = []
    inside = {"t": 0, "rPh": 0}

    def start(tag: str, attributes: Mapping[str, str]) -> None:
        if tag in inside:
            inside[tag] += 1

    def end(tag: str) -> None:
        if tag in inside:
            inside[tag] -= 1
        elif tag == "si":
            strings.append(" ".join("".join(words).split()))
            words.clear()

    def text(data: str) -> None:
        if inside["t"] and not inside["rPh"]:  # rPh is how to say the word, not the word
            words.append(data)

    parts.parse("xl/sharedStrings.xml", start, end, text)
    return strings


def _comments(parts: Parts, oddities: list[Oddity]) -> Iterator[Passage]:
    count = 0
    for name in parts.names:
        if not re.match(r"xl/(?:comments\d*|comments/comment\d*|threadedComments/threadedComment\d*)\.xml$", name):
            continue
        found: list[tuple[str, list[str]]] = []

        def start(tag: str, attributes: Mapping[str, str], found: list[tuple[str, list[str]]] = found) -> None:
            if tag in ("comment", "threadedComment"):
                found.append((attributes.get("ref", ""), []))

        def text(data: str, found: list[tuple[str, list[str]]] = found) -> None:
            if found:
                found[-1][1].append(data)

        parts.parse(name, start, _nothing, text)
        count += len(found)
        for cell, words in found:
            yield Passage(f"单元格 {cell} 的批注", " ".join("".join(words).split()))
    if count:
        oddities.append(Oddity("hidden", f"有 {count} 条批注", "删去批注以后再公开"))


def _index(column: str) -> int:
    number = 0
    for letter in column:
        number = number * 26 + ord(letter) - 64
    return number


def _integer(text: str | None) -> int:
    return int(text) if text and text.isdigit() and len(text) < 8 else 0


def _nothing(*_: object) -> None:
    """What is of no interest."""
