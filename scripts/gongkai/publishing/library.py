"""The library as data, the feeds, the map of the site: of facts alone, no text is in them.

Of most policies the last build said what this one says. Where that is known, their records and rows are those of its files."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from gongkai.model.site import Published
from gongkai.publishing import data, feeds
from gongkai.publishing.staging import Written
from gongkai.publishing.staging import write as put
from gongkai.reading.published import NAME, PAGES
from gongkai.rendering import standing
from gongkai.rendering.channels import channels
from gongkai.rendering.world import World

_TABLE = "data/policies.csv"


def write(world: World, addresses: Sequence[str], folder: Path, last: Path | None = None, same: Collection[str] = ()) -> tuple[list[Written], tuple[Published, ...]]:
    """Write all of them into a stage; `addresses` are those of the pages. The files, and what they say is published.

    `last` is where those of the last build lie, as they were left; of policies whose slugs are the `same`, they say what is said now."""
    return list(_written(world, addresses, folder, last, same)), published(world)


def _written(world: World, addresses: Sequence[str], folder: Path, last: Path | None, same: Collection[str]) -> Iterator[Written]:
    site, links = world.site, world.links
    records = data.records_in(_read(last, NAME)) if last and same else []
    slugs = [data.slug_in(record) for record in records]

    def said(rows: Sequence[str] | None) -> Mapping[str, str]:
        return {slug: row for slug, row in zip(slugs, rows, strict=True) if slug in same} if rows else {}

    def table(address: str, columns: Mapping[str, str] | None = None) -> Written:
        rows = data.rows_in(_read(last, address), len(slugs)) if last and slugs else None
        return put(folder, address, data.library_csv(site, links, columns, said(rows)))

    yield put(folder, NAME, "".join(data.library_json(site, links, said(records))))
    yield put(folder, PAGES, "".join(data.pages_json(site, standing.pages_of(world))))
    yield table(_TABLE)
    for name, columns in site.settings.exports.items():
        yield table(f"data/{name}.csv", columns)
    yield from (put(folder, channel.address, feeds.atom(world, channel)) for channel in channels(world))
    yield put(folder, "sitemap.xml", feeds.sitemap(site, addresses))


def _read(folder: Path, address: str) -> str:
    return (folder / address).read_bytes().decode()


def published(world: World) -> tuple[Published, ...]:
    """What a library says is published, as `reading.published` reads it there: its policies, what explains them, the pages."""
    policies = world.site.public_policies
    others = [*(i for p in policies for i in world.links.interpretations_of(p)), *standing.pages_of(world)]
    records = [Published(p.slug, p.url, p.index_number, str(p.number or ""), p.title) for p in policies]
    return tuple(dict.fromkeys((*records, *(Published(d.slug, d.url, "", "", d.title) for d in others))))
