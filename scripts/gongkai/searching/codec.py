"""Numbers as printable ASCII that needs no escape in JSON: a code of 93 characters, self-delimiting, no separators.

A number is zero or more leading characters (base LEADS, most significant first) and one final character (base
FINALS). Finals are the first FINALS characters of the alphabet, leads the rest, so a reader sees where a number ends
without context. Lengths are bijective: no number has two spellings. Twin: theme/search/codec.js.
"""

from __future__ import annotations

from collections.abc import Iterable

ALPHABET = "".join(chr(code) for code in range(32, 127) if chr(code) not in '"\\')
# 70 of 93: the best of 48…80 on real postings (gap × 5 levels) by size after gzip.
FINALS = 70
LEADS = len(ALPHABET) - FINALS
_FOREIGN = 255  # what other bytes count as; the backslash among them stands for characters beyond ASCII
_VALUES = bytes(ALPHABET.find(chr(code)) % 256 for code in range(256))


def starts() -> list[int]:
    """The lowest number of each length in characters, up to what 63 bits hold."""
    found, count = [0], FINALS
    while found[-1] + count < 1 << 62:
        found.append(found[-1] + count)
        count *= LEADS
    return found


_STARTS = starts()


def encode(numbers: Iterable[int]) -> str:
    """Numbers ≥ 0 as one string; ValueError below 0."""
    return "".join([_SHORT[number] if 0 <= number < _STARTS[2] else _spelt(number) for number in numbers])


def _spelt(number: int) -> str:
    if number < 0:
        raise ValueError(f"{number} is negative")
    length = 1
    while length < len(_STARTS) and number >= _STARTS[length]:
        length += 1
    rest, final = divmod(number - _STARTS[length - 1], FINALS)
    characters = [ALPHABET[final]]
    for _ in range(length - 1):
        rest, lead = divmod(rest, LEADS)
        characters.append(ALPHABET[FINALS + lead])
    return "".join(reversed(characters))


_SHORT = [_spelt(number) for number in range(_STARTS[2])]


def decode(text: str) -> list[int]:
    """The numbers of a string; ValueError where it is cut off or has a foreign character."""
    values = text.encode("ascii", "backslashreplace").translate(_VALUES)
    highest = max(values, default=0)
    if highest == _FOREIGN:
        foreign = next(character for character in text if character not in ALPHABET)
        raise ValueError(f"{foreign!r} is not of the alphabet")
    if highest < FINALS:
        return list(values)
    numbers: list[int] = []
    rest = length = 0
    for value in values:
        if value >= FINALS:
            rest = rest * LEADS + value - FINALS
            length += 1
        elif length:
            numbers.append(_STARTS[length] + rest * FINALS + value)
            rest = length = 0
        else:
            numbers.append(value)
    if length:
        raise ValueError("the last number is cut off")
    return numbers


def to_zigzag(number: int) -> int:
    return number * 2 if number >= 0 else -number * 2 - 1


def from_zigzag(number: int) -> int:
    return number // 2 if number % 2 == 0 else -(number + 1) // 2


def encode_round(rising: Iterable[int]) -> str:
    """Rising numbers many of which end in zero bits: (how many zero bits, gap to the last number without them) of each."""
    numbers: list[int] = []
    last = 0
    for number in rising:
        bits = (number & -number).bit_length() - 1 if number else 0
        numbers += (bits, (number >> bits) - (last >> bits))
        last = number
    return encode(numbers)


def decode_round(text: str) -> list[int]:
    """encode_round, reversed."""
    numbers = decode(text)
    rising: list[int] = []
    last = 0
    for bits, gap in zip(numbers[::2], numbers[1::2], strict=True):
        last = (last >> bits) + gap << bits
        rising.append(last)
    return rising
