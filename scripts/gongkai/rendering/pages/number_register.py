"""文号目录: every policy that has a 文号, by 机关代字, year and sequence."""

from __future__ import annotations

from collections.abc import Sequence

from gongkai.rendering import register_pages
from gongkai.rendering.register_pages import Context, Words
from gongkai.rendering.registers import NUMBERS
from gongkai.rendering.world import World

__all__ = ["TEMPLATE", "WORDS", "Context", "address", "context", "keys"]

TEMPLATE = "register.html"
WORDS = Words(
    register=NUMBERS,
    name="文号目录",
    heading="文号目录：{}",
    order="按机关代字的拼音排列；每个机关代字下，先近后远，同年按序号。",
    volumes_everywhere=False,
)


def keys(world: World) -> Sequence[str]:
    """The register's own page, then every page of every volume."""
    return register_pages.keys(world, WORDS)


def address(world: World, key: str) -> str:
    """`lists/numbers.html`, `lists/number-<hash of the 机关代字>.html`."""
    return register_pages.address(world, WORDS, key)


def context(world: World, key: str) -> Context:
    """One page."""
    return register_pages.context(world, WORDS, key)
