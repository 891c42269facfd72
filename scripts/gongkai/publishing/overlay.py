"""Pages for a preview alone: what is new is put over what lies there, file by file.

Nobody but the editor looks on, so there may be a moment in which old and new stand side by side; in return a change of one
letter moves one file. What is public is never written so (`staging`).
"""

from __future__ import annotations

import shutil
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from gongkai.publishing.staging import replace_file


class Overlay:
    """Stands for a `Stage` whose `output` is the preview's folder."""

    in_place, exchanges = True, False

    def __init__(self, output: Path) -> None:
        self.output = output.resolve()
        self.folder = self.output.with_name(self.output.name + ".new")

    def open(self) -> None:
        """Begin with nothing new."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self.output.mkdir(exist_ok=True)

    def found(self, path: str) -> Path:
        """Where a file of the build lies before the swap: among the new ones, else where it was."""
        fresh = self.folder / path
        return fresh if fresh.exists() else self.output / path

    def discard(self) -> None:
        """What lies there stays as it is."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def swap(self, files: Collection[str], before: Collection[str], _keep: Path | None = None) -> bool:
        """Put what is new in its place; clear away what was there `before` and is not among the `files` of the build."""
        for path in sorted(self.folder.rglob("*")):
            if path.is_file():
                target = self.output / path.relative_to(self.folder)
                target.parent.mkdir(parents=True, exist_ok=True)
                replace_file(path, target)
        for gone in set(before).difference(files):
            with suppress(OSError):
                (self.output / gone).unlink()
        shutil.rmtree(self.folder, ignore_errors=True)
        return False
