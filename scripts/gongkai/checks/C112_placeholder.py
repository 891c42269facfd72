"""site.yaml 里不得用 null、无、待定 之类占位。来源: standards §3.1 的缺陷样本（ColumnName content="null"）。

错: 说明: null
对: 说明: 集中发布本机关的规范性文件
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.elements import says_nothing
from gongkai.model.problems import Finding, Place
from gongkai.model.site import Site

SEVERITY = "warning"
_MEND = "写真的内容，或删去这一行"


def check(site: Site) -> Iterator[Finding]:
    """Values of the site, of its columns and of its foot that only stand in for one."""
    settings = site.settings
    values = (("主办单位", settings.host), ("网站名称", settings.website), ("网站域名", settings.domain), ("网站标识码", settings.site_code),
              ("说明", settings.description), ("关键词", settings.keywords))  # fmt: skip
    for key, value in values:
        if says_nothing(value):
            yield Finding(Place(settings.path, settings.lines.get(key, 1)), f"“{key}: {value}”是占位的字", _MEND)
    for column in settings.all_columns():
        for key, value in (("名称", column.name), ("说明", column.description), ("关键词", column.keywords), ("类型", column.column_type)):
            if says_nothing(value):
                yield Finding(Place(settings.path, column.line), f"栏目“{column.name}”的“{key}: {value}”是占位的字", _MEND)
    for label, value in settings.footer.rows:
        if says_nothing(value):
            place = Place(settings.path, settings.lines.get(f"页脚/{label}", 1))
            yield Finding(place, f"页脚的“{label}: {value}”是占位的字", _MEND)
