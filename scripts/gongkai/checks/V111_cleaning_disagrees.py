"""清理的结论须与文件当时的状态相符。来源: standards §6.5（清理结果反向更新被清理的文件）。

错: 2025 年的清理写“甲政发〔2018〕9号 继续有效”，而它 2023 年已被废止
对: 甲政发〔2018〕9号不再列为继续有效
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gongkai.linking.links import Cleaning, Links
from gongkai.model.documents import CleaningRow, Policy
from gongkai.model.problems import Finding
from gongkai.model.validity import Conclusion, Standing

SEVERITY = "error"


def check(links: Links) -> Iterator[Finding]:
    """Kept although it had ended, expired although it had not, or younger than the cleaning. Effects are V101's."""
    for slug, cleaning in links.cleanings.items():
        for cleaned in cleaning.rows:
            policy = links.policies.get(cleaned.target)
            if policy:
                wrong = _wrong(cleaned.row, policy, links.standings[policy.slug], cleaning)
                if wrong:
                    yield Finding(
                        links.policies[slug].at_row(cleaned.row),
                        f"“{cleaned.row.text}”的清理结论是“{cleaned.row.conclusion.value}”，但{wrong}（{policy.path}）",
                        "核对结论，或更正那份文件",
                    )


def _wrong(row: CleaningRow, policy: Policy, standing: Standing, cleaning: Cleaning) -> str:
    day = cleaning.until or cleaning.since
    if day is None:
        return ""
    if policy.day and policy.day > day and not row.conclusion.effect:
        return f"它 {policy.day.isoformat()} 才印发，晚于清理截止的 {day.isoformat()}"
    ended = _ended(standing, day)
    if row.conclusion.keeps and ended:
        return f"它当时已经{ended}"
    if row.conclusion is Conclusion.EXPIRED and not ended and not standing.marked:
        return f"到 {day.isoformat()} 它没有期满"
    return ""


def _ended(standing: Standing, day: date) -> str:
    """How the policy had ended by a day, "" where it had not."""
    changes = [c for c in standing.life if c.since and c.since <= day and c.state.ended]
    return f"{changes[-1].state.value}：{changes[-1].reason}" if changes else ""
