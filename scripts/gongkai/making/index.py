"""The index of search, its suggestions and its self-test; all of the last build's where no document is another one."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from gongkai import worker_tasks
from gongkai.linking.links import Links
from gongkai.making.rewriting import FOLDER, address, left_to_another, may_be_left_to_another, rewrite, written_of
from gongkai.making.workshop import Workshop
from gongkai.model.site import Site
from gongkai.publishing.staging import Written
from gongkai.reading.digests import digest
from gongkai.searching import self_test, suggesting
from gongkai.searching.gathering import entries
from gongkai.searching.writing import SearchSettings
from gongkai.workers import FORKS, Workers

SUGGESTIONS = "suggestions"
"""The name of the part of a build that is what is suggested beside the index."""


@dataclass(frozen=True, slots=True)
class Index:
    """The addresses of the script and of the directory of suggestions, and all files. `asking` is what it is still to be asked
    before it is published, while the pages are made, `missed` what it failed to find so far; `keep` has it remembered, once it told
    what it had to."""

    script: str
    suggestions: str
    written: list[Written]
    asking: tuple[self_test.Task, ...] = ()
    missed: tuple[self_test.Failure, ...] = ()
    keep: Callable[[], None] = lambda: None


def make_index(site: Site, links: Links, shop: Workshop, meanwhile: Callable[[], None] | None = None) -> Index:
    """Write the index below `search/`, or take it over. What is to be done `meanwhile`, if there is anything, is done where it has to be written."""
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
            directory, others = suggestions.written()
        return Index(known.words[0], directory, [*written, *others])
    aside = bool(meanwhile) and may_be_left_to_another(batches, shop)
    with closing(_Suggestions(site, links, shop, awaited=aside)) as suggestions:
        if meanwhile and aside:
            rewritten = left_to_another(batches, settings, shop, suggestions.make, meanwhile)
        else:
            if meanwhile:
                meanwhile()
            rewritten = rewrite(batches, settings, shop, suggestions.begin)
        if rewritten is None:  # that would be a fault of ours, and costs but time
            suggestions.lost()
            shutil.rmtree(shop.stage.folder / FOLDER)
            shop.carrier.lost(FOLDER)
            rewritten = rewrite(batches, settings, shop, suggestions.begin, anew=True)
            assert rewritten
        suggestions.have(rewritten.suggested)
        facts, written = rewritten.facts, rewritten.written
        shop.steps.note(f"{facts.documents} 篇，{facts.parts} 个分片，{facts.bytes / 1e6:.1f} MB")
        script = address(facts.script)
        directory, others = suggestions.written()

    def keep() -> None:
        shop.remember(FOLDER, made_from, written, (script,))
        shop.after.index = facts.kept

    return Index(script, directory, [*written, *others], rewritten.asking, rewritten.missed, keep)


class _Suggestions:
    """The suggestions of a column: those of the last build where they would be the same. Where an index is there already, another process
    makes them meanwhile, unless one does that writes the index; else this one, while others work on the index."""

    def __init__(self, site: Site, links: Links, shop: Workshop, awaited: bool = False) -> None:
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
        if not self._known and not awaited and shop.before.index and shop.jobs > 1 and FORKS:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._aside = Workers(shop.jobs, worker_tasks.prepare_suggesting, site, links, self._folder, self._files, yielding=shop.stage.in_place, aside=True)
            self._made = self._aside.start(worker_tasks.suggest, (None,))

    @property
    def _folder(self) -> Path:
        return self._shop.stage.folder / FOLDER

    def make(self) -> suggesting.Suggested | None:
        """Make them, if they are others; for a process that has to hand over what it made."""
        return None if self._known else suggesting.write_suggestions(self._site, self._links, self._folder, self._files)

    def have(self, made: suggesting.Suggested | None) -> None:
        """Take what such a process made."""
        if made:
            self._made = iter([made])

    def begin(self) -> None:
        """Make them, where nobody does."""
        if not self._made and (made := self.make()):
            self._made = iter([made])

    def written(self) -> tuple[str, list[Written]]:
        """The address of the directory of suggestions, and their files."""
        self.begin()
        if self._made:
            script, files, taken = next(self._made)
            written = written_of(files) + self._shop.carrier.take(map(address, taken))
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


def _below(path: str) -> str:
    """The path that an address is of."""
    return path.removeprefix(f"{FOLDER}/")
