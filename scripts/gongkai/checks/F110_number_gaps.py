"""本机关一年的文号宜连续；断号要么是没有公开的文件，要么是漏发。来源: 政府信息公开条例第十九条；standards §6.1（统一登记、统一编号）。

错: 公开了温鹿政发〔2020〕1号、2号、4号
对: 温鹿政发〔2020〕3号不公开的，留有审查记录；漏了的，补发
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from gongkai.model.documents import Policy
from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "info"


def check(site: Site) -> Iterator[Finding]:
    """One finding for each sequence of the site's own organs, at its highest number.

    Where less than half of a year's numbers are there, the column plainly holds a selection, and only the organs that
    `site.yaml` names for this are looked at.
    """
    wanted = site.settings.parameters["查断号的机关"]
    issuers = {i for o in site.settings.organs if not wanted or o.name in wanted for i in o.issuers}
    sequences: dict[tuple[str, int], dict[int, Policy]] = defaultdict(dict)
    for policy in site.policies:
        number = policy.number
        if number and number.year and not number.form and number.issuer in issuers:
            sequences[number.issuer, number.year].setdefault(number.sequence, policy)
    for (issuer, year), policies in sorted(sequences.items()):
        last = max(policies)
        missing = _ranges(sorted(policies))
        count = last - len(policies)
        if missing and (wanted or count <= len(policies)):
            yield Finding(policies[last].place("文号"), f"{issuer}〔{year}〕到{last}号为止缺 {count} 个号：{'、'.join(missing)}",
                          "没有公开的，查有没有审查记录；漏发的，补上")


def _ranges(numbers: list[int]) -> list[str]:
    """What lies between 1 and the last number and is not there, as `3号` or `5—9号`."""
    found = []
    for before, after in zip([0, *numbers], numbers, strict=False):
        if after - before == 2:
            found.append(f"{before + 1}号")
        elif after - before > 2:
            found.append(f"{before + 1}—{after - 1}号")
    return found
