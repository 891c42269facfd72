"""The build before the last is kept, and the next one put together in its folder: nearly all of its files are in it already.

A build changes few files. So what changed lately is brought into the older folder, by other names for the same content (hard
links), and the two are exchanged as ever (`staging`), instead of linking every file into an empty folder and clearing all names
away again. The folder waits among the user's caches; while it is worked in it stands where every stage does, so what a killed
build leaves of it is cleared away as always. A folder that is not found as it was left is no use, and no harm.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from gongkai.publishing.carrying import File, files_in
from gongkai.publishing.staging import MARKER, clear

_PREFIX = "spare-"


@dataclass(frozen=True, slots=True)
class Spare:
    """A folder that holds the last build's files (the very files, under other names), save those `behind`: these are others in
    it, or not in it, or there alone."""

    folder: Path
    behind: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Seen:
    """What was found of the last build: the files that are `unsound`, not as they were left or gone; and whether the spare folder
    is what it is said to be."""

    unsound: frozenset[str]
    spare: bool


def new_spare(among: Path) -> Path:
    """A place for a spare folder, that no other has had."""
    return among / f"{_PREFIX}{os.urandom(8).hex()}"


def clear_spares(among: Path, spare: Spare | None) -> None:
    """Clear away every spare folder but this one."""
    for path in among.glob(f"{_PREFIX}*"):
        if spare is None or path != spare.folder:
            shutil.rmtree(path, ignore_errors=True)


def look(output: Path | None, files: Mapping[str, File], spare: Spare | None) -> Seen:
    """See after the files of the last build in its folder, and after the spare folder."""
    numbers: dict[str, int] = {}
    if output is not None:
        with suppress(OSError):
            for path, entry in files_in(str(output)):
                file = files.get(path)
                if file is None:
                    continue
                facts = entry.stat(follow_symlinks=False)
                if facts.st_size == file.size and facts.st_mtime_ns == file.changed:
                    numbers[path] = facts.st_ino
    return Seen(frozenset(files.keys() - numbers.keys()), spare is not None and _stands(spare, files, numbers))


def _stands(spare: Spare, files: Mapping[str, File], numbers: Mapping[str, int]) -> bool:
    """Whether the folder holds no file that is neither behind nor the last build's very own, none is missing, and no folder in it is
    empty. (What is not sound in the last build is not known to be the same here.)"""
    found = 0
    try:
        if spare.folder.is_symlink():
            return False
        for path, entry in files_in(str(spare.folder)):
            if path in spare.behind or path == MARKER:
                continue
            if path not in files:
                return False
            found += 1
            if path in numbers and entry.inode() != numbers[path]:
                return False
    except OSError:
        return False
    return found == len(files.keys() - spare.behind)


def bring_up(spare: Spare, stage: Path, output: Path, files: Mapping[str, File], unsound: Collection[str]) -> frozenset[str]:
    """Make of the spare folder the stage, which is empty: the files of the last build that are sound, and no others; which
    those are. None of them where the folder cannot be moved there, or there are no links: the stage is empty then."""
    present = files.keys() - unsound
    try:
        stage.rmdir()
        spare.folder.rename(stage)
        clear(stage, (*spare.behind, *unsound))
        link(spare.behind & present, output, stage)
    except OSError:
        shutil.rmtree(stage, ignore_errors=True)
        stage.mkdir(exist_ok=True)
        return frozenset()
    return frozenset(present)


def link(paths: Iterable[str], source: Path, target: Path) -> None:
    """Give files other names below another folder."""
    made: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        if folder not in made:
            (target / folder).mkdir(parents=True, exist_ok=True)
            made.add(folder)
        os.link(f"{source}/{path}", f"{target}/{path}")


def double(paths: Iterable[str], source: Path, target: Path) -> None:
    """A spare folder for a build all of which is new: other names for these of its files, for as many as there can be."""
    with suppress(OSError):
        target.mkdir()
        link(paths, source, target)
