"""From a world to finished pages. A page is named by its type and a key, so that any worker can make it."""

from __future__ import annotations

from typing import NamedTuple

from gongkai.rendering.pages import page_type, page_types
from gongkai.rendering.templates import render_template
from gongkai.rendering.world import World


class Output(NamedTuple):
    """A finished file: its address, which is its path below build/, and its text."""

    path: str
    text: str


def tasks(world: World) -> list[tuple[str, str]]:
    """Every page of the column as (page type, key), in a fixed order."""
    return [(name, key) for name in page_types() for key in page_type(name).keys(world)]


def address(world: World, name: str, key: str) -> str:
    """Where a page is written."""
    return page_type(name).address(world, key)


def render(world: World, name: str, key: str) -> Output:
    """Make one page."""
    module = page_type(name)
    text = render_template(world, module.TEMPLATE, module.context(world, key))
    finish = getattr(module, "finish", None)
    if finish:
        text = finish(world, text)
    return Output(module.address(world, key), text)
