"""The library as data, the feeds, the map of the site: of facts alone, no text is in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from gongkai.model.site import Published
from gongkai.publishing import data, feeds
from gongkai.publishing.staging import Written
from gongkai.publishing.staging import write as put
from gongkai.reading.published import NAME, RECORD, published_of
from gongkai.rendering.channels import channels
from gongkai.rendering.world import World


def write(world: World, addresses: Sequence[str], folder: Path) -> tuple[list[Written], tuple[Published, ...]]:
    """Write all of them into a stage; `addresses` are those of the pages. The files, and what they say is published."""
    records: list[dict[str, Any]] = []
    written = list(_written(world, addresses, folder, lambda record: records.append({key: record[key] for key in RECORD if key in record})))
    return written, published_of(records)


def _written(world: World, addresses: Sequence[str], folder: Path, saying: Callable[[dict[str, Any]], object]) -> Iterator[Written]:
    site, links = world.site, world.links
    yield put(folder, NAME, "".join(data.library_json(site, links, saying)))
    yield put(folder, "data/policies.csv", data.library_csv(site, links))
    for name, columns in site.settings.exports.items():
        yield put(folder, f"data/{name}.csv", data.library_csv(site, links, columns))
    yield from (put(folder, channel.address, feeds.atom(world, channel)) for channel in channels(world))
    yield put(folder, "sitemap.xml", feeds.sitemap(site, addresses))
