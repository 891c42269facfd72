"""The organs of the column: each with its guide, catalogue, reports and documents, by level."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.model.addresses import LISTS, organ_address
from gongkai.model.settings import Organ
from gongkai.rendering import urls
from gongkai.rendering.columns import tree_of
from gongkai.rendering.frame import Frame, Link, Place, frame
from gongkai.rendering.organ_pages import (
    KINDS_OF_ITS_OWN,
    coverage_of,
    organs_by_level,
    pages_by_organ,
    policy_list,
)
from gongkai.rendering.world import World

TEMPLATE = "organs.html"


@dataclass(frozen=True, slots=True)
class Row:
    """An organ with the ways to what it publishes; `covered` of `wanted` 法定事项 have something."""

    organ: Link
    ways: tuple[Link, ...]
    policies: Link
    covered: int
    wanted: int


@dataclass(frozen=True, slots=True)
class Part:
    """The organs of a level."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """Variables of organs.html."""

    frame: Frame
    title: str
    description: str
    parts: tuple[Part, ...]


def keys(world: World) -> Sequence[str]:
    """One, where the tree has a column of organs."""
    return ["organs"] if tree_of(world).organs else []


def address(_world: World, _key: str) -> str:
    """`lists/organs.html`."""
    return LISTS["机关"]


def context(world: World, _key: str) -> Context:
    """Every organ by level."""
    node = tree_of(world).organs
    assert node
    return Context(
        frame=frame(world, "organs", node.column.name, Place(LISTS["机关"], node)),
        title=node.column.name,
        description=node.column.description,
        parts=tuple(Part(level, tuple(_row(world, organ) for organ in organs)) for level, organs in organs_by_level(world)),
    )


def _row(world: World, organ: Organ) -> Row:
    page = LISTS["机关"]
    newest: dict[str, Link] = {}
    for shown in pages_by_organ(world).get(organ.name, ()):
        newest.setdefault(shown.page_kind, Link(shown.page_kind, urls.relative(page, shown.url)))
    cells = coverage_of(world).of(organ)
    return Row(
        Link(organ.name, urls.relative(page, organ_address(organ.code))),
        tuple(newest[kind] for kind in KINDS_OF_ITS_OWN if kind in newest),
        policy_list(world, page, organ),
        sum(bool(cell.documents) for cell in cells),
        len(cells),
    )
