"""必填的键须写。来源: 输出约定；standards §6.2（拱墅 2020：完整标题、文号、发文日期、有效性标注）。

错: 政策文件没有“有效性”
对: 有效性: 有效
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.model.fields import Form, fields_of
from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "error"


def check(site: Site) -> Iterator[Finding]:
    """Each required key that is not there; one that is there but cannot be read has a finding of its own."""
    for document in site.documents():
        for field in fields_of(type(document)):
            if not field.required or field.key in document.lines:
                continue
            if field.form in (Form.DATE, Form.MOMENT) and document.day is None:
                continue  # C102 says that there is no date at all
            if getattr(document, field.attribute) in (None, "", ()):
                yield Finding(document.place(), f"缺少“{field.key}”", f"加一行“{field.key}: ……”，{field.form.value}")
