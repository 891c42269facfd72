"""两份文件不能互相废止、修改或互为依据。来源: 效力的先后，推算有效性的前提。

错: 甲写“废止: 乙”，乙写“废止: 甲”
对: 只有后来的一份写
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.linking.links import Links
from gongkai.model.problems import Finding
from gongkai.model.validity import Effect

SEVERITY = "error"


def check(links: Links) -> Iterator[Finding]:
    """Pairs that have the same effect on each other; the finding stands in both."""
    for slug, effects in links.effects_of.items():
        for link in effects:
            back = [e for e in links.effects_of.get(link.target, ()) if e.target == slug and e.effect is link.effect]
            if back and link.effect is not Effect.FORWARDS:
                yield Finding(
                    link.place, f"与 {back[0].place} 互相“{link.effect.value}”", "留下后来的那一份的说法，删去另一份的"
                )
