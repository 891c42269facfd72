"""The named steps of a build: read → link → check → index → render → publish. Read this first.

The index comes before the pages because the search page names the index by the hash of its content.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from gongkai import checks, worker_tasks
from gongkai.auditing import audit as auditing
from gongkai.auditing.as_json import as_json
from gongkai.auditing.audit import Audit
from gongkai.auditing.page import page as audit_page
from gongkai.auditing.previous import Previous
from gongkai.checks import L125_outside_gone
from gongkai.checks.attached import to_be_read
from gongkai.checks.built_pages import BuiltColumn, PageExaminer, examine_built, ids_in
from gongkai.checks.outside_links import is_address, outside_links
from gongkai.console import Steps, tally
from gongkai.linking.link import make_links
from gongkai.linking.links import Links
from gongkai.model.documents import Document, Unread
from gongkai.model.problems import CannotBuild, Finding, Problem, Remark, Severity
from gongkai.model.settings import Settings
from gongkai.model.site import Site
from gongkai.model.waivers import Waiver
from gongkai.publishing import assets as theme_assets
from gongkai.publishing import attachments, bundles, data, feeds, manifest
from gongkai.publishing.locking import only_build
from gongkai.publishing.staging import Stage, Written, write
from gongkai.reading import site as reading
from gongkai.reading.history import read_history
from gongkai.reading.published import read_published
from gongkai.reading.settings import read_settings
from gongkai.reading.spool import close_spools
from gongkai.reading.withdrawals import read_withdrawals
from gongkai.rendering import render as rendering
from gongkai.rendering.bodies import Bodies
from gongkai.rendering.channels import channels
from gongkai.rendering.colour import colour_sheet
from gongkai.rendering.own_theme import examine as examine_theme
from gongkai.rendering.templates import read_overrides, theme_folder
from gongkai.rendering.world import World
from gongkai.reporting.old_problems import Baseline, read_baseline, sort_out
from gongkai.searching import self_test
from gongkai.searching.gathering import entries
from gongkai.searching.suggesting import write_suggestions
from gongkai.searching.writing import SearchSettings, write_index
from gongkai.typesetting.downloads import KINDS, Downloads
from gongkai.visiting import visit
from gongkai.workers import Workers

STEPS = ("读取", "关联", "检查", "建立检索", "生成网页", "发布")
_PAGES_A_TASK = 32
_WORTH_WORKERS = 2_000_000  # bytes of attachments that take longer to read than processes to start


@dataclass(frozen=True, slots=True)
class Call:
    """What a command asks for: where the site and its settings are, where the build goes, how many may work, the day.

    `baseline` names the file of the problems that do not count; None where there is none. `online` names the file that
    keeps the answers of other sites; None where they are not to be asked. `history_of` is the folder whose Git history
    tells the first days of the sources; the site's own where None.
    """

    folder: Path
    config: Path
    output: Path
    jobs: int
    today: date
    baseline: Path | None = None
    online: Path | None = None
    history_of: Path | None = None

    @property
    def shown_config(self) -> str:
        """How problems name the settings: `site.yaml`, or the file that stands in for it."""
        own = self.config.resolve() == (self.folder / "site.yaml").resolve()
        return "site.yaml" if own else self.config.as_posix()


@dataclass(frozen=True, slots=True)
class Examined:
    """A column that has been read, linked and checked; its texts lie in the spool.

    `problems` count; `old` stand in the baseline, `mended` is how many of those are gone; `waived` are set aside.
    """

    site: Site
    links: Links
    problems: tuple[Problem, ...]
    old: tuple[Problem, ...] = ()
    waived: tuple[tuple[Problem, Waiver], ...] = ()
    mended: int = 0


def check(call: Call, steps: Steps) -> Examined:
    """A column and its problems."""
    with _Spool() as spool:
        return _examine(call, steps, spool)


def audit(call: Call, steps: Steps, previous: Previous | None = None) -> tuple[Audit, str, str]:
    """The self-audit of a column, as a page and as JSON."""
    with _Spool() as spool:
        examined = _examine(call, steps, spool)
    site, links = examined.site, examined.links
    found = auditing.audit(site, links, examined.problems, examined.old, examined.waived, checks.rules(), previous)
    world = World(site, links, Bodies(links), {}, read_overrides(call.folder))
    return found, audit_page(found, world), as_json(found)


def build(call: Call, steps: Steps, stopping: Severity = Severity.ERROR) -> tuple[Sequence[Problem], bool]:
    """The problems, and whether a build was published: not with any problem at or above `stopping`."""
    with _Spool() as spool:
        return _publish(call, call.output, _examine(call, steps, spool), steps, stopping)


def preview(call: Call, folder: Path, steps: Steps) -> tuple[Examined, Sequence[Problem], bool]:
    """As `build`, but into `folder`, with drafts and what is still to be published; the problems are those of a real build."""
    with _Spool() as spool:
        examined = _examine(call, steps, spool)
        site = replace(examined.site, preview=True)
        shown = replace(examined, site=site, links=make_links(site))
        return shown, *_publish(call, folder, shown, steps, Severity.ERROR)


def _publish(call: Call, output: Path, examined: Examined, steps: Steps, stopping: Severity) -> tuple[Sequence[Problem], bool]:
    """What the checks and the pages came to, and whether the pages now are at `output`."""
    if any(p.severity.rank <= stopping.rank for p in examined.problems):
        return examined.problems, False
    with only_build(output):
        sources = [call.folder / name for name in ("policies", "interpretations", "content", "theme")]
        stage = Stage(output, sources, [call.folder, call.config, Path.cwd()])
        stage.open()
        try:
            of_pages = _write(call, examined, stage, steps)
            stopped = any(p.severity.rank <= stopping.rank for p in of_pages)
            (stage.discard if stopped else stage.swap)()
        except BaseException:
            stage.discard()
            raise
    return [*examined.problems, *of_pages], not stopped


def _examine(call: Call, steps: Steps, spool: Path) -> Examined:
    with steps.step("读取"):
        settings = read_settings(call.config, call.shown_config)
        site = _read(call, settings, steps, spool)
        steps.note(f"{len(site.policies)} 份政策文件，{len(site.interpretations)} 篇解读，{len(site.pages)} 个栏目页面")
    with steps.step("关联"):
        links = make_links(site)
        steps.note(f"{sum(map(len, links.explains.values()))} 对政策与解读，{sum(map(len, links.cites.values()))} 处引用")
    with steps.step("检查"):
        verdict = checks.examine(site, links, [*_look_inside(call, site, links), *_ask_outside(call, site, links)])
        baseline = read_baseline(call.baseline) if call.baseline else Baseline()
        unread = frozenset(source.path for source in site.unread)
        found = sort_out(verdict.problems, baseline, unread)
        waived = f"；豁免 {len(verdict.waived)} 个" if verdict.waived else ""
        old = f"；基线里的旧问题 {len(found.old)} 个" if found.old else ""
        mended = f"，已改好 {found.mended} 个" if found.mended else ""
        steps.note(tally(found.new) + waived + old + mended)
    return Examined(site, links, found.new, found.old, verdict.waived, found.mended)


def _read(call: Call, settings: Settings, steps: Steps, spool: Path) -> Site:
    sources, files, refused = reading.find_sources(call.folder)
    groups = reading.batches(sources)
    workers = Workers(min(call.jobs, len(groups)), worker_tasks.prepare_reading, call.folder, settings, spool)
    try:
        read = steps.progress(workers.start(worker_tasks.read_group, groups), len(groups), "读取")
        documents: list[Document | Unread] = [document for group in read for document in group]
    finally:
        workers.close()
    published, history = read_published(call.output), read_history(call.history_of or call.folder)
    heads, withdrawals = reading.heads_of(call.folder, files), read_withdrawals(call.folder, settings)
    return reading.make_site(settings, call.today, documents, files, refused, heads, published, history, withdrawals)


def _look_inside(call: Call, site: Site, links: Links) -> list[Remark]:
    """What the rules say about the texts of attachments; each file is read once, by whoever is free."""
    files = to_be_read(site, links)
    jobs = call.jobs if sum(site.files[file.path] for file in files) > _WORTH_WORKERS else 1
    workers = Workers(min(jobs, len(files)), worker_tasks.prepare_looking, call.folder, site.settings)
    try:
        return [remark for remarks in workers.start(worker_tasks.look, files) for remark in remarks]
    finally:
        workers.close()


def _ask_outside(call: Call, site: Site, links: Links) -> list[Remark]:
    """What other sites say to the links that lead to them, where that is wanted."""
    if call.online is None:
        return []
    asked = [link for link in outside_links(site, links) if link.host and not is_address(link.host)]
    visits = visit([link.url for link in asked], call.online)
    return [Remark("L125", finding) for finding in L125_outside_gone.answered(asked, visits)]


def _write(call: Call, examined: Examined, stage: Stage, steps: Steps) -> list[Problem]:
    """Everything written beside the published column, and the problems of the pages."""
    site, links = examined.site, examined.links
    overrides = read_overrides(call.folder)
    examine_theme(call.folder, overrides)
    own_theme = call.folder / "theme"
    own = own_theme if own_theme.is_dir() and own_theme.resolve() != theme_folder().resolve() else None
    assets = theme_assets.gather(theme_folder(), own, {"style/colour.css": colour_sheet(site.settings.colour)})
    names = theme_assets.published_names(assets)
    written: list[Written] = []
    with steps.step("建立检索"):
        settings = SearchSettings(
            site.settings.only_in_force, site.settings.thresholds["检索每页条数"], site.settings.synonyms
        )
        batches = entries(site, links)
        indexers = Workers(min(call.jobs, len(batches)), worker_tasks.prepare_nothing)
        try:
            facts = write_index(batches, stage.folder / "search", settings, indexers.flow)
        finally:
            indexers.close()
        steps.note(f"{facts.documents} 篇，{facts.parts} 个分片，{facts.bytes / 1e6:.1f} MB")
        asked = [] if site.preview else self_test.tasks(stage.folder / "search", facts.documents, call.jobs, theme_folder())
        testers = Workers(min(call.jobs, len(asked)), worker_tasks.prepare_nothing)
        try:
            missed = self_test.told([one for found in testers.start(self_test.failures, asked) for one in found])
        finally:
            testers.close()
    names["search/index"] = f"search/{facts.script}"
    names["search/suggest"] = write_suggestions(site, links, stage.folder / "search")
    downloads = Downloads(links, site.settings)
    world = World(site, links, Bodies(links), names, overrides, downloads, downloads.bundled)
    examiner = PageExaminer(site.settings, theme_assets.weights(assets, names))
    with steps.step("生成网页"):
        tasks = rendering.tasks(world)
        _no_address_twice(world, tasks)
        groups = [tasks[i : i + _PAGES_A_TASK] for i in range(0, len(tasks), _PAGES_A_TASK)]
        workers = Workers(min(call.jobs, len(groups)), worker_tasks.prepare_rendering, world, stage.folder, examiner)
        found: list[tuple[str, Finding]] = []
        leads: dict[tuple[str, str], str] = {}
        try:
            for made, pages in steps.progress(workers.start(worker_tasks.render_group, groups), len(groups), "生成网页"):
                written += made
                for address, page in pages:
                    found += page.findings
                    leads.update({lead: address for lead in page.leads if lead not in leads})
        finally:
            workers.close()
        missing = "".join(f"，没有装 gongkai[{kind}]，不做 {KINDS[kind]}" for kind in downloads.missing)
        steps.note(f"{len(tasks)} 个网页{missing}")
    with steps.step("发布"):
        addresses = [file.path for file in written if file.path.endswith(".html")]
        written += (write(stage.folder, names[name], content) for name, content in assets.items())
        written += bundles.write(world, stage.folder)
        written += attachments.copy(site, links, call.folder, stage.folder)
        written.append(write(stage.folder, "data/policies.json", "".join(data.library_json(site, links))))
        written.append(write(stage.folder, "data/policies.csv", data.library_csv(site, links)))
        written += (write(stage.folder, channel.address, feeds.atom(world, channel)) for channel in channels(world))
        written.append(write(stage.folder, "sitemap.xml", feeds.sitemap(site, addresses)))
        written += attachments.hashed(stage.folder, "search")
        write(stage.folder, manifest.NAME, manifest.manifest(site, written))
        files = frozenset((*(file.path for file in written), manifest.NAME))
        built = BuiltColumn(files, leads, theme_assets.styles(assets, names), lambda a: _ids(stage.folder, a), missed)
        problems = examine_built(built, found, site.settings, site.today)
        steps.note(f"{len(written) + 1} 个文件，{sum(f.size for f in written) / 1e6:.1f} MB" + (f"；{tally(problems)}" if problems else ""))
    return problems


def _ids(folder: Path, address: str) -> frozenset[str]:
    return ids_in((folder / address).read_text(encoding="utf-8"))


def _no_address_twice(world: World, tasks: list[tuple[str, str]]) -> None:
    """Two pages at one address would be one page lost."""
    seen: dict[str, str] = {}
    for name, key in tasks:
        address = rendering.address(world, name, key).lower()
        if address in seen:
            raise CannotBuild(f"“{address}”有两个页面（{seen[address]}、{name} {key}）。改 site.yaml 里栏目的“目录”“页面”或“代码”。")
        seen[address] = f"{name} {key}"


class _Spool:
    """A folder for texts that wait, gone when the work is done."""

    def __enter__(self) -> Path:
        self._folder = Path(tempfile.mkdtemp(prefix="gongkai-"))
        return self._folder

    def __exit__(self, *_: object) -> None:
        close_spools()
        shutil.rmtree(self._folder, ignore_errors=True)
