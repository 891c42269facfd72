"""Every correction of the column, newest first: what was wrong in which document, since when it is right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from gongkai.model.documents import Policy
from gongkai.rendering import urls
from gongkai.rendering.columns import tree_of
from gongkai.rendering.frame import Frame, Place, frame
from gongkai.rendering.world import World

TEMPLATE = "corrections.html"


@dataclass(frozen=True, slots=True)
class Row:
    """A correction with the document that it is of."""

    date: str
    text: str
    title: str
    number: str
    kind: str
    href: str


@dataclass(frozen=True, slots=True)
class Context:
    """Variables of corrections.html."""

    frame: Frame
    years: tuple[tuple[int, tuple[Row, ...]], ...]


def keys(world: World) -> Sequence[str]:
    """One page, where anything was corrected."""
    return ["corrections"] if world.site.corrected else []


def address(_world: World, _key: str) -> str:
    """`lists/corrections.html`."""
    return urls.CORRECTIONS


def context(world: World, _key: str) -> Context:
    """All corrections, by year."""
    steps = (("政策文件", tree_of(world).policies.address), ("分类浏览", urls.LISTS))
    rows = [
        Row(
            correction.day.isoformat(), correction.text, document.title, str(document.number or "") if isinstance(document, Policy) else "",
            document.KIND_WORD, urls.relative(urls.CORRECTIONS, document.url),
        )
        for correction, document in world.site.corrected
    ]  # fmt: skip
    by_year = groupby(rows, key=lambda row: int(row.date[:4]))
    return Context(
        frame=frame(world, "corrections", "更正记录", Place(urls.CORRECTIONS, None, steps)),
        years=tuple((year, tuple(own)) for year, own in by_year),
    )
