"""Rows of data under the 类别 they are given, as several kinds of pages show them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar


class Grouped(Protocol):
    """A record that may have a 类别."""

    @property
    def group(self) -> str:
        """The 类别, "" for none."""


Record = TypeVar("Record", bound=Grouped)
Shown = TypeVar("Shown")


@dataclass(frozen=True, slots=True)
class Part(Generic[Shown]):
    """The rows of one 类别; its name is "" where the data give none."""

    name: str
    rows: tuple[Shown, ...]


def parts(records: Iterable[Record], show: Callable[[Record], Shown]) -> tuple[Part[Shown], ...]:
    """One for each 类别, and the rows in each, in the order of the data."""
    found: dict[str, list[Shown]] = {}
    for record in records:
        found.setdefault(record.group, []).append(show(record))
    return tuple(Part(name, tuple(rows)) for name, rows in found.items())
