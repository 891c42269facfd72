"""From an examined column to all its files in the stage: index, pages, what lies beside them. Then whether they are sound."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

from gongkai.checks.built_pages import PageExaminer
from gongkai.console import tally
from gongkai.linking.links import Links
from gongkai.making.companions import attached, bundled
from gongkai.making.index import make_index
from gongkai.making.library import Library
from gongkai.making.pages import Plan, examine_pages, make_pages
from gongkai.making.texts import make_texts
from gongkai.making.theme import Theme, theme_of
from gongkai.making.touching import Latest
from gongkai.making.workshop import FOR_PROGRAMS, Workshop
from gongkai.model.problems import Problem
from gongkai.model.site import Site
from gongkai.publishing import assets as theme_assets
from gongkai.publishing import attachments, manifest
from gongkai.publishing.carrying import files_of
from gongkai.publishing.staging import Written, write
from gongkai.reading.digests import digest
from gongkai.rendering.bodies import Bodies
from gongkai.rendering.pages.search import INDEX, SUGGESTIONS
from gongkai.rendering.world import World
from gongkai.typesetting.downloads import KINDS, Downloads


def make(site: Site, links: Links, shop: Workshop) -> tuple[list[Problem], Latest]:
    """Write everything into the stage, and note what is to be remembered of it; the problems of the pages, and what they
    were made from."""
    theme = theme_of(shop.folder, site.settings)
    assets, names = theme.assets, theme.names
    downloads = Downloads(links, site.settings)
    weights = theme_assets.weights(assets, names)
    world = World(site, links, Bodies(links), names, theme.overrides, downloads, downloads.bundled, compiled=shop.compiled())
    if make_texts(world, PageExaminer(site.settings, weights), shop):
        return [], Latest(world, weights)
    with closing(Plan(world, shop)) as plan, closing(Library(world, shop)) as library:

        def meanwhile() -> None:
            if shop.before.pages:  # else nothing is to be found out of them
                library.begin(plan)
                plan.begin(PageExaminer(site.settings, weights))

        with shop.steps.step("建立检索"):
            index = make_index(site, links, shop, meanwhile)
        world = replace(world, assets={**names, INDEX: index.script, SUGGESTIONS: index.suggestions})
        with shop.steps.step("生成网页"):
            pages = make_pages(world, plan, PageExaminer(site.settings, weights), shop, index.asking, index.missed)
            if not pages.missed:
                index.keep()
            again = f"，其中 {len(pages.taken)} 个同上次一样" if pages.taken else ""
            missing = "".join(f"，没有装 gongkai[{kind}]，不做 {KINDS[kind]}" for kind in downloads.missing)
            shop.steps.note(f"{len(pages.addresses)} 个网页{again}{missing}")
        with shop.steps.step("发布"):
            folder, written = shop.stage.folder, pages.written
            written += shop.part("theme", digest([(names[name], content) for name, content in assets.items()]), partial(_assets, theme, folder))
            written += attached(attachments.named(site, links), shop)
            written += index.written
            with shop.doubled(written):
                if left := shop.left(FOR_PROGRAMS):
                    written += shop.carrier.take(left.files)
                    shop.remember(FOR_PROGRAMS, "", (file for file in written if file.path in left.files))
                else:
                    library.begin(plan)
                    packed = bundled(world, written, shop)
                    of_facts = library.written()
                    for_programs = [*packed(), *of_facts]
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
