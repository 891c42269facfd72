"""The library as data, the feeds, the map of the site: of facts alone, so that another process can make them beside the pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gongkai import worker_tasks
from gongkai.making.workshop import FOR_PROGRAMS, Workshop
from gongkai.model.site import Published
from gongkai.publishing.staging import Written
from gongkai.reading.digests import digest
from gongkai.rendering.world import World
from gongkai.workers import FORKS, Workers


class Library:
    """Those files of a build: made as soon as it is told what they are made from, or taken over where they would be the same."""

    def __init__(self, world: World, shop: Workshop) -> None:
        self._world, self._shop = world, shop
        self._workers: Workers | None = None
        self._made: Iterator[tuple[list[Written], tuple[Published, ...]]] = iter(())
        self._made_from = ""

    def begin(self, facts: str, addresses: Sequence[str]) -> None:
        """Begin to make them, once: `facts` is the digest of all facts, `addresses` are those of all pages."""
        shop = self._shop
        if self._made_from or shop.left(FOR_PROGRAMS):
            return
        self._made_from = digest(facts, addresses)
        if not shop.kept("library", self._made_from):
            jobs = shop.jobs if FORKS else 1
            self._workers = Workers(jobs, worker_tasks.prepare_library, self._world, addresses, shop.stage.folder, aside=True)
            self._made = self._workers.start(worker_tasks.write_library, (None,))

    def written(self) -> list[Written]:
        """All of them, begun before."""
        return self._shop.part("library", self._made_from, self._result)

    def close(self) -> None:
        """As that of Workers."""
        if self._workers:
            self._workers.close()

    def _result(self) -> list[Written]:
        written, self._shop.after.published = next(self._made)
        return written
