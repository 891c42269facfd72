"""Elements that a text must have: words of which any will do, and which of them are not there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gongkai.model.settings import Column
from gongkai.model.site import Site

_BLANK = re.compile(r"[\s　]+")
_NOTHING = re.compile(r"^(?:null|none|nil|undefined|nan|n/?a|todo|tbd|test|x{2,}|-+|—+|/|\.+|…+|无|暂无|待定|待补充|待填|略|测试|示例)$", re.IGNORECASE)


def missing(wanted: Iterable[str], text: str) -> list[str]:
    """The elements (`传真|传真号码`: either will do) that a text does not mention, each by its first word."""
    bare = _BLANK.sub("", text)
    return [element.split("|")[0] for element in wanted if not any(word and word in bare for word in element.split("|"))]


def says_nothing(value: str) -> bool:
    """Whether a value stands in the place of one: `null`, `无`, `待定`, `xxx` …"""
    return bool(_NOTHING.match(value.strip()))


def columns_of_type(site: Site, column_type: str) -> Iterator[Column]:
    """Every column of a ColumnType; a column may have several, parted by commas."""
    for column in site.settings.all_columns():
        if column_type in types_of(column):
            yield column


def types_of(column: Column) -> list[str]:
    """The ColumnTypes of a column."""
    return [word for word in re.split(r"[,，、]", column.column_type) if word]
