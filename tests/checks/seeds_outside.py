"""Links to other sites and what those answered: three mistakes for L125, which asks the web.

How the web is asked is tested against a server of our own (`test_L125_outside_gone`).
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.checks.seeds import Seed

from gongkai.model.visits import Visit


@dataclass(frozen=True)
class Outside:
    """A link put into the clean column, and what asking for its address came to."""

    url: str
    answer: Visit
    path: str
    old: str

    rule = "L125"

    @property
    def link(self) -> Seed:
        """The link as a seed."""
        return Seed(self.rule, self.path, self.old, f"{self.old}\n\n另见[链接]({self.url})。", at=f"另见[链接]({self.url})")


SEEDS = [
    Outside("https://www.gov.cn/none.html", Visit(404), "policies/c.md", "各街道："),
    Outside("https://www.gov.cn/gone.html", Visit(410), "interpretations/i3.md", "全区的河湖都适用。"),
    Outside("https://www.jia.gov.cn/x", Visit(0, "连不上"), "content/guide.md", "工作机构：办公室。"),
]
