"""统一编号的年份须与文号、日期同年。来源: 浙江省行政规范性文件“三统一”；standards §6.1（A11）。

错: 统一编号: ZJHC00-2021-0001，而文号: 温鹿政办〔2020〕35号
对: 统一编号: ZJHC00-2020-0001
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "warning"
_YEAR = re.compile(r"[-—–－]((?:19|20)[0-9]{2})[-—–－]")


def check(site: Site) -> Iterator[Finding]:
    """Unified numbers of another year than the number and both dates of the document."""
    for policy in site.policies:
        found = _YEAR.search(policy.unified_number)
        years = {day.year for day in (policy.written, policy.issued) if day}
        if policy.number and policy.number.year:
            years.add(policy.number.year)
        if found and years and int(found[1]) not in years:
            message = f"统一编号“{policy.unified_number}”是{found[1]}年的，文件是{'、'.join(map(str, sorted(years)))}年的"
            yield Finding(policy.place("统一编号"), message, "核对统一编号的年份")
