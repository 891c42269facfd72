"""The library as data, the feeds, the map of the site: of facts alone, no text is in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from gongkai.publishing import data, feeds
from gongkai.publishing.staging import Written
from gongkai.publishing.staging import write as put
from gongkai.rendering.channels import channels
from gongkai.rendering.world import World


def write(world: World, addresses: Sequence[str], folder: Path) -> Iterator[Written]:
    """Write all of them into a stage; `addresses` are those of the pages."""
    site, links = world.site, world.links
    yield put(folder, "data/policies.json", "".join(data.library_json(site, links)))
    yield put(folder, "data/policies.csv", data.library_csv(site, links))
    for name, columns in site.settings.exports.items():
        yield put(folder, f"data/{name}.csv", data.library_csv(site, links, columns))
    yield from (put(folder, channel.address, feeds.atom(world, channel)) for channel in channels(world))
    yield put(folder, "sitemap.xml", feeds.sitemap(site, addresses))
