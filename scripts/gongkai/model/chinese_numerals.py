"""Chinese numerals up to 9,999, as they number articles (第一百二十条) and orders (第三十一号)."""

from __future__ import annotations

from functools import lru_cache

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}


@lru_cache(maxsize=4096)
def number_of(text: str) -> int:
    """The number that Arabic digits or Chinese numerals stand for; 0 when they stand for none."""
    if text.isascii() and text.isdigit():
        return int(text)
    total, digit = 0, 0
    if text and all(c in _DIGITS for c in text):  # 二〇一九 is said digit by digit
        return int("".join(str(_DIGITS[c]) for c in text))
    for c in text:
        if c in _DIGITS:
            digit = _DIGITS[c]
        elif c in _UNITS:
            total += (digit or 1) * _UNITS[c]
            digit = 0
        else:
            return 0
    return total + digit


def in_numerals(number: int) -> str:
    """A number from 1 to 99 in Chinese numerals: 6 → 六, 12 → 十二."""
    digits = "零一二三四五六七八九"
    tens, ones = divmod(number, 10)
    if not tens:
        return digits[ones]
    return ("" if tens == 1 else digits[tens]) + "十" + (digits[ones] if ones else "")
