"""The search page. What it finds is drawn by theme/search/page.js; without scripts it leads to the lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.rendering import urls
from gongkai.rendering.frame import Frame, Link, Place, frame
from gongkai.rendering.world import World

TEMPLATE = "search.html"

INDEX = "search/index"
"""The name in World.assets under which the publisher gives the address of the index's script."""

# The order that theme/search/page.js states; page.js, which starts it all, comes last.
_ORDER = (
    "codec", "terms", "number_query", "query", "loading", "store", "ranking", "filters", "excerpt", "search", "page",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Context:
    """Variables of search.html."""

    frame: Frame
    index: str
    scripts: tuple[str, ...]
    ways: tuple[Link, ...]


def keys(_world: World) -> Sequence[str]:
    """There is one."""
    return ["search"]


def address(_world: World, _key: str) -> str:
    """`search.html`."""
    return urls.SEARCH


def context(world: World, _key: str) -> Context:
    """The empty search page."""
    return Context(
        frame=frame(world, "search", "搜索", Place(urls.SEARCH)),
        index=world.assets.get(INDEX, "").removeprefix("search/"),
        scripts=tuple(urls.encoded(world.assets[name]) for name in sorted(_scripts(world), key=_rank)),
        ways=(
            Link("按有效性、机关、主题、年份浏览", urls.LISTS),
            Link("全部政策文件", urls.POLICY_LIST),
            Link("全部政策解读", urls.INTERPRETATION_LIST),
        ),
    )


def _scripts(world: World) -> list[str]:
    return [name for name in world.assets if name.startswith("search/") and name.endswith(".js")]


def _rank(name: str) -> tuple[int, str]:
    stem = name.removeprefix("search/").removesuffix(".js")
    return (_ORDER.index(stem) if stem in _ORDER else len(_ORDER) - 2, name)
