"""From an examined column to all its files in the stage: index, pages, what lies beside them. Then whether they are sound."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from gongkai import worker_tasks
from gongkai.checks.built_pages import PageExaminer
from gongkai.console import tally
from gongkai.linking.links import Links
from gongkai.making.index import make_index
from gongkai.making.pages import examine_pages, make_pages
from gongkai.making.theme import Theme, theme_of
from gongkai.making.touching import Latest
from gongkai.making.workshop import FOR_PROGRAMS, Workshop
from gongkai.model.problems import Problem
from gongkai.model.site import Site
from gongkai.publishing import assets as theme_assets
from gongkai.publishing import attachments, bundles, manifest
from gongkai.publishing.carrying import files_of
from gongkai.publishing.staging import Written, write
from gongkai.reading.digests import digest
from gongkai.rendering.bodies import Bodies
from gongkai.rendering.facets import Listing
from gongkai.rendering.world import World
from gongkai.typesetting.downloads import KINDS, Downloads
from gongkai.workers import FORKS


def make(site: Site, links: Links, shop: Workshop) -> tuple[list[Problem], Latest]:
    """Write everything into the stage, and note what is to be remembered of it; the problems of the pages, and what they
    were made from."""
    theme = theme_of(shop.folder, site.settings)
    assets, names = theme.assets, dict(theme.names)
    with shop.steps.step("建立检索"):
        index = make_index(site, links, shop)
    names["search/index"], names["search/suggest"] = index.script, index.suggestions
    downloads = Downloads(links, site.settings)
    world = World(site, links, Bodies(links), names, theme.overrides, downloads, downloads.bundled)
    weights = theme_assets.weights(assets, names)
    with shop.steps.step("生成网页"):
        pages = make_pages(world, PageExaminer(site.settings, weights), shop, index.asking)
        if not pages.missed:
            index.keep()
        again = f"，其中 {len(pages.taken)} 个同上次一样" if pages.taken else ""
        missing = "".join(f"，没有装 gongkai[{kind}]，不做 {KINDS[kind]}" for kind in downloads.missing)
        shop.steps.note(f"{len(pages.addresses)} 个网页{again}{missing}")
    with shop.steps.step("发布"):
        folder, written = shop.stage.folder, pages.written
        written += shop.part("theme", digest([(names[name], content) for name, content in assets.items()]), partial(_assets, theme, folder))
        written += _attachments(site, links, shop)
        written += index.written
        with shop.doubled(written):
            if left := shop.left(FOR_PROGRAMS):
                written += shop.carrier.take(left.files)
                shop.remember(FOR_PROGRAMS, "", (file for file in written if file.path in left.files))
            else:
                made_from = digest(pages.facts, pages.addresses)
                beside = worker_tasks.write_library, worker_tasks.prepare_library, world, pages.addresses, folder
                with shop.meanwhile(*beside, wanted=FORKS and not shop.kept("library", made_from)) as library:
                    for_programs = _bundles(world, written, shop)
                    for_programs += shop.part("library", made_from, lambda: next(library))
                for_programs.append(write(folder, manifest.NAME, manifest.manifest(site, [*written, *for_programs])))
                shop.remember(FOR_PROGRAMS, "", for_programs)
                written += for_programs
            files = frozenset(file.path for file in written)
            styles = theme_assets.styles(assets, names)
            problems = examine_pages(world, pages, files, styles, PageExaminer(site.settings, weights), shop)
            shop.after.files = files_of(folder, written, shop.before.files, shop.carrier.taken, shop.stage.in_place)
        found = f"；{tally(problems)}" if problems else ""
        shop.steps.note(f"{len(written)} 个文件，{sum(file.size for file in written) / 1e6:.1f} MB{found}")
    return problems, Latest(world, weights)


def _assets(theme: Theme, folder: Path) -> list[Written]:
    return [write(folder, theme.names[name], content) for name, content in theme.assets.items()]


def _bundles(world: World, written: list[Written], shop: Workshop) -> list[Written]:
    """The ZIP of each list, from the files of its policies that lie in the stage."""
    known = {file.path: file.sha256 for file in written}
    found: list[Written] = []
    for listing in bundles.wanted(world):
        members = [(row, known[path]) for path, row in bundles.members(world, listing)]
        found += shop.part(bundles.address(listing), digest(members), partial(_bundle, world, listing, known, shop))
    return found


def _bundle(world: World, listing: Listing, known: Mapping[str, str], shop: Workshop) -> list[Written]:
    before, address = shop.before.files, bundles.address(listing)
    # A preview may have other files than its ZIP, which is made when there is time.
    there = shop.before.output if not shop.stage.in_place and shop.carrier.has((address,)) else None

    def same(path: str) -> bool:
        return path in before and before[path].sha256 == known[path]

    return [bundles.write(world, listing, shop.stage.folder, shop.stage.found, there and there / address, same)]


def _attachments(site: Site, links: Links, shop: Workshop) -> list[Written]:
    """The files that public documents name, copied where they are not as they were."""
    found: list[Written] = []
    for path in attachments.named(site, links):
        facts = (shop.folder / path).stat()
        told = digest(facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns)
        found += shop.part(attachments.address(path), told, partial(_copied, path, shop))
    return found


def _copied(path: str, shop: Workshop) -> list[Written]:
    return [attachments.copy(path, shop.folder, shop.stage.folder)]
