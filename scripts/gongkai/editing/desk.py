"""The open texts and two workers: one judges a text by itself at once, the other the whole site when the typing pauses.

Nothing here waits: a text is handed over and its problems are published when they are known. Read `Desk` first.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import threading
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from gongkai.call import Call
from gongkai.editing.examining import Judged, own_problems, with_the_old
from gongkai.editing.site import KeptSite, Picture
from gongkai.editing.texts import lines_of
from gongkai.model.problems import CannotBuild, Problem
from gongkai.model.settings import Settings
from gongkai.reading.documents import FOLDERS
from gongkai.reading.settings import read_settings
from gongkai.reading.spool import close_spools

PAUSE = 0.3
"""Seconds without a key after which the site is checked; a site that takes longer to check waits longer, as far as `_LONGEST`."""
_LONGEST = 1.0

Publish = Callable[[str, "int | None", Sequence[str], Sequence[Problem]], None]
"""Hands over path, version (None where the file is not open), lines and problems of a text; called from any thread."""


@dataclass(frozen=True, slots=True)
class Open:
    """A text as the editor has it now, and its version."""

    version: int | None
    text: str


class Desk:
    """One site in an editor. `call` is asked each time, for the day may be another by then; `tell` says a line to people."""

    def __init__(self, call: Callable[[], Call], publish: Publish, tell: Callable[[str], None]) -> None:
        self._call = call
        self._publish = publish
        self._tell = tell
        self._told = ""
        self._spool = Path(tempfile.mkdtemp(prefix="gongkai-editing-"))
        self._site = KeptSite(self._spool)
        self._news = threading.Condition()
        self._closed = False
        self._unjudged: dict[str, Open] = {}  # texts for the worker that looks at one at a time
        self._due = 0.0  # when the whole site is to be checked; 0 where nothing has changed
        self._took = 0.0
        self._known: dict[str, tuple[Problem, ...]] = {}  # the problems of the first check, of files that are not open
        self._shown: set[str] = set()
        self._now = call()
        self.texts: dict[str, Open] = {}
        self.judged: dict[str, Judged] = {}
        self.problems: dict[str, tuple[int | None, tuple[Problem, ...]]] = {}
        self.picture: Picture | None = None
        self.settings: Settings | None = self._first_settings()
        self._threads = [threading.Thread(target=work, daemon=True) for work in (self._judge_texts, self._judge_site)]
        for thread in self._threads:
            thread.start()
        self.touch()

    def path_of(self, file: Path) -> str:
        """The path below the site of a source or of the settings; "" for what is neither."""
        call = self._now
        if file == call.config.absolute() or file.resolve() == call.config.resolve():
            return call.shown_config
        for folder, name in ((call.folder.absolute(), file), (call.folder.resolve(), file.resolve())):
            if name.is_relative_to(folder):
                path = name.relative_to(folder)
                hidden = any(part.startswith((".", "~$")) for part in path.parts)
                if not hidden and len(path.parts) > 1 and path.parts[0] in FOLDERS and path.suffix.lower() == ".md":
                    return path.as_posix()
        return ""

    def file_of(self, path: str) -> Path:
        """Where a path of the site lies."""
        call = self._now
        return (call.config if path == call.shown_config else call.folder / path).absolute()

    def set(self, path: str, version: int | None, text: str) -> None:
        """A text was opened or changed."""
        with self._news:
            self.texts[path] = self._unjudged[path] = Open(version, text)
            self._changed()

    def close(self, path: str) -> None:
        """A text is shut: its file counts again, and its problems are no longer shown."""
        with self._news:
            self.texts.pop(path, None)
            self._unjudged.pop(path, None)
            self.judged.pop(path, None)
            self.problems.pop(path, None)
            self._changed()
        self._publish(path, None, [""], ())

    def touch(self) -> None:
        """Something may have changed on disk."""
        with self._news:
            self._changed()

    def end(self) -> None:
        """Stop both workers and leave nothing behind."""
        with self._news:
            self._closed = True
            self._news.notify_all()
        for thread in self._threads:
            thread.join(10.0)
        close_spools()
        shutil.rmtree(self._spool, ignore_errors=True)

    def lines(self, path: str) -> list[str]:
        """The lines of a text as it is now."""
        return lines_of(self.text(path))

    def text(self, path: str) -> str:
        """A text as it is now: open, on disk, or "" where it cannot be read."""
        if opened := self.texts.get(path):
            return opened.text
        try:
            return self.file_of(path).read_bytes().decode("utf-8-sig")
        except (OSError, UnicodeDecodeError):
            return ""

    @property
    def today(self) -> date:
        """The day of the last check."""
        return self._now.today

    def _first_settings(self) -> Settings | None:
        call = self._now
        try:
            return read_settings(call.config, call.shown_config)
        except CannotBuild:
            return None

    def _changed(self) -> None:
        self._due = time.monotonic() + min(max(PAUSE, self._took / 2), _LONGEST)
        self._news.notify_all()

    def _judge_texts(self) -> None:
        while True:
            with self._news:
                while not self._unjudged and not self._closed:
                    self._news.wait()
                if self._closed:
                    return
                path, opened = self._unjudged.popitem()
            settings = self.settings
            if settings is not None:
                self._guarded(partial(self._judge_text, path, opened, settings))

    def _judge_text(self, path: str, opened: Open, settings: Settings) -> None:
        own = own_problems(path, opened.text, settings, self._site.baseline, self.today)
        lines = lines_of(opened.text)
        with self._news:
            if self.texts.get(path) is opened and not self._is_judged(path, lines):
                self._show(path, opened, lines, with_the_old(path, lines, own, self.judged.get(path)))

    def _is_judged(self, path: str, lines: list[str]) -> bool:
        """Whether the other worker was faster: what it says of the same text is all there is to say."""
        return path in self.judged and self.judged[path].lines == lines

    def _judge_site(self) -> None:
        while True:
            with self._news:
                while not self._closed and (not self._due or self._due > time.monotonic()):
                    self._news.wait(max(0.01, self._due - time.monotonic()) if self._due else None)
                if self._closed:
                    return
                self._due = 0.0
                texts = dict(self.texts)
            self._guarded(partial(self._judge, texts))

    def _judge(self, texts: dict[str, Open]) -> None:
        begun = time.monotonic()
        self._now = self._call()
        picture = self._site.look(self._now, {path: opened.text for path, opened in texts.items()})
        self._took = time.monotonic() - begun
        self._told = ""
        with self._news:
            first = self.picture is None or self.settings is not self._site.settings
            self.picture, self.settings = picture, self._site.settings
            if first:
                self._known = dict(picture.problems)
            for path, opened in texts.items():
                now = self.texts.get(path)
                if now is None:
                    continue
                self.judged[path] = Judged(lines_of(opened.text), picture.problems.get(path, ()))
                if now is opened:
                    self._show(path, opened, self.judged[path].lines, self.judged[path].problems)
                else:
                    self._unjudged[path] = now
            self._news.notify_all()
            self._show_closed(picture)

    def _show(self, path: str, opened: Open, lines: Sequence[str], problems: tuple[Problem, ...]) -> None:
        self.problems[path] = (opened.version, problems)
        self._publish(path, opened.version, lines, problems)

    def _show_closed(self, picture: Picture) -> None:
        """Of files that are not open only what this editing has brought: all their problems would bury it."""
        brought = {}
        for path, problems in picture.problems.items():
            if path not in self.texts and problems != self._known.get(path, ()):
                known = {(p.id, p.message) for p in self._known.get(path, ())}
                if new := [problem for problem in problems if (problem.id, problem.message) not in known]:
                    brought[path] = new
        for path in self._shown - set(brought) - set(self.texts):
            self._publish(path, None, [""], ())
        for path, new in brought.items():
            self._publish(path, None, self.lines(path), new)
        self._shown = set(brought)

    def _guarded(self, work: Callable[[], None]) -> None:
        """A machine's fault is told once; a fault of ours keeps its traceback, and the next text has its chance."""
        try:
            work()
        except CannotBuild as error:
            if str(error) != self._told:
                self._told = str(error)
                self._tell(str(error))
        except Exception:
            traceback.print_exc(file=sys.stderr)
