"""Waivers: a rule set aside in one place, with the reason. A waiver lives in the text it is about, or in `site.yaml`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase

from gongkai.model.problems import Place

NEVER_WAIVED = ("F201", "F202", "F203", "F204", "O108")
"""The rules that no waiver sets aside: those about waivers, and that the index misses no document."""


@dataclass(frozen=True, slots=True)
class Waiver:
    """`rule` is set aside in `files` (a path or a glob, relative to the site), from line `first` to line `last` (0 = to the end).

    `place` is where it is written. One in `site.yaml` needs `until`, its last day; one in a text stands as long as the text.
    """

    rule: str
    place: Place
    files: str
    reason: str
    first: int = 1
    last: int = 0
    until: date | None = None
    in_text: bool = True

    @property
    def complete(self) -> bool:
        """Whether it says all that a waiver must say."""
        return bool(self.reason) and (self.in_text or self.until is not None)

    def lapsed(self, today: date) -> bool:
        """Whether its last day is past."""
        return self.until is not None and self.until < today


class Waivers:
    """All waivers of a column: which one holds for a problem, and which ones never did."""

    def __init__(self, waivers: Iterable[Waiver], today: date) -> None:
        self._all = tuple(waivers)
        self._today = today
        self._used: set[Waiver] = set()
        self._by_path: dict[tuple[str, str], list[Waiver]] = defaultdict(list)
        self._by_glob: dict[str, list[Waiver]] = defaultdict(list)
        for waiver in self._all:
            if not waiver.complete or waiver.lapsed(today) or waiver.rule in NEVER_WAIVED:
                continue
            if any(sign in waiver.files for sign in "*?["):
                self._by_glob[waiver.rule].append(waiver)
            else:
                self._by_path[waiver.rule, waiver.files].append(waiver)

    def __iter__(self) -> Iterator[Waiver]:
        return iter(self._all)

    def holding(self, rule: str, place: Place) -> Waiver | None:
        """The waiver that sets `rule` aside at `place`, which then has had its effect."""
        for waiver in self._by_path.get((rule, place.path), ()):
            if waiver.first <= place.line and (not waiver.last or place.line <= waiver.last):
                self._used.add(waiver)
                return waiver
        for waiver in self._by_glob.get(rule, ()):
            if fnmatchcase(place.path, waiver.files):
                self._used.add(waiver)
                return waiver
        return None

    def idle(self) -> Iterator[Waiver]:
        """The sound ones that have had no effect so far."""
        sound = (*self._by_path.values(), *self._by_glob.values())
        return (waiver for group in sound for waiver in group if waiver not in self._used)

    def incomplete(self) -> Iterator[Waiver]:
        """Those that lack a reason or a last day, and so do not hold."""
        return (waiver for waiver in self._all if not waiver.complete)

    def past(self) -> Iterator[Waiver]:
        """Those whose last day is over."""
        return (waiver for waiver in self._all if waiver.complete and waiver.lapsed(self._today))
