"""A preview in which only texts of policies and interpretations are others than before: their own pages, and nothing else.

That is what an editor does all day, and waits for. Whatever is not plainly this case is made as always (`column`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from gongkai import worker_tasks
from gongkai.checks.built_pages import BuiltColumn, PageExaminer, examine_built, ids_in
from gongkai.linking.links import Links
from gongkai.linking.texts import with_texts
from gongkai.making.rewriting import FOLDER
from gongkai.making.theme import theme_of
from gongkai.making.workshop import FOR_PROGRAMS
from gongkai.model.documents import Document, Interpretation, Page, Policy
from gongkai.model.problems import Problem
from gongkai.model.site import Site
from gongkai.publishing.carrying import File
from gongkai.publishing.overlay import Overlay
from gongkai.remembering.ground import reads_the_same
from gongkai.remembering.memory import Made, Memory, Source
from gongkai.rendering.bodies import Bodies
from gongkai.rendering.world import World
from gongkai.typesetting.downloads import Downloads

_LATER = (FOLDER, FOR_PROGRAMS)
"""Parts that hold texts: they have to be made when there is time."""


@dataclass(frozen=True, slots=True)
class Latest:
    """What the last build of a preview was made from, kept for the next in the same process, and the problems of its sources.
    `provisional`: of these, only those of single texts were looked for anew."""

    world: World
    weights: Mapping[str, int]
    problems: tuple[Problem, ...] = ()
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class Touched:
    """The documents with other texts, and the links of the column that has them."""

    documents: tuple[Document, ...]
    links: Links


def touched(latest: Latest | None, before: Mapping[str, Source], after: Mapping[str, Source], site: Site, folder: Path) -> Touched | None:
    """The documents whose texts alone are others in `site`, which lies in `folder`; None where anything else is another too."""
    if latest is None or before.keys() != after.keys() or any(map(site.is_awaited, site.documents())):
        return None
    theme = theme_of(folder, site.settings)
    if theme.overrides != latest.world.overrides or any(latest.world.assets.get(name) != at for name, at in theme.names.items()):
        return None
    old = latest.world.site
    if any(getattr(old, name) != getattr(site, name) for name in ("today", "files", "withdrawals", "unread", "settings")):
        return None
    pairs: list[tuple[Document, Document]] = []
    for path, source in after.items():
        was = before[path]
        if was is source or was == source:
            continue
        one, other = was.document, source.document
        if isinstance(other, Page) and reads_the_same(was, source):  # read each time, for it hangs on tables beside it
            continue
        facts_stay = was.digests.facts == source.digests.facts
        if not (facts_stay and isinstance(one, Policy | Interpretation) and isinstance(other, Policy | Interpretation)):
            return None
        pairs.append((one, other))
    links = with_texts(latest.world.links, pairs, site)
    return Touched(tuple(document for _, document in pairs), links) if links else None


def touch(latest: Latest, found: Touched, site: Site, stage: Overlay, memory: Memory) -> tuple[World, Memory] | None:
    """Make the pages of the documents anew, over those that are there. The world they were made in, and what is to be
    remembered; None where a rule finds something in a page, for then all are to be looked at."""
    before = latest.world
    links = found.links
    # Its caches are those of the world before: what they hold is told by facts, and these are the same.
    world = replace(before, site=site, links=links, body_html=Bodies(links), downloads=Downloads(links, site.settings))
    tasks = [(document.KIND, document.slug) for document in found.documents if site.is_public(document)]
    stage.open()
    worker_tasks.prepare_rendering(world, stage.folder, PageExaminer(site.settings, latest.weights))
    files, pages, leads = dict(memory.files), dict(memory.pages), dict(memory.leads)
    fresh: dict[tuple[str, str], str] = {}
    for task, (written, told, _) in zip(tasks, worker_tasks.render_group(tasks), strict=True):
        if told.findings:
            return None
        files.update((file.path, File(file.sha256, file.size, 0)) for file in written)
        pages[task] = Made("", tuple(file.path for file in written))
        fresh.update((lead, written[0].path) for lead in told.leads if lead not in leads)
    built = BuiltColumn(frozenset(files), fresh, {}, lambda address: ids_in(stage.found(address).read_text(encoding="utf-8")))
    if not memory.sound or examine_built(built, [], site.settings, site.today):
        return None
    later = {name: memory.parts[name]._replace(digest="") for name in _LATER}
    stage.swap(files, files)
    return world, replace(memory, files=files, pages=pages, parts={**memory.parts, **later}, leads={**leads, **fresh}, whole="")
