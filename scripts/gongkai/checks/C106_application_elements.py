"""依申请公开的页面须写明申请要写什么。来源: 政府信息公开条例第二十九条；内容在 site.yaml 的“规则参数: 依申请公开要素”里写。

错: 只写“请到窗口申请”
对: 写明姓名或名称、身份证明、联系方式，信息的名称、文号或特征，形式要求
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
    """What the pages on applying, taken together, do not mention."""
    contents = column_contents(site)
    for column in columns_of_type(site, "依申请公开"):
        held = contents.of(column)
        pages = [page for page in (held.introduction, *held.own) if page]
        absent = missing(site.settings.parameters["依申请公开要素"], "\n".join(text(page) for page in pages)) if pages else []
        if absent:
            yield Finding(pages[0].place("标题"), f"“{column.name}”里没有写{'、'.join(absent)}", "条例第二十九条的申请内容，补上")
