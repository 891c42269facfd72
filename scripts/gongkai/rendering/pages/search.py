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

SUGGESTIONS = "search/suggest"
"""The name in World.assets under which the publisher gives the name of the directory of suggestions; may be missing."""

# The order that matters; others come before page.js, which starts it all.
_ORDER = (
    "codec", "terms", "number_query", "query", "loading", "store", "ranking", "filters", "excerpt", "verifying", "sounds", "search",
    "address", "sentences", "recent", "suggest", "marking", "drawing", "facets_page", "around_page", "combobox", "page",
)  # fmt: skip
_ELSEWHERE = ("jump", "field")  # for other pages


@dataclass(frozen=True, slots=True)
class Context:
    """Variables of search.html."""

    frame: Frame
    index: str
    suggest: str
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
        suggest=world.assets.get(SUGGESTIONS, ""),
        scripts=tuple(urls.encoded(world.assets[name]) for name in sorted(_scripts(world), key=_rank)),
        ways=(
            Link("按有效性、机关、主题、年份浏览", urls.LISTS),
            Link("文号目录", urls.NUMBER_REGISTER),
            Link("标题目录", urls.TITLE_REGISTER),
            Link("全部政策文件", urls.POLICY_LIST),
            Link("全部政策解读", urls.INTERPRETATION_LIST),
        ),
    )


def _scripts(world: World) -> list[str]:
    others = {f"search/{stem}.js" for stem in _ELSEWHERE}
    return [name for name in world.assets if name.startswith("search/") and name.endswith(".js") and name not in others]


def _rank(name: str) -> tuple[int, str]:
    stem = name.removeprefix("search/").removesuffix(".js")
    return (_ORDER.index(stem) if stem in _ORDER else len(_ORDER) - 2, name)
