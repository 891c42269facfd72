"""The parts of an index, read: postings of terms, the places of words, columns, units. Twin: theme/search/store.js."""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Any

from gongkai.searching.codec import decode
from gongkai.searching.parts import NAME_LENGTH
from gongkai.searching.terms import Folding

VERSION = 1


class IndexUnreadableError(Exception):
    """The index is missing, of another version or damaged; the message says which."""


@dataclass(frozen=True, slots=True)
class Posting:
    """Where one term stands: {unit: count, rounded down to a level}; in titles and 文号 as sorted document × stride +
    position."""

    units: dict[int, int]
    title: Sequence[int] = ()
    number: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Places:
    """Where one word may stand. `units` and `documents` map to its estimated count; `title` and `number` map documents
    to the word's positions in that field. `settled`: it surely stands there, the text need not be asked."""

    units: dict[int, int]
    documents: dict[int, int]
    title: dict[int, list[int]]
    number: dict[int, list[int]]
    settled: bool


class Store:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        try:
            index = json.loads((folder / "index.json").read_text("utf-8"))
        except (OSError, ValueError) as error:
            raise IndexUnreadableError(f"{folder / 'index.json'}: {error}") from error
        if index.get("version") != VERSION:
            raise IndexUnreadableError(f"{folder / 'index.json'}: version {index.get('version')}, not {VERSION}")
        self.index: dict[str, Any] = index
        self.documents: int = index["documents"]
        recipe = index["recipe"]
        self.folding = Folding.from_recipe(recipe)
        self._levels: list[int] = recipe["levels"]
        self._stride: int = recipe["stride"]
        self._firsts = list(accumulate(decode(index["terms"]["firsts"])))
        self._names: str = index["terms"]["names"]
        shape = [rows[0] for rows in self.column("shape")]
        self.in_force = [bool(number % 2) for number in shape]
        self.first_units = [0, *accumulate(number // 2 + 1 for number in shape)]
        self._document_of = [document for document, number in enumerate(shape) for _ in range(number // 2 + 1)]
        self.dates = list(accumulate(rows[0] for rows in self.column("date")))
        lengths: list[int] = recipe["lengths"]
        self.lengths = {
            "title": [rows[0] for rows in self.column("title")],
            "number": [rows[0] for rows in self.column("number")],
            "text": [lengths[rows[0]] for rows in self.column("text")],
        }
        self.word = lru_cache(maxsize=256)(self._word)
        self._part = lru_cache(maxsize=512)(self._read_part)
        self._entries = lru_cache(maxsize=64)(self._read_entries)

    def _read_part(self, kind: str, name: str) -> Any:
        path = self._folder / kind / f"{name}.json"
        try:
            return json.loads(path.read_text("utf-8"))
        except (OSError, ValueError) as error:
            raise IndexUnreadableError(f"{path}: {error}") from error

    # Columns

    def column(self, name: str, many: bool = False) -> list[list[int]]:
        """The numbers of every document in a column."""
        pieces: list[tuple[int, str]] = []
        for part, keys in self.index["columns"]:
            for key in keys:
                column, _, first = key.rpartition(":")
                if column == name:
                    pieces.append((int(first), self._read_part("columns", part)[key]))
        numbers = [number for _, piece in sorted(pieces) for number in decode(piece)]
        if not many:
            return [[number] for number in numbers]
        rows: list[list[int]] = []
        at = 0
        while at < len(numbers):
            rows.append(numbers[at + 1 : at + 1 + numbers[at]])
            at += 1 + numbers[at]
        return rows

    # Terms

    def _read_entries(self, part: int) -> dict[int, tuple[int, int, int, int, int, int]]:
        """{term: start and end in the part's text, title and number lists}."""
        numbers = decode(self._term_part(part)["terms"])
        entries: dict[int, tuple[int, int, int, int, int, int]] = {}
        term = self._firsts[part] - 1
        at = text = title = number = 0
        while at < len(numbers):
            term += numbers[at] + 1
            size, has_head = divmod(numbers[at + 1], 2)
            in_title, in_number = (numbers[at + 2], numbers[at + 3]) if has_head else (0, 0)
            at += 4 if has_head else 2
            entries[term] = (text, text + size, title, title + in_title, number, number + in_number)
            text, title, number = text + size, title + in_title, number + in_number
        return entries

    def _term_part(self, part: int) -> Any:
        return self._part("terms", self._names[part * NAME_LENGTH : (part + 1) * NAME_LENGTH])

    def parts_of(self, term: int) -> range:
        """The parts that can hold a term: one, or all the pieces of a long list."""
        low, high = bisect_left(self._firsts, term), bisect_right(self._firsts, term)
        return range(low, high) if low < high else range(max(0, low - 1), low)

    def stored_words(self) -> Iterator[str]:
        """Every single character and bigram of the index, by first character. Reads every part."""
        last = -1
        for part in range(len(self._firsts)):
            for term in self._read_entries(part):
                if term != last:
                    last = term
                    yield chr(term >> 16) + (chr(term & 0xFFFF) if term & 0xFFFF else "")

    def posting(self, term: int) -> Posting:
        text: list[str] = []
        heads = ["", ""]
        for part in self.parts_of(term):
            found = self._entries(part).get(term)
            if found:
                content = self._term_part(part)
                text.append(content["text"][found[0] : found[1]])
                heads[0] += content["title"][found[2] : found[3]]
                heads[1] += content["number"][found[4] : found[5]]
        units: dict[int, int] = {}
        unit = -1
        levels = self._levels
        for number in decode("".join(text)):
            gap, level = divmod(number, len(levels))
            unit += gap + 1
            units[unit] = levels[level]
        return Posting(units, list(accumulate(decode(heads[0]))), list(accumulate(decode(heads[1]))))

    # Words

    def _word(self, word: str) -> Places:
        chosen = self.folding.chosen(word)
        postings = [self.posting(term) for _, term in chosen]
        units: dict[int, int] = {}
        if postings:
            rarest = min(postings, key=lambda posting: len(posting.units))
            for unit in rarest.units:
                counts = [posting.units.get(unit, 0) for posting in postings]
                if all(counts):
                    units[unit] = min(counts)
        documents: dict[int, int] = {}
        for unit, count in units.items():
            document = self._document_of[unit]
            documents[document] = documents.get(document, 0) + count
        offsets = [offset for offset, _ in chosen]
        title = self._aligned([posting.title for posting in postings], offsets)
        number = self._aligned([posting.number for posting in postings], offsets)
        return Places(units, documents, title, number, self.folding.settles(word))

    def _aligned(self, lists: Sequence[Sequence[int]], offsets: Sequence[int]) -> dict[int, list[int]]:
        """{document: positions} where a word's terms stand at their offsets of each other."""
        if not lists or not all(lists):
            return {}
        sets = [{place - offset for place in places} for places, offset in zip(lists, offsets, strict=True)]
        found: dict[int, list[int]] = {}
        for place in sorted(set.intersection(*sets)):
            if place >= 0:
                found.setdefault(place // self._stride, []).append(place % self._stride)
        return found

    # Units

    def document_of(self, unit: int) -> int:
        return self._document_of[unit]

    def unit(self, unit: int) -> dict[str, Any]:
        """A unit as stored: what its document is called, and its text."""
        pages = self.index["texts"]
        page = bisect_right([first for first, _ in pages], unit) - 1
        first, name = pages[page]
        content = self._part("places", name)
        counts = decode(content["counts"])
        part = 0
        while first + counts[part] <= unit:
            first += counts[part]
            part += 1
        text_part = content["names"][part * NAME_LENGTH : (part + 1) * NAME_LENGTH]
        stored: dict[str, Any] = self._part("texts", text_part)["units"][unit - first]
        return stored
