"""A fingerprint says that a problem is the same one as last time, though lines were added above it or days have gone by."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import groupby

from gongkai.model.problems import Problem

# What a message may say that changes while the problem stays: lines, and counts that grow day by day.
_LINE = re.compile(r"第 ?\d+(?:—\d+)? ?行|(?<=\.md):\d+|(?<=\.yaml):\d+")
_COUNT = re.compile(r"\d+(?= ?(?:天|日内|年|个?工作日|个月|处|个|次|份|篇|件|项|字|[KM]B))")


def fingerprint(problem: Problem) -> str:
    """12 hexadecimal digits of rule, file and message, the same wherever in the file the line now stands."""
    message = _COUNT.sub("#", _LINE.sub("#", problem.message))
    return sha256(f"{problem.id}\0{problem.place.path}\0{message}".encode("utf-8", "replace")).hexdigest()[:12]


def with_fingerprints(problems: Iterable[Problem]) -> Iterator[tuple[Problem, str]]:
    """Each problem with a fingerprint of its own: of several equal ones in a file, the second is `…-2`.

    The problems come file by file, so that no more than one file's fingerprints are ever held.
    """
    for _, group in groupby(problems, key=lambda problem: problem.place.path):
        seen: Counter[str] = Counter()
        for problem in group:
            own = fingerprint(problem)
            seen[own] += 1
            yield problem, own if seen[own] == 1 else f"{own}-{seen[own]}"
