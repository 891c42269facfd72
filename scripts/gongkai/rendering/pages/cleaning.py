"""清理结果: what a cleaning concluded about every document it lists, its totals worked out, and the state of each today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.linking.links import Cleaning
from gongkai.rendering import views
from gongkai.rendering.columns import tree_of
from gongkai.rendering.frame import Frame, Place, frame
from gongkai.rendering.policy_relations import cleaning_address
from gongkai.rendering.world import World

TEMPLATE = "cleaning.html"


@dataclass(frozen=True, slots=True)
class Row:
    """A document that the cleaning lists; `policy` is None where this column has no such document."""

    policy: views.PolicyRow | None
    text: str
    note: str


@dataclass(frozen=True, slots=True)
class Part:
    """The documents of one conclusion; `anchor` is their place on the page."""

    name: str
    anchor: str
    effect: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """Variables of cleaning.html."""

    frame: Frame
    title: str
    source: views.PolicyRow
    since: str
    total: int
    parts: tuple[Part, ...]


def keys(world: World) -> Sequence[str]:
    """The slugs of the policies that announce a cleaning."""
    return list(world.links.cleanings)


def address(_world: World, key: str) -> str:
    """`lists/cleaning-<slug>.html`."""
    return cleaning_address(key)


def context(world: World, key: str) -> Context:
    """One cleaning."""
    cleaning = world.links.cleanings[key]
    page, policy = cleaning_address(key), world.links.policies[key]
    until = cleaning.until.isoformat() if cleaning.until else ""
    title = f"清理结果目录（截至{until}）" if until else "清理结果目录"
    node = tree_of(world).policies
    return Context(
        frame=frame(world, "cleaning", title, Place(page, node, ((str(policy.number or policy.title), policy.url),))),
        title=title,
        source=views.policy_row(world, page, policy),
        since=cleaning.since.isoformat() if cleaning.since else "",
        total=len(cleaning.rows),
        parts=_parts(world, page, cleaning),
    )


def _parts(world: World, page: str, cleaning: Cleaning) -> tuple[Part, ...]:
    said = {
        "继续有效": "可以继续作为行政管理的依据。",
        "修改": "由公布清理结果的文件修改。",
        "拟修改": "继续有效，将另行修改。",
        "废止": "自公布之日起不再作为行政管理的依据。",
        "失效": "宣布失效，自公布之日起不再作为行政管理的依据。",
        "期满失效": "有效期已经届满，此前已经失效。",
    }
    parts = []
    for number, conclusion in enumerate(cleaning.totals, 1):
        rows = []
        for cleaned in cleaning.rows:
            if cleaned.row.conclusion is conclusion:
                policy = world.links.policies.get(cleaned.target)
                row = views.policy_row(world, page, policy) if policy else None
                rows.append(Row(row, " ".join(filter(None, (cleaned.row.title, cleaned.row.text))), cleaned.row.note))
        parts.append(Part(conclusion.value, f"part-{number}", said[conclusion.value], tuple(rows)))
    return tuple(parts)


