"""网页标签要用的值须写全。来源: 国办发〔2017〕47号附件《网页设计规范》（首页 3 个、栏目页 7 个、内容页 10 个标签必选）。

错: 栏目没有“说明”“关键词”，ColumnDescription、ColumnKeywords 只能用栏目名代替
对: 每个栏目写 说明、关键词、类型；站点写 网站名称、网站域名、网站标识码
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.model.problems import Finding, Place
from gongkai.model.site import Site

SEVERITY = "warning"


def check(site: Site) -> Iterator[Finding]:
    """What is missing for the tags of all pages, in one finding, and for those of each column, at its line."""
    settings = site.settings
    values = (("网站名称", "SiteName", settings.website), ("网站域名", "SiteDomain", settings.domain),
              ("网站标识码", "SiteIDCode", settings.site_code), ("主办单位", "ContentSource", settings.host))  # fmt: skip
    absent = [(key, tag) for key, tag, value in values if not value]
    if absent:
        yield Finding(Place(settings.path), f"没有写{_listed(absent)}，网页的标签就缺了", "在 site.yaml 里写上")
    for column in settings.all_columns():
        if column.item:
            continue  # the law's own words describe it
        of_column = (("说明", "ColumnDescription", column.description), ("关键词", "ColumnKeywords", column.keywords),
                     ("类型", "ColumnType", column.column_type))  # fmt: skip
        absent = [(key, tag) for key, tag, value in of_column if not value]
        if absent:
            yield Finding(Place(settings.path, column.line), f"栏目“{column.name}”没有写{_listed(absent)}", "写上，网页标签要用")


def _listed(absent: list[tuple[str, str]]) -> str:
    return "、".join(f"“{key}”（{tag}）" for key, tag in absent)
