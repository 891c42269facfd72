"""公开指南须写明法定的各项内容。来源: 政府信息公开条例第十二条；内容在 site.yaml 的“规则参数: 指南要素、目录要素”里写。

错: 指南里没有办公时间和传真号码
对: 指南里有信息分类、编排体系、获取方式和工作机构的名称、地址、时间、电话、传真、互联网联系方式
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks import Text
from gongkai.checks.elements import columns_of_type, missing
from gongkai.linking.column_contents import column_contents
from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "warning"


def check(site: Site, text: Text) -> Iterator[Finding]:
    """What the column's own pages, taken together, do not mention; then what each organ's guide does not say of the organ."""
    parameters = site.settings.parameters
    contents = column_contents(site)
    for column in columns_of_type(site, "信息公开指南"):
        held = contents.of(column)
        own = [page for page in (held.introduction, *held.own) if page]
        if own:
            whole = "\n".join(text(page) for page in own)
            for what, key in (("", "指南要素"), ("关于目录，", "目录要素")):
                absent = missing(parameters[key], whole)
                if absent:
                    yield Finding(own[0].place("标题"), f"“{column.name}”里{what}没有写{'、'.join(absent)}", "条例第十二条要求写明，补上")
        for page in held.gathered:
            absent = missing(parameters["指南要素"], text(page))
            if absent:
                yield Finding(page.place("标题"), f"这份指南没有写{'、'.join(absent)}", "条例第十二条要求写明，补上；全区一样的，写明见哪里")
