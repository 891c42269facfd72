"""All pages: those that show what they showed are taken over, the others rendered by whoever has the time; then all are examined.

What is still to be asked of the index is asked by the same processes, so that none waits for another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain, islice
from pathlib import Path

from gongkai import worker_tasks
from gongkai.checks.built_pages import BuiltColumn, PageExaminer, PageFindings, examine_built, ids_in
from gongkai.making.workshop import Workshop
from gongkai.model.problems import CannotBuild, Finding, Problem
from gongkai.publishing.staging import Written
from gongkai.remembering.memory import Made
from gongkai.rendering import render as rendering
from gongkai.rendering.channels import channel_of_page
from gongkai.rendering.shown import SEARCH, Shown, beside, variables
from gongkai.rendering.world import World
from gongkai.searching import self_test
from gongkai.workers import FORKS, Workers

_PAGES_A_TASK = 128
_PLAIN = re.compile("[a-z0-9._-]+").fullmatch
Leads = dict[tuple[str, str], str]
_Page = tuple[tuple[Written, ...], PageFindings, str]


@dataclass
class Pages:
    """Every file of the pages, the pages' own addresses, what the rules say of those that are new, and where these lead.

    `taken` are the addresses of the pages that were taken over, `missed` sentences on what the index does not find.
    """

    written: list[Written] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    found: list[tuple[str, Finding]] = field(default_factory=list)
    leads: Leads = field(default_factory=dict)
    taken: list[str] = field(default_factory=list)
    missed: tuple[str, ...] = ()

    def examined(self, address: str, page: PageFindings) -> None:
        """Note what the rules say of a page."""
        self.found += page.findings
        for lead in page.leads:
            self.leads.setdefault(lead, address)


class Plan:
    """Which pages there are, what each is made from, and which show what they showed; all of it is looked at when it is first asked
    for, and needs no index. So most pages that show something else can be begun before there is one: `made` are those `begun`."""

    def __init__(self, world: World, shop: Workshop) -> None:
        self._world, self._shop = world, shop
        self.shown = Shown(world, shop.digests)
        self.begun: Sequence[tuple[str, str]] = ()
        self.made: Iterator[_Page] = iter(())
        self._workers: Workers | None = None

    @cached_property
    def tasks(self) -> list[tuple[str, str]]:
        """The pages."""
        return rendering.tasks(self._world)

    @cached_property
    def addresses(self) -> list[str]:
        """Where they are written."""
        return _addresses(self._world, self.tasks)

    @cached_property
    def now(self) -> dict[tuple[str, str], str]:
        """The digest of what each shows, but for the page of search."""
        return {task: self.shown(*task) for task in self.tasks if task[0] != SEARCH}

    @cached_property
    def kept(self) -> set[tuple[str, str]]:
        """The pages that show what they showed and are as they were left; that of search is not asked."""
        return {task for task, now in self.now.items() if _is_kept(self._world, task, now, self._shop)}

    def begin(self, examiner: PageExaminer) -> None:
        """Have all others made by other processes, that of search excepted, where there can be such."""
        shop = self._shop
        others = groups(task for task in self.now if task not in self.kept)
        if FORKS and others:
            self._workers = _rendering(self._world, examiner, shop, min(shop.jobs, len(others)), aside=len(others) == 1)
            self.begun = tuple(chain.from_iterable(others))
            self.made = chain.from_iterable(self._workers.start(worker_tasks.render_group, others))

    def close(self) -> None:
        """As that of Workers."""
        if self._workers:
            self._workers.close()


def make_pages(
    world: World, plan: Plan, examiner: PageExaminer, shop: Workshop, asking: Sequence[self_test.Task] = (), missed: Sequence[self_test.Failure] = ()
) -> Pages:  # fmt: skip
    """Write every page and what lies beside it into the stage, and ask the index what is still to be asked of it; what it `missed` so far
    is told with that."""
    before = shop.before.pages
    tasks, addresses, shown = plan.tasks, plan.addresses, plan.shown
    begun = set(plan.begun)
    new = groups(task for task in tasks if task not in before and task not in begun)
    workers = [_rendering(world, examiner, shop, min(shop.jobs, len(asking) + len(new)))]
    pages = Pages(addresses=addresses)
    remembered: dict[tuple[str, str], Made] = {}
    try:
        # The longest first, and whatever needs no further thought: what the others show is looked at meanwhile.
        asked = workers[0].start(self_test.failures, asking)
        fresh = chain.from_iterable(workers[0].start(worker_tasks.render_group, new))
        found = Shown(world, shop.digests, shown.around, shown.facts)
        of_search = {task: found(*task) for task in tasks if task[0] == SEARCH}
        now = {**plan.now, **of_search}
        if shop.ground:
            shop.after.ground = replace(shop.ground, beside=beside(world), around=shown.around, facts=shown.facts, feeds_of_pages=channel_of_page(world))
        kept = plan.kept.union(task for task, each in of_search.items() if _is_kept(world, task, each, shop))
        others = groups(task for task in tasks if task in before and task not in kept and task not in begun)
        if others and not workers[0].are_several:
            workers.append(_rendering(world, examiner, shop, min(shop.jobs, len(others))))
        again = chain.from_iterable(workers[-1].start(worker_tasks.render_group, others))
        anew = [task for task in tasks if task not in kept]
        each_made = (next(plan.made if task in begun else again if task in before else fresh) for task in anew)
        counted = shop.steps.progress(each_made, len(anew), "生成网页")
        for task in tasks:
            if task in kept:
                made = before[task]
                written: Iterable[Written] = shop.carrier.take(made.files)
                pages.taken.append(made.files[0])
                # The very value that was remembered is seen to be the same when it is remembered again.
                remembered[task] = made if made.digest == now[task] else made._replace(digest=now[task])
            else:
                written, findings, shows = next(counted)
                pages.examined(written[0].path, findings)
                remembered[task] = Made(now[task], tuple(file.path for file in written), (shows,) if shows else ())
            pages.written += written
        pages.missed = self_test.told([*missed, *chain.from_iterable(asked)])
    finally:
        for several in workers:
            several.close()
    shop.after.pages = remembered
    return pages


def _rendering(world: World, examiner: PageExaminer, shop: Workshop, jobs: int, aside: bool = False) -> Workers:
    """So many processes, or this one, for the making of pages."""
    jobs = shop.jobs if aside else jobs
    return Workers(jobs, worker_tasks.prepare_rendering, world, shop.stage.folder, examiner, aside=aside)


def _is_kept(world: World, task: tuple[str, str], now: str, shop: Workshop) -> bool:
    """Whether a page shows what it showed, and is as it was left: it is made from the same or, where that is told by much that it does
    not show, its variables are the same."""
    made = shop.before.pages.get(task)
    if made is None:
        return False
    the_same = made.digest == now or (bool(made.words) and made.words == (variables(world, *task),))
    return the_same and shop.carrier.has(made.files)


def groups(tasks: Iterable[tuple[str, str]]) -> list[list[tuple[str, str]]]:
    """Pages that are one task of a process."""
    waiting = iter(tasks)
    return list(iter(lambda: list(islice(waiting, _PAGES_A_TASK)), []))


def examine_pages(world: World, pages: Pages, files: frozenset[str], styles: dict[str, str],
                  examiner: PageExaminer, shop: Workshop) -> list[Problem]:  # fmt: skip
    """What the rules come to on all pages. Where those that were taken over cannot be known to be sound, each is looked at
    again: something is wrong with a new one, was with an old one, or leads to what is no longer there."""
    settings, today = world.site.settings, world.site.today
    before: Leads = dict(shop.before.leads) if pages.taken else {}
    built = BuiltColumn(files, {**before, **pages.leads}, styles, lambda address: ids_of(shop.stage.found(address)), pages.missed)
    problems = examine_built(replace(built, leads=_in_doubt(built.leads, before, shop)), pages.found, settings, today)
    if problems and shop.before.sound and not pages.found and not world.overrides:
        # What a page that is no more as it was led to may be gone with good reason.
        built = replace(built, leads=_led_to_still(built.leads, files, pages, shop))
        problems = examine_built(replace(built, leads=_in_doubt(built.leads, before, shop)), pages.found, settings, today)
    if pages.taken and (problems or not shop.before.sound):
        again = Pages()
        lying = [(address, shop.stage.found(address)) for address in pages.addresses]
        groups = [lying[i : i + _PAGES_A_TASK] for i in range(0, len(lying), _PAGES_A_TASK)]
        workers = Workers(min(shop.jobs, len(groups)), worker_tasks.prepare_rendering, world, shop.stage.folder, examiner)
        try:
            for group, found in zip(groups, workers.start(worker_tasks.examine_group, groups), strict=True):
                for (address, _), page in zip(group, found, strict=True):
                    again.examined(address, page)
        finally:
            workers.close()
        built = BuiltColumn(files, again.leads, styles, built.ids_of, pages.missed)
        problems = examine_built(built, again.found, settings, today)
    shop.after.leads, shop.after.sound = built.leads, not problems
    return problems


def _led_to_still(leads: Mapping[tuple[str, str], str], files: frozenset[str], pages: Pages, shop: Workshop) -> Mapping[tuple[str, str], str]:
    """Where pages lead now: without what is gone and has a plain name that stands in none of the pages that were taken over. (Our
    own templates write such a name as it is.)"""
    names = {path: path.rpartition("/")[2] for path, _ in leads if path not in files and path in shop.before.files}
    sought = {name.encode() for name in names.values() if _PLAIN(name)}
    still = {name.encode() for name in names.values()} - sought
    for address in pages.taken if sought else ():
        text = shop.stage.found(address).read_bytes()
        still.update(name for name in sought - still if name in text)
    return {lead: page for lead, page in leads.items() if lead in pages.leads or lead[0] not in names or names[lead[0]].encode() in still}


def _in_doubt(leads: Mapping[tuple[str, str], str], before: Leads, shop: Workshop) -> Mapping[tuple[str, str], str]:
    """Where it is still to be seen whether anything is there: not where pages led before when all was well, if what is there
    is the very file that was."""
    if not shop.before.sound:
        return leads
    return {lead: page for lead, page in leads.items() if lead not in before or (lead[0] and lead[0] not in shop.carrier.taken)}


def ids_of(page: Path) -> frozenset[str]:
    """The anchors of a finished page."""
    return ids_in(page.read_text(encoding="utf-8"))


def _addresses(world: World, tasks: list[tuple[str, str]]) -> list[str]:
    """Where pages are written. Two at one address would be one page lost."""
    found = [rendering.address(world, name, key) for name, key in tasks]
    seen: dict[str, str] = {}
    for (name, key), address in zip(tasks, map(str.lower, found), strict=True):
        if address in seen:
            raise CannotBuild(f"“{address}”有两个页面（{seen[address]}、{name} {key}）。改 site.yaml 里栏目的“目录”“页面”或“代码”。")
        seen[address] = f"{name} {key}"
    return found
