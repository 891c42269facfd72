"""The formats of `check --format`, each against its schema, with words that need escaping."""

from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path
from typing import Any

import fastjsonschema
import pytest

from gongkai.checks import rules
from gongkai.reporting.formats import FORMATS
from gongkai.reporting.report import Report, within_repository
from tests.reporting.reports import EMPTY, FULL, LISTED, ODD, SET_ASIDE

SCHEMAS = Path(__file__).parent / "schemas"


def written(name: str, report: Report) -> str:
    return "".join(FORMATS[name](report))


def valid(schema: str, tree: Any) -> None:
    fastjsonschema.compile(json.loads((SCHEMAS / schema).read_text(encoding="utf-8")))(tree)


def test_json_of_the_contract() -> None:
    assert json.loads(written("json", EMPTY)) == []
    first = json.loads(written("json", FULL))[0]
    assert first == {"path": "policies/年 报/100%,a:b.md", "line": 4, "id": "F101", "severity": "error",
                     "message": ODD.message, "hint": ODD.hint}  # fmt: skip


@pytest.mark.parametrize("report", [FULL, EMPTY], ids=["full", "empty"])
def test_json_is_valid(report: Report) -> None:
    tree = json.loads(written("json", report))
    valid("problems.json", tree)
    assert len(tree) == len(report.problems)


def test_github_reads_from_the_commands_what_was_said() -> None:
    """As its runner does: a line is a command, its properties and its data, each with the percent codes it knows."""
    read = []
    for line in written("github", FULL).splitlines():
        command = re.fullmatch("::(error|warning|notice) ((?:[a-zA-Z]+=[^,:]*,?)+)::(.*)", line)
        assert command, line
        pairs = dict(pair.split("=", 1) for pair in command[2].split(","))
        data, properties = unescaped(command[3]), {key: unescaped(value) for key, value in pairs.items()}
        read.append((properties["file"], int(properties["line"]), properties["title"], data))
        assert set(properties) <= {"file", "line", "endLine", "col", "endColumn", "title"}
    said = [(FULL.located(p), p.place.line, p.id, p.message + (f"({p.hint})" if p.hint else "")) for p in FULL.problems]
    assert read == said


def unescaped(text: str) -> str:
    for code, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, sign)
    return text


def test_github_escapes_what_would_end_a_property_or_a_line() -> None:
    lines = written("github", FULL).splitlines()
    assert lines[0] == (
        "::error file=sites/甲 区/policies/年 报/100%25%2Ca%3Ab.md,line=4,title=F101::"
        "文号“<a>&\"'%250A”%0A换行\x01]]>(应为“甲政发〔2023〕7号”)"
    )
    assert [line.split(" ")[0] for line in lines] == ["::error", "::warning", "::warning", "::notice"]
    assert written("github", EMPTY) == ""


@pytest.mark.parametrize("report", [FULL, EMPTY], ids=["full", "empty"])
def test_gitlab_is_valid_and_its_fingerprints_are_unique(report: Report) -> None:
    tree = json.loads(written("gitlab", report))
    valid("gitlab-code-quality.json", tree)
    assert len({row["fingerprint"] for row in tree}) == len(report.problems)


@pytest.mark.parametrize("report", [FULL, EMPTY], ids=["full", "empty"])
def test_sarif_is_valid(report: Report) -> None:
    tree = json.loads(written("sarif", report))
    valid("sarif-2.1.0.json", tree)
    run = tree["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [rule.id for rule in rules()]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_sarif_says_where_how_bad_and_what_became_of_it() -> None:
    results = json.loads(written("sarif", FULL))["runs"][0]["results"]
    assert results[0]["locations"] == [{"physicalLocation": {
        "artifactLocation": {"uri": "sites/%E7%94%B2%20%E5%8C%BA/policies/%E5%B9%B4%20%E6%8A%A5/100%25%2Ca%3Ab.md"},
        "region": {"startLine": 4}}}]  # fmt: skip
    assert [r["level"] for r in results] == ["error", "warning", "warning", "note", "warning", "error"]
    assert [r["baselineState"] for r in results] == ["new", "new", "new", "new", "unchanged", "new"]
    assert [r.get("suppressions") for r in results[4:]] == [
        None, [{"kind": "inSource", "status": "accepted", "justification": "上级<另>发"}]
    ]  # fmt: skip
    listed = dataclasses.replace(FULL, waived=((SET_ASIDE, LISTED),))
    assert json.loads(written("sarif", listed))["runs"][0]["results"][-1]["suppressions"][0]["kind"] == "external"


def test_a_settings_file_elsewhere_is_named_as_the_caller_did(tmp_path: Path) -> None:
    odd = dataclasses.replace(ODD, place=dataclasses.replace(ODD.place, path=(tmp_path / "甲.yaml").as_posix()))
    report = dataclasses.replace(FULL, problems=(odd,), settings=odd.place.path)
    assert json.loads(written("gitlab", report))[0]["location"]["path"] == odd.place.path
    uri = json.loads(written("sarif", report))["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert uri == {"uri": (tmp_path / "甲.yaml").as_uri()}


def test_where_a_site_lies_in_its_repository(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "a" / "b").mkdir(parents=True)
    assert within_repository(tmp_path / "a" / "b") == "a/b"
    assert within_repository(tmp_path) == ""


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_holds_its_report(name: str) -> None:
    many = dataclasses.replace(FULL, problems=FULL.problems * 500, folder="")
    assert max(len(piece) for piece in FORMATS[name](many)) < 100_000
