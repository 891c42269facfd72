"""栏目的类型须是规范里的词。来源: 国办发〔2017〕47号（ColumnType 的取值，可以扩充）；词表在 site.yaml 的“规则参数: 栏目类型”里写。

错: 类型: 公开指南
对: 类型: 信息公开指南
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from gongkai.checks.elements import types_of
from gongkai.model.problems import Finding, Place
from gongkai.model.site import Site

SEVERITY = "warning"


def check(site: Site) -> Iterator[Finding]:
    """Types that are not on the list; several may be parted by commas."""
    known = site.settings.parameters["栏目类型"]
    for column in site.settings.all_columns():
        for word in types_of(column):
            if word not in known:
                near = [k for k in known if k.endswith(word)] or get_close_matches(word, known, n=1, cutoff=0.5)
                hint = f"是不是“{near[0]}”" if near else "确要扩充的，写进 site.yaml 的“规则参数: 栏目类型”"
                yield Finding(Place(site.settings.path, column.line), f"栏目“{column.name}”的类型“{word}”不在词表里", hint)
