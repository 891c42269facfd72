"""The page types: every module of this folder is one. A new page type is a module here and its template.

A module has TEMPLATE (a file of theme/templates), Context (a frozen dataclass: the template's variables), and

    keys(world) -> Sequence[str]        one key a page
    address(world, key) -> str          where the page is, relative to the site's root
    context(world, key) -> Context      what it shows
    finish(world, html) -> str          what is still to be done to the page; most have none
"""

from __future__ import annotations

import pkgutil
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from gongkai.rendering.world import World


class PageType(Protocol):
    """What a module of this folder offers."""

    TEMPLATE: str
    Context: type

    def keys(self, world: World) -> Sequence[str]:
        """One key for each page of this type."""

    def address(self, world: World, key: str) -> str:
        """Where the page is, relative to the site's root."""

    def context(self, world: World, key: str) -> object:
        """A Context: what the page shows."""


@cache
def page_types() -> tuple[str, ...]:
    """The names of all page types, sorted."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


@cache
def page_type(name: str) -> PageType:
    """The module of a page type."""
    return cast(PageType, import_module(f"{__name__}.{name}"))
