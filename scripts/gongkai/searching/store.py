"""The parts of an index, read: postings of terms, the places of words, columns, units. Twin: theme/search/store.js."""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from copy import copy
from functools import cached_property, lru_cache, partial
from itertools import accumulate
from pathlib import Path
from typing import Any

from gongkai.searching.codec import ALPHABET, decode, decode_round, from_zigzag
from gongkai.searching.columns import extent, from_runs
from gongkai.searching.cutting import read_headings
from gongkai.searching.grouping import part_name
from gongkai.searching.places import Places, Posting, by_chance, units_of
from gongkai.searching.terms import Folding, is_bigram, is_bridge, to_units

VERSION = 4
_LISTS = ("text", "marks", "title", "number")


class IndexUnreadableError(Exception):
    """The index is missing, of another version or damaged; the message says which."""


class Store:
    def __init__(self, folder: Path, kept: int = 512) -> None:
        """`kept` is how many parts of a kind stay in memory once they were read."""
        self._folder = folder
        try:
            index = json.loads((folder / "index.json").read_text("utf-8"))
        except (OSError, ValueError, RecursionError) as error:
            raise IndexUnreadableError(f"{folder / 'index.json'}: {error}") from error
        version = index.get("version") if isinstance(index, dict) else None
        if version != VERSION:
            raise IndexUnreadableError(f"{folder / 'index.json'}: version {version}, not {VERSION}")
        self.index: dict[str, Any] = index
        self.documents: int = index["documents"]
        recipe = index["recipe"]
        self._part = lru_cache(maxsize=kept)(self._read_part)
        self.levels: dict[str, int] = dict(zip(ALPHABET, recipe["levels"], strict=False))
        self._stride: int = recipe["stride"]
        self._group: int = recipe["group"]
        self._firsts = decode_round(index["terms"]["firsts"])
        self._text_firsts = [0, *accumulate(self.column("parts"))]
        self._text_names = self.joined("names")
        self.heads: dict[int, tuple[int, int]] = {}
        """Of documents in whose title or 文号 a term was found: (folded length of the title, part of the lead)."""
        self.word = lru_cache(maxsize=256)(self._word)
        self._entries = lru_cache(maxsize=min(kept, 64))(self._read_entries)
        self._texts = lru_cache(maxsize=kept)(self._read_texts)
        self._leads = lru_cache(maxsize=min(kept, 64))(self._read_leads)

    @cached_property
    def folding(self) -> Folding:
        """The folding the index was made with."""
        return Folding.from_recipe(self.index["recipe"], self._part("rare")["fold"])

    @cached_property
    def _extents(self) -> list[tuple[int, int]]:
        recipe, codes = self.index["recipe"], self.column("extent")
        told = {code: extent(code, recipe["lengths"], recipe["unit_length"]) for code in set(codes)}
        return [told[code] for code in codes]

    @cached_property
    def first_units(self) -> list[int]:
        """The first unit of every document, and how many units there are."""
        return [0, *accumulate(units for units, _ in self._extents)]

    @cached_property
    def _document_of(self) -> list[int]:
        return [document for document, (units, _) in enumerate(self._extents) for _ in range(units)]

    @cached_property
    def standings(self) -> list[int]:
        """The code of every document's state."""
        return self.column("standing")

    @cached_property
    def text_lengths(self) -> list[int]:
        """The length of every document as ranking knows it."""
        return [length for _, length in self._extents]

    def _read_part(self, name: str) -> Any:
        path = self._folder / f"{name}.json"
        try:
            return json.loads(path.read_bytes().decode("utf-8"))
        except (OSError, ValueError, RecursionError) as error:
            raise IndexUnreadableError(f"{path}: {error}") from error

    # Columns

    def joined(self, name: str) -> str:
        """A column as it stands in the parts; "" where there is none."""
        if name in self.index["core"]:
            return str(self.index["core"][name])
        pieces: list[tuple[int, str]] = []
        for part, keys in self.index["columns"]:
            for key in keys:
                column, _, offset = key.rpartition(":")
                if column == name:
                    pieces.append((int(offset), self._part(f"columns/{part}")[key]))
        return "".join(piece for _, piece in sorted(pieces))

    def column(self, name: str) -> list[int]:
        """The numbers of a column."""
        return from_runs(self.joined(name))

    @cached_property
    def dates(self) -> list[int]:
        """columns.day of every document."""
        return list(accumulate(self.column("date")))

    def values(self, key: str) -> list[str]:
        """The values of a filter; the place of each is its code."""
        joined = self.joined(f"#{key}")
        return joined.split("\n") if joined else []

    def codes(self, key: str) -> list[tuple[int, ...]]:
        """The codes of each document's values."""
        numbers = decode(self.joined(f"%{key}"))
        sets: list[tuple[int, ...]] = []
        at = 0
        while at < len(numbers):
            sets.append(tuple(numbers[at + 1 : at + 1 + numbers[at]]))
            at += 1 + numbers[at]
        return [sets[number] for number in self.column(f"={key}")]

    def titles(self) -> list[str]:
        """Folded titles; of a very large column not all."""
        return to_units(self.joined("titles")).split("\n")

    def title_parts(self) -> list[int]:
        """The part of leads of each title."""
        return list(accumulate(map(from_zigzag, self.column("titled"))))

    def synonyms(self) -> dict[str, list[str]]:
        """The site's own list, folded."""
        lines = (line.split("\t") for line in to_units(self.joined("synonyms")).split("\n") if line)
        return {word: others for word, *others in lines}

    # Terms

    def _read_entries(self, part: int) -> dict[int, tuple[tuple[int, int], ...]]:
        """{term: start and end in the part's text, marks, title and number lists}."""
        numbers = decode(self._term_part(part)["terms"])
        entries: dict[int, tuple[tuple[int, int], ...]] = {}
        term = self._firsts[part] - 1
        text = marks = title = number = at = 0
        while at < len(numbers):
            term += numbers[at] + 1
            postings = (numbers[at + 1] >> 1) + 1
            text_end, marks_end = text + postings + numbers[at + 2], marks + postings
            title_end, number_end = title, number
            if numbers[at + 1] & 1:
                title_end, number_end = title + numbers[at + 3], number + numbers[at + 4]
                at += 2
            at += 3
            entries[term] = (text, text_end), (marks, marks_end), (title, title_end), (number, number_end)
            text, marks, title, number = text_end, marks_end, title_end, number_end
        return entries

    def _term_part(self, part: int) -> Any:
        return self._part(f"terms/{part_name(self.index['terms']['names'], part, self._group)}")

    def parts_of(self, term: int) -> range:
        """The parts that can hold a term: one, or all the pieces of a long list, or of the terms that it stands for."""
        first, last = self.folding.span(term)
        low, high = bisect_left(self._firsts, first), bisect_right(self._firsts, last)
        return range(low if low < len(self._firsts) and self._firsts[low] == first else max(0, low - 1), high)

    def stored_words(self) -> Iterator[str]:
        """Every bigram and every character that none follows, by first character. Reads every part."""
        last = -1
        for part in range(len(self._firsts)):
            for term in self._read_entries(part):
                if term != last:
                    last = term
                    yield chr(term >> 16) + ("" if is_bridge(term) or not term & 0xFFFF else chr(term & 0xFFFF))

    def posting(self, term: int) -> Posting:
        units: dict[int, int] = {}
        lists = self.lists(term)
        for text, marks, _, _ in lists:
            own = {unit: self.levels[mark] for unit, mark in zip(units_of(text), marks, strict=True)}
            if units:
                own = {unit: units.get(unit, 0) + count for unit, count in own.items()}
            units.update(own)
        title, number = ([place for each in lists for place in self._places(decode(each[field]))] for field in (2, 3))
        return Posting(units, sorted(title), sorted(number))

    def lists(self, term: int) -> Sequence[Sequence[str]]:
        """The text, marks, title and number lists of a term, or of each that it stands for."""
        lists: dict[int, list[str]] = {}
        first, last = self.folding.span(term)
        for part in self.parts_of(term):
            entries = self._entries(part)
            for each in [key for key in entries if first <= key <= last] if first < last else [term] * (term in entries):
                content = self._term_part(part)
                slices = [content[name][low:high] for name, (low, high) in zip(_LISTS, entries[each], strict=True)]
                lists[each] = [one + other for one, other in zip(lists[each], slices, strict=True)] if each in lists else slices
        return list(lists.values())

    def _places(self, numbers: Sequence[int]) -> list[int]:
        """Places of a list of (gap, length of the title, change of the lead's part)."""
        places: list[int] = []
        place = lead = 0
        for gap, length, change in zip(numbers[::3], numbers[1::3], numbers[2::3], strict=True):
            place += gap
            lead += from_zigzag(change)
            places.append(place)
            self.heads[place // self._stride] = length, lead
        return places

    # Words

    def thorough(self) -> Store:
        """The same store, which looks words up by more of their terms."""
        other = copy(self)
        other.word = lru_cache(maxsize=256)(partial(other._word, thorough=True))
        return other

    def _word(self, word: str, thorough: bool = False) -> Places:
        chosen = self.folding.chosen(word, thorough)
        postings = [self.posting(term) for _, term in chosen]
        units: dict[int, int] = {}
        if postings:
            rarest = min(postings, key=lambda posting: len(posting.units))
            for unit in rarest.units:
                counts = [posting.units.get(unit, 0) for posting in postings]
                if all(counts):
                    units[unit] = min(counts)
        expected = by_chance(chosen, [len(posting.units) for posting in postings], len(self._document_of))
        breaks = tuple(at + 1 for (at, term), each in zip(chosen, postings, strict=True) if is_bigram(term) and not each.units)
        documents: dict[int, int] = {}
        for unit, count in units.items():
            document = self._document_of[unit]
            documents[document] = documents.get(document, 0) + count
        offsets = [offset for offset, _ in chosen]
        title = self._aligned([posting.title for posting in postings], offsets)
        number = self._aligned([posting.number for posting in postings], offsets)
        return Places(units, documents, title, number, self.folding.settles(word), expected, breaks)

    def _aligned(self, lists: Sequence[Sequence[int]], offsets: Sequence[int]) -> dict[int, list[int]]:
        """{document: positions} where a word's terms stand at their offsets of each other."""
        if not lists or not all(lists):
            return {}
        sets = [
            {place - offset for place in places if place % self._stride >= offset}
            for places, offset in zip(lists, offsets, strict=True)
        ]
        found: dict[int, list[int]] = {}
        for place in sorted(set.intersection(*sets)):
            found.setdefault(place // self._stride, []).append(place % self._stride)
        return found

    # Leads and units

    def _read_leads(self, part: int) -> dict[int, dict[str, Any]]:
        content = self._part(f"leads/{part_name(self.index['leads'], part, self._group)}")
        return {lead["n"]: {**lead, "headings": [(0, lead["heading"], lead["anchor"])]} for lead in content["leads"]}

    def lead(self, document: int) -> dict[str, Any]:
        """The lead as stored of a document in `heads`."""
        return self._leads(self.heads[document][1])[document]

    def lead_part(self, document: int) -> tuple[str, int]:
        """The part that holds the lead of a document in `heads`."""
        return "leads", self.heads[document][1]

    def text_part(self, unit: int) -> tuple[str, int]:
        """The part that holds a unit."""
        return "texts", bisect_right(self._text_firsts, unit) - 1

    def document_of(self, unit: int) -> int:
        return self._document_of[unit]

    def _read_texts(self, part: int) -> list[dict[str, Any]]:
        """The units of a part of texts, each with what its document is called."""
        document: dict[str, Any] = {}
        units: list[dict[str, Any]] = []
        for line in self._part(f"texts/{part_name(self._text_names, part, self._group)}")["units"]:
            if "slug" in line:
                document = line
                continue
            numbers = decode(line.get("headings", ""))
            headings = read_headings(line["text"], numbers, line.get("named", ()))
            units.append({**document, **line, "headings": headings})
        return units

    def unit(self, unit: int) -> dict[str, Any]:
        """A unit as stored: what its document is called, and its text."""
        _, part = self.text_part(unit)
        return self._texts(part)[unit - self._text_firsts[part]]
