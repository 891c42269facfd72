"""Annual reports of a column: which page is whose report for which year, and when it was due."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gongkai.linking.column_contents import ColumnContents, column_contents
from gongkai.model.documents import Page
from gongkai.model.settings import Column, Settings
from gongkai.model.site import Site

COLUMN_TYPE = "信息公开年报"
_GOVERNMENT = re.compile(r"(?<![乡镇])人民政府(?:办公[室厅])?$")
_OFFICE = re.compile(r"(人民政府)办公[室厅]$")
"""The office reports for its government: one reporter under two names."""
_YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})(?![0-9])")
_NEW_LAW = 2019
"""Reports for this year and later are due under the 条例 of 2019; those before were due on 31 March, whoever made them."""


@dataclass(frozen=True, slots=True)
class Report:
    """A page, the year it reports on, the organ that reports, and the column it stands in."""

    page: Page
    year: int
    organ: str
    column: Column


def reports(site: Site) -> Iterator[Report]:
    """Every public annual report of a column of that type; pages without 年度 or a year in title or file name are passed over."""
    organs = sorted((organ.name for organ in site.settings.organs), key=len, reverse=True)
    columns = [column for column in site.settings.all_columns() if column.column_type == COLUMN_TYPE]
    contents = column_contents(site) if columns else ColumnContents()
    seen: set[str] = set()
    for column in columns:
        for page in sorted(contents.of(column).every(), key=lambda document: document.path):
            if not isinstance(page, Page) or page.path in seen or page is contents.of(column).introduction:
                continue
            year = page.year or _year_in(page.title) or _year_in(page.slug.rpartition("/")[2])
            if not year:
                continue
            seen.add(page.path)
            organ = next((name for name in organs if name in page.title), "") or (page.organs[0] if page.organs else "")
            yield Report(page, year, _OFFICE.sub(r"\1", organ), column)


def _year_in(text: str) -> int:
    match = _YEAR.search(text)
    return int(match[1]) if match else 0


def is_due_here(organ: str, settings: Settings) -> bool:
    """Whether the organ still has to report in this column: not where it is no organ of the site any more."""
    names = {_OFFICE.sub(r"\1", known.name) for known in settings.organs}
    return not names or not organ or organ in names


def last_due(organ: str, today: date, settings: Settings) -> int:
    """The latest year whose report is overdue unless it is there."""
    return today.year - 1 if today > due(organ, today.year - 1, settings) else today.year - 2


def due(organ: str, year: int, settings: Settings) -> date:
    """The last day for the report of an organ on a year. Source: 条例第四十九条 (部门 1-31, 县级以上政府 3-31)."""
    government = year < _NEW_LAW or not organ or bool(_GOVERNMENT.search(organ))
    words = settings.parameters.get("政府年报期限" if government else "部门年报期限", ())
    day = month_and_day(words[0]) if words else None
    month, number = day or ((3, 31) if government else (1, 31))
    return date(year + 1, month, number)


def month_and_day(word: str) -> tuple[int, int] | None:
    """`03-31` as (3, 31); None where it names no day of every year."""
    match = re.fullmatch(r"([0-9]{1,2})-([0-9]{1,2})", word.strip())
    try:
        return (date(2001, int(match[1]), int(match[2])).month, int(match[2])) if match else None
    except ValueError:
        return None
