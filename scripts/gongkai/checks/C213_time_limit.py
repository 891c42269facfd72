"""公开时限不得长于二十个工作日，法律、法规另有规定的除外。来源: 《中华人民共和国政府信息公开条例》第二十六条。

错: 公开时限 形成之日起30个工作日内
对: 公开时限 形成之日起20个工作日内
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.model.problems import Finding, Place
from gongkai.model.records import CatalogueItem
from gongkai.model.site import Site
from gongkai.model.time_limits import read_time_limit

SEVERITY = "warning"
LONGEST = 20


def check(site: Site) -> Iterator[Finding]:
    """Items of catalogues whose time limit is longer in working days."""
    for page in site.pages:
        for file in page.data_files:
            for item in file.records:
                if not isinstance(item, CatalogueItem):
                    continue
                limit = read_time_limit(item.time_limit)
                if limit.working_days is not None and limit.working_days > LONGEST:
                    place = Place(file.path, item.lines.get("公开时限", item.line))
                    yield Finding(
                        place, f"“{item.name}”的公开时限“{item.time_limit}”长于 {LONGEST} 个工作日", "改为 20 个工作日以内；另有规定的，用豁免写明依据"
                    )
