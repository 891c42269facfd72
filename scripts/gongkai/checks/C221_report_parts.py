"""政府信息公开工作年度报告须有固定的六个部分，标题和先后不变。来源: 国办公开办函〔2021〕30号。

错: ## 二、主动公开情况
对: ## 二、主动公开政府信息情况
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.model.chinese_numerals import in_numerals
from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "error"


def check(site: Site) -> Iterator[Finding]:
    """The headings of the highest level of each report, against the parts of the form."""
    parts = [f"{in_numerals(n)}、{part}" for n, part in enumerate(site.settings.report_layout.parts, 1)]
    for page in site.pages:
        if page.page_kind != "年报":
            continue
        top = min((h.level for h in page.body.headings), default=0)
        headings = [h for h in page.body.headings if h.level == top]
        for part, heading in zip(parts, headings, strict=False):
            if heading.text.replace(" ", "") != part:
                yield Finding(page.at(heading.line), f"标题“{heading.text}”", f"应为“{part}”")
        for part in parts[len(headings) :]:
            yield Finding(page.place(), f"没有“{part}”这一部分", "六个部分都要写，没有内容的写明没有")
        for heading in headings[len(parts) :]:
            yield Finding(page.at(heading.line), f"多出一部分“{heading.text}”", "并到“六、其他需要报告的事项”")
