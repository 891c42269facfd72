"""The memory of a column: in the process while it lasts, in a file between two. One door to pickle.

It is read whole, and only what is another is written anew: sources lie in it by some dozens, and what a section holds that was
kept is the same bytes again. The file lies in a folder that only this user can enter (`place`), never beside the sources: whoever may change the sources
must not be able to say what they were read as. A file that is damaged, foreign or of another version is as good as none.
"""

from __future__ import annotations

import dataclasses
import gc
import hashlib
import io
import pickle
from array import array
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple
from zlib import crc32

from gongkai.publishing.carrying import File
from gongkai.remembering.contents import Seen

if TYPE_CHECKING:  # a build that has nothing to do loads little
    from gongkai.checks.named_files import NamedFile
    from gongkai.model.documents import Document, Unread
    from gongkai.model.problems import Problem, Remark
    from gongkai.model.site import Published
    from gongkai.publishing.mirroring import Spare
    from gongkai.reading.digests import Digests
    from gongkai.remembering.ground import Ground
    from gongkai.searching.keeping import Kept
    from gongkai.searching.preparing import Batch

_NAME = "memory"
_FIRST = b"gongkai memory 7\n"
_REST, _APART = "rest", ("index", "ground", "leads", "published")  # no path of a source has such a name
_PAGES, _BATCH = "pages", "batch "
_SOURCES_A_SECTION = 64
_SUM, _DIGEST = 64, 32  # letters of a SHA-256, of a digest
_OF_THE_WHOLE = ("output", "files", "spare", "whole", "seen", "problems")
"""What is remembered of the last build as a whole stands first in the file: often it is all that is asked for."""


class Source(NamedTuple):
    """A source as it was read; by its digests it is known again."""

    digests: Digests
    document: Document | Unread


class Made(NamedTuple):
    """What files were made from, as a digest, and which they are; the words are what else is to be known of them."""

    digest: str
    files: tuple[str, ...]
    words: tuple[str, ...] = ()


