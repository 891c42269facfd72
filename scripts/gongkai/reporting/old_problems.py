"""A baseline names the problems that a column had when it began to be checked: they do not count, and may only grow fewer.

The file is JSON: path → rule → fingerprints, sorted, so that a change of it shows in review what was mended.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gongkai.model.faults import why
from gongkai.model.problems import CannotBuild, Problem
from gongkai.reporting.fingerprints import fingerprint

_VERSION = 1
_Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Baseline:
    """How many problems of each path, rule and fingerprint are old."""

    counts: Mapping[_Key, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """How many problems it names."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Sorted:
    """Problems held against a baseline: the new ones, the old ones, and how many of its problems are gone."""

    new: tuple[Problem, ...]
    old: tuple[Problem, ...] = ()
    mended: int = 0


def sort_out(problems: Sequence[Problem], baseline: Baseline, never_old: frozenset[str] = frozenset()) -> Sorted:
    """Part new from old; those of the files in `never_old` count whatever the baseline says."""
    if not baseline.counts:
        return Sorted(tuple(problems))
    left = Counter(baseline.counts)
    new: list[Problem] = []
    old: list[Problem] = []
    for problem in problems:
        key = _key(problem)
        if left[key] > 0 and problem.place.path not in never_old:
            left[key] -= 1
            old.append(problem)
        else:
            new.append(problem)
    return Sorted(tuple(new), tuple(old), sum(left.values()))


def baseline_of(problems: Iterable[Problem]) -> Baseline:
    """A baseline that names just these problems."""
    return Baseline(dict(Counter(map(_key, problems))))


def read_baseline(path: Path) -> Baseline:
    """Read the file; CannotBuild where it cannot be read as one."""
    try:
        tree = json.loads(path.read_text(encoding="utf-8"))
        return Baseline(dict(Counter(_keys(tree))))
    except OSError as error:
        raise CannotBuild(f"基线“{path}”打不开（{why(error)}）。") from error
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise CannotBuild(f"基线“{path}”读不出。它由 gongkai check --update-baseline --accept-new 写成，不用手改。") from error


def write_baseline(baseline: Baseline, path: Path) -> None:
    """Write the file in one step; an empty baseline is an empty file of the same form."""
    tree: dict[str, dict[str, list[str]]] = {}
    for (file, rule, print_of), count in sorted(baseline.counts.items()):
        tree.setdefault(file, {}).setdefault(rule, []).extend([print_of] * count)
    rows = (f"{_text(file)}:{_text(rules)}" for file, rules in tree.items())
    text = f'{{"version":{_VERSION},"problems":{{\n' + ",\n".join(rows) + "\n}}\n"
    beside = path.with_name(path.name + ".new")
    beside.write_text(text, encoding="utf-8", newline="\n")
    beside.replace(path)


def _keys(tree: Any) -> Iterator[_Key]:
    if tree["version"] != _VERSION:
        raise ValueError(tree["version"])
    for file, rules in tree["problems"].items():
        for rule, prints in rules.items():
            for print_of in prints:
                if not isinstance(print_of, str):
                    raise TypeError(print_of)
                yield file, rule, print_of


def _key(problem: Problem) -> _Key:
    return problem.place.path, problem.id, fingerprint(problem)


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
