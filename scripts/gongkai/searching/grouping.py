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
from itertools import chain, islice
from pathlib import Path
from typing import Any, NamedTuple, Protocol, TypeVar

from gongkai.searching.parts import File, name_of, write_part

WHOLE = -1
GROUP = 8  # parts that share a name
GROUP_NAME_LENGTH = 6
_GROUPS = 8  # that are one task
_FEW = 64  # groups that are written here: the others would hardly begin before it is done
_Task = TypeVar("_Task")
_Result = TypeVar("_Result")


class Stretch(NamedTuple):
    """A stretch of a file, in bytes; of size WHOLE all of it from its start on."""

    path: Path
    start: int
    size: int


Part = Iterable[bytes | Stretch]
"""The pieces a part is put together from; they may be asked for more than once."""
Group = tuple[Sequence[Part], str]
"""Parts that share a name, and the name of the group of the last index that is put together from the same; "" where that has to be seen."""


class Run(Protocol):
    """How tasks are carried out: the results come in the order of the tasks. Work and tasks can be pickled."""

    def __call__(self, work: Callable[[_Task], _Result], tasks: Iterable[_Task], /) -> Iterator[_Result]: ...


class Pieces(Iterable["bytes | Stretch"]):
    """Those of a part, told only where they are asked for."""

    def __init__(self, tell: Callable[..., Iterable[bytes | Stretch]], *given: Any) -> None:
        self._tell, self._given = tell, given

    def __iter__(self) -> Iterator[bytes | Stretch]:
        return iter(self._tell(*self._given))


@dataclass(frozen=True, slots=True)
class Groups:
    """Groups of parts to be written; a group with a name of its own gets that, else one by its content. What is there already,
    in `known` by name with its digest, is not written."""

    folder: Path
    kind: str
    parts: tuple[tuple[tuple[bytes | Stretch, ...], ...], ...]
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
            whole = sha256(contents[0])
            for content in contents[1:]:
                whole.update(b"\0")
                whole.update(content)
            told = whole.digest()
            name = task.names[place] if task.names else name_of(told, GROUP_NAME_LENGTH)
            files: list[File] = []
            if task.known.get(name) != told:
                for number, content in enumerate(contents):
                    files += write_part(task.folder, f"{task.kind}/{name}-{number}", content)
            done.append(Written(told, sum(map(len, contents)), tuple(files)))
    return done


def _paths(task: Groups) -> Iterator[Path]:
    return (piece.path for group in task.parts for part in group for piece in part if isinstance(piece, Stretch))


class Stands(NamedTuple):
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
    known: Mapping[str, Mapping[str, Stands]] = field(default_factory=dict)
    parts: int = 0
    bytes: int = 0
    held: dict[str, dict[str, Stands]] = field(default_factory=dict)
    files: list[File] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)

    def begin(self, kind: str, groups: Iterable[Group]) -> Callable[[], str]:
        """Begin to write all groups of a kind. What is returned waits for it; it returns their names, one after the other. Equal groups
        are one."""
        (self.folder / kind).mkdir(exist_ok=True)
        known = self.known.get(kind, {})
        noted: list[Group] = []
        others = _others(groups, noted)
        first = list(islice(others, _FEW + 1)) if known else []
        tasks = _tasks(self.folder, kind, chain(first, others), {name: group.digest for name, group in known.items()})
        results = map(write_groups, tasks) if known and len(first) <= _FEW else self.run(write_groups, tasks)
        return partial(self._named, kind, known, noted, results)

    def _named(self, kind: str, known: Mapping[str, Stands], groups: Sequence[Group], results: Iterable[list[Written]]) -> str:
        done = iter([each for written in results for each in written])
        written = [Written(known[same].digest, known[same].bytes) if same else next(done) for _, same in groups]
        held = self.held[kind] = {}
        names: list[str] = []
        for (group, _), each in zip(groups, written, strict=True):
            name = name_of(each.digest, GROUP_NAME_LENGTH)
            again = each.digest
            while name in held and held[name].digest != each.digest:
                again = sha256(again).digest()
                name = name_of(again, GROUP_NAME_LENGTH)
            if name not in held:
                self.parts += len(group)
                self.bytes += each.bytes
            held[name] = Stands(each.digest, each.bytes, len(group))
            names.append(name)
        self._note(kind, groups, written, names)
        return "".join(names)

    def _note(self, kind: str, groups: Sequence[Group], written: Sequence[Written], names: Sequence[str]) -> None:
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
                files = write_groups(Groups(self.folder, kind, (_pieces(groups[place][0]),), (name,)))[0].files
            if name not in noted:
                self.files += files
                self.taken += () if files else files_of(kind, name, len(groups[place][0]))
            noted.add(name)


def _others(groups: Iterable[Group], noted: list[Group]) -> Iterator[Group]:
    """The groups of which it is not known that they are the same as before; all of them are `noted`."""
    for group in groups:
        noted.append(group)
        if not group[1]:
            yield group


def _tasks(folder: Path, kind: str, groups: Iterator[Group], known: Mapping[str, bytes]) -> Iterator[Groups]:
    while some := tuple([_pieces(parts) for parts, _ in islice(groups, _GROUPS)]):
        yield Groups(folder, kind, some, (), known)


def _pieces(parts: Sequence[Part]) -> tuple[tuple[bytes | Stretch, ...], ...]:
    return tuple(map(tuple, parts))


def in_groups(parts: Iterable[_Task]) -> Iterator[list[_Task]]:
    """Parts, so many at once as share a name."""
    waiting = iter(parts)
    while group := list(islice(waiting, GROUP)):
        yield group


def names_of(groups: str) -> list[str]:
    """The names of groups that stand one after the other."""
    return [groups[start : start + GROUP_NAME_LENGTH] for start in range(0, len(groups), GROUP_NAME_LENGTH)]


def part_name(groups: str, part: int, size: int) -> str:
    """The name of a part of the groups with these names, of so many parts each."""
    start = part // size * GROUP_NAME_LENGTH
    return f"{groups[start : start + GROUP_NAME_LENGTH]}-{part % size}"
