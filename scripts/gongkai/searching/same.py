"""Whether an index says of unchanged documents what the last one did, which was asked for every one of them (`self_test`).

What both have under one name in one place is one file, its name being that of its content. Of every other part all that
concerns unchanged documents is compared: their postings in every term, their leads, their units; and their rows in the
columns. So whoever was found in the last index is found in this one, by the same words and the same readers.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import zip_longest
from operator import attrgetter
from pathlib import Path
from typing import Any

from gongkai.searching.grouping import GROUP_NAME_LENGTH, part_name
from gongkai.searching.inversion.asking import places_apart, units_apart
from gongkai.searching.store import IndexUnreadableError, Store

_NOWHERE = ("", "", "", "")


def differing(before: Path, now: Path, changed: Collection[int]) -> list[int] | None:
    """The documents that are not among the `changed` and of which the index `now` says other things than that `before`; both
    number them alike. None where they cannot be compared."""
    try:
        one, other = _Compared(before), _Compared(now)
        if any(one.index["recipe"][key] != other.index["recipe"][key] for key in ("lengths", "unit_length", "levels", "stride")):
            return None
        if one.joined("extent") != other.joined("extent") and one.first_units != other.first_units:
            return None
        found = {*_in_columns(one, other), *_in_terms(one, other), *_in_leads(one, other), *_in_texts(one, other, changed)}
    except (IndexUnreadableError, OSError, ValueError, KeyError, IndexError):
        return None
    return sorted(found.difference(changed))


class _Compared(Store):
    """A store that tells what stands in single parts."""

    def names(self, kind: str) -> list[str]:
        """The names of the parts of a kind; the last ones of the last group may be of none."""
        names = {"terms": self.index["terms"]["names"], "leads": self.index["leads"], "texts": self._text_names}[kind]
        return [part_name(names, part, self._group) for part in range(len(names) // GROUP_NAME_LENGTH * self._group)]

    def content(self, kind: str, name: str) -> bytes | None:
        """What a part holds; None where there is none of this name."""
        path = self._folder / f"{kind}/{name}.json"
        return path.read_bytes() if path.exists() else None

    def is_first(self, kind: str, part: int) -> int:
        """What besides its content tells what a part says: its first term, its first unit."""
        firsts = {"terms": self._firsts, "texts": self._text_firsts, "leads": []}[kind]
        return firsts[part] if part < len(firsts) else -1

    def term_lists(self, parts: Iterable[int]) -> dict[int, tuple[str, ...]]:
        """Text, marks, title and number lists of the terms in these parts; of one that has parts of its own, of all of them."""
        held = {part: self._read_entries(part) for part in parts if part < len(self._firsts)}
        for part, entries in list(held.items()):
            if len(entries) == 1:
                held.update(self._beside(part, -1, entries.keys()))
                held.update(self._beside(part, 1, entries.keys()))
        found: dict[int, tuple[str, ...]] = {}
        for part, entries in sorted(held.items()):
            content = self._term_part(part)
            for term, slices in entries.items():
                own = [content[name][low:high] for name, (low, high) in zip(("text", "marks", "title", "number"), slices, strict=True)]
                found[term] = tuple(map("".join, zip(found.get(term, _NOWHERE), own, strict=True)))
        return found

    def _beside(self, part: int, step: int, terms: Collection[int]) -> Iterator[tuple[int, Any]]:
        while 0 <= (part := part + step) < len(self._firsts) and (entries := self._read_entries(part)).keys() == terms:
            yield part, entries

    def document_at(self, place: int) -> int:
        """The document with this place in its title or 文号."""
        return place // self._stride


def _others(one: _Compared, other: _Compared, kind: str) -> list[int]:
    """The places at which the parts of a kind are not the same."""
    return [
        part
        for part, (name, again) in enumerate(zip_longest(one.names(kind), other.names(kind), fillvalue=""))
        if (name != again and one.content(kind, name) != other.content(kind, again)) or one.is_first(kind, part) != other.is_first(kind, part)
    ]


def _in_terms(one: _Compared, other: _Compared) -> Iterator[int]:
    parts = _others(one, other, "terms")
    before, now = one.term_lists(parts), other.term_lists(parts)
    for term in before.keys() | now.keys():
        told, again = before.get(term, _NOWHERE), now.get(term, _NOWHERE)
        if told != again:
            yield from map(other.document_of, units_apart(told[:2], again[:2]))
            yield from (other.document_at(place) for field in (2, 3) for place in places_apart(told[field], again[field]))


def _unequal(one: dict[int, Any], other: dict[int, Any]) -> Iterator[int]:
    return (document for document in one.keys() | other.keys() if one.get(document) != other.get(document))


def _in_leads(one: _Compared, other: _Compared) -> Iterator[int]:
    parts = _others(one, other, "leads")
    before, now = ({n: lead for part in parts if store.content("leads", store.names("leads")[part]) is not None for n, lead in store._read_leads(part).items()} for store in (one, other))
    return _unequal(before, now)


def _in_texts(one: _Compared, other: _Compared, changed: Collection[int]) -> Iterator[int]:
    for part in _others(one, other, "texts"):
        for unit in range(other.is_first("texts", part), other.is_first("texts", part + 1)):
            document = other.document_of(unit)
            if document not in changed and one.unit(unit) != other.unit(unit):
                yield document


def _in_columns(one: _Compared, other: _Compared) -> Iterator[int]:
    for name, rows in (("extent", attrgetter("text_lengths")), ("standing", attrgetter("standings")), ("date", attrgetter("dates"))):
        if one.joined(name) != other.joined(name):
            yield from (document for document, (row, again) in enumerate(zip(rows(one), rows(other), strict=True)) if row != again)
    for key in (str(each["key"]) for each in other.index["filters"]):
        if all(one.joined(f"{sign}{key}") == other.joined(f"{sign}{key}") for sign in "#%="):
            continue
        values, again = one.values(key), other.values(key)
        for document, (codes, others) in enumerate(zip(one.codes(key), other.codes(key), strict=True)):
            if [values[code] for code in codes] != [again[code] for code in others]:
                yield document
