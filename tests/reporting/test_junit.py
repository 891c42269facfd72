"""JUnit: the elements and attributes that Jenkins' schema allows, and what passes, fails or is skipped."""

from __future__ import annotations

import dataclasses
from xml.etree import ElementTree

import pytest

from gongkai.checks import rules
from gongkai.model.problems import Severity
from gongkai.reporting.junit import as_junit
from gongkai.reporting.report import Report
from tests.reporting.reports import EMPTY, FULL

# element: (children, attributes, of which required), as junit-10.xsd of Jenkins' xUnit plugin has them
XSD = {
    "testsuites": ({"testsuite"}, {"name", "time", "tests", "failures", "errors"}, set()),
    "testsuite": (
        {"testsuite", "properties", "testcase", "system-out", "system-err"},
        {"name", "tests", "failures", "errors", "group", "time", "skipped", "timestamp", "hostname", "id", "package", "file", "log", "url"},
        {"name", "tests", "failures", "errors"},
    ),
    "testcase": ({"skipped", "error", "failure", "system-out", "system-err"}, {"name", "time", "classname", "group"}, {"name"}),
    "failure": (set(), {"type", "message"}, set()),
    "skipped": (set(), {"type", "message"}, set()),
    "system-out": (set(), set(), set()),
}


def tree_of(report: Report) -> ElementTree.Element:
    return ElementTree.fromstring("".join(as_junit(report)))


@pytest.mark.parametrize("report", [FULL, EMPTY], ids=["full", "empty"])
def test_valid(report: Report) -> None:
    root = tree_of(report)
    assert root.tag == "testsuites"
    for element in root.iter():
        children, attributes, required = XSD[element.tag]
        assert {child.tag for child in element} <= children
        assert required <= set(element.attrib) <= attributes
    for suite in root:
        assert int(suite.attrib["tests"]) == len(suite) > 0
        assert int(suite.attrib["failures"]) == len(suite.findall("testcase/failure"))
        assert int(suite.attrib["skipped"]) == len(suite.findall("testcase/skipped"))
    assert int(root.attrib["tests"]) == len(root.findall("testsuite/testcase"))
    assert len(root) == len(rules())


def test_what_fails() -> None:
    failures = tree_of(FULL).findall("testsuite/testcase/failure")
    assert [failure.attrib for failure in failures] == [
        {"type": "error", "message": "文号“<a>&\"'%0A”\n换行\ufffd]]>(应为“甲政发〔2023〕7号”)"}
    ]
    strict = dataclasses.replace(FULL, failing=Severity.WARNING)
    assert len(tree_of(strict).findall("testsuite/testcase/failure")) == 3
    assert [s.attrib["message"] for s in tree_of(FULL).findall("testsuite/testcase/skipped")] == ["旧问题，在基线里", "豁免：上级<另>发"]


def test_a_rule_that_found_nothing_has_passed() -> None:
    assert [len(case) for case in tree_of(EMPTY).iter("testcase")] == [0] * len(rules())
