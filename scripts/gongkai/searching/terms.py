"""Folding and terms: the one definition of what is looked for and what is found. Twin: theme/search/terms.js.

Folding works on UTF-16 code units (as JavaScript strings do), so that offsets and terms are alike in both. A term is a
bigram of adjacent word characters, or a single character; its key is `first << 16 | second`, second 0 for a single one.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Any

from gongkai.searching.characters import BLANK, BREAK, DROPPED, HAN_RANGES, PLAIN_RANGES, folding_table
from gongkai.searching.codec import decode, encode, from_zigzag, to_zigzag

OTHER, PLAIN, HAN, SPACE, END = 0, 1, 2, 3, 4  # what a folded code unit counts as
# A longer word is looked up by this many of its terms, evenly spread; the text then verifies it. Terms that stand in
# so many units are passed over where two others are left: they cost as much to load and tell hardly anything.
TERMS_OF_A_WORD = 4
COMMON_SHARE = 16  # one unit in so many
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")

Ranges = Sequence[Sequence[int]]


def to_units(text: str) -> str:
    """The string with one character per UTF-16 code unit (astral characters become their surrogates)."""
    if text.isascii() or not _ASTRAL.search(text):
        return text
    return "".join(map(chr, array("H", text.encode("utf-16-le", "surrogatepass"))))


def from_units(units: str) -> str:
    """The reverse of to_units; a surrogate that stands alone becomes U+FFFD."""
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


class Folding:
    """A folding table with its classes; `standard()` for writing, `from_recipe()` for reading an index."""

    def __init__(
        self,
        table: Sequence[int],
        plain: Ranges = PLAIN_RANGES,
        han: Ranges = HAN_RANGES,
        terms_of_a_word: int = TERMS_OF_A_WORD,
        common: Iterable[int] = (),
    ) -> None:
        self.table = table
        self._terms_of_a_word = terms_of_a_word
        self._common = frozenset(common)
        self.kinds = bytearray(0x10000)
        for kind, ranges in ((PLAIN, plain), (HAN, han)):
            for first, last in ranges:
                self.kinds[first : last + 1] = bytes([kind]) * (last - first + 1)
        self.kinds[BLANK], self.kinds[BREAK] = SPACE, END
        self._translation = {code: chr(target) if target else None for code, target in enumerate(table) if target != code}
        self._translation[0] = None
        plain_class = "".join(f"{re.escape(chr(first))}-{re.escape(chr(last))}" for first, last in plain)
        self._idle_blanks = re.compile(f"(?<![{plain_class}]) | (?![{plain_class}])")
        self._blanks = re.compile("  +")

    @classmethod
    def standard(cls) -> Folding:
        return cls(folding_table())

    @classmethod
    def from_recipe(cls, recipe: Mapping[str, Any]) -> Folding:
        """The folding an index was made with. ValueError where the recipe is damaged."""
        table = array("H", range(0x10000))
        code = -1
        numbers = decode(recipe["fold"])
        for gap, change in zip(numbers[::2], numbers[1::2], strict=True):
            code += gap + 1
            table[code] = code + from_zigzag(change)
        common = (rise + place for place, rise in enumerate(accumulate(decode(recipe["common"]))))
        return cls(table, recipe["plain"], recipe["han"], recipe["terms_of_a_word"], common)

    def told(self, alphabet: Iterable[int]) -> str:
        """The table for the index: pairs (gap, change). Only what can lead to a text with this alphabet, or to ASCII,
        is told; other characters can be in no text of the index, folded or not."""
        wanted = set(alphabet) | set(range(0x80)) | set(map(ord, "年第号令公告通告"))
        numbers: list[int] = []
        last = -1
        for code, target in enumerate(self.table):
            if target != code and target in wanted:
                numbers += (code - last - 1, to_zigzag(target - code))
                last = code
        return encode(numbers)

    def fold(self, text: str) -> str:
        """The folded text, one character per code unit. A blank stays only between two plain word characters."""
        folded = to_units(text).translate(self._translation)
        return self._idle_blanks.sub("", self._blanks.sub(" ", folded))

    def fold_with_offsets(self, units: str) -> tuple[str, list[int]]:
        """fold() of a string of code units, and for each character the offset it came from."""
        folded: list[str] = []
        offsets: list[int] = []
        blank = -1
        last = OTHER
        for offset, character in enumerate(units):
            code = self.table[ord(character)]
            if code == DROPPED:
                continue
            if code == BLANK:
                blank = offset if blank < 0 else blank
                continue
            kind = self.kinds[code]
            if blank >= 0:
                if last == PLAIN and kind == PLAIN:
                    folded.append(" ")
                    offsets.append(blank)
                blank = -1
            folded.append(chr(code))
            offsets.append(offset)
            last = kind
        return "".join(folded), offsets

    def terms(self, word: str) -> list[tuple[int, int]]:
        """(offset in the word, key) of a folded word: its bigrams; if it has none, its single characters."""
        kinds = [self.kinds[ord(character)] for character in word]
        bigrams = [
            (index, ord(word[index]) << 16 | ord(word[index + 1]))
            for index in range(len(word) - 1)
            if kinds[index] in (PLAIN, HAN) and kinds[index + 1] in (PLAIN, HAN)
        ]
        if bigrams:
            return bigrams
        letters = [index for index, kind in enumerate(kinds) if kind in (PLAIN, HAN)]
        chosen = letters or [index for index, kind in enumerate(kinds) if kind == OTHER]
        return [(index, ord(word[index]) << 16) for index in chosen]

    def chosen(self, word: str) -> list[tuple[int, int]]:
        """The terms a word is looked up by: the telling ones, at most TERMS_OF_A_WORD of them, evenly spread."""
        terms = self.terms(word)
        telling = [term for term in terms if term[1] not in self._common]
        if len(telling) >= 2:
            terms = telling
        count, limit = len(terms), self._terms_of_a_word
        if count <= limit:
            return terms
        return [terms[index * (count - 1) // (limit - 1)] for index in range(limit)]

    def settles(self, word: str) -> bool:
        """Whether the postings alone tell where the word stands: it is one term and nothing else."""
        terms = self.terms(word)
        return len(terms) == 1 and len(word) == (2 if terms[0][1] & 0xFFFF else 1)
