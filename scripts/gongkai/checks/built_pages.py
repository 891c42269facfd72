"""Finished pages as the rules O see them: each while it is rendered, all of them before they are published.

The rules look at the tags alone, which are a small part of a page (`page_tags`). What a page leads to is told once by each
worker, however many pages say the same.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from itertools import chain
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from gongkai.checks import rules
from gongkai.checks.page_tags import Known, spaced
from gongkai.model.problems import Finding, Place, Problem, Severity
from gongkai.model.settings import Settings
from gongkai.model.waivers import NEVER_WAIVED, Waivers

_TARGET = re.compile(r'\s(?:href|src|action|poster)="([^"]*)"')
_FIRST_FRAMES, _EACH_FRAME = 16, 64  # of a folder so many pages tell what is alike in all, then each so-manieth
_ALL_DEEP, _EACH = 200, 8  # of a folder so many pages are looked at deeply, then each so-manieth
_PLAIN = re.compile("[a-z0-9._-][a-z0-9/._-]*").fullmatch
_OUTSIDE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


@dataclass
class PublishedPage:
    """One page: its address below build/, its HTML, and the weight that the scripts and styles of the column have.

    `known`: what earlier pages of its folder had, and with this page has, too; what can be told from a tag alone is told
    once. `deep`: also what costs most is to be looked at. `framing`: the page stands for what its folder has alike.
    """

    address: str
    html: str
    weights: Mapping[str, int] = field(default_factory=dict)
    most: int = 1_000_000
    known: Known = field(default_factory=Known)
    deep: bool = True
    framing: bool = False
    ids: list[str] = field(init=False)
    """Every id, as often as it is there."""
    anchors: dict[str, str] = field(init=False)
    """Where links within the page lead: as written → as it is meant."""
    headings: int = field(init=False)
    """How many headings of level 1 there are."""
    meta: dict[str, str] = field(init=False)
    """What the <meta> tags of the 国办 say: name → content."""
    fresh: str = field(init=False)
    """The tags that no earlier page of the folder had, each once, one after the other; all white space is blanks."""

    def __post_init__(self) -> None:
        told, fresh = self.known.learn(self.html, self.framing)
        self.fresh = spaced("".join(fresh))
        ids, anchors, headings, meta = zip(*told, strict=True) if told else ((), (), (), ())
        self.ids = list(chain.from_iterable(ids))
        self.anchors = dict(chain.from_iterable(anchors))
        self.headings = sum(headings)
        self.meta = dict(chain.from_iterable(meta))

    @cached_property
    def targets(self) -> list[str]:
        """The addresses within the column that the fresh tags name, as written."""
        return [target for target in dict.fromkeys(_TARGET.findall(self.fresh)) if not _OUTSIDE.match(target)]

    @cached_property
    def head(self) -> str:
        """What stands before the end of the head; the whole page where that is not written."""
        end = self.html.find("</head>")
        return self.html if end < 0 else self.html[:end]

    @property
    def weights_in_all(self) -> int:
        """What a page weighs at most beside itself."""
        return sum(self.weights.values())

    def finding(self, message: str, hint: str) -> Finding:
        """A finding about this page."""
        return Finding(Place(self.address), message, hint)


class PageFindings(NamedTuple):
    """What one page came to: findings with the ids of their rules, and where it leads that no page led before."""

    findings: tuple[tuple[str, Finding], ...]
    leads: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class BuiltColumn:
    """All that was written: the files, where pages lead (address, anchor) → a page that does, the style sheets by address.

    `ids_of` reads the ids of a page that others lead into; `missed` are sentences about documents that search does not find.
    """

    files: frozenset[str]
    leads: Mapping[tuple[str, str], str]
    styles: Mapping[str, str]
    ids_of: Callable[[str], frozenset[str]]
    missed: tuple[str, ...] = ()


@dataclass
class PageExaminer:
    """Runs the rules on single pages; keeps what it saw in each folder."""

    settings: Settings
    weights: Mapping[str, int]
    _known: dict[str, Known] = field(default_factory=dict)
    _pages: Counter[str] = field(default_factory=Counter)

    def __call__(self, address: str, text: str) -> PageFindings:
        """The findings about a page, and where its fresh tags lead as (target, anchor)."""
        folder, own = posixpath.dirname(address), self._path_of_column
        known = self._known.setdefault(folder, Known())
        number = self._pages[folder]
        self._pages[folder] += 1
        deep = number < _ALL_DEEP or number % _EACH == 0
        framing = number < _FIRST_FRAMES or number % _EACH_FRAME == 0
        page = PublishedPage(address, text, self.weights, self.settings.thresholds["网页上限千字节"], known, deep, framing)
        found = tuple((id, finding) for id, examine in _page_rules() for finding in examine(page))
        leads = (resolved("", target[len(own) :]) if target.startswith(own) else resolved(folder, target)
                 for target in page.targets if target and target[0] != "#")  # fmt: skip
        return PageFindings(found, tuple(dict.fromkeys(leads)))

    @cached_property
    def _path_of_column(self) -> str:
        """`/zfxxgk/`: what the page for lost addresses, which is shown at any depth, puts before the addresses of the column."""
        try:
            path = urlsplit(self.settings.address).path
        except ValueError:
            path = ""
        return path if path.endswith("/") else path + "/"


def ids_in(text: str) -> frozenset[str]:
    """The ids of a page."""
    return frozenset(PublishedPage("", text).ids)


def examine_built(built: BuiltColumn, single: list[tuple[str, Finding]], settings: Settings, today: date) -> list[Problem]:
    """Every problem of the pages: those found in single ones, and those of the column as a whole; what many pages have
    alike, as they do when a template is at fault, is told once, at the first of them."""
    found = [*single, *((rule.id, finding) for rule in rules() if rule.check_built for finding in rule.check_built(built))]
    usual = {rule.id: rule.severity for rule in rules()}
    places: dict[tuple[str, str, str], set[Place]] = {}
    waivers = Waivers(settings.waivers, today)
    for id, finding in found:
        if id not in NEVER_WAIVED and waivers.holding(id, finding.place):
            continue
        places.setdefault((id, finding.message, finding.hint), set()).add(finding.place)
    problems = []
    for (id, message, hint), where in places.items():
        severity: Severity | None = Severity.ERROR if id in NEVER_WAIVED else settings.severities.get(id, usual[id])
        if severity:
            more = f"（{len(where)} 个网页都是这样）" if len(where) > 1 else ""
            problems.append(Problem(min(where), id, severity, message + more, hint))
    return sorted(problems, key=lambda problem: problem.order)


@lru_cache(maxsize=4096)
def resolved(folder: str, target: str) -> tuple[str, str]:
    """Where an address within the column leads from a page in `folder`: path below build/, anchor or ""."""
    if _PLAIN(target):
        return posixpath.normpath(f"{folder}/{target}" if folder else target), ""
    path, _, anchor = html.unescape(target).partition("#")
    path = unquote(path.partition("?")[0])
    return posixpath.normpath(posixpath.join(folder, path)) if path else "", unquote(anchor)


@lru_cache(maxsize=1)
def _page_rules() -> tuple[tuple[str, Callable[[PublishedPage], Iterable[Finding]]], ...]:
    return tuple((rule.id, rule.examine_page) for rule in rules() if rule.examine_page)
