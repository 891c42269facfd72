"""An audit of a column on a day: results, figures, the verdict in plain words, and how it compares with the last one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gongkai.auditing.figures import Figures, figures
from gongkai.auditing.items import PARTS, VETO
from gongkai.auditing.previous import Change, Previous, changes_since
from gongkai.auditing.results import Result, State, results
from gongkai.checks import Rule
from gongkai.linking.links import Links
from gongkai.model.problems import Problem, Severity
from gongkai.model.site import Site
from gongkai.model.waivers import Waiver

Waived = tuple[tuple[Problem, Waiver], ...]


@dataclass(frozen=True, slots=True)
class Audit:
    """All that the page and the JSON show. `changes` is empty where there is no previous audit."""

    name: str
    today: date
    results: tuple[Result, ...]
    figures: Figures
    severities: Counter[Severity]
    old: int
    waived: Waived
    previous: Previous | None
    changes: dict[str, Change]

    @property
    def counts(self) -> Counter[State]:
        """How many items came to each state."""
        return Counter(result.state for result in self.results)

    def of(self, state: State, part: str = "") -> tuple[Result, ...]:
        """The results of a state, of one part or of all."""
        return tuple(r for r in self.results if r.state is state and part in ("", r.item.part))

    @property
    def verdict(self) -> tuple[State, str]:
        """The whole in one sentence, and how bad it is."""
        vetoed = len(self.of(State.FAIL, VETO))
        failed, noted, manual = (len(self.of(state)) for state in (State.FAIL, State.WARN, State.MANUAL))
        rest = f"另有 {manual} 项程序看不到，须人工核对。"
        if vetoed:
            return State.FAIL, f"有 {vetoed} 项单项否决的情形，照此检查不合格；共 {failed} 项不合格，{noted} 项要注意。{rest}"
        if failed:
            return State.FAIL, f"没有发现单项否决的情形；有 {failed} 项不合格，{noted} 项要注意。{rest}"
        if noted:
            return State.WARN, f"没有发现不合格的项目；有 {noted} 项要注意。{rest}"
        return State.PASS, f"程序能查的 {len(self.results) - manual} 项全部合格。{rest}"


def audit(
    site: Site, links: Links, problems: Sequence[Problem], old: Sequence[Problem], waived: Waived, rules: Sequence[Rule],
    previous: Previous | None,
) -> Audit:  # fmt: skip
    """Audit a column. Old problems of a baseline are problems all the same; waived ones are told apart."""
    every = (*problems, *old)
    worked_out = figures(site, links, every, rules)
    found = results(site, worked_out, every, frozenset(rule.id for rule in rules if not rule.of_output))
    found = tuple(sorted(found, key=lambda r: PARTS.index(r.item.part)))
    return Audit(
        name=site.settings.name,
        today=site.today,
        results=found,
        figures=worked_out,
        severities=Counter(problem.severity for problem in every),
        old=len(old),
        waived=waived,
        previous=previous,
        changes=changes_since(previous, found) if previous else {},
    )
