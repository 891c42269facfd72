"""年报里规范性文件的件数须与政策库一致，现行有效等于上年现行有效加本年制发减本年废止。来源: 国办公开办函〔2021〕30号；年报比对工具的公式。

错: 上年现行有效 15，本年制发 4、废止 2，现行有效写 18
对: 现行有效 17；或者不写，由政策库计算
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.linking.library_counts import from_library, library_columns, reports, speaks_for, year_of_policies
from gongkai.linking.links import Links
from gongkai.model.annual_report import DISCLOSURE, Figure, Figures
from gongkai.model.documents import Page
from gongkai.model.problems import Finding, Place
from gongkai.model.site import Site

SEVERITY = "warning"


def check(site: Site, links: Links) -> Iterator[Finding]:
    """Figures that contradict the library, and years that do not follow from the year before."""
    earlier: dict[tuple[tuple[str, ...], int], int] = {}
    for page in reports(site):
        assert page.figures
        row = page.figures.layout.from_library
        counts = year_of_policies(site, links, speaks_for(page, site.settings), page.year)
        says = from_library(page.figures, counts)
        for column, (figure, library) in says.items():
            if figure and figure.value != library:
                yield Finding(_place(page, figure), f"“{row}”的“{column}”是 {figure.value}，政策库里是 {library}", "核对；不写时由政策库计算")
        columns = library_columns(page.figures)
        if columns is None:
            continue
        made, ended, in_force = (int(says[c][0].value) if says[c][0] else says[c][1] for c in columns)  # type: ignore[union-attr]
        before = earlier.get((page.organs[:1], page.year - 1))
        if before is not None and before + made - ended != in_force:
            given = page.figures.given.get((DISCLOSURE, row, columns[2]))
            place = _place(page, given) if given else page.place("数据")
            yield Finding(
                place,
                f"“{row}”现行有效 {in_force}，按上年末 {before} 加制发 {made} 减废止 {ended} 应为 {before + made - ended}",
                "核对两年的报告和政策库里各文件的日期",
            )
        earlier[page.organs[:1], page.year] = in_force


def _place(page: Page, figure: Figure) -> Place:
    def holds(figures: Figures | None) -> bool:
        return bool(figures) and any(one is figure for one in figures.given.values())  # type: ignore[union-attr]

    return Place(next((file.path for file in page.data_files if holds(file.figures)), page.path), figure.line)
