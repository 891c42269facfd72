"""Problems in the formats of `check --format`, each written piece by piece, so that no report is ever in memory whole."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator

from gongkai.model.problems import Problem, Severity
from gongkai.reporting.fingerprints import with_fingerprints
from gongkai.reporting.junit import as_junit
from gongkai.reporting.report import Report
from gongkai.reporting.sarif import as_sarif

_ANNOTATION = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_QUALITY = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def as_text(report: Report) -> Iterator[str]:
    """One clickable line each (contract §3)."""
    return (f"{problem}\n" for problem in report.problems)


def as_json(report: Report) -> Iterator[str]:
    """The array of contract §3."""
    rows = (
        {"path": p.place.path, "line": p.place.line, "id": p.id, "severity": p.severity.value, "message": p.message, "hint": p.hint}
        for p in report.problems
    )
    return _array(rows)


def as_github(report: Report) -> Iterator[str]:
    """Workflow commands, which GitHub shows beside the lines of a change.

    Their data may not hold `%`, CR and LF, nor their properties `:` and `,`: each is written as its percent code.
    """
    for p in report.problems:
        properties = f"file={_property(report.located(p))},line={p.place.line},title={_property(p.id)}"
        yield f"::{_ANNOTATION[p.severity]} {properties}::{_data(_sentence(p))}\n"


def as_gitlab(report: Report) -> Iterator[str]:
    """GitLab's code quality report: an array of issues, told apart by their fingerprints."""
    rows = (
        {
            "description": _sentence(p),
            "check_name": p.id,
            "fingerprint": fingerprint,
            "severity": _QUALITY[p.severity],
            "location": {"path": report.located(p), "lines": {"begin": p.place.line}},
        }
        for p, fingerprint in with_fingerprints(report.problems)
    )
    return _array(rows)


FORMATS: dict[str, Callable[[Report], Iterator[str]]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "gitlab": as_gitlab,
    "sarif": as_sarif,
    "junit": as_junit,
}
"""What `check --format` knows."""


def _array(rows: Iterable[object]) -> Iterator[str]:
    yield "["
    separator = "\n"
    for row in rows:
        yield separator + json.dumps(row, ensure_ascii=False)
        separator = ",\n"
    yield "\n]\n"


def _sentence(problem: Problem) -> str:
    return problem.message + (f"({problem.hint})" if problem.hint else "")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
