"""A build in which only texts of policies and interpretations are others than in the last one: their own files, what is packed
with them, the index, the page of search and the list of all files are made; everything else stays as it is.

`remembering.ground` says when that is so. Where anything is not plainly as it should be, all is made as always (`column`).
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import chain

from gongkai import worker_tasks
from gongkai.checks.built_pages import BuiltColumn, PageExaminer, examine_built
from gongkai.making.companions import attached
from gongkai.making.index import SUGGESTIONS, Index, make_index
from gongkai.making.pages import groups, ids_of
from gongkai.making.rewriting import FOLDER
from gongkai.making.workshop import Workshop
from gongkai.model.addresses import attachment_address
from gongkai.model.documents import Policy
from gongkai.model.site import Site
from gongkai.publishing import bundles, manifest
from gongkai.publishing.carrying import File, files_of
from gongkai.publishing.staging import Written, write
from gongkai.remembering.ground import Ground
from gongkai.remembering.memory import Made
from gongkai.rendering.pages import search
from gongkai.rendering.shown import SEARCH, Shown, beside
from gongkai.rendering.world import World
from gongkai.searching import self_test
from gongkai.workers import Workers

_SEARCH = SEARCH, SEARCH  # there is one page of search


class _MoreIsAnother(Exception):
    """Something is not as it should be for this way."""


@dataclass
class _Pages:
    """What was made of pages: their files, what is to be remembered of each, where they lead that none led before."""

    written: list[Written] = field(default_factory=list)
    made: dict[tuple[str, str], Made] = field(default_factory=dict)
    leads: dict[tuple[str, str], str] = field(default_factory=dict)


def make_texts(world: World, examiner: PageExaminer, shop: Workshop) -> bool:
    """Make what is another, take the rest over; whether that could be done. `world` knows no index yet. Where it could not,
    nothing is remembered, and nothing lies in the stage that would be taken for part of a build."""
    ground = shop.ground
    if ground is None or shop.touched is None or not _stays(world, ground, shop):
        return False
    world = replace(world, feeds_of_pages=ground.feeds_of_pages)
    try:
        _make(world, ground, examiner, shop)
    except _MoreIsAnother:
        shutil.rmtree(shop.stage.folder / FOLDER, ignore_errors=True)
        shop.carrier.lost(FOLDER)
        shop.after.parts, shop.after.index = {}, shop.before.index
        return False
    return True


def _stays(world: World, ground: Ground, shop: Workshop) -> bool:
    """Whether the last build is whole, nothing was found in it, and this one's pages are made with the same beside the column."""
    before = shop.before
    known = before.parts.get(FOLDER)
    return bool(
        before.sound and ground.beside == beside(world) and known and known.digest and SUGGESTIONS in before.parts and before.index
        and _SEARCH in before.pages and shop.carrier.has(before.files)
    )  # fmt: skip


def _make(world: World, ground: Ground, examiner: PageExaminer, shop: Workshop) -> None:
    site, links, before, folder = world.site, world.links, shop.before, shop.stage.folder
    shown = Shown(world, shop.digests, ground.around, ground.facts)
    pages = _Pages()
    with shop.steps.step("建立检索"):
        tasks = [(document.KIND, document.slug) for document in shop.touched or () if (document.KIND, document.slug) in before.pages]
        _render(tasks, world, examiner, shop, shown, pages)  # before the index, for others pack them while it is made
        packed = _packing(world, pages, shop)
        index = make_index(site, links, shop)
    with _asking(index, shop) as failed:  # while the rest is made
        with shop.steps.step("生成网页"):
            with_index = replace(world, assets={**world.assets, search.INDEX: index.script, search.SUGGESTIONS: index.suggestions})
            _render([_SEARCH], with_index, examiner, shop, Shown(with_index, shop.digests, ground.around, ground.facts), pages)
            zips = next(packed)
            if zips is None:
                raise _MoreIsAnother
            shop.steps.note(f"{len(before.pages)} 个网页，其中 {len(before.pages) - len(pages.made)} 个同上次一样")
        with shop.steps.step("发布"):
            written = [*pages.written, *(each for _, each in zips)]
            for made_from, each in zips:
                shop.remember(each.path, made_from, [each])
            written += attached([path for path in site.files if attachment_address(path) in before.parts], shop)
            made_from_texts = (*(before.pages[task] for task in pages.made), before.parts[FOLDER], before.parts[SUGGESTIONS])
            gone = {path for made in made_from_texts for path in made.files}
            others = {each.path for each in written} | gone | {manifest.NAME}
            stay = before.files.keys() - others
            shop.carrier.keep(stay)
            files: dict[str, File] = {path: file for path, file in before.files.items() if path in stay}
            written += index.written
            files.update(files_of(folder, written, before.files, shop.carrier.taken))
            files.update(files_of(folder, [_listed(site, gone, written, shop)], before.files))
            _examine(world, frozenset(files), others, pages, shop)
            if any(failed):
                raise _MoreIsAnother
            shop.after.files = files
            shop.after.pages = {**before.pages, **pages.made}
            shop.after.parts = {**before.parts, **shop.after.parts}
            shop.after.ground = ground
            index.keep()
            shop.steps.note(f"{len(files)} 个文件，{sum(file.size for file in files.values()) / 1e6:.1f} MB")


