"""The memory of a column: in the process while it lasts, in a file between two. One door to pickle.

The file lies in a folder that only this user can enter (`place`), never beside the sources: whoever may change the sources
must not be able to say what they were read as. A file that is damaged, foreign or of another version is as good as none.
"""

from __future__ import annotations

import dataclasses
import gc
import hashlib
import io
import pickle
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:  # a build that has nothing to do loads little
    from gongkai.checks.named_files import NamedFile
    from gongkai.model.documents import Document, Unread
    from gongkai.model.problems import Problem, Remark
    from gongkai.publishing.carrying import File
    from gongkai.publishing.mirroring import Spare
    from gongkai.reading.digests import Digests
    from gongkai.searching.keeping import Kept

_NAME = "memory"
_FIRST = b"gongkai memory 4\n"
_OF_THE_WHOLE = ("output", "files", "spare", "whole", "problems")
"""What is remembered of the last build as a whole stands first in the file: often it is all that is asked for."""


@dataclass(frozen=True, slots=True)
class Source:
    """A source as it was read; by its digests it is known again."""

    digests: Digests
    document: Document | Unread


@dataclass(frozen=True, slots=True)
class Made:
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
    `index` is what the last index leaves to the next.
    `whole` is the digest of all that the last build was made from, `problems` what that came to.
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
    whole: str = ""
    problems: tuple[Problem, ...] = ()


def last_of(folder: Path) -> Memory:
    """What is remembered in a folder of the last build as a whole: what it was made from, its files and its problems. An empty
    memory where there is none."""
    return _read(folder / _NAME, whole=False)


def memory_in(folder: Path) -> Memory:
    """All that is remembered in a folder."""
    return _read(folder / _NAME, whole=True)


def _read(file: Path, whole: bool) -> Memory:
    """What the file holds, nothing where it is not as it was written. The collector is left out: nothing of this is garbage, and
    to look through it again and again takes long."""
    collects = gc.isenabled()
    gc.disable()
    try:
        with file.open("rb") as raw:
            if raw.read(len(_FIRST)) != _FIRST:
                return Memory()
            memory = _payload(raw)
            if isinstance(memory, Memory) and whole:
                rest = _payload(raw)
                if not isinstance(rest, Memory) or rest.origin != memory.origin:
                    return Memory()
                memory = replace(rest, **{name: getattr(memory, name) for name in _OF_THE_WHOLE})
    except Exception:  # of a file that another version wrote, anything may come
        return Memory()
    finally:
        if collects:
            gc.freeze()
            gc.enable()
    return memory if isinstance(memory, Memory) else Memory()


def _payload(raw: BinaryIO) -> object:
    """The next object of a file: size and SHA-256 stand before it. ValueError where it is damaged."""
    size, told = int.from_bytes(raw.read(8), "big"), raw.read(32)
    content = raw.read(size)
    if hashlib.sha256(content).digest() != told:
        raise ValueError("damaged")
    return pickle.loads(content)  # noqa: S301 — our own file, in a folder only this user can enter


def store(folder: Path, memory: Memory) -> None:
    """Write a memory into its folder. OSError where that cannot be done."""
    last = Memory(**{name: getattr(memory, name) for name in ("origin", *_OF_THE_WHOLE)})
    rest = replace(memory, **{name: getattr(Memory(), name) for name in _OF_THE_WHOLE})
    fresh = folder / f"{_NAME}.new"
    with fresh.open("wb") as file:
        file.write(_FIRST)
        for each in (last, rest):
            content = io.BytesIO()
            _Pickler(content, protocol=5).dump(each)
            told = content.getbuffer()
            file.write(len(told).to_bytes(8, "big") + hashlib.sha256(told).digest())
            file.write(told)
    fresh.replace(folder / _NAME)


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
