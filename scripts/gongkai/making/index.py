"""The index of search, its suggestions and its self-test; all of the last build's where no document is another one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from gongkai import worker_tasks
from gongkai.linking.links import Links
from gongkai.making.workshop import Workshop
from gongkai.model.site import Site
from gongkai.publishing import attachments
from gongkai.publishing.staging import Written
from gongkai.reading.digests import digest
from gongkai.rendering.templates import theme_folder
from gongkai.searching import self_test
from gongkai.searching.gathering import EntryBatch, entries
from gongkai.searching.suggesting import write_suggestions
from gongkai.searching.writing import SearchSettings, write_index
from gongkai.workers import Workers

FOLDER = "search"


@dataclass(frozen=True, slots=True)
class Index:
    """The addresses of the script and of the directory of suggestions, all files, and sentences on what is not found."""

    script: str
    suggestions: str
    written: list[Written]
    missed: tuple[str, ...] = ()


def make_index(site: Site, links: Links, shop: Workshop) -> Index:
    """Write the index below `search/`, or take it over."""
    if left := shop.left(FOLDER):
        script, suggestions = left.words
        shop.remember(FOLDER, "", written := shop.carrier.take(left.files), left.words)
        shop.steps.note("以后再做")
        return Index(script, suggestions, written)
    settings = SearchSettings(site.settings.only_in_force, site.settings.thresholds["检索每页条数"], site.settings.synonyms)
    batches = entries(site, links)
    made_from = _digest(batches, settings, site, shop)
    known = shop.before.parts.get(FOLDER)
    if known and known.digest == made_from and shop.carrier.has(known.files):
        written = shop.carrier.take(known.files)
        shop.remember(FOLDER, made_from, written, known.words)
        shop.steps.note("同上次一样")
        script, suggestions = known.words
        return Index(script, suggestions, written)
    folder = shop.stage.folder / FOLDER
    indexers = Workers(min(shop.jobs, len(batches)), worker_tasks.prepare_nothing)
    try:
        facts = write_index(batches, folder, settings, partial(indexers.flow, halt=shop.halt))
    except BaseException:
        indexers.abandon()
        raise
    finally:
        indexers.close()
    shop.steps.note(f"{facts.documents} 篇，{facts.parts} 个分片，{facts.bytes / 1e6:.1f} MB")
    asked = [] if site.preview else self_test.tasks(folder, facts.documents, shop.jobs, theme_folder())
    testers = Workers(min(shop.jobs, len(asked)), worker_tasks.prepare_nothing)
    try:
        missed = self_test.told([one for found in testers.start(self_test.failures, asked) for one in found])
    finally:
        testers.close()
    script, suggestions = f"{FOLDER}/{facts.script}", write_suggestions(site, links, folder)
    written = list(attachments.hashed(shop.stage.folder, FOLDER))
    if not missed:
        shop.remember(FOLDER, made_from, written, (script, suggestions))
    return Index(script, suggestions, written, missed)


def _digest(batches: list[EntryBatch], settings: SearchSettings, site: Site, shop: Workshop) -> str:
    """Of everything that search is told, and whether it was tested; texts by the digests of their sources."""
    told = [(entry, rest) for batch in batches for entry, _, rest in batch.documents]
    texts = sorted((document.url, shop.digests[document.path].content) for document in site.documents())
    topics = [policy.topic for policy in site.public_policies]
    return digest(settings, site.preview, told, texts, topics)
