"""The index of search, its suggestions and its self-test; all of the last build's where no document is another one."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import TypeVar

from gongkai import worker_tasks
from gongkai.linking.links import Links
from gongkai.making.workshop import Workshop
from gongkai.model.site import Site
from gongkai.publishing.staging import Written, clear
from gongkai.reading.digests import digest
from gongkai.remembering.memory import Made
from gongkai.rendering.templates import theme_folder
from gongkai.searching import same, self_test, suggesting
from gongkai.searching.gathering import Waiting, entries
from gongkai.searching.keeping import Before, IndexFacts, Kept
from gongkai.searching.parts import File
from gongkai.searching.writing import SearchSettings, write_index
from gongkai.workers import FORKS, Workers, keep_what_is_freed

FOLDER = "search"
SUGGESTIONS = "suggestions"
"""The names of the parts of a build that are the index and what is suggested beside it."""
_FEW = 2  # tasks that are done here: other processes would hardly have begun
_AHEAD = 24  # tasks of a process, each soon done, that wait in line: something else may be done here before their results are taken
_COMPARED = 2_000  # files of which it is sooner seen that they say the same of others than that everybody is found
_Task = TypeVar("_Task")
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class Index:
    """The addresses of the script and of the directory of suggestions, and all files. `asking` is what it is still to be asked
    before it is published, while the pages are made; `keep` has it remembered, once it told what it had to."""

    script: str
    suggestions: str
    written: list[Written]
    asking: tuple[self_test.Task, ...] = ()
    keep: Callable[[], None] = lambda: None


def make_index(site: Site, links: Links, shop: Workshop, meanwhile: Callable[[], None] = lambda: None) -> Index:
    """Write the index below `search/`, or take it over. What is to be done `meanwhile` is done where another process begins with the suggestions."""
    if (left := shop.left(FOLDER)) and shop.left(SUGGESTIONS):
        last = shop.before.parts[SUGGESTIONS]
        written = shop.carrier.take((*left.files, *last.files))
        shop.after.parts = {**shop.after.parts, FOLDER: left._replace(digest=""), SUGGESTIONS: last}
        shop.steps.note("以后再做")
        return Index(left.words[0], last.words[0], written)
    settings = SearchSettings(site.settings.only_in_force, site.settings.thresholds["检索每页条数"], site.settings.synonyms)
    batches = entries(site, links, {path: each.content for path, each in shop.digests.items()}, shop.after.origin)
    made_from = digest(settings, site.preview, [batch.made_from for batch in batches])
    known = shop.before.parts.get(FOLDER)
    if known and known.digest == made_from and shop.carrier.has(known.files):
        written = shop.carrier.take(known.files)
        shop.remember(FOLDER, made_from, written, known.words)
        shop.steps.note("同上次一样")
        with closing(_Suggestions(site, links, shop)) as suggestions:
            beside, others = suggestions.written()
        return Index(known.words[0], beside, [*written, *others])
    with closing(_Suggestions(site, links, shop)) as suggestions:
        meanwhile()
        facts, written = _write(batches, settings, shop, shop.before.index or Kept(), suggestions.begin)
        asked: Sequence[int] | None = None
        # Where leads came to lie elsewhere (a title was changed), a third of all parts may be others: asking everybody is sooner.
        few = len(facts.files) <= max(_COMPARED, len(written) // 8)
        if known and facts.changed is not None and few and not site.preview and (lies := _last(known, shop)):
            asked = facts.changed
            if same.differing(lies, shop.stage.folder / FOLDER, asked) != []:  # that would be a fault of ours, and costs but time
                suggestions.lost()
                shutil.rmtree(shop.stage.folder / FOLDER)
                shop.carrier.lost(FOLDER)
                facts, written = _write(batches, settings, shop, Kept(), suggestions.begin)
                asked = None
        shop.steps.note(f"{facts.documents} 篇，{facts.parts} 个分片，{facts.bytes / 1e6:.1f} MB")
        asking = () if site.preview else tuple(self_test.tasks(shop.stage.folder / FOLDER, facts.documents, shop.jobs, theme_folder(), asked))
        script = _address(facts.script)
        beside, others = suggestions.written()

    def keep() -> None:
        shop.remember(FOLDER, made_from, written, (script,))
        shop.after.index = facts.kept

    return Index(script, beside, [*written, *others], asking, keep)


def _write(batches: Sequence[Waiting], settings: SearchSettings, shop: Workshop, kept: Kept, meanwhile: Callable[[], None]) -> tuple[IndexFacts, list[Written]]:
    """Write the index, with what can be taken over of what is kept of the last one; and all its files. What is to be done
    `meanwhile` is done here while others work."""
    written: list[Written] = []
    indexers = _Indexers(min(shop.jobs, len(batches)), shop.stage.in_place, shop.halt)
    before = Before(
        shop.prepared,
        kept,
        lambda paths: shop.carrier.has(map(_address, paths)),
        lambda paths: written.extend(shop.carrier.take(map(_address, paths))),
        (shop.before.output or shop.stage.folder) / FOLDER,
    )
    try:
        facts = write_index(batches, shop.stage.folder / FOLDER, settings, indexers.run, before, meanwhile)
    except BaseException:
        indexers.abandon()
        raise
    finally:
        indexers.close()
    written += _written(facts.files)
    if known := shop.before.parts.get(FOLDER):  # none of its parts may stand in for one that should have been written
        clear(shop.stage.folder, set(known.files).difference(file.path for file in written))
    return facts, written


class _Indexers:
    """The processes that write an index. They begin when there is more than a little to do."""

    def __init__(self, jobs: int, yielding: bool, halt: Callable[[], None]) -> None:
        self._begin = partial(Workers, jobs, keep_what_is_freed, yielding=yielding, ahead=_AHEAD)
        self._halt = halt
        self._begun: Workers | None = None

    def run(self, work: Callable[[_Task], _Result], tasks: Iterable[_Task]) -> Iterator[_Result]:
        """Carry tasks out; the results come in the order of the tasks."""
        waiting = iter(tasks)
        first = [] if self._begun else list(islice(waiting, _FEW + 1))
        if not self._begun and len(first) <= _FEW:
            return self._here(work, first)
        self._begun = self._begun or self._begin()
        return self._begun.flow(work, chain(first, waiting), halt=self._halt)

    def _here(self, work: Callable[[_Task], _Result], tasks: Iterable[_Task]) -> Iterator[_Result]:
        for task in tasks:
            self._halt()
            yield work(task)

    def abandon(self) -> None:
        """As that of Workers."""
        if self._begun:
            self._begun.abandon()

    def close(self) -> None:
        """As that of Workers."""
        if self._begun:
            self._begun.close()


def _last(known: Made, shop: Workshop) -> Path | None:
    """Where the last index lies, as it was left when all its documents had been asked for."""
    output = shop.before.output
    return output / FOLDER if output and known.digest and shop.carrier.has(known.files) else None


class _Suggestions:
    """The suggestions of a column: those of the last build where they would be the same. Where an index is there already and little of it
    has to be written, another process makes them meanwhile; else this one, while others work on the index."""

    def __init__(self, site: Site, links: Links, shop: Workshop) -> None:
        self._site, self._links, self._shop = site, links, shop
        known = shop.before.parts.get(SUGGESTIONS)
        same = shop.ground and shop.touched is not None and known  # they hang on facts alone
        self._made_from = known.digest if known and same else suggesting.made_from(site, links)
        there = known is not None and shop.carrier.has(known.files)
        self._known = known if known and there and known.digest == self._made_from else None
        # Of others, most parts are what they were.
        self._files = {_below(path): shop.before.files[path].sha256 for path in known.files} if known and there else {}
        self._aside: Workers | None = None
        self._made: Iterator[suggesting.Suggested] | None = None
        if not self._known and shop.before.index and shop.jobs > 1 and FORKS:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._aside = Workers(shop.jobs, worker_tasks.prepare_suggesting, site, links, self._folder, self._files, yielding=shop.stage.in_place, aside=True)
            self._made = self._aside.start(worker_tasks.suggest, (None,))

    @property
    def _folder(self) -> Path:
        return self._shop.stage.folder / FOLDER

    def begin(self) -> None:
        """Make them, where nobody does."""
        if not self._known and not self._made:
            self._made = iter([suggesting.write_suggestions(self._site, self._links, self._folder, self._files)])

    def written(self) -> tuple[str, list[Written]]:
        """The address of the directory of suggestions, and their files."""
        self.begin()
        if self._made:
            script, files, taken = next(self._made)
            written = _written(files) + self._shop.carrier.take(map(_address, taken))
        else:
            assert self._known
            script, written = self._known.words[0], self._shop.carrier.take(self._known.files)
        self._shop.remember(SUGGESTIONS, self._made_from, written, (script,))
        return script, written

    def lost(self) -> None:
        """What there was of them is there no more: they are to be made again."""
        self.close()
        self._known = self._made = None
        self._files = {}

    def close(self) -> None:
        """Wait until nobody makes them."""
        if self._aside:
            self._aside.close()


def _address(path: str) -> str:
    return f"{FOLDER}/{path}"


def _below(address: str) -> str:
    """The path that an address is of."""
    return address.removeprefix(f"{FOLDER}/")


def _written(files: Iterable[File]) -> list[Written]:
    return [Written(_address(path), sha256, size) for path, sha256, size in files]
