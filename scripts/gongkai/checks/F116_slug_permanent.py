"""公开过的网址不得消失；撤下的写“下架日”，原址留说明。来源: 输出约定（网址不变）；standards §12.4（撤下后原网址给说明页）。

错: 把 policies/2020-35.md 改名为 35.md，或删去
对: 保留文件名；要撤下的，写“下架日: 2026-11-01”
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.model.documents import Policy
from gongkai.model.problems import Finding, Place
from gongkai.model.site import Site

SEVERITY = "warning"


def check(site: Site) -> Iterator[Finding]:
    """Policies of the published build that will have no page, and where they seem to have gone."""
    if not site.published:
        return
    here = {policy.slug: policy for policy in site.policies}
    kept = {policy.slug for policy in (*site.public_policies, *site.withdrawn_policies)}
    unread = {source.path.rpartition("/")[2] for source in site.unread}
    renamed = {key: policy for policy in site.policies for key in _names(policy)}
    for record in site.published:
        if record.slug in kept or f"{record.slug}.md" in unread:
            continue
        withheld, moved = here.get(record.slug), renamed.get(record.index_number) or renamed.get(record.number)
        if withheld:
            key = "草稿" if withheld.draft else "发布于"
            yield Finding(withheld.place(key), f"《{record.title}》已经公开，这一次却不再公开，原网址会打不开", "要撤下的，写“下架日”；不撤的，改回来")
        elif moved and moved.slug not in {r.slug for r in site.published}:
            message = f"《{record.title}》已经公开的网址是“{record.url}”，改了文件名，原网址会打不开"
            yield Finding(moved.place(), message, f"文件名改回“{record.slug}.md”")
        else:
            message = f"《{record.title}》已经公开，现在没有这个文件，原网址会打不开"
            yield Finding(Place(f"policies/{record.slug}.md"), message, "放回这个文件；要撤下的，写上“下架日”")


def _names(policy: Policy) -> list[str]:
    return [name for name in (policy.index_number, str(policy.number or "")) if name]
