"""One door to chinese_calendar: 工作日 with the holidays and make-up days (调休) that the State Council fixes each year.

Deadlines in 工作日 begin on the day after the event. Years beyond the library's table (and beyond what the site adds of its
own) are counted Monday to Friday, and every figure that touches such a year is marked as estimated.
"""

from __future__ import annotations

from calendar import isleap
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import accumulate

from chinese_calendar import is_workday

from gongkai.model.settings import Settings

_ONE = timedelta(days=1)
_FAR = 60
"""Years between two dates from which one of them must be a slip: no calendar is made for that."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number of working days; `estimated` where a year without a table is among them."""

    days: int
    estimated: bool = False

    def __str__(self) -> str:
        return f"{self.days} 个工作日{'（估算，没有那一年的放假安排）' if self.estimated else ''}"


class WorkingDays:
    """The calendar of a site: the library's table, and the days that `site.yaml` adds (规则参数 放假、调休上班)."""

    def __init__(self, off: Iterable[date] = (), on: Iterable[date] = ()) -> None:
        self._off, self._on = frozenset(off), frozenset(on)
        self._own_years = {day.year for day in (*self._off, *self._on)}
        self._known: dict[int, bool] = {}
        self._sums: dict[int, tuple[int, ...]] = {}

    def between(self, start: date, end: date) -> Count:
        """Working days after `start` up to and including `end`; 0 where `end` is not after `start`."""
        if end <= start:
            return Count(0)
        if end.year - start.year > _FAR:
            return Count((end - start).days * 5 // 7, True)
        years = range(start.year, end.year + 1)
        days = sum(self._year(year)[-1] for year in years) - self._passed(start)
        days -= self._year(end.year)[-1] - self._passed(end)
        return Count(days, not all(self._is_known(year) for year in years))

    def after(self, start: date, days: int) -> tuple[date, bool]:
        """The last day of a deadline of so many working days after `start`, and whether it is an estimate."""
        day, estimated = start, False
        while days > 0 and day < date.max:
            day += _ONE
            days -= self.works(day)
            estimated = estimated or not self._is_known(day.year)
        return day, estimated

    def works(self, day: date) -> bool:
        """Whether offices work on a day."""
        if day in self._on or day in self._off:
            return day in self._on
        return is_workday(day) if _has_table(day.year) else day.weekday() < 5

    def _is_known(self, year: int) -> bool:
        if year not in self._known:
            self._known[year] = year in self._own_years or _has_table(year)
        return self._known[year]

    def _passed(self, day: date) -> int:
        return self._year(day.year)[day.timetuple().tm_yday - 1]

    def _year(self, year: int) -> tuple[int, ...]:
        """For each day of a year the working days up to and including it."""
        if year not in self._sums:
            days = (date(year, 1, 1) + timedelta(days=n) for n in range(366 if isleap(year) else 365))
            self._sums[year] = tuple(accumulate(int(self.works(day)) for day in days))
        return self._sums[year]


def working_days(settings: Settings) -> WorkingDays:
    """The calendar of a site. Days that cannot be read are left out here; a rule reports them."""
    off, on = ([d for w in settings.parameters.get(key, ()) if (d := day_in(w))] for key in ("放假", "调休上班"))
    return WorkingDays(off, on) if off or on else _shared()


def day_in(word: str) -> date | None:
    """The date that a setting names as `2027-01-01`; None where it does not."""
    try:
        return date.fromisoformat(word.strip())
    except ValueError:
        return None


@cache
def _shared() -> WorkingDays:
    """The calendar of every site that adds nothing: its years need to be counted only once."""
    return WorkingDays()


@cache
def _has_table(year: int) -> bool:
    try:
        is_workday(date(year, 7, 1))
    except NotImplementedError:
        return False
    return True