def _listed(site: Site, gone: AbstractSet[str], written: Iterable[Written], shop: Workshop) -> Written:
    """The list of all files, out of the last one; `gone` are files of that which are there no more, or among those `written`."""
    before, output = shop.before.files, shop.before.output
    assert output
    last = (output / manifest.NAME).read_bytes().decode()
    fresh = [file for file in written if file.path not in before or before[file.path].sha256 != file.sha256]
    return write(shop.stage.folder, manifest.NAME, manifest.renewed(last, site, gone - {file.path for file in written}, fresh))


@contextmanager
def _asking(index: Index, shop: Workshop) -> Iterator[Iterator[list[self_test.Failure]]]:
    """Have the index asked what is to be asked of it, and what it fails to find."""
    workers = Workers(min(shop.jobs, len(index.asking)), worker_tasks.prepare_nothing)
    try:
        yield workers.start(self_test.failures, index.asking)
    finally:
        workers.close()


def _render(tasks: list[tuple[str, str]], world: World, examiner: PageExaminer, shop: Workshop, shown: Shown, pages: _Pages) -> None:
    """Make pages, none of which a rule may find anything in."""
    several = groups(tasks)
    workers = Workers(min(shop.jobs, len(several)), worker_tasks.prepare_rendering, world, shop.stage.folder, examiner)
    try:
        done = chain.from_iterable(workers.start(worker_tasks.render_group, several))
        for task, (written, told, variables) in zip(tasks, done, strict=True):
            if told.findings:
                raise _MoreIsAnother
            pages.written += written
            pages.made[task] = Made(shown(*task), tuple(file.path for file in written), (variables,) if variables else ())
            pages.leads.update((lead, written[0].path) for lead in told.leads if lead not in shop.before.leads)
    finally:
        workers.close()


def _packing(world: World, pages: _Pages, shop: Workshop) -> Iterator[worker_tasks.Renewed]:
    """Have the ZIPs made meanwhile that hold the files of these pages."""
    policies = [world.links.policies[key] for name, key in pages.made if name == Policy.KIND]
    holding = {address: bundles.folder_of(policy) for policy in policies for address in bundles.holding(world, policy) if address in shop.before.parts}
    if not holding or shop.aside is None:
        return iter([None if holding else []])
    return shop.aside.renewed(holding, {file.path: file.sha256 for file in pages.written}, shop.stage.folder)


def _examine(world: World, files: frozenset[str], others: AbstractSet[str], pages: _Pages, shop: Workshop) -> None:
    """See that pages still lead to what is there: those that are others, and all to what is another."""
    before = shop.before.leads
    doubted = {lead: page for lead, page in before.items() if lead[0] in others}
    built = BuiltColumn(files, {**doubted, **pages.leads}, {}, lambda address: ids_of(shop.stage.found(address)))
    if examine_built(built, [], world.site.settings, world.site.today):
        raise _MoreIsAnother
    shop.after.leads, shop.after.sound = {**before, **pages.leads} if pages.leads else before, True
