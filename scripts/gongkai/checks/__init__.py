"""The rules: one file each, named id_name; this folder is their only register. Read `examine` to see how they are called.

A rule is a module with a docstring (first line: the rule; then 错 and 对), a SEVERITY, and one of two functions, or both:
`check`, whose parameter names say what it wants: `site`, `links`, `today`, `misread` (kind → findings of the reading),
`waivers` (what they came to: such a rule runs last), `text` and `length` (document → its plain text, its number of characters, for
the few that a rule must know), `titled` (every 文号 with a title) and `outside` (every web address), which are of facts too,
`published` (what is public now), `history` (what Git knows); what a rule sees of `site` and
`links` are facts, never a text;
`attached` (rule → findings of reading attachments);
`examine(source)`, which sees one text while it is read (`examining`), with WORDS, SIGNS and the like that say which texts, and
with IN_ATTACHMENTS = True the texts of attachments too (`attached`).
Rules on the output have `examine_page` and `check_built` instead (`built_pages`): they run between rendering and publishing.
All yield findings and read no files. Families: F front matter, L links, V validity, T time, C column, P wording and privacy,
O output. Modules of this folder that are not named like rules serve them.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, groupby
from operator import attrgetter
from typing import Any

from gongkai.checks.outside_links import outside_links
from gongkai.linking.links import Links
from gongkai.linking.titled_numbers import titled_numbers
from gongkai.model.documents import Document
from gongkai.model.problems import Finding, Mend, Place, Problem, Remark, Severity
from gongkai.model.site import Site
from gongkai.model.source_text import SourceText
from gongkai.model.waivers import NEVER_WAIVED, Waiver, Waivers
from gongkai.reading.spool import texts_of

Misread = Callable[[str], Iterable[Finding]]
Text = Callable[[Document], str]
Length = Callable[[Document], int]
_FACTS = frozenset({"site", "links", "today", "titled", "outside"})
_RULE_NAME = re.compile(r"[A-Z]\d{3}_")


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as its module states it. `words` … `repeats` are explained in `waking`."""

    id: str
    name: str
    severity: Severity
    docstring: str
    check: Callable[..., Iterable[Finding]]
    examine: Callable[[SourceText], Iterable[Finding]] | None = None
    words: tuple[str, ...] = ()
    signs: str = ""
    pieces: str = ""
    pairs: tuple[tuple[str, str], ...] = ()
    threes: bool = False
    repeats: bool = False
    in_attachments: bool = False
    softened_in_drafts: bool = True
    mends: bool = False
    examine_page: Callable[[Any], Iterable[Finding]] | None = None
    check_built: Callable[[Any], Iterable[Finding]] | None = None

    @property
    def of_output(self) -> bool:
        """Whether it looks at finished pages instead of sources."""
        return self.examine_page is not None or self.check_built is not None

    @property
    def wants(self) -> frozenset[str]:
        """What it asks for, by the names of the parameters of its `check`."""
        return _parameters(self.check)

    @property
    def of_text(self) -> bool:
        """Whether one source alone tells all that the rule finds in it."""
        return not self.of_output and self.wants <= {"misread"}

    @property
    def of_facts(self) -> bool:
        """Whether the rule finds the same as long as only texts are others, on the same day."""
        return not self.of_output and self.wants <= _FACTS

    @property
    def sees_all(self) -> bool:
        """Whether the rule says nothing of what must be in a text for it to find anything."""
        return not (self.words or self.signs or self.pieces or self.pairs or self.threes or self.repeats)

    @property
    def source(self) -> str:
        """Where the rule comes from: what stands behind 来源 in the docstring."""
        found = re.search(r"来源[:：]\s*(.+)", self.docstring)
        return found[1].strip().removesuffix("。") if found else ""

    @property
    def demand(self) -> str:
        """The summary without its source."""
        return re.sub(r"\s*来源[:：].*$", "", self.summary)

    @property
    def summary(self) -> str:
        """The first line of the docstring: what must be so."""
        return self.docstring.strip().split("\n", 1)[0]


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule of the folder, by id."""
    found = []
    for info in pkgutil.iter_modules(__path__):
        if not _RULE_NAME.match(info.name):
            continue
        module = importlib.import_module(f"{__name__}.{info.name}")
        id, _, name = info.name.partition("_")
        found.append(Rule(
            id, name.replace("_", "-"), Severity(module.SEVERITY), module.__doc__ or "",
            check=getattr(module, "check", _nothing),
            examine=getattr(module, "examine", None),
            words=tuple(getattr(module, "WORDS", ())),
            signs=getattr(module, "SIGNS", ""),
            pieces=getattr(module, "PIECES", ""),
            pairs=getattr(module, "PAIRS", ()),
            threes=getattr(module, "THREES", False),
            repeats=getattr(module, "REPEATS", False),
            in_attachments=getattr(module, "IN_ATTACHMENTS", False),
            softened_in_drafts=getattr(module, "SOFTENED_IN_DRAFTS", True),
            mends=getattr(module, "MENDS", False),
            examine_page=getattr(module, "examine_page", None),
            check_built=getattr(module, "check_built", None),
        ))  # fmt: skip
    return tuple(sorted(found, key=lambda rule: rule.id))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the rules came to: the problems, and those that a waiver sets aside. `of_facts` is what each rule found that sees
    facts alone."""

    problems: tuple[Problem, ...]
    waived: tuple[tuple[Problem, Waiver], ...] = ()
    of_facts: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)


