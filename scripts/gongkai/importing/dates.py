"""Dates as official texts write them: `2020年8月14日`, `二〇二〇年八月十四日` with every look-alike of 〇, `2020-08-14 10:31`."""

from __future__ import annotations

import re
from datetime import date

from gongkai.model.chinese_numerals import number_of

_ZEROES = "〇○零ＯOoОо０0◯Ο"
_DIGIT = rf"[一二三四五六七八九{_ZEROES}]"
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code - 0xFEE0).isalnum()} | {0x3000: 0x20}
_ARABIC = r"(?P<y>(?:19|20)\d{2})\s*年\s*(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*日"
_CHINESE = rf"(?P<cy>[一二]{_DIGIT}{{3}})\s*年\s*(?P<cm>[一二三四五六七八九十]{{1,2}})\s*月\s*(?P<cd>[一二三四五六七八九十廿卅]{{1,3}})\s*日"
_DASHED = r"(?P<dy>(?:19|20)\d{2})\s*[-/.—–]\s*(?P<dm>\d{1,2})\s*[-/.—–]\s*(?P<dd>\d{1,2})(?!\d)"
_IN_WORDS = re.compile(f"{_ARABIC}|{_CHINESE}")
_ANY = re.compile(f"{_ARABIC}|{_CHINESE}|{_DASHED}")
_TIME = r"(?:\s*T?\s*\d{1,2}\s*[:：∶时]\s*\d{1,2}(?:\s*[:：∶分]\s*\d{1,2}秒?)?)?"
_ONLY = re.compile(rf"^[\s（(]*(?:{_ARABIC}|{_CHINESE}|{_DASHED}){_TIME}[\s）)]*$")
_CLOCK = re.compile("[上下]午|星期|周[一二三四五六日]|AM|PM")


def narrow(text: str) -> str:
    """Full-width digits, letters and blanks as half-width ones; brackets and the rest stay."""
    return text if text.isascii() else text.translate(_WIDE)


def date_of(text: str) -> date | None:
    """The date that a whole line is, with or without a time of day behind it; None for anything more than that."""
    if len(text) > 60 or _CLOCK.search(text):
        return None
    match = _ONLY.match(_even(text))
    return _date(match) if match else None


def first_date(text: str) -> date | None:
    """The first date in a value of an info box, in any writing; None where it is a clock of the page."""
    even = _even(text[:300])
    match = _ANY.search(even)
    return _date(match) if match and not _CLOCK.search(text[:300]) else None


def date_in_words(text: str) -> tuple[date, int, int] | None:
    """The first date with 年月日 in running text, and where it stands."""
    match = _IN_WORDS.search(_even(text))
    found = _date(match) if match else None
    return (found, match.start(), match.end()) if match and found else None


def _even(text: str) -> str:
    """Full-width digits narrow, look-alikes of 〇 in years even; no character moves."""
    text = narrow(text)
    return re.sub(rf"[一二]{_DIGIT}{{3}}(?=\s*年)", lambda m: re.sub(f"[{_ZEROES}]", "〇", m[0]), text)


def _date(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    for names in (("y", "m", "d"), ("dy", "dm", "dd"), ("cy", "cm", "cd")):
        if parts.get(names[0]):
            year, month, day = (_number(parts[name]) for name in names)
            try:
                return date(year, month, day)
            except ValueError:
                return None
    return None


def _number(text: str) -> int:
    if text.isdecimal():
        return int(text)
    return number_of(text.replace("廿", "二十").replace("卅", "三十"))
