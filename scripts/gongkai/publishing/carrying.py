"""Files of the last build that need not be made again: taken over into the stage, provided they are as they were left."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Generator, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from gongkai.publishing.staging import Written


class File(NamedTuple):
    """A file of a build: SHA-256 in hexadecimal, size in bytes, time of its last change in nanoseconds."""

    sha256: str
    size: int
    changed: int


class Carrier:
    """Takes files from `output`, where they are as `files` remembers them, into the folder `stage`.

    A file is taken by another name for the same content (a hard link): nothing that is published is ever written into,
    only replaced. Where there are no such links it is copied, with its time. Where the build is put together `in_place`,
    the files stay where they are, and that they are as they were left is taken for granted: nobody else writes there.
    `taken` are the files that lie in the stage now under both names, as they were left. Where somebody has looked, `unsound`
    are those that are not as they were left; those `present` lie in the stage already.
    """

    def __init__(
        self, output: Path | None, files: Mapping[str, File], stage: Path, in_place: bool = False,
        unsound: Collection[str] | None = None, present: AbstractSet[str] = frozenset(),
    ) -> None:  # fmt: skip
        self._output, self._files, self._stage, self._in_place = output, files, stage, in_place
        self._unsound, self._present = unsound, present
        self._folders: set[str] = set()
        self._links = True
        self._sound: dict[str, bool] = {}
        self.taken: set[str] = set()

    def has(self, paths: Iterable[str]) -> bool:
        """Whether every one of these files is there and as it was left."""
        if self._unsound is not None and not self._unsound:
            return self._files.keys() >= set(paths)
        return all(map(self._is_sound, paths))

    def lies(self, paths: Iterable[str]) -> bool:
        """Whether every one of these files lies in the stage already, and need but be noted as taken."""
        return self._present >= set(paths)

    def take(self, paths: Iterable[str]) -> list[Written]:
        """Take files over, of which `has` is true."""
        paths = list(paths)
        self.keep(paths)
        return [Written(path, file.sha256, file.size) for path, file in zip(paths, map(self._files.__getitem__, paths), strict=True)]

    def keep(self, paths: Iterable[str]) -> None:
        """As `take`, where nobody asks for what they are."""
        if self._in_place:
            return
        here = set(paths)
        self.taken |= here & self._present
        for path in sorted(here - self._present):
            self._bring(path)

    def lost(self, folder: str) -> None:
        """Nothing of the last build lies in this folder of the stage any more."""
        self._present = {path for path in self._present if not path.startswith(f"{folder}/")}
        self.taken = {path for path in self.taken if not path.startswith(f"{folder}/")}

    def _is_sound(self, path: str) -> bool:
        if self._unsound is not None:
            return path in self._files and path not in self._unsound
        known = self._sound.get(path)
        if known is None:
            file = self._files.get(path)
            known = file is not None and self._output is not None and (self._in_place or stands(f"{self._output}/{path}", file))
            self._sound[path] = known
        return known

    def _bring(self, path: str) -> None:
        source, target = f"{self._output}/{path}", f"{self._stage}/{path}"
        folder = path.rpartition("/")[0]
        if folder not in self._folders:
            (self._stage / folder).mkdir(parents=True, exist_ok=True)
            self._folders.add(folder)
        if self._links:
            try:
                os.link(source, target)
                self.taken.add(path)
            except OSError:
                self._links = False
        if not self._links:
            shutil.copy2(source, target)


def stands(path: str, file: File) -> bool:
    """Whether a file is there, with the size and the time of change that it was left with."""
    try:
        facts = os.lstat(path)  # of tens of thousands, and a Path costs more than the question; a symbolic link is no file of ours
    except OSError:
        return False
    return facts.st_size == file.size and facts.st_mtime_ns == file.changed


def files_of(
    folder: Path, written: Iterable[Written], before: Mapping[str, File], taken: Collection[str] = (), in_place: bool = False
) -> dict[str, File]:
    """What a finished build consists of, to be known again; of a file that is `taken` over it is known already."""
    found: dict[str, File] = {}
    for each in written:
        known = before.get(each.path)
        if in_place:
            known = File(each.sha256, each.size, 0)
        elif known is None or (each.path not in taken and (known.sha256 != each.sha256 or not stands(f"{folder}/{each.path}", known))):
            known = File(each.sha256, each.size, os.stat(f"{folder}/{each.path}").st_mtime_ns)  # noqa: PTH116
        found[each.path] = known
    return found


def files_in(folder: str, below: str = "") -> Generator[tuple[str, os.DirEntry[str]], None, bool]:
    """The files in a folder, and the folders in which nothing lies, which end with a stroke; whether there was anything."""
    anything = False
    with _entries(folder) as entries:
        for entry in entries:
            anything, path = True, below + entry.name
            if not entry.is_dir(follow_symlinks=False):
                yield path, entry
            elif not (yield from files_in(f"{folder}/{entry.name}", f"{path}/")):
                yield f"{path}/", entry
    return anything


@contextmanager
def _entries(folder: str) -> Iterator[Iterator[os.DirEntry[str]]]:
    """What lies in a folder. Where an open folder can be read, the system need not find it again for each file in it."""
    if os.scandir not in os.supports_fd:
        with os.scandir(folder) as entries:
            yield entries
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with os.scandir(descriptor) as entries:
            yield entries
    finally:
        os.close(descriptor)
