"""What stays at the address of a document that was taken down: that it was, when, and why. Its text is gone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.rendering.columns import tree_of
from gongkai.rendering.frame import Frame, Place, frame
from gongkai.rendering.pages import page_type, page_types
from gongkai.rendering.world import World

TEMPLATE = "withdrawn.html"
_OF_DOCUMENTS = ("withdrawn", "standing_page")
"""Page types whose addresses belong to documents, and so are no address of one that is gone."""
_OF_FILES = ("policies/", "interpretations/")
"""Folders in which every page is a document's, so that nothing else can have taken the address."""


@dataclass(frozen=True, slots=True)
class Context:
    """Variables of withdrawn.html."""

    frame: Frame
    title: str
    number: str
    withdrawn: str
    why: str
    host: str


def keys(world: World) -> Sequence[str]:
    """The addresses of what was withdrawn, save where a list or a column has taken the address."""
    found = world.site.withdrawn
    if all(url.startswith(_OF_FILES) for url in found):
        return list(found)
    others = (name for name in page_types() if name not in _OF_DOCUMENTS)
    taken = {page_type(name).address(world, key) for name in others for key in page_type(name).keys(world)}
    return [url for url in found if url not in taken]


def address(_world: World, key: str) -> str:
    """The document's old address, which is the key."""
    return key


def context(world: World, key: str) -> Context:
    """The note."""
    gone, tree = world.site.withdrawn[key], tree_of(world)
    node = tree.policies if key.startswith("policies/") else tree.interpretations if key.startswith("interpretations/") else None
    return Context(
        frame=frame(world, "withdrawn", gone.title, Place(key, node)),
        title=gone.title,
        number=gone.number,
        withdrawn=gone.since.isoformat(),
        why=gone.why,
        host=world.site.settings.host,
    )
