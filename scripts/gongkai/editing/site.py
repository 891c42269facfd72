"""The whole site as an editor has it: what lies on disk, kept, and the open texts in the place of their files."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from gongkai import worker_tasks
from gongkai.call import Call
from gongkai.checks.attached import AttachmentExaminer, to_be_read
from gongkai.checks.examining import TextExaminer
from gongkai.examination import baseline_at, judge, put_together
from gongkai.linking.link import make_links
from gongkai.linking.links import Links
from gongkai.linking.names import Names
from gongkai.model.documents import Document, Page, Policy, Unread
from gongkai.model.problems import CannotBuild, Finding, Problem, Remark
from gongkai.model.settings import Settings
from gongkai.model.site import Site
from gongkai.reading import attachment_text
from gongkai.reading import site as reading
from gongkai.reading.records import data_path
from gongkai.reading.settings import read_settings, settings_of
from gongkai.reading.spool import SpoolWriter, close_spools
from gongkai.remembering.contents import Reader
from gongkai.remembering.remembered import recalled
from gongkai.remembering.sources import unchanged
from gongkai.reporting.old_problems import Baseline
from gongkai.workers import Workers

_WORTH_WORKERS = 4 * reading.BATCH  # sources that take longer to read than processes to start
_Stamp = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Picture:
    """A site at one moment: everything read, linked and checked. `problems` are those that count, by path."""

    site: Site
    links: Links
    names: Names
    problems: Mapping[str, tuple[Problem, ...]]


class KeptSite:
    """Reads the site once, then only what has changed. Used by one thread at a time. `spool` is a folder of its own."""

    def __init__(self, spool: Path) -> None:
        self._spool = spool
        self._loads = 0
        self._config: tuple[Path, _Stamp] | None = None
        self._documents: dict[str, Document | Unread] = {}
        self._stamps: dict[str, _Stamp] = {}
        self._open: dict[str, tuple[str, Document | Unread, Path | None]] = {}
        self._remarks: dict[str, tuple[_Stamp, tuple[Remark, ...]]] = {}
        self.settings: Settings | None = None
        self.baseline = Baseline()

    def look(self, call: Call, texts: Mapping[str, str]) -> Picture:
        """The site now, `texts` (by path) in the place of what is on disk; CannotBuild where there is no site."""
        stamp = _stamp(call.config)
        if self._config != (call.config, stamp):
            self._load(call)
            self._config = (call.config, stamp)
        settings = self._settings()
        sources, files, refused = reading.find_sources(call.folder)
        self._catch_up(call, sources, files)
        shut = {source.path for source in refused}
        overlaid = {path: text for path, text in texts.items() if path not in shut and path != settings.path}
        documents = {**self._documents, **self._read_open(call.folder, overlaid)}
        shown = settings_of(bytes_of(texts[settings.path]), settings.path) if settings.path in texts else settings
        site = put_together(call, shown, [documents[path] for path in sorted(documents)], files, refused)
        links = make_links(site)
        found, _ = judge(site, links, self._look_inside(call.folder, site, links), self.baseline)
        by_path: dict[str, list[Problem]] = {}
        for problem in found.new:
            by_path.setdefault(problem.place.path, []).append(problem)
        return Picture(site, links, Names(site), {path: tuple(problems) for path, problems in by_path.items()})

    def _settings(self) -> Settings:
        assert self.settings is not None
        return self.settings

    def _load(self, call: Call) -> None:
        """Begin anew: other settings read every source in another way."""
        self.settings = read_settings(call.config, call.shown_config)
        self._loads += 1
        old = self._spool / str(self._loads - 1)
        (self._spool / str(self._loads)).mkdir()
        self._documents, self._stamps, self._open, self._remarks = {}, {}, {}, {}
        close_spools()
        shutil.rmtree(old, ignore_errors=True)
        try:
            self.baseline = baseline_at(call.baseline)
        except CannotBuild:
            self.baseline = Baseline()  # `gongkai check` says what is wrong with it

    def _catch_up(self, call: Call, sources: list[str], files: Mapping[str, int]) -> None:
        """Read the sources that are new or have changed, and those whose tables have; forget what is gone."""
        now = {path: _stamp(call.folder / path) for path in (*sources, *files)}
        other = {path for path in self._stamps.keys() | now.keys() if self._stamps.get(path) != now.get(path)}
        stale = [path for path in sources if path in other or _tables(self._documents.get(path)) & other]
        self._open = {path: kept for path, kept in self._open.items() if not _tables(kept[1]) & other}
        if not self._stamps:  # all is to be read: not what a build has read before
            kept = unchanged(recalled(call, self._spool / str(self._loads)), Reader()(call.folder, stale))
            self._documents.update((path, source.document) for path, source in kept.items())
            stale = [path for path in stale if path not in kept]
        groups = reading.batches(stale)
        given = (call.folder, self._settings(), self._spool / str(self._loads))
        workers = Workers(call.jobs if len(stale) > _WORTH_WORKERS else 1, worker_tasks.prepare_reading, *given, fresh=True)
        try:
            for group, read in zip(groups, workers.start(worker_tasks.read_group, groups), strict=True):
                self._documents.update(zip(group, (document for document, _ in read), strict=True))
        finally:
            workers.close()
        self._documents = {path: self._documents[path] for path in sources}
        self._stamps = now

    def _read_open(self, folder: Path, texts: Mapping[str, str]) -> dict[str, Document | Unread]:
        """The open texts as documents; the spool file of an older state goes when the newer one is read."""
        settings = self._settings()
        for path in [path for path in self._open if path not in texts]:
            self._forget(path)
        for path, text in texts.items():
            if path in self._open and self._open[path][0] == text:
                continue
            self._forget(path)
            spool = SpoolWriter(self._spool / str(self._loads))
            document = reading.read_source(folder, path, bytes_of(text), settings, spool, TextExaminer(settings))
            spool.close()
            self._open[path] = (text, document, spool.path)
        return {path: document for path, (_, document, _) in self._open.items()}

    def _forget(self, path: str) -> None:
        if (kept := self._open.pop(path, None)) and kept[2]:
            close_spools()
            kept[2].unlink(missing_ok=True)

    def _look_inside(self, folder: Path, site: Site, links: Links) -> list[Remark]:
        """What the rules say about attachments, each read again only when it has changed; its line may have moved."""
        found: list[Remark] = []
        examine = AttachmentExaminer(site.settings)
        for file in to_be_read(site, links):
            stamp = self._stamps.get(file.path, (0, 0))
            if file.path not in self._remarks or self._remarks[file.path][0] != stamp:
                self._remarks[file.path] = (stamp, examine(file, attachment_text.read_attachment(folder / file.path)))
            for remark in self._remarks[file.path][1]:
                placed = Finding(file.place, remark.finding.message, remark.finding.hint)
                found.append(replace(remark, finding=placed))
        return found


def bytes_of(text: str) -> bytes:
    """An open text as its file would hold it; half a character, which an editor may hand over, becomes a question mark."""
    return text.encode("utf-8", "replace")


def _tables(document: Document | Unread | None) -> set[str]:
    """The paths of the tables that a document is read together with."""
    if isinstance(document, Policy) and document.cleaning_list:
        return {str(PurePosixPath(document.path).parent / document.cleaning_list.replace("\\", "/"))}
    if isinstance(document, Page):
        return {data_path(document, reference) for reference in document.data}
    return set()


def _stamp(path: Path) -> _Stamp:
    try:
        found = path.stat()
    except OSError:
        return (0, 0)
    return (found.st_mtime_ns, found.st_size)
