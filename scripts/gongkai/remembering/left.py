"""How a build was left: one digest of which files it consists of, how large each is, and when it was last changed.

So a process that knows nothing of the last build can see how it is found, while this one sees after the sources.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from gongkai.publishing.staging import MARKER, MARKER_TEXT
from gongkai.reading.digests import digest

if TYPE_CHECKING:  # a build that has nothing to do loads little
    from gongkai.publishing.carrying import File


def left(files: Mapping[str, File]) -> str:
    """Of a build that was left with these files."""
    return _of(f"{path}\0{size}\0{changed}" for path, (_, size, changed) in files.items())


def found(output: Path) -> str:
    """Of what lies in a folder now; "" where it is nothing that was built. A folder in which nothing lies is told as well, and a
    symbolic link is no file."""
    told, marked, folders = [], False, [(str(output), "")]
    while folders:
        folder, below = folders.pop()
        with _entries(folder) as entries:
            nothing = True
            for entry in entries:
                nothing, path = False, below + entry.name
                if entry.is_dir(follow_symlinks=False):
                    folders.append((f"{folder}/{entry.name}", f"{path}/"))
                elif path == MARKER:
                    marked = entry.is_file(follow_symlinks=False) and (output / MARKER).read_bytes() == MARKER_TEXT.encode()
                else:
                    facts = entry.stat(follow_symlinks=False)
                    told.append(f"{path}\0{facts.st_size}\0{facts.st_mtime_ns}")
            if nothing:
                told.append(below)
    return _of(told) if marked else ""


def _of(told: Iterable[str]) -> str:
    return digest("\n".join(sorted(told)).encode("utf-8", "surrogatepass"))


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