def run(site: Site, links: Links, attached: Iterable[Remark] = ()) -> list[Problem]:
    """Every problem of a column that no waiver sets aside, in the order of files and lines."""
    return list(examine(site, links, attached).problems)


def examine(
    site: Site, links: Links, attached: Iterable[Remark] = (), asked: Iterable[Rule] | None = None,
    known: Mapping[str, tuple[Finding, ...]] | None = None,
) -> Verdict:  # fmt: skip
    """Run every rule, with the severities and the waivers of `site.yaml` and of the texts; `attached` is of attachments.

    `asked` are the only rules to run, where not all are wanted; `known` is what rules find that need not run.
    """
    in_texts = chain.from_iterable(document.waivers for document in site.documents())
    waivers = Waivers((*site.settings.waivers, *in_texts), site.today)
    examined = _examined(site, attached)
    given: dict[str, Any] = Given({"site": site, "links": links, "today": site.today, "misread": _misread(site), "waivers": waivers, "text": _text, "length": _length,
             "published": site.published, "history": site.history,
             "attached": lambda rule: examined.get(rule, ())})  # fmt: skip
    drafts = {document.path for document in site.documents() if document.draft}
    drafts |= {file.path for page in site.pages if page.draft for file in page.data_files}
    unread = {source.path for source in site.unread}
    problems: list[Problem] = []
    waived: dict[Problem, Waiver] = {}
    of_facts: dict[str, tuple[Finding, ...]] = {}
    for rule in sorted(rules() if asked is None else asked, key=_wants_the_waivers):
        severity = site.settings.severities.get(rule.id, rule.severity)
        if rule.of_facts:
            of_facts[rule.id] = known[rule.id] if known and rule.id in known else tuple(rule.check(**_wanted(rule, given)))
        own = of_facts[rule.id] if rule.of_facts else rule.check(**_wanted(rule, given))
        for finding in chain(own, examined.get(rule.id, ())):
            stamped = severity
            if finding.place.path in unread:
                stamped = Severity.ERROR  # no setting may let a document be dropped
            elif finding.place.path in drafts and severity is Severity.ERROR and rule.softened_in_drafts:
                stamped = Severity.WARNING  # a draft is not published, so it stops nothing
            if not stamped:
                continue
            problem = Problem(finding.place, rule.id, stamped, finding.message, finding.hint, finding.mend)
            # Nothing may set aside that a document was dropped, or that a waiver is unsound.
            waiver = None if finding.place.path in unread or rule.id in NEVER_WAIVED else waivers.holding(rule.id, finding.place)
            if waiver:
                waived[problem] = waiver
            else:
                problems.append(problem)
    in_order = sorted(waived.items(), key=lambda pair: pair[0].order)
    return Verdict(_in_order(problems), tuple(in_order), of_facts)


def _in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    """Sorted by their `order`, each once. One part of the order after the other: a key made of all would cost each a tuple."""
    for part in ("message", "id", "place.line", "place.path"):
        problems.sort(key=attrgetter(part))
    return tuple(problem for problem, _ in groupby(problems))


def _wants_the_waivers(rule: Rule) -> bool:
    return "waivers" in rule.wants


class Given(dict[str, Any]):
    """What a rule may want, by name; what several go through is worked out once, when the first wants it."""

    def __missing__(self, name: str) -> object:
        site, links = self["site"], self["links"]
        worked_out = {"titled": titled_numbers, "outside": outside_links}[name]
        found = self[name] = tuple(worked_out(site, links))
        return found


@cache
def _parameters(check: Callable[..., object]) -> frozenset[str]:
    return frozenset(inspect.signature(check).parameters)


def _wanted(rule: Rule, given: dict[str, Any]) -> dict[str, Any]:
    return {name: given[name] for name in rule.wants}


def _text(document: Document) -> str:
    """The plain text of a document, from where it waits."""
    return texts_of(document.body.stored)[1]


def _length(document: Document) -> int:
    return document.body.characters


def _nothing() -> Iterable[Finding]:
    """The check of a rule that only examines texts."""
    return ()


def _examined(site: Site, attached: Iterable[Remark]) -> dict[str, list[Finding]]:
    """What the rules found in texts while they were read, by rule."""
    by_rule: dict[str, list[Finding]] = {}
    for remark in chain(attached, *(document.remarks for document in site.documents())):
        by_rule.setdefault(remark.rule, []).append(remark.finding)
    return by_rule


def _misread(site: Site) -> Misread:
    by_kind: dict[str, list[Finding]] = {}
    sources = [(document.path, document.misreadings) for document in site.documents()]
    sources += [(file.path, file.misreadings) for page in site.pages for file in page.data_files]
    sources += [(unread.path, unread.misreadings) for unread in site.unread]
    sources += [(file.path, file.misreadings) for file in (site.settings, site.withdrawals)]
    for path, misreadings in sources:
        for m in misreadings:
            place = Place(path, m.line)
            mend = Mend(place, m.mend[1], m.mend[0]) if m.mend else None
            by_kind.setdefault(m.kind, []).append(Finding(place, m.message, m.hint, mend))

    def misread(kind: str) -> Iterator[Finding]:
        yield from by_kind.get(kind, ())

    return misread
