"""标题目录: every policy and interpretation by the sound of its first telling word."""

from __future__ import annotations

from collections.abc import Sequence

from gongkai.rendering import register_pages
from gongkai.rendering.register_pages import Context, Words
from gongkai.rendering.registers import TITLES
from gongkai.rendering.world import World

__all__ = ["TEMPLATE", "WORDS", "Context", "address", "context", "keys"]

TEMPLATE = "register.html"
WORDS = Words(
    register=TITLES,
    name="标题目录",
    heading="标题目录：{}",
    order="按标题中第一个实词的拼音排列，不计发文机关、地名和“关于印发”等字样。",
    volumes_everywhere=True,
)


def keys(world: World) -> Sequence[str]:
    """The register's own page, then every page of every volume."""
    return register_pages.keys(world, WORDS)


def address(world: World, key: str) -> str:
    """`lists/titles.html`, `lists/titles-<initial>.html`."""
    return register_pages.address(world, WORDS, key)


def context(world: World, key: str) -> Context:
    """One page."""
    return register_pages.context(world, WORDS, key)
