"""Many values of a kind as columns, one for each of their fields: so they are written and read all at once.

`folded` gives what is pickled for a value, `unfolded` that value again. What there are few of is left as it is.
"""

from __future__ import annotations

import dataclasses
from array import array
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from enum import Enum
from functools import cache
from itertools import chain, islice, repeat
from operator import attrgetter, is_
from pathlib import Path
from typing import Any, NamedTuple

_FEW = 4
_NUMBERS = 1 << 63
_KINDS = 256
_Column = Any
"""The values themselves, or what stands for them and gives `each` of them."""


class _One(NamedTuple):
    """A value whose fields are folded."""

    kind: type
    fields: tuple[Any, ...]


class _Dict(NamedTuple):
    keys: _Column
    values: _Column


class _Tuple(NamedTuple):
    values: _Column


class _Alike(NamedTuple):
    """The same value so many times."""

    value: object
    times: int

    def each(self) -> Iterable[object]:
        return repeat(self.value, self.times)


class _Days(NamedTuple):
    ordinals: array[int]

    def each(self) -> Iterable[date]:
        return map(date.fromordinal, self.ordinals)


class _Named(NamedTuple):
    """So many named tuples, by their fields."""

    kind: Any
    fields: tuple[_Column, ...]

    def each(self) -> Iterable[object]:
        return map(tuple.__new__, repeat(self.kind), zip(*map(_each, self.fields), strict=True))


class _Frozen(NamedTuple):
    """So many values of a frozen class, by their fields."""

    kind: Any
    times: int
    fields: tuple[_Column, ...]

    def each(self) -> Iterable[object]:
        made = list(map(object.__new__, repeat(self.kind, self.times)))
        for put, values in zip(_setters(self.kind), self.fields, strict=True):
            deque(map(put, made, _each(values)), maxlen=0)
        return made


class _Tuples(NamedTuple):
    """Tuples, by their lengths and all that is in them."""

    lengths: array[int]
    values: _Column

    def each(self) -> Iterable[tuple[object, ...]]:
        every = iter(_each(self.values))
        return [tuple(islice(every, length)) if length else () for length in self.lengths]


class _Mixed(NamedTuple):
    """Values of several kinds: which kind comes when, and those of each kind."""

    order: bytes
    kinds: tuple[_Column, ...]

    def each(self) -> Iterable[object]:
        several = [iter(_each(kind)) for kind in self.kinds]
        return [next(several[number]) for number in self.order]


_STANDING_IN = frozenset({_Alike, _Days, _Named, _Frozen, _Tuples, _Mixed})


def folded(value: Any) -> Any:
    """What stands for a value."""
    kind: Any = type(value)
    if kind is dict and len(value) > _FEW:
        return _Dict(_many(list(value)), _many(list(value.values())))
    if kind is tuple:
        return _Tuple(_many(value)) if len(value) > _FEW else tuple(map(folded, value))
    if fields := fields_of(kind):
        return _One(kind, tuple(folded(getattr(value, name)) for name in fields))
    return value


def unfolded(value: Any) -> Any:
    """The value that `folded` was given."""
    kind = type(value)
    if kind is _Dict:
        return dict(zip(_each(value.keys), _each(value.values), strict=True))
    if kind is _Tuple:
        return tuple(_each(value.values))
    if kind is _One:
        fields = map(unfolded, value.fields)
        return tuple.__new__(value.kind, fields) if issubclass(value.kind, tuple) else made_of(value.kind, *fields)
    return tuple(map(unfolded, value)) if kind is tuple else value


def made_of(kind: type, *values: object) -> object:
    """A value of a frozen class, put together without asking it."""
    made: object = object.__new__(kind)
    for put, value in zip(_setters(kind), values, strict=True):
        put(made, value)
    return made


@cache
def fields_of(kind: type) -> tuple[str, ...]:
    """The fields of a named tuple, or of a class whose values are all in slots; none for every other."""
    if issubclass(kind, tuple):
        return tuple(getattr(kind, "_fields", ()))
    if not dataclasses.is_dataclass(kind) or kind.__dictoffset__:
        return ()
    return tuple(each.name for each in dataclasses.fields(kind))


@cache
def _setters(kind: type) -> tuple[Callable[[object, object], None], ...]:
    return tuple(getattr(kind, name).__set__ for name in fields_of(kind))


def _each(column: _Column) -> Iterable[Any]:
    """The values that a column stands for."""
    return column.each() if type(column) in _STANDING_IN else column  # type: ignore[no-any-return]


def _many(values: Sequence[Any]) -> _Column:
    """What stands for a sequence of values."""
    kinds = list(dict.fromkeys(map(type, values)))
    if len(kinds) == 1:
        return _of_a_kind(kinds[0], values)
    if not kinds or len(kinds) > _KINDS:
        return list(values)
    numbers = {kind: number for number, kind in enumerate(kinds)}
    each = tuple(_of_a_kind(kind, [value for value in values if type(value) is kind]) for kind in kinds)
    return _Mixed(bytes(numbers[type(value)] for value in values), each)


def _of_a_kind(kind: Any, values: Sequence[Any]) -> _Column:
    first, times = values[0], len(values)
    if kind is not dict and kind is not list and all(map(is_, values, repeat(first))):
        return _Alike(first, times)
    if kind is str or issubclass(kind, Path):
        return _once(values)
    if kind is int:
        return array("q", values) if all(-_NUMBERS <= value < _NUMBERS for value in values) else list(values)
    if kind is date:
        return _Days(array("q", [value.toordinal() for value in values]))
    if kind is tuple:
        flat = list(chain.from_iterable(values))
        # Texts that are the same as in another tuple are not worth more than that tuple.
        return _once(values) if all(type(value) is str for value in flat) else _Tuples(array("q", map(len, values)), _many(flat))
    fields = () if issubclass(kind, Enum) else fields_of(kind)
    if not fields:
        return list(values)
    if issubclass(kind, tuple):
        return _Named(kind, tuple(map(_many, zip(*values, strict=True))))
    return _Frozen(kind, times, tuple(_many(list(map(attrgetter(name), values))) for name in fields))


def _once(values: Sequence[Any]) -> _Column:
    """Values of which one that came before is written once, and is that very one when it is read."""
    known: dict[Any, Any] = {}
    once = [known.setdefault(value, value) for value in values]
    return _Alike(once[0], len(once)) if len(known) == 1 else once
