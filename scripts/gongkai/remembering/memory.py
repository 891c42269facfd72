"""The memory of a column: in the process while it lasts, in a file between two. One door to pickle.

It lies there in sections, what there is much of by some hundreds: only a section in which something is another is written anew, the
others are the same bytes again. What is of one kind lies in it as `columns`. The file lies in a folder that only this user can enter (`place`), never beside the sources: whoever may change the sources
must not be able to say what they were read as. A file that is damaged, foreign or of another version is as good as none.
"""

from __future__ import annotations

import gc
import hashlib
import io
import os
import pickle
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from functools import partial
from io import FileIO
from itertools import pairwise
from operator import is_, methodcaller
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple
from zlib import crc32

from gongkai.publishing.carrying import File
from gongkai.remembering.columns import fields_of, folded, made_of, unfolded
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

_NAME = "memory"
_FIRST = b"gongkai memory 9\n"
_OF_THE_WHOLE = ("origin", "output", "spare", "whole", "left", "problems")
"""What is remembered of the last build as a whole stands first in the file, next what tells whether its sources are the same: often
that is all that is asked for."""
_SEEN, _FILES = ("seen",), ("seen", "files")
_MANY, _APART = ("sources", "pages", "leads"), ("index", "ground", "published")
_REST, _BATCH = "rest", "batch"
_A_SECTION = 256  # of what there are many of, more or less


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

    `sources` is by path; `looks` gives what the rules said of each attachment when it had that state (`contents.state_of`).
    `output` is where the `files` of the last build lie, `spare` the folder kept for the next one. `pages` is by type and key, `parts` by the name of what is no page.
    `leads` tells where the pages lead, as `checks.built_pages` has it; `sound`, that no rule found anything in a page.
    `index` is what the last index leaves to the next. `ground` is what holds of the last build for these very `sources`.
    `whole` is the digest of all that the last build was made from, `seen` its sources as they were then, `problems` what that
    came to, `left` the digest of its files as they were left. `published` is what it published, as it is read from its `files`.
    """

    origin: str = ""
    sources: Mapping[str, Source] = field(default_factory=dict)
    looks: Mapping[NamedFile, tuple[tuple[int | str, ...], tuple[Remark, ...]]] = field(default_factory=dict)
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
    left: str = ""
    seen: Mapping[str, Seen] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    published: tuple[Published, ...] | None = None


class Section(NamedTuple):
    """A part of a memory as it lies in its file: what was read of it, where it begins, and its size in bytes."""

    value: object
    begins: int
    size: int


_Name = tuple[str, object]
"""The name of a section: of what, and the first key of what is in it."""


@dataclass(frozen=True, slots=True)
class Last:
    """A memory of which what is remembered of the last build as a whole is known, with the sources it saw; or its files as well; or all.
    `sections` say how what was read lies in its file, `names` which there are; `told` is the digest of the beginning, which no two have
    alike, and `ends` is where what was read ends."""

    memory: Memory = field(default_factory=Memory)
    sections: Mapping[_Name, Section] = field(default_factory=dict)
    names: tuple[_Name, ...] = ()
    told: bytes = b""
    ends: int = 0


def last_of(folder: Path) -> Last:
    """What is remembered in a folder of the last build as a whole; an empty memory where there is none."""
    return _read(folder / _NAME, partial(_on_from, None, _SEEN))


def with_files(folder: Path, last: Last) -> Last:
    """The same with the files of the last build."""
    return _read(folder / _NAME, partial(_on_from, last, _FILES))


def memory_in(folder: Path, last: Last | None = None) -> Last:
    """All that is remembered in a folder. What of it has been read before need not be read again."""
    return _read(folder / _NAME, partial(_all_in, last))


def _read(file: Path, read: Callable[[_Reader], Last]) -> Last:
    """What the file holds, nothing where it is not as it was written. The collector is left out: nothing of this is garbage, and
    to look through it again and again takes long."""
    collects = gc.isenabled()
    gc.disable()
    try:
        with file.open("rb", buffering=0) as raw:
            return read(_Reader(raw)) if raw.read(len(_FIRST)) == _FIRST else Last()
    except Exception:  # of a file that another version wrote, anything may come
        return Last()
    finally:
        if collects:
            gc.freeze()
            gc.enable()


class _Reader:
    """Reads the parts of a file one after the other; size and SHA-256 stand before each. ValueError where one is damaged."""

    def __init__(self, raw: FileIO) -> None:
        self._raw, self._room = raw, bytearray()
        self.told = b""

    def section(self) -> Section:
        """The next part."""
        begins = self._raw.tell()
        size, self.told = int.from_bytes(self._raw.read(8), "big"), self._raw.read(32)
        if size > len(self._room):
            self._room = bytearray(size)
        with memoryview(self._room)[:size] as content:
            if self._raw.readinto(content) != size or hashlib.sha256(content).digest() != self.told:
                raise ValueError("damaged")
            value = unfolded(pickle.loads(content))  # noqa: S301 — our own file, in a folder only this user can enter
        return Section(value, begins, self._raw.tell() - begins)

    def digest(self) -> bytes:
        """That of the next part, which remains the next."""
        begins = self._raw.tell()
        told = self._raw.read(40)[8:]
        self._raw.seek(begins)
        return told

    def place(self) -> int:
        """Where the next part begins."""
        return self._raw.tell()

    def go_on(self, place: int) -> None:
        """Read on from there."""
        self._raw.seek(place)


def _on_from(known: Last | None, fields: tuple[str, ...], reader: _Reader) -> Last:
    """What was read before, if it was of this file, and what comes next in it as long as it is of these fields."""
    if known and known.told == reader.digest():
        last = known
        reader.go_on(last.ends)
    else:
        beginning: Any = reader.section().value
        last = Last(beginning[0], names=beginning[1], told=reader.told)
    found = {name: reader.section() for name in last.names if name[0] in fields and name not in last.sections}
    more: dict[str, Any] = {**_together(found)}
    return replace(last, memory=replace(last.memory, **more), sections={**last.sections, **found}, ends=reader.place())


def _all_in(known: Last | None, reader: _Reader) -> Last:
    """A memory with all that stands behind its beginning."""
    last = _on_from(known, _FILES, reader)
    found = {name: reader.section() for name in last.names if name not in last.sections}
    rest: Any = found[_REST, ""].value
    apart: dict[str, Any] = {name: found[name, ""].value for name in _APART}
    if apart["index"]:
        batches: dict[Any, Any] = {key: each.value for (of, key), each in found.items() if of == _BATCH}
        apart["index"] = replace(apart["index"], batches=batches)
    kept = {name: getattr(last.memory, name) for name in (*_OF_THE_WHOLE, *_FILES)}
    many = _together({name: section for name, section in found.items() if name[0] in _MANY})
    return replace(last, memory=replace(rest, **many, **apart, **kept), sections={**last.sections, **found})


def _together(sections: Mapping[_Name, Section]) -> dict[str, dict[Any, Any]]:
    """What lies in sections, by the names of its fields."""
    found: dict[str, dict[Any, Any]] = {}
    for (of, _), section in sections.items():
        found.setdefault(of, {}).update(section.value)  # type: ignore[call-overload]
    return found


def store(folder: Path, memory: Memory, before: Last) -> None:
    """Write a memory into its folder; what it has alike with the one that lies there is copied. OSError where that cannot be done."""
    values: dict[_Name, object] = {}
    for name in (*_FILES, *_MANY):
        if (many := getattr(memory, name)) is getattr(before.memory, name):
            values.update((section, each.value) for section, each in before.sections.items() if section[0] == name)
        else:
            values.update(((name, key), each) for key, each in _grouped(many))
    empty = Memory()
    last = replace(empty, **{name: getattr(memory, name) for name in _OF_THE_WHOLE})
    values[_REST, ""] = replace(memory, **{name: getattr(empty, name) for name in (*_OF_THE_WHOLE, *_FILES, *_MANY, *_APART)})
    values.update(((name, ""), getattr(memory, name)) for name in _APART)
    if memory.index:
        values["index", ""] = replace(memory.index, batches={})
        values.update(((_BATCH, made_from), batch) for made_from, batch in memory.index.batches.items())
    fresh = folder / f"{_NAME}.new"
    try:
        with fresh.open("wb") as file, ExitStack() as stack:
            old = stack.enter_context((folder / _NAME).open("rb")) if before.sections else None
            file.write(_FIRST)
            _put(file, (last, tuple(values), os.urandom(16)))
            for section, value in values.items():
                known = before.sections.get(section)
                if old and known and _same(known.value, value):
                    old.seek(known.begins)
                    file.write(old.read(known.size))
                else:
                    _put(file, value)
        fresh.replace(folder / _NAME)
    finally:
        fresh.unlink(missing_ok=True)


def forgotten(folder: Path) -> None:
    """See that nothing is remembered in a folder."""
    (folder / _NAME).unlink(missing_ok=True)


def _put(file: BinaryIO, value: object) -> None:
    content = io.BytesIO()
    _Pickler(content, protocol=5).dump(folded(value))
    told = content.getbuffer()
    file.write(len(told).to_bytes(8, "big") + hashlib.sha256(told).digest())
    file.write(told)


def _grouped(values: Mapping[Any, Any]) -> Iterator[tuple[object, dict[Any, Any]]]:
    """What there is much of, as sections. Where one ends is told by the next key alone: one more moves no other."""
    items = list(values.items())
    keys = values if isinstance(next(iter(values), ""), str) else map("\0".join, values)
    sums = map(crc32, map(methodcaller("encode", "utf-8", "surrogatepass"), keys))
    starts = [0, *(place for place, known in enumerate(sums) if known % _A_SECTION == 0 and place), len(items)]
    for start, end in pairwise(starts):
        if start < end:
            yield items[start][0], dict(items[start:end])


def _same(one: object, other: object) -> bool:
    """Whether two values are known to be the same without a look into them: what was kept are the very ones."""
    if type(one) is dict and type(other) is dict:
        return one.keys() == other.keys() and all(map(is_, one.values(), map(other.__getitem__, one)))
    return one is other


class _Pickler(pickle.Pickler):
    """Frozen values that stand by themselves are put together again without asking them for their fields one by one."""

    def reducer_override(self, value: Any) -> Any:
        kind: Any = type(value)
        fields = () if issubclass(kind, tuple) else fields_of(kind)
        return (made_of, (kind, *(getattr(value, name) for name in fields))) if fields else NotImplemented
