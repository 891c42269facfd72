"""A document's text cut into units: what one posting points at and what one excerpt is drawn from.

A unit is a run of whole blocks, so no word that can be found lies across two units. Short documents are one unit; in a
long law a hit costs the unit it stands in, not the law.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from gongkai.searching.entries import Entry
from gongkai.searching.inversion.plainness import is_plain
from gongkai.searching.parts import quoted
from gongkai.searching.terms import from_units, to_units

UNIT = 6_700  # code points after which a unit ends at the next block's end
_COUNT = re.compile("[1-9][0-9]{0,5}$")
_LONE_SURROGATES = re.compile("[\ud800-\udfff]")
_OTHER_BREAKS = dict.fromkeys(map(ord, "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"), "\n")


class Text(NamedTuple):
    """A text as clean() leaves it, and the same in UTF-16. `is_plain` is that of inversion.plainness."""

    text: str
    raw: bytes
    is_plain: bool

    @property
    def is_wide(self) -> bool:
        """Whether code points and code units differ."""
        return not self.is_plain and len(self.raw) > 2 * len(self.text)

    def quoted(self) -> bytes:
        """The text as JSON."""
        return b'"%b"' % self.text.encode("utf-8").replace(b"\n", b"\\n") if self.is_plain else quoted(self.text)

    def between(self, start: int, end: int) -> Text:
        """A stretch of it, in code points."""
        text = self.text[start:end]
        return Text(text, text.encode("utf-16-le") if self.is_wide else self.raw[2 * start : 2 * end], self.is_plain)


class Unit(NamedTuple):
    """A stretch of a document's text. `headings` are (offset in the text in UTF-16 code units, heading, anchor); the one
    in force where the unit begins has offset 0."""

    text: Text
    headings: tuple[tuple[int, str, str], ...]


def cleaned(texts: Sequence[str]) -> Iterator[Text]:
    """Texts as clean() leaves them. That most of them are plain is soonest seen of many at once."""
    raw = [text.encode("utf-16-le", "surrogatepass") for text in texts]
    are_plain = is_plain(b"".join(raw))
    for text, own in zip(texts, raw, strict=True):
        if are_plain or is_plain(own):
            yield Text(text, own, True)
        else:
            tidy = clean(text)
            yield Text(tidy, tidy.encode("utf-16-le"), False)


def clean(text: str) -> str:
    """Text that UTF-8 can hold, of the same length: a surrogate that stands alone becomes U+FFFD, every break "\\n"."""
    if text.isprintable():
        return text  # so are most single lines, and nothing tells it faster
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        text = _LONE_SURROGATES.sub("\ufffd", text)
    return text.translate(_OTHER_BREAKS) if any(map(text.__contains__, map(chr, _OTHER_BREAKS))) else text


def head_lines(entry: Entry) -> list[str]:
    """What is searched besides the body, one line each: title and 文号 first, then organs, dates, further lines."""
    return [entry.title, *_known_by(entry, entry.more)]


def mark_lines(entry: Entry) -> list[str]:
    """What a document is known by besides its title, one line each: 文号, organs, dates."""
    return _known_by(entry, ())


def _known_by(entry: Entry, more: Sequence[str]) -> list[str]:
    lines = (*entry.filters.get("发文机关", ()), *more, *_spellings(entry.date))
    return [entry.number, *dict.fromkeys([line.replace("\n", " ") for line in lines if line])]


@lru_cache(maxsize=4096)
def _spellings(date: str) -> tuple[str, ...]:
    """How a date that tells the day is written."""
    year, _, rest = date.partition("-")
    month, _, day = rest.partition("-")
    return (date, f"{year}年{int(month)}月{int(day)}日") if day.isdigit() else ()


def cut(entry: Entry, whole: Text) -> Iterator[Unit]:
    """At least one unit, also of an empty text. `whole` is the entry's text."""
    text, is_wide = whole.text, whole.is_wide
    start = place = 0
    while True:
        end = text.find("\n", start + UNIT) if len(text) - start > UNIT else -1
        stretch = whole if end < 0 and not start else whole.between(start, len(text) if end < 0 else end)
        within: list[tuple[int, str, str]] = []
        while place < len(entry.headings) and entry.headings[place][0] <= start:
            place += 1
        if place:
            within.append((0, *entry.headings[place - 1][1:]))
        for offset, heading, anchor in entry.headings[place:]:
            if offset > start + len(stretch.text):
                break
            within.append((len(to_units(stretch.text[: offset - start])) if is_wide else offset - start, heading, anchor))
        yield Unit(stretch, tuple(within))
        if end < 0:
            return
        start = end + 1


def headings_code(unit: Unit) -> tuple[list[int], list[list[str]]]:
    """Headings of a unit as few numbers: (gap to the last, length) where the heading stands in the text and its anchor is
    the last one with the number after; else length 0, and heading and anchor in the second list."""
    if not unit.headings:
        return [], []
    is_wide = unit.text.is_wide
    units = to_units(unit.text.text) if is_wide else unit.text.text
    numbers: list[int] = []
    named: list[list[str]] = []
    last, expected = 0, ""
    for offset, heading, anchor in unit.headings:
        written = to_units(heading) if is_wide else heading  # what stands in a text is no wider than the text
        if anchor == expected and heading and units.startswith(written, offset):
            numbers += (offset - last, len(written))
        else:
            numbers += (offset - last, 0)
            named.append([heading, anchor])
        last, expected = offset, next_anchor(anchor)
    return numbers, named


def read_headings(text: str, numbers: Sequence[int], named: Sequence[Sequence[str]]) -> list[tuple[int, str, str]]:
    """headings_code, reversed."""
    units = to_units(text)
    found: list[tuple[int, str, str]] = []
    offset, anchor, place = 0, "", 0
    for gap, length in zip(numbers[::2], numbers[1::2], strict=True):
        offset += gap
        if length:
            written = units[offset : offset + length]
            heading, anchor = written if units is text else from_units(written), next_anchor(anchor)
        else:
            heading, anchor = named[place]
            place += 1
        found.append((offset, heading, anchor))
    return found


@lru_cache(maxsize=4096)
def next_anchor(anchor: str) -> str:
    """tiao-9 → tiao-10; "" where an anchor ends in no number."""
    stem, dash, number = anchor.rpartition("-")
    return f"{stem}-{int(number) + 1}" if dash and _COUNT.match(number) else ""
