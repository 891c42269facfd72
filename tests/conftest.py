"""A column from a few lines: what most tests start from."""

from __future__ import annotations

import gc
import os
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import pytest
from hypothesis import settings as hypothesis_settings

from gongkai import checks
from gongkai.checks.attached import AttachmentExaminer, to_be_read
from gongkai.checks.examining import TextExaminer
from gongkai.linking.link import make_links
from gongkai.linking.links import Links
from gongkai.model.problems import Problem
from gongkai.model.site import Site
from gongkai.reading import site as reading
from gongkai.reading.attachment_text import read_attachment
from gongkai.reading.published import read_published
from gongkai.reading.settings import read_settings
from gongkai.reading.spool import SpoolWriter
from gongkai.reading.withdrawals import read_withdrawals
from gongkai.rendering import templates
from tests.paper import can_measure

# How long an example takes says how busy the machine is, and nothing else.
hypothesis_settings.register_profile("house", deadline=None)
hypothesis_settings.load_profile("house")
# Five thousand tests are at hand, and few of them are ever garbage.
gc.set_threshold(100_000, 50, 50)

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 21)
UNSAID = frozenset({"C103", "C104", "C107", "C111"})
"""Rules on what a whole `site.yaml` says."""
QUIET = "级别: {" + ", ".join(f"{rule}: 关闭" for rule in sorted(UNSAID)) + "}\n"
"""Switches them off in a `site.yaml` of a test that runs a command."""

POLICY = """---
标题: {title}
文号: {number}
发文机关: 甲区人民政府
发文日期: {issued}
有效性: {validity}
{more}---

{body}
"""
INTERPRETATION = """---
标题: {title}
解读对象: {explains}
解读形式: 文字
公开日期: 2023-06-05
{more}---

{body}
"""


def _once(compile: Callable[..., Any]) -> Callable[..., Any]:
    """As before, but a template, which comes to the same each time, is compiled once in a process. Tests build hundreds of small
    columns from nothing, and two thirds of such a build would be this."""
    known: dict[tuple[object, ...], Any] = {}

    def compiled(*given: object) -> Any:
        """What an environment is told: itself, the text, the name, the file."""
        if given[1:] not in known:
            known[given[1:]] = compile(*given)
        return known[given[1:]]

    return compiled


for kind in (templates._OurEnvironment, templates._CarefulEnvironment):
    kind.compile = _once(kind.compile)  # type: ignore[method-assign]


def policy(
    number: str = "甲政发〔2023〕7号", title: str = "关于改造旧小区的通知", issued: str = "2023-05-30", validity: str = "有效",
    more: str = "", body: str = "正文。",
) -> str:  # fmt: skip
    """The source of a sound policy, with what a test wants otherwise."""
    return POLICY.format(number=number, title=title, issued=issued, validity=validity, more=more, body=body)


def interpretation(explains: str = "p", title: str = "文字解读", more: str = "", body: str = "解读。") -> str:
    """The source of a sound interpretation."""
    return INTERPRETATION.format(explains=explains, title=title, more=more, body=body)


@dataclass(frozen=True)
class Column:
    """A column as read, linked and checked."""

    folder: Path
    site: Site
    links: Links
    every: list[Problem]

    @property
    def problems(self) -> list[Problem]:
        """All but what the few lines of a test's `site.yaml` leave out."""
        return [problem for problem in self.every if problem.id not in UNSAID]

    def lines(self, rule: str) -> list[str]:
        """The messages of one rule, as an editor reads them."""
        return [str(problem) for problem in self.every if problem.id == rule]


@pytest.fixture
def column(tmp_path: Path) -> Callable[..., Column]:
    """Write files (path → text or bytes), read them as a column."""

    def make(files: Mapping[str, str | bytes], settings: str = "名称: 甲区政府信息公开\n", today: date = TODAY) -> Column:
        folder = tmp_path / "site"
        for path, content in {"site.yaml": settings, **files}.items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return read_column(folder, Path(tempfile.mkdtemp(dir=tmp_path)), today)

    return make


def read_column(folder: Path, spool: Path, today: date = TODAY) -> Column:
    """A column that lies in a folder."""
    read = read_settings(folder / "site.yaml")
    sources, found, refused = reading.find_sources(folder)
    documents = [document for document, _ in reading.read_sources(folder, sources, read, SpoolWriter(spool), TextExaminer(read))]
    heads = reading.heads_of(folder, found)
    published, withdrawals = read_published(folder / "build"), read_withdrawals(folder, read)
    site = reading.make_site(read, today, documents, found, refused, heads, published, withdrawals=withdrawals)
    links = make_links(site)
    files = to_be_read(site, links)
    look = AttachmentExaminer(read)
    attached = [remark for file in files for remark in look(file, read_attachment(folder / file.path))]
    return Column(folder, site, links, checks.run(site, links, attached))


@pytest.fixture(scope="session", autouse=True)
def _memories(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What builds remember lies with the tests, not with whoever runs them."""
    os.environ["GONGKAI_CACHE"] = str(tmp_path_factory.mktemp("memories"))


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The real texts that some checkouts have beside them."""
    path = ROOT.parent / "shared" / "corpus"
    if not (path / "site").is_dir():
        pytest.skip("没有真实语料（../shared/corpus），跳过用它的测试")
    return path


def not_here(words: str) -> NoReturn:
    """Skip, with one line, a test for want of a program; in CI, which installs all of them, fail."""
    if os.environ.get("CI"):
        pytest.fail(words)
    pytest.skip(words)


@pytest.fixture
def poppler() -> None:
    """What measures the pages of a PDF."""
    if not can_measure():
        not_here("没有 poppler，跳过量 PDF 和打印页的测试")


FIRST = (
    "tests/browser/test_axe", "tests/test_corpus.py", "tests/browser/", "tests/remembering/", "tests/founding/", "tests/commands/",
    "tests/searching/", "tests/editing/",
)  # fmt: skip
"""Files of tests that take long, few as they are. A file is worked at by one processor: begun last, it would be waited for."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """These first, in this order; all else as it was."""
    items.sort(key=lambda item: next((place for place, name in enumerate(FIRST) if item.nodeid.startswith(name)), len(FIRST)))


def pytest_collection_finish() -> None:
    """What has been loaded stays to the end: nobody need look through it for garbage."""
    gc.collect()
    gc.freeze()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """One line for each reason why tests were skipped."""
    reasons = Counter(str(report.longrepr[2]).removeprefix("Skipped: ") for report in terminalreporter.stats.get("skipped", []))
    for reason, count in sorted(reasons.items()):
        terminalreporter.write_line(f"跳过 {count} 项：{reason}")
