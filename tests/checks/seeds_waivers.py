"""Three mistakes and more for each rule on waivers and comments: F201–F205."""

from __future__ import annotations

from tests.checks.seeds import Seed, many

C, JD, GUIDE, SITE = "policies/c.md", "interpretations/i3.md", "content/guide.md", "site.yaml"
BODY, EXPLAINED, ORGAN = "各街道：", "全区的河湖都适用。", "工作机构：办公室。"
LAST = "规则参数: {更新周期: []}\n"


def in_texts(rule: str, *comments: str) -> list[Seed]:
    """Each comment above a paragraph of another document."""
    places = ((C, BODY), (JD, EXPLAINED), (GUIDE, ORGAN))
    return [Seed(rule, path, old, f"{comment}\n{old}") for comment, (path, old) in zip(comments, places, strict=True)]


def listed(rule: str, *waivers: str) -> list[Seed]:
    """Each waiver in `site.yaml`."""
    return [Seed(rule, SITE, LAST, f"{LAST}豁免:\n  - {{{waiver}}}\n", at=f"  - {{{waiver}") for waiver in waivers]


SEEDS = [
    *in_texts("F201", *(f"<!-- gongkai: {id} 原件如此 -->" for id in ("P103", "L107", "C105"))),
    *listed("F201", "规则: F101, 文件: policies/a.md, 理由: 旧文件, 到期: 2027-06-30"),
    *in_texts("F202", *(f"<!-- gongkai: {id} -->" for id in ("P103", "L107", "C105"))),
    *listed("F202", "规则: F101, 文件: policies/a.md, 到期: 2027-06-30", "规则: F101, 文件: policies/a.md, 理由: 旧文件"),
    *in_texts("F203", "<!-- gongkai: P999 原件如此 -->", "<!-- gongkai: 原件如此 -->", "<!-- gongkai: F201 原件如此 -->"),
    *listed("F203", "规则: K101, 文件: policies/a.md, 理由: 旧文件, 到期: 2027-06-30"),
    *listed("F204", *(f"规则: F101, 文件: policies/{name}.md, 理由: 旧文件, 到期: {day}" for name, day in (
        ("a", "2026-11-20"), ("*", "2025-06-30"), ("c", "2024-01-01")))),
    *many("F205", C, (BODY, "<!-- 这一段待核\n各街道：")),
    *many("F205", JD, (EXPLAINED, EXPLAINED + "<!-- 要不要写？")),
    *many("F205", GUIDE, (ORGAN, ORGAN + "<!-- 电话待核 --\n")),
]  # fmt: skip
