"""Folding and terms: the one definition of what is looked for and what is found. Twin: theme/search/terms.js.

Folding works on UTF-16 code units (as JavaScript strings do), so that offsets and terms are alike in both. A term is a
bigram of adjacent word characters, or a single character; its key is `first << 16 | second`, second 0 for a single one.
In the index a word character by itself is kept only where none follows: where else it stands, the bigrams that begin
with it tell. There its second is a bridge over what follows: BRIDGE and in it five bits of the sign after it and six of what comes
then, so that `八）行` is looked up as one term. Where a word ends with the sign, OPEN stands for all bridges over it.

Digits are few and stand everywhere, so bigrams tell little about numbers. Around them are terms of their own: every
stretch of three solid characters that holds a digit, and every stretch of five `xdSdx` with two digits d parted by one
other sign S (`19)54` of `(2019)54号`). Their keys are hashes in a range no bigram has (two low surrogates): ten bits of
two characters at their core, so that the terms of one number stand side by side, and ten bits of the whole.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from gongkai.searching.characters import BLANK, BREAK, DROPPED, HAN_RANGES, PLAIN_RANGES, folding_table
from gongkai.searching.codec import decode, encode, from_zigzag, to_zigzag

OTHER, PLAIN, HAN, SPACE, END = 0, 1, 2, 3, 4  # what a folded code unit counts as
# A longer word is looked up by this many of its terms, evenly spread; the text then verifies it. Bigrams that stand in
# one unit of COMMON are passed over where two others are left, those in one of VERY_COMMON first of all: they cost as
# much to load and tell hardly anything.
TERMS_OF_A_WORD = 4
DIGIT_TERMS_OF_A_WORD = 3
THOROUGH_TERMS = 6
COMMON, VERY_COMMON = 6, 3
LOW_SURROGATE = 0xDC00
# Second halves of keys that no bigram has: frames, arrows and dingbats, which are no word characters.
BRIDGE, OPEN, BRIDGES_END = 0x2500, 0x2D00, 0x2D20
HASH = 2654435761
_DROPPED = chr(DROPPED)

Ranges = Sequence[Sequence[int]]
_DIGIT = re.compile("[0-9]")


def to_units(text: str) -> str:
    """The string with one character per UTF-16 code unit (astral characters become their surrogates)."""
    encoded = text.encode("utf-16-le", "surrogatepass")
    return text if len(encoded) == 2 * len(text) else "".join(map(chr, array("H", encoded)))


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
        common: Mapping[int, bool] | None = None,
    ) -> None:
        """`common` are the common bigrams, with whether they are very common."""
        self.table = table
        self._terms_of_a_word = terms_of_a_word
        self._common = common or {}
        self.kinds = bytearray(0x10000)
        for kind, ranges in ((PLAIN, plain), (HAN, han)):
            for first, last in ranges:
                self.kinds[first : last + 1] = bytes([kind]) * (last - first + 1)
        self.kinds[BLANK], self.kinds[BREAK] = SPACE, END
        plain_class = "".join(f"{re.escape(chr(first))}-{re.escape(chr(last))}" for first, last in plain)
        self._idle_blanks = re.compile(f"(?<![{plain_class}]) | (?![{plain_class}])")
        self._blanks = re.compile("  +")

    @classmethod
    @lru_cache(maxsize=1)
    def standard(cls) -> Folding:
        """What an index is written with; the one instance."""
        return cls(folding_table())

    @classmethod
    def from_recipe(cls, recipe: Mapping[str, Any], rare: str = "") -> Folding:
        """The folding an index was made with; `rare` is the part of the table that only few queries need. ValueError
        where the recipe is damaged."""
        table = array("H", range(0x10000))
        for told in (recipe["fold"], rare):
            code = -1
            numbers = decode(told)
            for gap, change in zip(numbers[::2], numbers[1::2], strict=True):
                code += gap + 1
                table[code] = code + from_zigzag(change)
        common: dict[int, bool] = {}
        term = -1
        for number in decode(recipe["common"]):
            term += number // 2 + 1
            common[term] = bool(number % 2)
        return cls(table, recipe["plain"], recipe["han"], recipe["terms_of_a_word"], common)

    def told(self, alphabet: Iterable[int], written: Iterable[int]) -> tuple[str, str]:
        """The table for the index: pairs (gap, change), in two strings. Only what can lead to a text with this folded
        alphabet, or to ASCII, is told; other characters can be in no text of the index, folded or not. The second
        string holds characters that no text has (`written` are those texts have) and GB 2312 has not: no reader needs it
        but for a query with such a character."""
        wanted = set(alphabet) | set(range(0x80)) | set(map(ord, "年第号令公告通告"))
        near = set(written) | gb2312()
        told: tuple[list[int], list[int]] = ([], [])
        last = [-1, -1]
        for code, target in enumerate(self.table):
            if target != code and target in wanted:
                rare = code not in near
                told[rare].extend((code - last[rare] - 1, to_zigzag(target - code)))
                last[rare] = code
        return encode(told[False]), encode(told[True])

    def fold(self, text: str) -> str:
        """The folded text, one character per code unit. A blank stays only between two plain word characters."""
        folded = to_units(text).translate(self.table).replace(_DROPPED, "")
        if " " not in folded:
            return folded
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
        """(offset in the word, key) of a folded word: its bigrams and bridges; if it has none, its single characters."""
        codes = list(map(ord, word))
        kinds = self.kinds
        is_word = [kinds[code] in (PLAIN, HAN) for code in codes]
        pairs = [
            (index, codes[index] << 16 | (codes[index + 1] if is_word[index + 1] else bridge(word, index)))
            for index in range(len(codes) - 1)
            if is_word[index]
        ]
        if pairs:
            return pairs
        letters = [index for index, letter in enumerate(is_word) if letter]
        chosen = letters or [index for index, code in enumerate(codes) if kinds[code] == OTHER]
        return [(index, codes[index] << 16) for index in chosen]

    def digit_terms(self, word: str) -> list[tuple[int, int, int]]:
        """(offset, length, key) of the terms around digits, those of five characters first."""
        if not _DIGIT.search(word):
            return []
        codes = [ord(character) for character in word]
        solid = [self.kinds[code] not in (SPACE, END) for code in codes]
        digit = [0x30 <= code <= 0x39 for code in codes]
        found: list[tuple[int, int, int]] = []
        for at in range(len(codes) - 4):
            if all(solid[at : at + 5]) and digit[at + 1] and not digit[at + 2] and digit[at + 3]:
                found.append((at, 5, digit_key(codes[at : at + 5])))
        for at in range(len(codes) - 2):
            if all(solid[at : at + 3]) and any(digit[at : at + 3]):
                found.append((at, 3, digit_key(codes[at : at + 3])))
        return found

    def chosen(self, word: str, thorough: bool = False) -> list[tuple[int, int]]:
        """(offset, key) of the terms a word is looked up by: the telling ones, evenly spread; where that turned out to
        tell too little, with `thorough` THOROUGH_TERMS, if possible not very common ones."""
        around = self.digit_terms(word)
        covered = {at + step for at, length, _ in around for step in range(length - 1)}
        bigrams = [term for term in self.terms(word) if not around or (term[0] not in covered and term[1] & 0xFFFF)]
        limit = self._terms_of_a_word
        if thorough:
            bigrams = [term for term in bigrams if not self._common.get(term[1])] or bigrams
            return sorted([*_spread(bigrams, THOROUGH_TERMS), *_spread([(at, key) for at, _, key in around], THOROUGH_TERMS)])
        telling = [term for term in bigrams if term[1] not in self._common]
        least = 1 if around else 2
        if len(telling) < least:
            telling += _spread([term for term in bigrams if self._common.get(term[1]) is False], least - len(telling))
        if not telling and not around:
            telling = bigrams
        fives = [(at, key) for at, length, key in around if length == 5]
        threes = [(at, key) for at, length, key in around if length == 3]
        digits = [*_spread(fives, 2), threes[-1]] if fives else _spread(threes, DIGIT_TERMS_OF_A_WORD)
        return sorted([*_spread(telling, limit - 1 if digits else limit), *digits])

    def span(self, term: int) -> tuple[int, int]:
        """The first and the last key of the terms that a key stands for: a word character by itself for every term that
        begins with it, an open bridge for those over its sign, any other key for itself."""
        second = term & 0xFFFF
        if not second and self.kinds[term >> 16] in (PLAIN, HAN):
            return term, term | 0xFFFF
        if OPEN <= second < BRIDGES_END:
            first = term - second + BRIDGE + (second - OPEN << 6)
            return first, first + 63
        return term, term

    def tells_all(self, word: str) -> bool:
        """Whether looking a word up thoroughly would ask for nothing more."""
        return set(self.chosen(word, thorough=True)) <= set(self.chosen(word))

    def is_sparing(self, word: str) -> bool:
        """Whether looking a word up leaves out bigrams that would tell."""
        chosen = self.chosen(word)
        return not self.digit_terms(word) and any(
            term not in chosen for term in self.terms(word) if term[1] not in self._common and is_bigram(term[1])
        )

    def settles(self, word: str) -> bool:
        """Whether the postings alone tell where the word stands: it is one term and nothing else."""
        terms = self.terms(word)
        if len(terms) != 1 or is_bridge(terms[0][1]):
            return False
        return len(word) == (2 if terms[0][1] & 0xFFFF else 1)


def bridge(word: str, index: int) -> int:
    """The second half of the key of the word character at `index`, which none follows."""
    sign = _high_bits(ord(word[index + 1]), 5)
    return BRIDGE + (sign << 6) + _high_bits(ord(word[index + 2]), 6) if index + 2 < len(word) else OPEN + sign


def is_bridge(term: int) -> bool:
    """Whether a key is one of a bridge, open or not."""
    return BRIDGE <= term & 0xFFFF < BRIDGES_END


def is_bigram(term: int) -> bool:
    """Whether a key is one of two word characters side by side."""
    return bool(term & 0xFFFF) and not is_bridge(term) and term >> 26 != LOW_SURROGATE >> 10


def _high_bits(code: int, bits: int) -> int:
    return (code * HASH & 0xFFFFFFFF) >> 32 - bits


def gb2312() -> set[int]:
    """The characters of GB 2312, which those who write 简体 hardly ever leave, and ASCII."""
    rows = (bytes([row, cell]) for row in (*range(0xA1, 0xAA), *range(0xB0, 0xF8)) for cell in range(0xA1, 0xFF))
    return set(range(0x80)) | {ord(character) for character in b"".join(rows).decode("gbk", "replace")}


def digit_key(codes: Sequence[int]) -> int:
    """The key of a term around digits, of three or five code units."""
    at = len(codes) - 2 if len(codes) == 5 or not 0x30 <= codes[0] <= 0x39 else 0
    whole = len(codes)
    for code in codes:
        whole = whole * 31 + code
    core = codes[at] * 31 + codes[at + 1]
    return (LOW_SURROGATE | _ten_bits(core)) << 16 | LOW_SURROGATE | _ten_bits(whole)


def _ten_bits(number: int) -> int:
    return _high_bits(number, 10)


def _spread(terms: Sequence[tuple[int, int]], limit: int) -> list[tuple[int, int]]:
    """At most so many of them, the first and the last among them."""
    if len(terms) <= limit or limit < 2:
        return list(terms[:limit])
    return [terms[index * (len(terms) - 1) // (limit - 1)] for index in range(limit)]
