"""The named steps of a build: read → link → check → index → render → publish. Read this first.

The index comes before the pages because the search page names the index by the hash of its content.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from gongkai import checks
from gongkai.auditing import audit as auditing
from gongkai.auditing.as_json import as_json
from gongkai.auditing.audit import Audit
from gongkai.auditing.page import page as audit_page
from gongkai.auditing.previous import Previous
from gongkai.checks.attached import AttachmentExaminer
from gongkai.checks.examining import TextExaminer
from gongkai.checks.named_files import NamedFile, named_files
from gongkai.console import Steps, tally
from gongkai.linking.link import make_links
from gongkai.linking.links import Links
from gongkai.model.documents import Document, Unread
from gongkai.model.problems import CannotBuild, Problem, Remark, Severity
from gongkai.model.settings import Settings
from gongkai.model.site import Site
from gongkai.model.waivers import Waiver
from gongkai.publishing import assets as theme_assets
from gongkai.publishing import attachments, bundles, data, feeds, manifest
from gongkai.publishing.locking import only_build
from gongkai.publishing.staging import Stage, Written, write
from gongkai.reading import attachment_text
from gongkai.reading import site as reading
from gongkai.reading.documents import Examiner
from gongkai.reading.history import read_history
from gongkai.reading.published import read_published
from gongkai.reading.settings import read_settings
from gongkai.reading.spool import close_spools
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
from gongkai.workers import Workers

STEPS = ("读取", "关联", "检查", "建立检索", "生成网页", "发布")
_PAGES_A_TASK = 32
_WORTH_WORKERS = 2_000_000  # bytes of attachments that take longer to read than processes to start


@dataclass(frozen=True, slots=True)
class Call:
    """What a command asks for: where the site and its settings are, where the build goes, how many may work, the day.

    `baseline` names the file of the problems that do not count; None where there is none.
    """

    folder: Path
    config: Path
    output: Path
    jobs: int
    today: date
    baseline: Path | None = None

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
        examined = _examine(call, steps, spool)
        if any(p.severity.rank <= stopping.rank for p in examined.problems):
            return examined.problems, False
        with only_build(call.output):
            sources = [call.folder / name for name in ("policies", "interpretations", "content", "theme")]
            stage = Stage(call.output, sources, [call.folder, call.config, Path.cwd()])
            stage.open()
            try:
                _publish(call, examined, stage, steps)
            except BaseException:
                stage.discard()
                raise
        return examined.problems, True


def _examine(call: Call, steps: Steps, spool: Path) -> Examined:
    with steps.step("读取"):
        settings = read_settings(call.config, call.shown_config)
        site = _read(call, settings, steps, spool)
        steps.note(f"{len(site.policies)} 份政策文件，{len(site.interpretations)} 篇解读，{len(site.pages)} 个栏目页面")
    with steps.step("关联"):
        links = make_links(site)
        steps.note(f"{sum(map(len, links.explains.values()))} 对政策与解读，{sum(map(len, links.cites.values()))} 处引用")
    with steps.step("检查"):
        verdict = checks.examine(site, links, _look_inside(call, site, links))
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
    workers = Workers(min(call.jobs, len(groups)), _prepare_reading, call.folder, settings, spool)
    try:
        read = steps.progress(workers.start(_read_group, groups), len(groups), "读取")
        documents: list[Document | Unread] = [document for group in read for document in group]
    finally:
        workers.close()
    heads = reading.heads_of(call.folder, files)
    published, history = read_published(call.output), read_history(call.folder)
    return reading.make_site(settings, call.today, documents, files, refused, heads, published, history)


def _look_inside(call: Call, site: Site, links: Links) -> list[Remark]:
    """What the rules say about the texts of attachments; each file is read once, by whoever is free."""
    files = [file for file in named_files(site, links) if file.extension in attachment_text.KINDS]
    jobs = call.jobs if sum(site.files[file.path] for file in files) > _WORTH_WORKERS else 1
    workers = Workers(min(jobs, len(files)), _prepare_looking, call.folder, site.settings)
    try:
        return [remark for remarks in workers.start(_look, files) for remark in remarks]
    finally:
        workers.close()


def _publish(call: Call, examined: Examined, stage: Stage, steps: Steps) -> None:
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
        facts = write_index(entries(site, links), stage.folder / "search", settings)
        steps.note(f"{facts.documents} 篇，{facts.parts} 个分片，{facts.bytes / 1e6:.1f} MB")
        asked = self_test.tasks(stage.folder / "search", facts.documents, call.jobs, theme_folder())
        testers = Workers(min(call.jobs, len(asked)), _prepare_nothing)
        try:
            self_test.refuse([missed for found in testers.start(self_test.failures, asked) for missed in found])
        finally:
            testers.close()
    names["search/index"] = f"search/{facts.script}"
    names["search/suggest"] = write_suggestions(site, links, stage.folder / "search")
    downloads = Downloads(links, site.settings)
    world = World(site, links, Bodies(links), names, overrides, downloads, downloads.bundled)
    with steps.step("生成网页"):
        tasks = rendering.tasks(world)
        _no_address_twice(world, tasks)
        groups = [tasks[i : i + _PAGES_A_TASK] for i in range(0, len(tasks), _PAGES_A_TASK)]
        workers = Workers(min(call.jobs, len(groups)), _prepare_rendering, world, stage.folder)
        try:
            made = steps.progress(workers.start(_render_group, groups), len(groups), "生成网页")
            written += [file for group in made for file in group]
        finally:
            workers.close()
        missing = "".join(f"，没有装 gongkai[{kind}]，不做 {KINDS[kind]}" for kind in downloads.missing)
        steps.note(f"{len(tasks)} 个网页{missing}")
    with steps.step("发布"):
        pages = [file.path for file in written if file.path.endswith(".html")]
        written += (write(stage.folder, names[name], content) for name, content in assets.items())
        written += bundles.write(world, stage.folder)
        written += attachments.copy(site, links, call.folder, stage.folder)
        written.append(write(stage.folder, "data/policies.json", "".join(data.library_json(site, links))))
        written.append(write(stage.folder, "data/policies.csv", data.library_csv(site, links)))
        written += (write(stage.folder, channel.address, feeds.atom(world, channel)) for channel in channels(world))
        written.append(write(stage.folder, "sitemap.xml", feeds.sitemap(site, (p for p in pages if p != "404.html"))))
        written += attachments.hashed(stage.folder, "search")
        write(stage.folder, manifest.NAME, manifest.manifest(site, written))
        stage.swap()
        steps.note(f"{len(written) + 1} 个文件，{sum(f.size for f in written) / 1e6:.1f} MB")


def _no_address_twice(world: World, tasks: list[tuple[str, str]]) -> None:
    """Two pages at one address would be one page lost."""
    seen: dict[str, str] = {}
    for name, key in tasks:
        address = rendering.address(world, name, key).lower()
        if address in seen:
            raise CannotBuild(f"“{address}”有两个页面（{seen[address]}、{name} {key}）。改 site.yaml 里栏目的“目录”“页面”或“代码”。")
        seen[address] = f"{name} {key}"


# What a worker process keeps from its preparation to its last task.
_reading: tuple[Path, Settings, Path, Examiner]
_looking: tuple[Path, AttachmentExaminer]
_rendering: tuple[World, Path]


def _prepare_reading(folder: Path, settings: Settings, spool: Path) -> None:
    global _reading
    _reading = (folder, settings, spool, TextExaminer(settings))


def _read_group(paths: list[str]) -> list[Document | Unread]:
    folder, settings, spool, examine = _reading
    return reading.read_batch(folder, paths, settings, spool, examine)


def _prepare_looking(folder: Path, settings: Settings) -> None:
    global _looking
    _looking = (folder, AttachmentExaminer(settings))


def _look(file: NamedFile) -> tuple[Remark, ...]:
    folder, examine = _looking
    return examine(file, attachment_text.read_attachment(folder / file.path))


def _prepare_rendering(world: World, folder: Path) -> None:
    global _rendering
    _rendering = (world, folder)


def _prepare_nothing() -> None:
    """Tasks that bring along everything they need."""


def _render_group(tasks: list[tuple[str, str]]) -> list[Written]:
    world, folder = _rendering
    written = []
    for name, key in tasks:
        output = rendering.render(world, name, key)
        written.append(write(folder, output.path, output.text))
        if name == "policy":
            policy = world.links.policies[key]
            written += [write(folder, made.address, made.content) for made in world.downloads(policy)]
            written.append(write(folder, f"policies/{key}.json", data.policy_json(policy, world.links)))
    return written


class _Spool:
    """A folder for texts that wait, gone when the work is done."""

    def __enter__(self) -> Path:
        self._folder = Path(tempfile.mkdtemp(prefix="gongkai-"))
        return self._folder

    def __exit__(self, *_: object) -> None:
        close_spools()
        shutil.rmtree(self._folder, ignore_errors=True)
