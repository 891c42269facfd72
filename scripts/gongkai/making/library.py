"""The library as data, the feeds, the map of the site: of facts alone, so that another process can make them beside the pages."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai import worker_tasks
from gongkai.making.pages import Plan
from gongkai.making.workshop import FOR_PROGRAMS, Workshop
from gongkai.model.documents import Policy
from gongkai.model.site import Published
from gongkai.publishing.staging import Written
from gongkai.reading.digests import digest
from gongkai.rendering.world import World
from gongkai.workers import FORKS, Workers

_PART = "library"
_FEW = 500  # policies that another process would hardly have begun with


class Library:
    """Those files of a build: made as soon as it is told what they are made from, or taken over where they would be the same."""

    def __init__(self, world: World, shop: Workshop) -> None:
        self._world, self._shop = world, shop
        self._workers: Workers | None = None
        self._made: Iterator[tuple[list[Written], tuple[Published, ...]]] = iter(())
        self._made_from = ""

    def begin(self, plan: Plan) -> None:
        """Begin to make them, once, where they are not what they were: they hang on all facts, and on where the pages lie."""
        shop = self._shop
        if self._made_from or shop.left(FOR_PROGRAMS):
            return
        self._made_from = digest(plan.shown.facts, plan.addresses)
        if not shop.kept(_PART, self._made_from):
            known = shop.before.parts.get(_PART)
            last = shop.before.output if known and shop.carrier.has(known.files) else None
            same = self._saying_the_same(plan) if last else frozenset()
            others = len(self._world.site.public_policies) - len(same)
            self._workers = Workers(
                shop.jobs if FORKS and others > _FEW else 1,
                worker_tasks.prepare_library, self._world, plan.addresses, shop.stage.folder, last, same, aside=True,
            )  # fmt: skip
            self._made = self._workers.start(worker_tasks.write_library, (None,))

    def written(self) -> list[Written]:
        """All of them, begun before."""
        return self._shop.part(_PART, self._made_from, self._result)

    def close(self) -> None:
        """As that of Workers."""
        if self._workers:
            self._workers.close()

    def _saying_the_same(self, plan: Plan) -> frozenset[str]:
        """The policies of which is said what was said: their pages, which show all of it, are made from the same."""
        before = self._shop.before.pages
        return frozenset(key for (kind, key), now in plan.now.items() if kind == Policy.KIND and (made := before.get((kind, key))) and made.digest == now)

    def _result(self) -> list[Written]:
        written, self._shop.after.published = next(self._made)
        return written
