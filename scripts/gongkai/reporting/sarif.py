"""SARIF 2.1.0 (OASIS): the rules with their help, each problem with its place; waived and old ones are marked as such."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from gongkai import __version__
from gongkai.checks import Rule
from gongkai.model.problems import Problem, Severity
from gongkai.model.waivers import Waiver
from gongkai.reporting.fingerprints import with_fingerprints
from gongkai.reporting.report import Report

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def as_sarif(report: Report) -> Iterator[str]:
    """One run of the tool; its results are written one by one."""
    driver = {"name": "gongkai", "version": __version__, "rules": [_descriptor(rule) for rule in report.rules]}
    yield f'{{\n"$schema": {json.dumps(SCHEMA)},\n"version": "2.1.0",\n"runs": [{{\n"tool": '
    yield json.dumps({"driver": driver}, ensure_ascii=False)
    yield ',\n"invocations": [{"executionSuccessful": true}],\n"columnKind": "unicodeCodePoints",\n"results": ['
    number = {rule.id: i for i, rule in enumerate(report.rules)}
    setting_aside = dict(report.waived)
    old = frozenset(report.old)
    separator = "\n"
    for problem, fingerprint in with_fingerprints(chain(report.problems, report.old, setting_aside)):
        result: dict[str, Any] = {
            "ruleId": problem.id,
            "ruleIndex": number[problem.id],
            "level": _LEVEL[problem.severity],
            "message": {"text": problem.message + (f"({problem.hint})" if problem.hint else "")},
            "locations": [_location(report, problem)],
            "partialFingerprints": {"gongkai/v1": fingerprint},
        }
        if report.with_baseline:
            result["baselineState"] = "unchanged" if problem in old else "new"
        if problem in setting_aside:
            result["suppressions"] = [_suppression(setting_aside[problem])]
        yield separator + json.dumps(result, ensure_ascii=False)
        separator = ",\n"
    yield "\n]\n}]\n}\n"


def _descriptor(rule: Rule) -> dict[str, Any]:
    words = rule.docstring.strip()
    return {
        "id": rule.id,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.demand},
        "fullDescription": {"text": rule.summary},
        "help": {"text": words, "markdown": words.replace("\n", "  \n")},
        "defaultConfiguration": {"level": _LEVEL[rule.severity]},
        "properties": {"tags": [rule.id[0]]},
    }


def _location(report: Report, problem: Problem) -> dict[str, Any]:
    path = report.located(problem)
    address = PurePath(path).as_uri() if PurePath(path).is_absolute() else quote(path)
    return {"physicalLocation": {"artifactLocation": {"uri": address}, "region": {"startLine": problem.place.line}}}


def _suppression(waiver: Waiver) -> dict[str, str]:
    return {"kind": "inSource" if waiver.in_text else "external", "status": "accepted", "justification": waiver.reason}
