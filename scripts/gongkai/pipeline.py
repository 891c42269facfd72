"""The named steps of a build: read → link → check → index → render → publish. Read this first.

The index comes before the pages because the search page names the index by the hash of its content (`making`).
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, replace
from enum import Enum
from importlib import import_module
from pathlib import Path

from gongkai import checks, worker_tasks
from gongkai.call import STEPS as STEPS  # noqa: PLC0414 — a call and its steps are known by this door too
from gongkai.call import Call as Call  # noqa: PLC0414
from gongkai.checks import L125_outside_gone
from gongkai.checks.attached import to_be_read
from gongkai.checks.outside_links import is_address, outside_links
from gongkai.console import Steps, tally
from gongkai.examination import baseline_at, judge, put_together
from gongkai.linking.link import make_links
from gongkai.linking.links import Links
from gongkai.making.aside import Aside, carrier_into
from gongkai.making.column import make
from gongkai.making.touching import Latest, Touched, touch, touched
from gongkai.making.workshop import Workshop
from gongkai.model.documents import Document
from gongkai.model.problems import Problem, Remark, Severity
from gongkai.model.settings import Settings
from gongkai.model.site import Site
from gongkai.model.waivers import Waiver
from gongkai.publishing.locking import only_build
from gongkai.publishing.mirroring import Spare
from gongkai.publishing.overlay import Overlay
from gongkai.publishing.staging import Stage
from gongkai.reading import site as reading
from gongkai.reading.settings import read_settings
from gongkai.reading.spool import TextsDamagedError
from gongkai.remembering import sources as remembered_sources
from gongkai.remembering.contents import state_of
from gongkai.remembering.ground import Ground, ground_of, made_from, with_other_texts
from gongkai.remembering.left import left
from gongkai.remembering.memory import Last, Memory, Source
from gongkai.remembering.origin import origin
from gongkai.remembering.remembered import Remembering, forget, remembering
from gongkai.remembering.whole import Whole
from gongkai.workers import Workers

_SELDOM = 100_000, 50, 50
"""When garbage is looked for: a whole column is at hand, and little of it is ever garbage."""
_WORTH_WORKERS = 2_000_000  # bytes of attachments that take longer to read than processes to start


class Haste(Enum):
    """How soon a preview is wanted."""

    NONE = "none"
    SOME = "some"
    GREAT = "great"


@dataclass(frozen=True, slots=True)
class Examined:
    """A column that has been read, linked and checked; its texts lie in the spool.

    `problems` count; `old` stand in the baseline, `mended` is how many of those are gone; `waived` are set aside.
    `ground` is what holds as long as only texts are others, `touched` the documents that have others than at the last build,
    None where more is another.
    """

    site: Site
    links: Links
    problems: tuple[Problem, ...]
    old: tuple[Problem, ...] = ()
    waived: tuple[tuple[Problem, Waiver], ...] = ()
    mended: int = 0
    ground: Ground | None = None
    touched: tuple[Document, ...] | None = None


def check(call: Call, steps: Steps) -> Examined:
    """A column and its problems."""
    with remembering(call.output, call.remembers) as remembered:
        examined = _examine(call, steps, remembered)
        remembered.save()
        return examined


@contextmanager
def examining(call: Call, steps: Steps) -> Iterator[Examined]:
    """A column and its problems, of which nothing is kept: its texts are there as long as the block runs."""
    with remembering(call.output, call.remembers) as remembered:
        yield _examine(call, steps, remembered)


def build(
    call: Call, steps: Steps, stopping: Severity = Severity.ERROR, made_from: Whole | None = None, held: list[object] | None = None
) -> tuple[Sequence[Problem], bool]:  # fmt: skip
    """The problems, and whether a build was published: not with any problem at or above `stopping`. Whether anything is to be
    done has been asked before (`remembering.whole.unchanged`), which then told what this is `made_from`. What a
    process that ends now need not take apart is put into `held`."""
    gc.set_threshold(*_SELDOM)
    told = made_from or Whole()
    try:
        return _build(call, steps, stopping, told, held)
    except TextsDamagedError:
        steps.say("上次留下的正文坏了，不用它，全部重做。")
        forget(call.output, call.remembers)
        return _build(call, steps, stopping, replace(told, last=Last()), held)


def _build(call: Call, steps: Steps, stopping: Severity, told: Whole, held: list[object] | None) -> tuple[Sequence[Problem], bool]:
    with ExitStack() as stack:
        last = told.last.memory if told.last.memory.origin == origin(call) else Memory()
        aside = stack.enter_context(closing(_aside(call, last)))  # before there is more in memory, all of which it would share
        remembered = stack.enter_context(remembering(call.output, call.remembers, told.last))
        memory = remembered.of(origin(call))
        if memory.files is not last.files:  # another build has been made in between
            aside = stack.enter_context(closing(_aside(call, memory)))
        remembered.seen = told.contents
        examined = _examine(call, steps, remembered)
        problems, published = _publish(call, examined, steps, stopping, remembered, aside)
        if published:
            memory = remembered.memory
            as_seen = told.contents == {path: source.digests.own for path, source in memory.sources.items()}  # none was edited meanwhile
            memory.whole, memory.left, memory.seen, memory.problems = told.digest if as_seen else "", left(memory.files), told.seen, tuple(problems)
        remembered.save()
        if held is not None:
            held += (remembered, examined)
        return problems, published


def preview(
    call: Call, folder: Path, steps: Steps, remembered: Remembering, latest: Latest | None = None, haste: Haste = Haste.NONE,
    halt: Callable[[], None] = lambda: None,
) -> tuple[Examined, Sequence[Problem], bool, Latest | None]:  # fmt: skip
    """As `build`, but over what lies in `folder`, with drafts and what is still to be published; the problems are those of a
    real build. `latest` is what the last preview gave back, `halt` as in `making.workshop`. In haste the index and the like wait;
    in great haste the rules on the whole column do too, where only texts are others, which `Latest.provisional` then says."""
    before = remembered.of(origin(call)).sources
    found: Touched | None = None

    def link(site: Site) -> Links:
        nonlocal found
        found = touched(latest, before, remembered.memory.sources, site, call.folder) if haste is not Haste.NONE else None
        return found.links if found else make_links(site)

    def known() -> Sequence[Problem] | None:
        return latest.problems if found and latest and haste is Haste.GREAT else None

    examined = _examine(call, steps, remembered, link, known)
    site, stage = replace(examined.site, preview=True), Overlay(folder)
    if _stopping(examined.problems, Severity.ERROR):
        remembered.save()
        return examined, examined.problems, False, None
    if found and latest and (made := touch(latest, found, site, stage, remembered.memory)):
        world, remembered.memory = made
        remembered.save()
        told = replace(latest, world=world, problems=examined.problems, provisional=haste is Haste.GREAT)
        return replace(examined, site=site), examined.problems, True, told
    awaited = any(map(examined.site.is_awaited, site.documents()))
    shown = replace(examined, site=site, links=make_links(site) if awaited or found else examined.links)
    problems, published, made_from = _put(call, stage, shown, steps, Severity.ERROR, remembered, haste is not Haste.NONE, halt)
    remembered.save()
    return shown, problems, published, replace(made_from, problems=examined.problems) if published else None


def _aside(call: Call, memory: Memory) -> Aside:
    """Who sees how the last build is found, while other things are done, and then does what else takes nothing but its files."""
    return Aside(call.jobs if memory.files else 1, memory.output, memory.files, memory.spare)


def _stopping(problems: Sequence[Problem], stopping: Severity) -> bool:
    return any(problem.stops(stopping) for problem in problems)


def _publish(
    call: Call, examined: Examined, steps: Steps, stopping: Severity, remembered: Remembering, aside: Aside
) -> tuple[Sequence[Problem], bool]:
    """What the checks and the pages came to, and whether the pages now are public."""
    if _stopping(examined.problems, stopping):
        return examined.problems, False
    with only_build(call.output):
        folders = [call.folder / name for name in ("policies", "interpretations", "content", "theme")]
        stage = Stage(call.output, folders, [call.folder, call.config, Path.cwd()])
        return _put(call, stage, examined, steps, stopping, remembered, aside=aside)[:2]


def _put(
    call: Call, stage: Stage | Overlay, examined: Examined, steps: Steps, stopping: Severity, remembered: Remembering,
    quick: bool = False, halt: Callable[[], None] = lambda: None, aside: Aside | None = None,
) -> tuple[Sequence[Problem], bool, Latest]:  # fmt: skip
    """Make everything in the stage, and put it in its place unless a problem of the pages stops that."""
    stage.open()
    try:
        before = remembered.memory
        after = Memory(before.origin, before.sources, before.looks, stage.output, index=before.index, published=before.published)
        digests = {path: source.digests for path, source in before.sources.items()}
        carrier = carrier_into(stage, before, aside.seen() if aside else None)
        shop = Workshop(
            call.folder, stage, call.jobs, steps, before, after, carrier, digests, remembered.prepared, quick, remembered.spare, halt,
            aside=aside, ground=None if stage.in_place else examined.ground, touched=examined.touched,  # a preview has its own short way (`touching`)
        )  # fmt: skip
        of_pages, latest = make(examined.site, examined.links, shop)
        stopped = _stopping(of_pages, stopping)
        if stopped:
            stage.discard()
        else:
            kept = stage.swap(after.files, before.files, remembered.spare if carrier.taken else None)
            if remembered.spare and (kept or shop.doubles):
                the_same = shop.doubles or carrier.taken
                after.spare = Spare(remembered.spare, frozenset((before.files.keys() if kept else set()) | after.files.keys()) - the_same)
            remembered.memory = after
    except BaseException:
        stage.discard()
        raise
    return [*examined.problems, *of_pages], not stopped, latest


def _examine(
    call: Call, steps: Steps, remembered: Remembering, link: Callable[[Site], Links] = make_links,
    known: Callable[[], Sequence[Problem] | None] = lambda: None,
) -> Examined:  # fmt: skip
    """`known` is asked after linking: where it gives the problems of a column of which only texts are others now, the rules
    on single texts alone are run again."""
    memory = remembered.of(origin(call))
    ground, sources = memory.ground, memory.sources
    with steps.step("读取"):
        settings = read_settings(call.config, call.shown_config)
        site = _read(call, settings, steps, remembered)
        steps.note(f"{len(site.policies)} 份政策文件，{len(site.interpretations)} 篇解读，{len(site.pages)} 个栏目页面")
    with steps.step("关联"):
        same = with_other_texts(sources, memory.sources) if ground and ground.made_from == made_from(site) else None
        memory.ground = ground if same == () else None  # what is remembered holds for these sources, until they are built
        links = ground.links_of(site) if ground and same is not None else link(site)
        steps.note(f"{sum(map(len, links.explains.values()))} 对政策与解读，{sum(map(len, links.cites.values()))} 处引用")
    with steps.step("检查"):
        before = known()
        of_text = None if before is None else {rule.id: rule for rule in checks.rules() if rule.of_text}
        remarks = [*_look_inside(call, site, links, memory), *_ask_outside(call, site, links)]
        asked = of_text.values() if of_text is not None else None
        found, verdict = judge(site, links, remarks, baseline_at(call.baseline), asked, ground.findings if ground and same is not None else None)
        if before is not None and of_text is not None:
            kept = (problem for problem in before if problem.id not in of_text)
            found = replace(found, new=tuple(sorted((*found.new, *kept), key=lambda problem: problem.order)))
        waived = f"；豁免 {len(verdict.waived)} 个" if verdict.waived else ""
        old = f"；基线里的旧问题 {len(found.old)} 个" if found.old else ""
        mended = f"，已改好 {found.mended} 个" if found.mended else ""
        steps.note(tally(found.new) + waived + old + mended)
    if ground is None or same is None:
        ground = ground_of(site, links, verdict.of_facts)
    return Examined(site, links, found.new, found.old, verdict.waived, found.mended, ground, same)


def _read(call: Call, settings: Settings, steps: Steps, remembered: Remembering) -> Site:
    paths, files, refused = reading.find_sources(call.folder)
    memory = remembered.memory
    kept = remembered_sources.unchanged(memory.sources, remembered.seen or remembered.contents(call.folder, paths)) if memory.sources else {}
    groups = reading.batches([path for path in paths if path not in kept])
    workers = Workers(min(call.jobs, len(groups)), worker_tasks.prepare_reading, call.folder, settings, remembered.texts)
    try:
        read = steps.progress(workers.start(worker_tasks.read_group, groups), len(groups), "读取")
        fresh = {document.path: Source(digests, document) for group in read for document, digests in group}
    finally:
        workers.close()
    memory.sources = {path: kept.get(path) or fresh[path] for path in paths}
    documents = [source.document for source in memory.sources.values()]
    return put_together(call, settings, documents, files, refused, remembered.published(call.output))


def _look_inside(call: Call, site: Site, links: Links, memory: Memory) -> list[Remark]:
    """What the rules say about the texts of attachments; each file is read once, by whoever is free."""
    files = to_be_read(site, links)
    known = remembered_sources.looked_at(memory, call.folder, files)
    fresh = [file for file in files if file not in known]
    states = [state_of(call.folder / file.path) for file in fresh]
    jobs = call.jobs if sum(site.files[file.path] for file in fresh) > _WORTH_WORKERS else 1
    workers = Workers(min(jobs, len(fresh)), worker_tasks.prepare_looking, call.folder, site.settings)
    try:
        found = dict(zip(fresh, zip(states, workers.start(worker_tasks.look, fresh), strict=True), strict=True))
    finally:
        workers.close()
    memory.looks = {file: known.get(file) or found[file] for file in files}
    return [remark for _, remarks in memory.looks.values() for remark in remarks]


def _ask_outside(call: Call, site: Site, links: Links) -> list[Remark]:
    """What other sites say to the links that lead to them, where that is wanted."""
    if call.online is None:
        return []
    asked = [link for link in outside_links(site, links) if link.host and not is_address(link.host)]
    visits = import_module("gongkai.visiting").visit([link.url for link in asked], call.online)
    return [Remark("L125", finding) for finding in L125_outside_gone.answered(asked, visits)]
