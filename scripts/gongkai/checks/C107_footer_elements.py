"""页脚须有主办单位、联系电话、标识码、备案号等。来源: 国办发〔2017〕47号（底部功能区）；内容在 site.yaml 的“规则参数: 页脚要素”里写。

错: 页脚只写了主办单位
对: 页脚写主办单位、承办单位、联系电话、政府网站标识码、ICP备案号、公安备案号、地址
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.elements import missing
from gongkai.model.problems import Finding, Place
from gongkai.model.site import Site

SEVERITY = "warning"


def check(site: Site) -> Iterator[Finding]:
    """What no label of the foot names; the map of the site is on every page by itself."""
    settings = site.settings
    labels = "、".join(label for label, _ in settings.footer.rows)
    absent = missing(settings.parameters["页脚要素"], labels)
    if absent:
        place = Place(settings.path, settings.lines.get("页脚", 1))
        yield Finding(place, f"页脚没有{'、'.join(absent)}", "在 site.yaml 的“页脚”下一行一个“名目: 内容”补上")
