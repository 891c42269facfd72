"""Numbers in running text that might be somebody's: where they may not stand, and how a message shows them.

Messages end up in the logs of public pipelines: a number is never repeated in full.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

PIECES = r"[0-9](?:[ -]?[0-9]){10}"
"""Eleven digits or more, perhaps in groups."""
SIGNS = "０１２３４５６７８９"
_RUN = re.compile(r"\d(?:[ -]?\d){10,}")
_BEFORE, _AFTER = 4, 8  # characters beside a run that may belong to what is written of it

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>()（），。；、]+|\]\([^)\n]*\)", re.IGNORECASE)


def near(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches, in order, of a pattern each match of which holds eleven digits or more, perhaps in groups, and that looks no
    further than a few characters beyond them. Texts are long and such runs few."""
    for start, end in _runs(text):
        yield from pattern.finditer(text, max(0, start - _BEFORE), end + _AFTER)


@lru_cache(maxsize=1)  # the rules on digits look at a text one after the other
def _runs(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in _RUN.finditer(text))


def plain(digits: str) -> str:
    """The digits (and a closing X) alone, half-width: blanks and hyphens of a grouped number dropped."""
    return re.sub(r"[ -]", "", unicodedata.normalize("NFKC", digits)).upper()


def masked(number: str, first: int, last: int) -> str:
    """A number with only its first and last places shown, as notices of inspections write them."""
    return number[:first] + "*" * (len(number) - first - last) + number[len(number) - last :]


def in_address(line: str, column: int) -> bool:
    """Whether a column of a line, counted from 0, lies in a web address or in the target of a link."""
    return any(found.start() <= column < found.end() for found in _ADDRESS.finditer(line))
