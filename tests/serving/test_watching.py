"""The watcher by itself: folders that are replaced, and a system that watches no more."""

from __future__ import annotations

import queue
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from watchdog.events import DirMovedEvent, FileClosedEvent, FileClosedNoWriteEvent, FileModifiedEvent, FileMovedEvent

from gongkai.serving import watching
from gongkai.serving.watching import Watcher


class Changes:
    """What a watcher hands over, gathered by a thread."""

    def __init__(self, watcher: Watcher) -> None:
        self._found: queue.Queue[frozenset[str]] = queue.Queue()
        threading.Thread(target=self._gather, args=(watcher,), daemon=True).start()

    def _gather(self, watcher: Watcher) -> None:
        while True:
            self._found.put(watcher.wait())

    def until(self, path: str) -> None:
        while path not in self._found.get(timeout=20):
            pass


@pytest.fixture(params=["notified", "refused"])
def told(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Path, Changes, list[str]]]:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(watching, "LOOK", 0.1)
    if request.param == "refused":
        monkeypatch.setattr(watching.Observer, "schedule", refuse)
    folder = tmp_path / "site"
    (folder / "policies").mkdir(parents=True)
    said: list[str] = []
    watcher = Watcher(folder, folder / "site.yaml", said.append)
    assert len(said) == (request.param == "refused")
    yield folder, Changes(watcher), said
    watcher.close()


def test_folders_that_come_go_and_are_replaced_are_watched(told: tuple[Path, Changes, list[str]]) -> None:
    folder, changes, _ = told
    (folder / "policies" / "a.md").write_text("甲", encoding="utf-8")
    changes.until("policies/a.md")
    shutil.rmtree(folder)
    changes.until("site")
    (folder / "policies" / "2023").mkdir(parents=True)
    changes.until("policies")
    (folder / "policies" / "2023" / "b.md").write_text("乙", encoding="utf-8")
    changes.until("policies/2023/b.md")
    (folder / "theme").mkdir()
    changes.until("theme")
    (folder / "theme" / "own.css").write_text("", encoding="utf-8")
    changes.until("theme/own.css")
    (folder / "site.yaml").write_text("名称: 甲区\n", encoding="utf-8")
    changes.until("site.yaml")


def test_one_whole_file_is_handed_over_sooner_and_very_many_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "QUIET_SEVERAL", 1.6)
    monkeypatch.setattr(watching, "QUIET_MANY", 2.4)
    watcher = Watcher(tmp_path, tmp_path / "site.yaml", lambda _: None)

    def seconds(*changes: tuple[str, float]) -> float:
        for name, quiet in changes:
            watcher.note(str(tmp_path / "policies" / name), quiet)
        begun = time.monotonic()
        assert watcher.wait() == {f"policies/{name}" for name, _ in changes}
        return time.monotonic() - begun

    try:
        assert seconds(("a.md", 0.8), ("a.md", 0.03)) < 0.7
        assert 0.7 < seconds(("a.md", 0.03), ("a.md", 0.8)) < 1.5  # written to again
        assert 1.5 < seconds(("a.md", 0.03), ("b.md", 0.03)) < 2.3
        assert seconds(*((f"{number}.md", 0.03) for number in range(501))) > 2.3
    finally:
        watcher.close()


def test_a_file_that_was_closed_or_moved_in_is_whole_and_a_folder_comes_with_others(tmp_path: Path) -> None:
    noted: list[tuple[str, float]] = []
    handler = watching._Handler(lambda path, quiet: noted.append((path, quiet)))
    for event in (FileModifiedEvent("a"), FileClosedEvent("a"), FileMovedEvent("a~", "a"), DirMovedEvent("b", "c"), FileClosedNoWriteEvent("a")):
        handler.on_any_event(event)
    assert noted == [
        ("a", watching.QUIET), ("a", watching.QUIET_WHOLE), ("a~", watching.QUIET), ("a", watching.QUIET_WHOLE),
        ("b", watching.QUIET_SEVERAL), ("c", watching.QUIET_SEVERAL),
    ]  # fmt: skip


def test_what_is_no_source_is_no_change(tmp_path: Path) -> None:
    watcher = Watcher(tmp_path, tmp_path / "site.yaml", lambda _: None)
    for name in ("build/index.html", "README.md", "policies/.p.md.swp", "policies/~$p.docx", "policies/p.md~", ".git/HEAD",
                 "content/.hidden/a.md", "../else.md"):  # fmt: skip
        watcher.note(str(tmp_path / name))
    for name in ("policies/p.md", "theme/own.css", "site.yaml", "baseline.json"):
        watcher.note(str(tmp_path / name))
    assert watcher.wait() == {"policies/p.md", "theme/own.css", "site.yaml", "baseline.json"}
    watcher.close()
