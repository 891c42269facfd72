"""公开时限 in a catalogue: the words as they stand, and what they say as numbers. Forms as standards §7 found them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gongkai.model.chinese_numerals import number_of

_LIMIT = re.compile(r"(?P<count>\d+|[一二三四五六七八九十]+)\s*个?(?P<unit>工作日|自然日|日|天|小时|月)(?:内|以内|之内)")
_FROM = re.compile(r"^(?:自|从)?(?P<start>.{2,20}?)(?:之日|后|起)")
_YEARLY = re.compile(r"每年(?P<month>\d{1,2})月(?P<day>\d{1,2})日前")
_UNITS = {"工作日": 1.0, "自然日": 5 / 7, "日": 5 / 7, "天": 5 / 7, "小时": 1 / 24, "月": 21.0}


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """The words; how many of which unit, from what; or the day of each year (`--01-31`). Nothing read = the words alone."""

    text: str
    count: int | None = None
    unit: str = ""
    start: str = ""
    yearly: str = ""

    @property
    def working_days(self) -> float | None:
        """The limit in working days, roughly for other units."""
        return self.count * _UNITS[self.unit] if self.count is not None else None


def read_time_limit(text: str) -> TimeLimit:
    """The limit that a catalogue's words give."""
    yearly = _YEARLY.search(text)
    if yearly:
        return TimeLimit(text, yearly=f"--{int(yearly['month']):02d}-{int(yearly['day']):02d}")
    match = _LIMIT.search(text)
    if not match or not number_of(match["count"]):
        return TimeLimit(text)
    start = _FROM.match(text[: match.start()])
    return TimeLimit(text, number_of(match["count"]), match["unit"], start["start"] if start else "")
