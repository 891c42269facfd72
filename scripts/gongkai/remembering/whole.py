"""Whether anything at all is another than at the last build: then there is nothing to be done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from gongkai.call import Call
from gongkai.model.problems import Problem
from gongkai.reading import sources as reading
from gongkai.reading.digests import digest
from gongkai.reading.history import read_history
from gongkai.remembering.contents import TELLS, Reader, Seen, changes_of
from gongkai.remembering.left import found
from gongkai.remembering.memory import Last, last_of, with_files
from gongkai.remembering.origin import origin
from gongkai.remembering.place import folder_of, is_ours
from gongkai.workers import Answer


@dataclass(frozen=True, slots=True)
class Whole:
    """The digest of everything a build is made from, and `contents`, that of each source, of which it was made; `seen` is by what the
    next build need not read all files again. `last` is what was read of the memory."""

    digest: str = ""
    contents: Mapping[str, str] = field(default_factory=dict)
    seen: Mapping[str, Seen] = field(default_factory=dict)
    last: Last = field(default_factory=Last)


def whole(call: Call, reader: Reader) -> Whole:
    """What everything comes to that a build is made from, program and settings excepted, which are the memory's origin. Of what is read
    but later the changes are told as well: it may be another then, and again what it was afterwards."""
    folder = call.folder
    paths, files, refused = reading.find_sources(folder)
    theme = folder / "theme"
    own = [(path.relative_to(theme).as_posix(), path.is_symlink(), digest(path.read_bytes())) for path in sorted(theme.rglob("*")) if path.is_file()]
    old = call.baseline.read_bytes() if call.baseline else None
    read_later = (call.config, *(folder / path for path in files), *(theme / path for path, _, _ in own), *((call.baseline,) if call.baseline else ()))
    changes = [changes_of(path) for path in read_later]
    contents = reader(folder, (*paths, *files))
    history = read_history(call.history_of or folder)
    told = digest(str(call.output), call.today, sorted(contents.items()), refused, theme.is_symlink(), own, old, changes, history)
    return Whole(told, {path: contents[path] for path in paths}, reader.seen)


def unchanged(call: Call) -> tuple[Whole, tuple[Problem, ...] | None]:
    """What everything comes to that the build is to be made from, nothing where nothing is remembered; and what the last build came to
    where that is there and was made from the same, else None."""
    if not call.remembers:
        return Whole(), None
    folder = folder_of(call.output)
    if not is_ours(folder):
        return whole(call, Reader(trusts=TELLS)), None
    lies = Answer(call.jobs, lambda: found(call.output))
    try:
        this, last = origin(call), last_of(folder)
        memory = last.memory
        made_from = whole(call, Reader(trusts=TELLS, seen=memory.seen if memory.origin == this else None))
        same = memory.origin == this and memory.whole == made_from.digest and memory.output == call.output.resolve()
        if same and _stands(lies, memory.left):
            return replace(made_from, last=last), memory.problems
        return replace(made_from, last=with_files(folder, last)), None
    finally:
        lies.drop()


def _stands(lies: Answer, left: str) -> bool:
    """Whether the last build is there, every file as it was left and none beside them."""
    try:
        return bool(left) and lies.get() == left
    except OSError:
        return False
