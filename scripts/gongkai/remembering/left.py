"""How a build was left: one digest of which files it consists of, how large each is, and when it was last changed.

So a process that knows nothing of the last build can see how it is found, while this one sees after the sources.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from gongkai.publishing.carrying import File, files_in
from gongkai.publishing.staging import MARKER, MARKER_TEXT
from gongkai.reading.digests import digest


def left(files: Mapping[str, File]) -> str:
    """Of a build that was left with these files."""
    return _of(f"{path}\0{size}\0{changed}" for path, (_, size, changed) in files.items())


def found(output: Path) -> str:
    """Of what lies in a folder now; "" where it is nothing that was built. A folder in which nothing lies is told as well, and a
    symbolic link is no file."""
    told, marked = [], False
    for path, entry in files_in(str(output)):
        if path == MARKER:
            marked = entry.is_file(follow_symlinks=False) and (output / MARKER).read_bytes() == MARKER_TEXT.encode()
        elif path.endswith("/"):
            told.append(path)
        else:
            facts = entry.stat(follow_symlinks=False)
            told.append(f"{path}\0{facts.st_size}\0{facts.st_mtime_ns}")
    return _of(told) if marked else ""


def _of(told: Iterable[str]) -> str:
    return digest("\n".join(sorted(told)).encode("utf-8", "surrogatepass"))