@dataclass(slots=True)
class Memory:
    """All that is remembered. `origin` says of which program, which settings and which folder.

    `sources` is by path; `looks` gives what the rules said of each attachment when it had that size and time of change.
    `output` is where the `files` of the last build lie, `spare` the folder kept for the next one. `pages` is by type and key, `parts` by the name of what is no page.
    `leads` tells where the pages lead, as `checks.built_pages` has it; `sound`, that no rule found anything in a page.
    `index` is what the last index leaves to the next. `ground` is what holds of the last build for these very `sources`.
    `whole` is the digest of all that the last build was made from, `seen` its sources as they were then, `problems` what that
    came to. `published` is what it published, as it is read from its `files`.
    """

    origin: str = ""
    sources: Mapping[str, Source] = field(default_factory=dict)
    looks: Mapping[NamedFile, tuple[tuple[int, int], tuple[Remark, ...]]] = field(default_factory=dict)
    output: Path | None = None
    files: Mapping[str, File] = field(default_factory=dict)
    spare: Spare | None = None
    pages: Mapping[tuple[str, str], Made] = field(default_factory=dict)
    parts: Mapping[str, Made] = field(default_factory=dict)
    leads: Mapping[tuple[str, str], str] = field(default_factory=dict)
    sound: bool = False
    index: Kept | None = None
    ground: Ground | None = None
    whole: str = ""
    seen: Mapping[str, Seen] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    published: tuple[Published, ...] | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a memory as it lies in its file: what was read of it, where it begins, and its size in bytes."""

    value: object
    begins: int
    size: int


Sections = Mapping[str, Section]


def last_of(folder: Path) -> Memory:
    """What is remembered in a folder of the last build as a whole: what it was made from, its files and its problems. An empty
    memory where there is none."""
    return _read(folder / _NAME, whole=False)[0]


def memory_in(folder: Path) -> tuple[Memory, Sections]:
    """All that is remembered in a folder, and how it lies there."""
    return _read(folder / _NAME, whole=True)


def _read(file: Path, whole: bool) -> tuple[Memory, Sections]:
    """What the file holds, nothing where it is not as it was written. The collector is left out: nothing of this is garbage, and
    to look through it again and again takes long."""
    collects = gc.isenabled()
    gc.disable()
    try:
        with file.open("rb") as raw:
            if raw.read(len(_FIRST)) != _FIRST:
                return Memory(), {}
            memory = pickle.loads(_payload(raw))  # noqa: S301 — our own file, in a folder only this user can enter
            memory.files, memory.seen = _unfolded(memory.files, File, _SUM), _unfolded(memory.seen, Seen, _DIGEST)
            return _with_sections(memory, raw) if whole else (memory, {})
    except Exception:  # of a file that another version wrote, anything may come
        return Memory(), {}
    finally:
        if collects:
            gc.freeze()
            gc.enable()


def _with_sections(memory: Memory, raw: BinaryIO) -> tuple[Memory, Sections]:
    """A memory with all that stands behind its beginning."""
    found: dict[str, Section] = {}
    sources: dict[str, Source] = {}
    batches: dict[str, tuple[Batch, ...]] = {}
    for name in pickle.loads(_payload(raw)):  # noqa: S301
        begins = raw.tell()
        value = pickle.loads(_payload(raw))  # noqa: S301
        if name == _PAGES:
            value = {task: Made._make(made) for task, made in value.items()}
        found[name] = Section(value, begins, raw.tell() - begins)
        if name.startswith(_BATCH):
            batches[name.removeprefix(_BATCH)] = value
        elif name not in (_REST, _PAGES, *_APART):
            sources.update(value)
    rest: Any = found[_REST].value
    kept = {name: getattr(memory, name) for name in ("origin", *_OF_THE_WHOLE)}
    apart: dict[str, Any] = {name: found[name].value for name in (_PAGES, *_APART)}
    if apart["index"]:
        apart["index"] = replace(apart["index"], batches=batches)
    return replace(rest, sources=sources, **apart, **kept), found


def _payload(raw: BinaryIO) -> bytes:
    """The next part of a file: size and SHA-256 stand before it. ValueError where it is damaged."""
    size, told = int.from_bytes(raw.read(8), "big"), raw.read(32)
    content = raw.read(size)
    if hashlib.sha256(content).digest() != told:
        raise ValueError("damaged")
    return content


def store(folder: Path, memory: Memory, before: Sections) -> None:
    """Write a memory into its folder; what it has alike with the one that lies there is copied. OSError where that cannot be done."""
    last = Memory(**{name: getattr(memory, name) for name in ("origin", *_OF_THE_WHOLE)})
    last.files, last.seen = _folded(memory.files), _folded(memory.seen)
    rest = replace(memory, **{name: getattr(Memory(), name) for name in (*_OF_THE_WHOLE, *_APART, _PAGES, "origin", "sources")})
    values: dict[str, Any] = {_REST: rest, **{name: getattr(memory, name) for name in (_PAGES, *_APART)}, **_grouped(memory.sources)}
    if memory.index:
        values["index"] = replace(memory.index, batches={})
        values.update((_BATCH + made_from, batch) for made_from, batch in memory.index.batches.items())
    fresh = folder / f"{_NAME}.new"
    with fresh.open("wb") as file, ExitStack() as stack:
        old = stack.enter_context((folder / _NAME).open("rb")) if before else None
        file.write(_FIRST)
        _put(file, last)
        _put(file, list(values))
        for name, value in values.items():
            known = before.get(name)
            if old and known and _same(known.value, value):
                old.seek(known.begins)
                file.write(old.read(known.size))
            else:  # what is many is put as values that need no more to be said of each
                _put(file, {task: tuple(made) for task, made in value.items()} if name == _PAGES else value)
    fresh.replace(folder / _NAME)


def _put(file: BinaryIO, value: object) -> None:
    content = io.BytesIO()
    _Pickler(content, protocol=5).dump(value)
    told = content.getbuffer()
    file.write(len(told).to_bytes(8, "big") + hashlib.sha256(told).digest())
    file.write(told)


def _grouped(sources: Mapping[str, Source]) -> dict[str, dict[str, Source]]:
    """Sources as sections of some dozens. Where one ends is told by the next path alone: one more moves no other."""
    found: dict[str, dict[str, Source]] = {}
    section: dict[str, Source] = {}
    for path, source in sources.items():
        if not section or crc32(path.encode("utf-8", "surrogatepass")) % _SOURCES_A_SECTION == 0:
            section = found[path] = {}
        section[path] = source
    return found


def _same(one: object, other: object) -> bool:
    """Whether two values are known to be the same without a look into them: sources that were kept are the very ones."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(each is other[path] for path, each in one.items())
    return one is other


def _folded(values: Mapping[str, NamedTuple]) -> Any:
    """Tens of thousands of a sort as a few values, which are read and written at once: digests first, then numbers."""
    sums, *numbers = zip(*values.values(), strict=True) if values else ((),)
    return tuple(values), "".join(sums), [array("q", column) for column in numbers]


def _unfolded(folded: Any, kind: Callable[..., Any], letters: int) -> dict[str, Any]:
    """As `_folded` has them; a digest has so many letters."""
    paths, sums, numbers = folded
    each = [sums[at : at + letters] for at in range(0, len(sums), letters)]
    return dict(zip(paths, map(kind, each, *numbers), strict=True))


class _Pickler(pickle.Pickler):
    """Frozen values with slots are many, and put together again without asking them for their fields one by one."""

    def reducer_override(self, value: Any) -> Any:
        kind: Any = type(value)
        fields = _slots(kind)
        return (_again, (kind, *(getattr(value, name) for name in fields))) if fields else NotImplemented


@cache
def _slots(kind: type) -> tuple[str, ...]:
    """The fields of a class whose values are all in slots; none for every other."""
    if not dataclasses.is_dataclass(kind) or kind.__dictoffset__:
        return ()
    return tuple(each.name for each in dataclasses.fields(kind))


@cache
def _setters(kind: type) -> tuple[Callable[[object, object], None], ...]:
    return tuple(getattr(kind, name).__set__ for name in _slots(kind))


def _again(kind: type, *values: object) -> object:
    made: object = object.__new__(kind)
    for put, value in zip(_setters(kind), values, strict=True):
        put(made, value)
    return made
