"""Whether anything at all is another than at the last build: then there is nothing to be done."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from gongkai.call import Call
from gongkai.model.problems import Problem
from gongkai.publishing.manifest import NAME
from gongkai.publishing.staging import MARKER
from gongkai.reading import sources as reading
from gongkai.reading.digests import digest
from gongkai.reading.history import read_history
from gongkai.remembering.contents import TELLS, Reader, Seen
from gongkai.remembering.memory import Last, Memory, last_of
from gongkai.remembering.origin import origin
from gongkai.remembering.place import folder_of, is_ours
from gongkai.remembering.sources import state_of


@dataclass(frozen=True, slots=True)
class Whole:
    """The digest of everything a build is made from, and `contents`, that of each source, of which it was made; `seen` is by what the
    next build need not read them again. `last` is what was read of the memory."""

    digest: str = ""
    contents: Mapping[str, str] = field(default_factory=dict)
    seen: Mapping[str, Seen] = field(default_factory=dict)
    last: Last = field(default_factory=Last)


def whole(folder: Path, output: Path, today: date, baseline: Path | None, history_of: Path | None, reader: Reader) -> Whole:
    """What everything comes to that a build is made from, program and settings excepted, which are the memory's origin."""
    paths, files, refused = reading.find_sources(folder)
    beside = [(path, state_of(folder / path)) for path in files]
    theme = folder / "theme"
    own = [(path.relative_to(theme).as_posix(), digest(path.read_bytes())) for path in sorted(theme.rglob("*")) if path.is_file()]
    old = baseline.read_bytes() if baseline else b""
    contents = reader(folder, paths)
    told = digest(str(output), today, sorted(contents.items()), beside, refused, own, old, read_history(history_of or folder))
    return Whole(told, contents, reader.seen)


def unchanged(call: Call) -> tuple[Whole, tuple[Problem, ...] | None]:
    """What everything comes to that the build is to be made from, nothing where nothing is remembered; and what the last build came to
    where that is there and was made from the same, else None."""
    if not call.remembers:
        return Whole(), None
    folder, this = folder_of(call.output), origin(call)
    known = last_of(folder) if is_ours(folder) else Last()
    last = known.memory
    reader = Reader(trusts=TELLS, seen=last.seen if last.origin == this else None)
    made_from = replace(whole(call.folder, call.output, call.today, call.baseline, call.history_of, reader), last=known)
    try:
        same = last.origin == this and last.whole == made_from.digest and stands(last, call.output)
    except OSError:
        return made_from, None
    return made_from, last.problems if same else None


def stands(memory: Memory, output: Path) -> bool:
    """Whether the last build is there, every file as it was left and none beside them."""
    if memory.output != output.resolve() or NAME not in memory.files:
        return False
    files, found, folders = memory.files, 0, [(str(output), "")]
    while folders:
        folder, below = folders.pop()
        with _entries(folder) as entries:
            for entry in entries:
                path = below + entry.name
                file = files.get(path)
                if file is not None:
                    facts = entry.stat()
                    if facts.st_size != file.size or facts.st_mtime_ns != file.changed:
                        return False
                    found += 1
                elif entry.is_dir(follow_symlinks=False):
                    folders.append((f"{folder}/{entry.name}", f"{path}/"))
                elif path != MARKER:
                    return False
    return found == len(files) and (output / MARKER).is_file()


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
