"""专栏须有指南、制度、法定主动公开内容、年报四栏，依此为序。来源: 国办公开办函〔2019〕61号；次序在 site.yaml 的“规则参数: 栏目次序”里写。

错: 年报排在指南前面，没有“政府信息公开制度”
对: 指南、制度、法定主动公开内容、年报
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.elements import types_of
from gongkai.model.problems import Finding, Place
from gongkai.model.settings import Column
from gongkai.model.site import Site

SEVERITY = "warning"


def check(site: Site) -> Iterator[Finding]:
    """The parts that no column is, in one finding, and each column that stands before one it must follow."""
    settings = site.settings
    wanted = settings.parameters["栏目次序"]
    first: dict[str, tuple[int, Column]] = {}
    for position, column in enumerate(settings.all_columns()):
        for word in types_of(column):
            first.setdefault(word, (position, column))
    absent = [word for word in wanted if word not in first]
    if absent:
        place = Place(settings.path, settings.lines.get("栏目", 1))
        yield Finding(place, f"没有类型是{'、'.join(f'“{word}”' for word in absent)}的栏目", "加上栏目，或给已有的栏目写上“类型”")
    before: tuple[int, Column] | None = None
    for word in wanted:
        if word not in first:
            continue
        if before and first[word][0] < before[0]:
            column = first[word][1]
            yield Finding(Place(settings.path, column.line), f"栏目“{column.name}”排在“{before[1].name}”前面", f"次序应为：{'、'.join(wanted)}")
        else:
            before = first[word]
