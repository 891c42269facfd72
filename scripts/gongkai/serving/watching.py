"""One door to watchdog: which sources of a site have changed, gathered until it is quiet.

Folders may come, go and be replaced at any time (a branch switch, a move in the file manager): their identity is looked at
after every burst of changes and every few seconds, and those that are others than before are watched anew.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch
from watchdog.observers.polling import PollingObserver

FOLDERS = ("policies", "interpretations", "content", "theme")
QUIET = 0.15  # seconds without a change before a burst is over: editors write in several steps
QUIET_SEVERAL = 0.4  # and where it is a folder, or more than one file: nobody waits for the page of a single save
QUIET_MANY = 0.8  # and where very many have changed: whoever writes them may be held up by the disk now and then
QUIET_WHOLE = 0.03  # and where it was one file, which was closed or put in its place since it was last written
LONGEST = 30.0  # seconds after which a burst that does not end is handed over all the same
LOOK = 2.0  # seconds between two looks at the folders
_MANY = 500  # changes after which the system may have lost some
_CHANGES = {"created", "modified", "moved", "deleted", "closed"}  # to have been opened or read is none
_IGNORED_ENDS = ("~", ".swp", ".swx", ".tmp", ".crdownload", ".part")


class Watcher:
    """Watches the folders of a site and its settings. `say` tells people what they should know;
    `alarm` is called, by another thread, as soon as something changes."""

    def __init__(self, folder: Path, config: Path, say: Callable[[str], None], alarm: Callable[[], None] = lambda: None) -> None:
        self._root = folder.resolve()
        self._settings = {str(config.resolve()), str(self._root / "site.yaml"), str(self._root / "baseline.json")}
        self._say, self._alarm = say, alarm
        self._changed: dict[str, float] = {}  # and the seconds of quiet that it asks for
        self._lost: set[Path] = set()
        self._latest = 0.0
        self._news = threading.Condition()
        self._watched: dict[Path, tuple[tuple[int, int], ObservedWatch]] = {}
        self._wanted = {self._root: False, **{self._root / name: True for name in FOLDERS}}
        self._wanted.setdefault(config.resolve().parent, False)
        self._observer: BaseObserver = Observer()
        self._observer.start()
        self._follow()

    def wait(self, patience: float | None = None) -> frozenset[str]:
        """Wait for changes: their paths relative to the site, once a burst of them is over; none where none came within
        `patience` seconds."""
        until = None if patience is None else time.monotonic() + patience
        while True:
            with self._news:
                if not self._changed:
                    self._news.wait(LOOK if until is None else min(LOOK, max(0.0, until - time.monotonic())))
                begun = time.monotonic()
                while self._changed and (left := self._latest + self._quiet() - time.monotonic()) > 0:
                    if time.monotonic() - begun > LONGEST:
                        break
                    self._news.wait(left)
                changed, self._changed = frozenset(self._changed), {}
            replaced = self._follow(anew=len(changed) > _MANY)
            if changed or replaced or (until is not None and time.monotonic() >= until):
                return changed | replaced

    def close(self) -> None:
        """Stop watching."""
        self._observer.stop()
        self._observer.join()

    def note(self, path: str, quiet: float = QUIET) -> None:
        """A path has changed; sources alone count. It is handed over after `quiet` seconds if it stays alone."""
        if (folder := Path(path)) in self._wanted:
            self._lost.add(folder)  # a new folder may bear the number of the old one, whose watch is dead
        if name := self._source(path):
            with self._news:
                self._changed[name] = quiet
                self._latest = time.monotonic()
                self._news.notify_all()
            self._alarm()

    def _quiet(self) -> float:
        """Seconds to wait for more. That of many files one was whole says nothing of the others that are still to come."""
        if len(self._changed) == 1:
            return next(iter(self._changed.values()))
        return QUIET_MANY if len(self._changed) > _MANY else QUIET_SEVERAL

    def _source(self, path: str) -> str:
        """The path relative to the site where it is a source's or one of its folders', else ""."""
        if path in self._settings:
            return Path(path).name
        try:
            parts = Path(path).relative_to(self._root).parts
        except ValueError:
            return ""
        hidden = any(part.startswith((".", "~$")) for part in parts)
        if not parts or parts[0] not in FOLDERS or hidden or parts[-1].lower().endswith(_IGNORED_ENDS):
            return ""
        return "/".join(parts)

    def _follow(self, anew: bool = False) -> frozenset[str]:
        """Watch the folders that are there now; what came, went or is another than before."""
        replaced = set()
        for folder, deep in self._wanted.items():
            now, before = _identity(folder), self._watched.get(folder)
            lost = folder in self._lost
            self._lost.discard(folder)
            if (before[0] if before else None) == now and not (now and (lost or (anew and deep))):
                continue
            if before:
                self._observer.unschedule(before[1])
                del self._watched[folder]
            if now:
                self._watch(folder, deep, now)
            if (before[0] if before else None) != now:
                replaced.add(folder.name)
        return frozenset(replaced)

    def _watch(self, folder: Path, deep: bool, identity: tuple[int, int]) -> None:
        handler = _Handler(self.note)
        try:
            watch = self._observer.schedule(handler, str(folder), recursive=deep)
        except FileNotFoundError:
            return  # gone again; the next look will tell
        except OSError as error:
            if isinstance(self._observer, PollingObserver):
                raise
            # Most often the system's limit of watched folders: look by ourselves, which is slower but never refused.
            self._say(f"系统不肯再监视文件夹（{error.strerror}），改为每两秒看一遍。")
            self._observer.stop()
            self._observer, self._watched = PollingObserver(timeout=LOOK), {}
            self._observer.start()
            self._follow()
            return
        self._watched[folder] = (identity, watch)


class _Handler(FileSystemEventHandler):
    """Passes on the paths of events that change something. One for each folder: watchdog keeps them apart by identity."""

    def __init__(self, note: Callable[[str, float], None]) -> None:
        self._note = note

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Both ends of a move count. That a folder's own time changed says nothing that its files do not."""
        if event.event_type not in _CHANGES or (event.is_directory and event.event_type == "modified"):
            return
        for path, whole in ((event.src_path, event.event_type == "closed"), (event.dest_path, True)):
            if path:
                self._note(os.fsdecode(path), QUIET_SEVERAL if event.is_directory else QUIET_WHOLE if whole else QUIET)


def _identity(folder: Path) -> tuple[int, int] | None:
    """Which folder this is, by device and number; None where there is none."""
    try:
        facts = folder.stat()
    except OSError:
        return None
    return (facts.st_dev, facts.st_ino) if folder.is_dir() else None
