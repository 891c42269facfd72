"""Parts that share a name by the group, put together from pieces on disk by whatever process has the time.

Parts of terms, texts and leads are many, and a reader must know their names before it needs any of them. So they share a
name by the group, `<hash of all in the group>-<place in the group>`: a table of names costs a reader little.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import NamedTuple, Protocol, TypeVar

from gongkai.reading.digests import digest
from gongkai.searching.parts import File, name_of, write_part

WHOLE = -1
GROUP = 8  # parts that share a name
GROUP_NAME_LENGTH = 6
_GROUPS = 4  # that are one task
_FEW = 64  # groups that are written here: the others would hardly begin before it is done
_Task = TypeVar("_Task")
_Result = TypeVar("_Result")


class Stretch(NamedTuple):
    """A stretch of a file, in bytes; of size WHOLE all of it from its start on."""

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
    """Groups of parts to be written; a group with a name of its own gets that, else one by its content. What is there already,
    in `known` by name with its digest, is not written."""

    folder: Path
    kind: str
    parts: tuple[tuple[Part, ...], ...]
    names: tuple[str, ...] = ()
    known: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Written:
    """A group that was written: its digest, and how many bytes of JSON it has; no files where it was there already."""

    digest: bytes
    bytes: int
    files: tuple[File, ...] = ()


def write_groups(task: Groups) -> list[Written]:
    """Write the parts of groups, and their twins."""
    done: list[Written] = []
    with ExitStack() as stack:
        opened = {path: stack.enter_context(path.open("rb")) for path in dict.fromkeys(_paths(task))}

        def read(piece: bytes | Stretch) -> bytes:
            if isinstance(piece, bytes):
                return piece
            file = opened[piece.path]
            file.seek(piece.start)
            return file.read(piece.size)

        for place, group in enumerate(task.parts):
            contents = [b"".join(map(read, part)) for part in group]
            told = sha256(b"\0".join(contents)).digest()
            name = task.names[place] if task.names else name_of(told, GROUP_NAME_LENGTH)
            files: list[File] = []
            if task.known.get(name) != told:
                for number, content in enumerate(contents):
                    files += write_part(task.folder, f"{task.kind}/{name}-{number}", content)
            done.append(Written(told, sum(map(len, contents)), tuple(files)))
    return done


def _paths(task: Groups) -> Iterator[Path]:
    return (piece.path for group in task.parts for part in group for piece in part if isinstance(piece, Stretch))


class Group(NamedTuple):
    """A group that stands in an index: its digest, how many bytes of JSON it has, and how many parts."""

    digest: bytes
    bytes: int
    parts: int


def files_of(kind: str, name: str, parts: int) -> list[str]:
    """The files of a group, below the folder of the index."""
    return [f"{kind}/{name}-{number}.{ending}" for number in range(parts) for ending in ("json", "js")]


@dataclass(slots=True)
class GroupWriter:
    """Has parts written by `run`, and counts them. `known` are the groups of the last index, by kind and name, that need
    not be written again; which of them this index has as well are `taken`, and `files` are what was written."""

    folder: Path
    run: Run
    known: Mapping[str, Mapping[str, Group]] = field(default_factory=dict)
    parts: int = 0
    bytes: int = 0
    held: dict[str, dict[str, Group]] = field(default_factory=dict)
    files: list[File] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)

    def begin(self, kind: str, parts: Iterable[Part], same: Sequence[str] = ()) -> Callable[[], str]:
        """Begin to write all parts of a kind. What is returned waits for it; it returns the names of their groups, one after the
        other. Equal groups are one. `same` names, of each group, the known one that is put together from the same; "" where that
        has to be seen."""
        (self.folder / kind).mkdir(exist_ok=True)
        known = self.known.get(kind, {})
        groups: list[tuple[Part, ...]] = []
        tasks = _tasks(self.folder, kind, _others(parts, same, groups), {name: group.digest for name, group in known.items()})
        few = same and same.count("") <= _FEW
        results = map(write_groups, tasks) if few else self.run(write_groups, tasks)
        return partial(self._named, kind, known, same, groups, results)

    def _named(self, kind: str, known: Mapping[str, Group], same: Sequence[str], groups: Sequence[tuple[Part, ...]], results: Iterable[list[Written]]) -> str:
        done = iter([each for written in results for each in written])
        written = [
            Written(known[same[place]].digest, known[same[place]].bytes) if same and same[place] else next(done)
            for place in range(len(groups))
        ]
        held = self.held[kind] = {}
        names: list[str] = []
        for group, each in zip(groups, written, strict=True):
            name = name_of(each.digest, GROUP_NAME_LENGTH)
            again = each.digest
            while name in held and held[name].digest != each.digest:
                again = sha256(again).digest()
                name = name_of(again, GROUP_NAME_LENGTH)
            if name not in held:
                self.parts += len(group)
                self.bytes += each.bytes
            held[name] = Group(each.digest, each.bytes, len(group))
            names.append(name)
        self._note(kind, groups, written, names)
        return "".join(names)

    def _note(self, kind: str, groups: Sequence[tuple[Part, ...]], written: Sequence[Written], names: Sequence[str]) -> None:
        """Note which files there are. What different groups wrote under the same name is written once more."""
        before = [name_of(each.digest, GROUP_NAME_LENGTH) for each in written]
        contested = {one for one, name in zip(before, names, strict=True) if one != name}
        for name in contested:
            for path in (self.folder / kind).glob(f"{name}-*"):
                path.unlink()
        noted: set[str] = set()
        for place, name in enumerate(names):
            files = written[place].files
            if contested.intersection((before[place], name)):
                files = write_groups(Groups(self.folder, kind, (groups[place],), (name,)))[0].files
            if name not in noted:
                self.files += files
                self.taken += () if files else files_of(kind, name, len(groups[place]))
            noted.add(name)


def _others(parts: Iterable[Part], same: Sequence[str], groups: list[tuple[Part, ...]]) -> Iterator[tuple[Part, ...]]:
    """The groups of which it is not known that they are the same as before; all of them are noted in `groups`."""
    waiting = iter(parts)
    while group := tuple(islice(waiting, GROUP)):
        groups.append(group)
        if not same or not same[len(groups) - 1]:
            yield group


def _tasks(folder: Path, kind: str, groups: Iterator[tuple[Part, ...]], known: Mapping[str, bytes]) -> Iterator[Groups]:
    while some := tuple(islice(groups, _GROUPS)):
        yield Groups(folder, kind, some, (), known)


def marks_of(held: Sequence[str]) -> list[str]:
    """Of each group of parts, of which each is told what it holds: equal ones are of equal content."""
    return [digest("\n".join(held[first : first + GROUP])) for first in range(0, len(held), GROUP)]


def names_of(groups: str) -> list[str]:
    """The names of groups that stand one after the other."""
    return [groups[start : start + GROUP_NAME_LENGTH] for start in range(0, len(groups), GROUP_NAME_LENGTH)]


def part_name(groups: str, part: int, size: int) -> str:
    """The name of a part of the groups with these names, of so many parts each."""
    start = part // size * GROUP_NAME_LENGTH
    return f"{groups[start : start + GROUP_NAME_LENGTH]}-{part % size}"
