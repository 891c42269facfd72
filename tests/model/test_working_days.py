"""工作日: holidays, make-up days, years beyond the table."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.model.settings import Settings
from gongkai.model.working_days import Count, WorkingDays, day_in, working_days


@pytest.mark.parametrize(("day", "works"), [
    (date(2026, 2, 14), True),  # a Saturday made up for the Spring Festival
    (date(2026, 2, 17), False),
    (date(2026, 10, 1), False),
    (date(2026, 10, 10), True),
    (date(2026, 10, 11), False),
    (date(2020, 1, 31), False),  # the holiday that was lengthened in 2020
    (date(2033, 1, 1), False),  # a Saturday of a year without a table
    (date(2033, 10, 3), True),
])  # fmt: skip
def test_days_on_which_offices_work(day: date, works: bool) -> None:
    assert WorkingDays().works(day) is works


def test_a_deadline_begins_on_the_next_day_and_passes_over_holidays() -> None:
    calendar = WorkingDays()
    assert calendar.between(date(2026, 9, 30), date(2026, 10, 8)) == Count(1)
    assert calendar.between(date(2026, 9, 30), date(2026, 9, 30)) == Count(0)
    assert calendar.after(date(2026, 9, 15), 20) == (date(2026, 10, 19), False)
    assert calendar.after(date(2026, 9, 15), 0) == (date(2026, 9, 15), False)


def test_without_a_table_it_is_an_estimate_and_says_so() -> None:
    assert str(WorkingDays().between(date(2033, 1, 3), date(2033, 1, 10))) == "5 个工作日（估算，没有那一年的放假安排）"
    assert WorkingDays().after(date(2026, 12, 31), 1)[1]


def test_a_site_may_add_the_days_of_a_year_before_the_library_has_them() -> None:
    settings = Settings(parameters={"放假": ("2033-01-03", "元旦"), "调休上班": ("2033-01-08",)})
    assert working_days(settings).between(date(2033, 1, 2), date(2033, 1, 9)) == Count(5)
    assert not working_days(settings).works(date(2033, 1, 3))


def test_slips_of_the_year_cost_nothing() -> None:
    assert WorkingDays().between(date(202, 6, 1), date(9999, 12, 31)).estimated
    assert WorkingDays().after(date(9999, 12, 20), 20) == (date.max, True)
    assert WorkingDays().between(date(9999, 12, 1), date.max) == Count(22, True)


@given(st.dates(date(2004, 1, 1), date(2030, 1, 1)), st.integers(1, 60))
def test_between_and_after_are_two_sides_of_one_thing(start: date, days: int) -> None:
    calendar = working_days(Settings())
    last, estimated = calendar.after(start, days)
    assert calendar.works(last)
    assert calendar.between(start, last).days == days
    assert calendar.between(start, last - timedelta(days=1)).days == days - 1
    assert calendar.between(start, last).estimated or not estimated


@given(st.text(max_size=12))
def test_no_word_is_too_odd_for_a_date(word: str) -> None:
    assert day_in(word) is None or len(word.strip()) >= 8
