"""文号的机关代字须是发文机关的。来源: GB/T 9704-2012（发文字号由发文机关代字、年份、序号组成）。

错: 文号: 温鹿政办〔2020〕35号，发文机关: 温鹿区教育局
对: 文号: 温鹿政办〔2020〕35号，发文机关: 温鹿区人民政府办公室
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from gongkai.model.documents import Policy
from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "warning"
_SHARE = 0.9
"""Of the documents with a 机关代字, the part that one organ must have before it is taken for that organ's."""


def check(site: Site) -> Iterator[Finding]:
    """Numbers whose 机关代字 is another organ's, by `site.yaml` or by what nearly all other documents say."""
    stated: dict[str, set[str]] = defaultdict(set)
    for organ in site.settings.organs:
        for issuer in organ.issuers:
            stated[issuer].add(organ.name)
    learnt = _learnt(site, stated)
    own = {organ.name: organ.issuers for organ in site.settings.organs if organ.issuers}
    for policy in site.policies:
        number = policy.number
        if not number or number.form or not policy.organs:
            continue
        if number.issuer in stated:
            owners, why = stated[number.issuer], "site.yaml 的“机关”"
        elif number.issuer in learnt:
            name, count = learnt[number.issuer]
            owners, why = {name}, f"另外 {count} 份文件"
        elif all(name in own for name in policy.organs):
            shown = "、".join(issuer for name in policy.organs for issuer in own[name])
            message = f"机关代字“{number.issuer}”不在{'、'.join(policy.organs)}的代字里（{shown}）"
            yield Finding(policy.place("文号"), message, "核对文号；确是它的，在 site.yaml 的“机关”里补上")
            continue
        else:
            continue
        if owners.isdisjoint(policy.organs):
            message = f"机关代字“{number.issuer}”是{'、'.join(sorted(owners))}的（见{why}），发文机关写的是“{'、'.join(policy.organs)}”"
            yield Finding(policy.place("文号"), message, "核对文号和发文机关")


def _learnt(site: Site, stated: Mapping[str, set[str]]) -> dict[str, tuple[str, int]]:
    """机关代字 → the organ that nearly all its documents name, and how many do."""
    organs: dict[str, Counter[str]] = defaultdict(Counter)
    totals: Counter[str] = Counter()
    for policy in site.policies:
        if _teaches(policy, stated):
            assert policy.number
            totals[policy.number.issuer] += 1
            organs[policy.number.issuer].update(set(policy.organs))
    found = {}
    for issuer, counts in organs.items():
        name, count = min(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        if count >= site.settings.thresholds["认定代字的件数"] and count >= _SHARE * totals[issuer]:
            found[issuer] = (name, count)
    return found


def _teaches(policy: Policy, stated: Mapping[str, set[str]]) -> bool:
    number = policy.number
    return bool(number and not number.form and policy.organs and number.issuer not in stated)
