"""JUnit's XML as Jenkins and GitLab read it (junit-10.xsd of Jenkins' xUnit plugin): each rule is a suite of tests.

A rule that found nothing is one passed test; each problem at or above the failing level is a failed one. Milder
problems pass and say so in `system-out`; old and waived ones are skipped.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from gongkai.checks import Rule
from gongkai.model.problems import Problem
from gongkai.reporting.report import Report

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_junit(report: Report) -> Iterator[str]:
    """The whole document, suite by suite."""
    failed = [p for p in report.problems if _fails(report, p)]
    found: dict[str, list[Problem]] = defaultdict(list)
    for problem in report.problems:
        found[problem.id].append(problem)
    skipped: dict[str, list[tuple[Problem, str]]] = defaultdict(list)
    for problem in report.old:
        skipped[problem.id].append((problem, "旧问题，在基线里"))
    for problem, waiver in report.waived:
        skipped[problem.id].append((problem, f"豁免：{waiver.reason}"))
    tests = sum(max(1, len(found[rule.id]) + len(skipped[rule.id])) for rule in report.rules)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<testsuites name="gongkai check" tests="{tests}" failures="{len(failed)}" errors="0">\n'
    for rule in report.rules:
        yield from _suite(report, rule, found[rule.id], skipped[rule.id])
    yield "</testsuites>\n"


def _suite(report: Report, rule: Rule, found: list[Problem], skipped: list[tuple[Problem, str]]) -> Iterator[str]:
    tests = max(1, len(found) + len(skipped))
    failures = sum(_fails(report, problem) for problem in found)
    counts = f'tests="{tests}" failures="{failures}" errors="0" skipped="{len(skipped)}"'
    yield f"<testsuite name={_quoted(f'{rule.id} {rule.demand}')} {counts}>\n"
    if not found and not skipped:
        yield f"<testcase classname={_quoted(rule.id)} name={_quoted(rule.demand)}/>\n"
    for problem in found:
        yield _begun(report, problem)
        words = _sentence(problem)
        if _fails(report, problem):
            yield f"<failure type={_quoted(problem.severity.value)} message={_quoted(words)}>{_words(str(problem))}</failure>"
        else:
            yield f"<system-out>{_words(str(problem))}</system-out>"
        yield "</testcase>\n"
    for problem, why in skipped:
        yield f"{_begun(report, problem)}<skipped message={_quoted(why)}>{_words(str(problem))}</skipped></testcase>\n"
    yield "</testsuite>\n"


def _begun(report: Report, problem: Problem) -> str:
    return f"<testcase classname={_quoted(problem.id)} name={_quoted(f'{report.located(problem)}:{problem.place.line}')}>"


def _fails(report: Report, problem: Problem) -> bool:
    return problem.severity.rank <= report.failing.rank


def _sentence(problem: Problem) -> str:
    return problem.message + (f"({problem.hint})" if problem.hint else "")


def _quoted(text: str) -> str:
    return quoteattr(_NO_XML.sub("\ufffd", text), {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def _words(text: str) -> str:
    return escape(_NO_XML.sub("\ufffd", text))
