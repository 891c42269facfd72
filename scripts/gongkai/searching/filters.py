"""The filters of the search page, one row each. A row added here needs no JavaScript and no HTML: names, values and
each document's values travel in the index."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from gongkai.searching.entries import ANSWER, Entry

NO_VALIDITY = "不适用"
"""The 有效性 of what has none: interpretations and standing pages. Who asks for what is in force does not mean to lose them."""
_KINDS = {"policy": "政策", "interpretation": "解读", "page": "页面", ANSWER: "问答"}


@dataclass(frozen=True, slots=True)
class Filter:
    """`key` stands in the address; `values` are those listed first, in this order; `order` sorts the others."""

    key: str
    label: str
    many: bool
    read: Callable[[Entry], tuple[str, ...]]
    values: tuple[str, ...] = ()
    order: str = "rising"  # or "falling"


def _from_entry(key: str) -> Callable[[Entry], tuple[str, ...]]:
    def read(entry: Entry) -> tuple[str, ...]:
        values = entry.filters.get(key)
        return tuple(dict.fromkeys(filter(None, values))) if values else ()

    return read


def _with_upper_levels(key: str) -> Callable[[Entry], tuple[str, ...]]:
    """`一级\\二级` is found under `一级` too."""

    return lambda entry: tuple(dict.fromkeys(chain.from_iterable(map(_levels, entry.filters.get(key, ())))))


@lru_cache(maxsize=4096)
def _levels(value: str) -> tuple[str, ...]:
    steps = [step for step in value.split("\\") if step]
    return tuple("\\".join(steps[:count]) for count in range(1, len(steps) + 1))


def _year(entry: Entry) -> tuple[str, ...]:
    return entry.filters.get("年份") or ((entry.date[:4],) if entry.date else ())


def _kind(entry: Entry) -> tuple[str, ...]:
    return (_KINDS.get(entry.kind, entry.kind),)


def _validity(entry: Entry) -> tuple[str, ...]:
    return (entry.validity or NO_VALIDITY,)


FILTERS: tuple[Filter, ...] = (
    Filter("类别", "类别", False, _kind, ("政策", "解读", "问答", "页面")),
    Filter("有效性", "有效性", False, _validity, ("有效", "尚未施行", "已修改", "部分失效", "废止", "失效", "待核", NO_VALIDITY)),
    Filter("文种", "文种", False, _from_entry("文种")),
    Filter("主题分类", "主题分类", True, _with_upper_levels("主题分类")),
    Filter("发文机关", "发文机关", True, _from_entry("发文机关")),
    Filter("年份", "年份", False, _year, order="falling"),
    Filter("解读", "有无解读", False, _from_entry("解读"), ("有解读", "无解读")),
    Filter("解读形式", "解读形式", True, _from_entry("解读形式")),
)


def ordered_values(definition: Filter, seen: Collection[str]) -> Sequence[str]:
    """The values that occur, in the order they are shown in; a value's place is its code in the index."""
    listed = [value for value in definition.values if value in seen]
    others = sorted(set(seen) - set(listed), reverse=definition.order == "falling")
    return listed + others
