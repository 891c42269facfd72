"""The order of a printed index: by the sound of the first character, as GB 2312 has arranged its first level."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

OTHERS = "其他"
# Where each initial begins in GB 2312, level 1. No syllable begins with I, U or V.
_INITIALS = (
    (0xB0A1, "A"), (0xB0C5, "B"), (0xB2C1, "C"), (0xB4EE, "D"), (0xB6EA, "E"), (0xB7A2, "F"), (0xB8C1, "G"), (0xB9FE, "H"),
    (0xBBF7, "J"), (0xBFA6, "K"), (0xC0AC, "L"), (0xC2E8, "M"), (0xC4C3, "N"), (0xC5B6, "O"), (0xC5BE, "P"), (0xC6DA, "Q"),
    (0xC8BB, "R"), (0xC8F6, "S"), (0xCBFA, "T"), (0xCDDA, "W"), (0xCEF4, "X"), (0xD1B9, "Y"), (0xD4D1, "Z"),
)  # fmt: skip
_STARTS = [start for start, _ in _INITIALS]
_LEVEL_2 = 0xD8A1  # from here on characters are arranged by radical: their sound is not told


def initial(text: str) -> str:
    """The letter a text is filed under; OTHERS for digits, signs and rare characters."""
    first = text[:1]
    if first.isascii() and first.isalpha():
        return first.upper()
    code = _code(first)
    return _INITIALS[bisect_right(_STARTS, code) - 1][1] if _STARTS[0] <= code < _LEVEL_2 else OTHERS


def by_sound(text: str) -> tuple[int, ...]:
    """A sort key: character by character in the order of GB 2312, rare characters last."""
    return tuple(map(_code, text))


@lru_cache(maxsize=16_384)
def _code(character: str) -> int:
    try:
        return int.from_bytes(character.encode("gb2312"), "big")
    except UnicodeEncodeError:
        return 0x10000 + ord(character)
