"""404.html: says what to do when an address leads nowhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from gongkai.rendering import urls
from gongkai.rendering.columns import tree_of
from gongkai.rendering.frame import Frame, Link, Place, frame
from gongkai.rendering.world import World

TEMPLATE = "not_found.html"
_RELATIVE = re.compile(r'( (?:href|src|action|data-root)=")(?!#|/|[a-z]+:)([^"]*)"')


@dataclass(frozen=True, slots=True)
class Context:
    """Variables of not_found.html."""

    frame: Frame
    columns: tuple[Link, ...]


def keys(_world: World) -> Sequence[str]:
    """There is one."""
    return ["404"]


def address(_world: World, _key: str) -> str:
    """`404.html`."""
    return urls.NOT_FOUND


def finish(world: World, html: str) -> str:
    """Servers show this page at any address, however deep: there only links from the host's root lead somewhere.

    Where `site.yaml` does not say under which address the column is published, they stay as they are.
    """
    address = world.site.settings.address
    if not address:
        return html
    base = f"{urlsplit(address).path.rstrip('/')}/"
    return _RELATIVE.sub(lambda link: f'{link[1]}{base}{link[2]}"', html)


def context(world: World, _key: str) -> Context:
    """The page with the ways on."""
    return Context(
        frame=frame(world, "not-found", "没有找到这一页", Place(urls.NOT_FOUND)),
        columns=tuple(Link(node.column.name, urls.encoded(node.address)) for node in tree_of(world).top),
    )
