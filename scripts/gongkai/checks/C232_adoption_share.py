"""意见征集的采纳情况要公开收到和采纳的条数，采纳的一般不低于一半。来源: 种子文件（拱墅 2020）“收集情况和采纳情况公开占比不低于50%”。

错: 采纳情况，收到意见 40，采纳意见 12
对: 采纳情况，收到意见 40，采纳意见 23；或在说明里写明没有采纳的理由
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.linking.chains import FEEDBACK, steps_of
from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "info"


def check(site: Site) -> Iterator[Finding]:
    """Feedback without numbers, or with fewer adopted than the threshold in per cent."""
    least = site.settings.thresholds["采纳占比"]
    for page in site.pages:
        for step in steps_of(page):
            if step.stage != FEEDBACK:
                continue
            place = page.place_of(step)
            if step.received is None or step.adopted is None:
                yield Finding(place, "采纳情况没有写收到和采纳的条数", "填“收到意见”“采纳意见”两格，没有意见的写 0")
            elif step.adopted > step.received:
                yield Finding(place, f"采纳 {step.adopted} 条，比收到的 {step.received} 条多", "核对两格的数")
            elif step.received and step.adopted * 100 < step.received * least and not step.note:
                yield Finding(place, f"收到 {step.received} 条，采纳 {step.adopted} 条，不到 {least}%", "在“说明”里写明没有采纳的理由")
