"""All that a page may show: the column, its links, and the finished texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from gongkai.linking.links import Links
from gongkai.model.documents import Document, Policy
from gongkai.model.site import Site
from gongkai.typesetting.downloads import Download


def _none(_policy: Policy) -> Sequence[Download]:
    return ()


@dataclass(frozen=True, slots=True, eq=False)
class World:
    """What every page module is given. `body_html(document)` is the text with its links, as safe HTML.

    `assets` gives the published address of each theme file (`style/main.css` → `assets/main.3f2a91c0.css`).
    `overrides` holds the site's own templates: file name → text (`templates.read_overrides`).
    `downloads(policy)` makes the files to take away, `bundled` names the ending of
    those that lie together in a ZIP for each list, "" for none.
    `feeds_of_pages` are the pages that have a feed, where they are known already; `compiled` is the folder where this program
    keeps templates that it has compiled, None where it keeps none.
    A world is equal to itself alone, so that what is worked out once for a whole site can be kept by world; and to one that
    was made of it by `replace`, which must not differ in anything but texts and the addresses of the index.
    """

    site: Site
    links: Links
    body_html: Callable[[Document], str]
    assets: Mapping[str, str]
    overrides: Mapping[str, str] = field(default_factory=dict)
    downloads: Callable[[Policy], Sequence[Download]] = _none
    bundled: str = ""
    feeds_of_pages: Mapping[str, str] | None = None
    compiled: Path | None = None
    self_same: object = field(default_factory=object)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, World) and self.self_same is other.self_same

    def __hash__(self) -> int:
        return hash(self.self_same)
