"""Rule C214: areas of catalogues."""

from __future__ import annotations

from collections.abc import Callable

from tests.checks.data_pages import HEADING, item, page
from tests.conftest import Column

from gongkai.linking.coverage import area_catalogues


def test_areas(column: Callable[..., Column]) -> None:
    files = {f"content/{n}.md": page("事项目录", "m.csv", f"领域: {area}\n") for n, area in enumerate(("义务教育", "教育", "社会救助"))}
    found = column({**files, "content/m.csv": HEADING + item(link="0")})
    assert found.lines("C214") == ["content/1.md:7: 警告 C214 “教育”不在试点领域里(是不是“义务教育”)"]
    held = {area: [p.path for p in pages] for area, pages in area_catalogues(found.site)}
    assert len(held) == 26
    assert (held["义务教育"], held["社会救助"], held["扶贫"]) == (["content/0.md"], ["content/2.md"], [])
