"""Parts that share a name by the group, put together from pieces on disk by whatever process has the time.

Parts of terms, texts and leads are many, and a reader must know their names before it needs any of them. So they share a
name by the group, `<hash of all in the group>-<place in the group>`: a table of names costs a reader little.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import NamedTuple, Protocol, TypeVar

from gongkai.searching.parts import name_of, write_part

GROUP = 8  # parts that share a name
GROUP_NAME_LENGTH = 6
_GROUPS = 4  # that are one task
_Task = TypeVar("_Task")
_Result = TypeVar("_Result")


class Stretch(NamedTuple):
    """A stretch of a file, in bytes."""

    path: Path
    start: int
    size: int


Part = Sequence[bytes | Stretch]
"""The pieces a part is put together from."""


class Run(Protocol):
    """How tasks are carried out: the results come in the order of the tasks. Work and tasks can be pickled."""

    def __call__(self, work: Callable[[_Task], _Result], tasks: Iterable[_Task], /) -> Iterator[_Result]: ...


@dataclass(frozen=True, slots=True)
class Groups:
    """Groups of parts to be written; a group with a name of its own gets that, else one by its content."""

    folder: Path
    kind: str
    parts: tuple[tuple[Part, ...], ...]
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """A group that was written: its digest, and how many bytes of JSON it has."""

    digest: bytes
    bytes: int


def write_groups(task: Groups) -> list[Written]:
    """Write the parts of groups, and their twins."""
    done: list[Written] = []
    with ExitStack() as files:
        opened = {path: files.enter_context(path.open("rb")) for path in dict.fromkeys(_paths(task))}

        def read(piece: bytes | Stretch) -> bytes:
            if isinstance(piece, bytes):
                return piece
            file = opened[piece.path]
            file.seek(piece.start)
            return file.read(piece.size)

        for place, group in enumerate(task.parts):
            contents = [b"".join(map(read, part)) for part in group]
            digest = sha256(b"\0".join(contents)).digest()
            name = task.names[place] if task.names else name_of(digest, GROUP_NAME_LENGTH)
            for number, content in enumerate(contents):
                write_part(task.folder, f"{task.kind}/{name}-{number}", content)
            done.append(Written(digest, sum(map(len, contents))))
    return done


def _paths(task: Groups) -> Iterator[Path]:
    return (piece.path for group in task.parts for part in group for piece in part if isinstance(piece, Stretch))


@dataclass(slots=True)
class GroupWriter:
    """Has parts written by `run`, and counts them."""

    folder: Path
    run: Run
    parts: int = 0
    bytes: int = 0

    def write(self, kind: str, parts: Iterable[Part]) -> str:
        """Write all parts of a kind; the names of their groups, one after the other. Equal groups are one."""
        (self.folder / kind).mkdir(exist_ok=True)
        tasks: list[Groups] = []
        done = [each for written in self.run(write_groups, _noted(_tasks(self.folder, kind, parts), tasks)) for each in written]
        groups = [group for task in tasks for group in task.parts]
        held: dict[str, bytes] = {}
        names: list[str] = []
        for group, written in zip(groups, done, strict=True):
            name = name_of(written.digest, GROUP_NAME_LENGTH)
            again = written.digest
            while held.get(name, written.digest) != written.digest:
                again = sha256(again).digest()
                name = name_of(again, GROUP_NAME_LENGTH)
            if name not in held:
                self.parts += len(group)
                self.bytes += written.bytes
            held[name] = written.digest
            names.append(name)
        self._rename(kind, groups, [name_of(written.digest, GROUP_NAME_LENGTH) for written in done], names)
        return "".join(names)

    def _rename(self, kind: str, groups: Sequence[tuple[Part, ...]], written: Sequence[str], names: Sequence[str]) -> None:
        """Write once more what different groups wrote under the same name."""
        contested = {before for before, name in zip(written, names, strict=True) if before != name}
        again = [place for place in range(len(groups)) if contested.intersection((written[place], names[place]))]
        for name in contested:
            for path in (self.folder / kind).glob(f"{name}-*"):
                path.unlink()
        for place in again:
            write_groups(Groups(self.folder, kind, (groups[place],), (names[place],)))


def _tasks(folder: Path, kind: str, parts: Iterable[Part]) -> Iterator[Groups]:
    waiting = iter(parts)
    while some := tuple(islice(waiting, GROUP * _GROUPS)):
        yield Groups(folder, kind, tuple(some[start : start + GROUP] for start in range(0, len(some), GROUP)))


def _noted(tasks: Iterable[Groups], noted: list[Groups]) -> Iterator[Groups]:
    for task in tasks:
        noted.append(task)
        yield task


def part_name(groups: str, part: int, size: int) -> str:
    """The name of a part of the groups with these names, of so many parts each."""
    start = part // size * GROUP_NAME_LENGTH
    return f"{groups[start : start + GROUP_NAME_LENGTH]}-{part % size}"
