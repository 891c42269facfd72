"""The figures of a column that an audit shows: inventory, interpretation, what is stale, problems by organ and by rule."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from gongkai.checks import Rule
from gongkai.checks.freshness import ages
from gongkai.checks.must_explain import must_explain
from gongkai.linking.coverage import Coverage, coverage
from gongkai.linking.links import Links
from gongkai.model.documents import Policy, day_of
from gongkai.model.problems import Problem, Severity
from gongkai.model.site import Site
from gongkai.model.validity import Validity
from gongkai.model.working_days import working_days

NO_ORGAN = "（没有写机关）"
LAGS = (("同日或更早", 0), ("1—3 个工作日", 3), ("4—10 个工作日", 10), ("11—30 个工作日", 30), ("30 个工作日以上", 10**9))
"""The classes of lag, each with its most working days."""


@dataclass(frozen=True, slots=True)
class Stale:
    """A column that must be kept up, when it was, and the day by which it must be again."""

    name: str
    newest: date
    period: int
    due: date
    left: int


@dataclass(frozen=True, slots=True)
class YearOfPolicies:
    """How many policies of a year ought to be explained, and how many are."""

    year: int
    wanted: int
    explained: int


@dataclass(frozen=True, slots=True)
class Interpretation:
    """Coverage by year and lag by class; `wanted_what` says which policies count. `led` is, by year, how many a head spoke."""

    wanted_what: str
    years: tuple[YearOfPolicies, ...]
    lags: tuple[tuple[str, int], ...]
    led: tuple[tuple[int, int], ...]

    @property
    def wanted(self) -> int:
        """All that ought to be explained."""
        return sum(year.wanted for year in self.years)

    @property
    def explained(self) -> int:
        """Those of them that are."""
        return sum(year.explained for year in self.years)


@dataclass(frozen=True, slots=True)
class Figures:
    """All of them. `inventory` is organ → state → number; the tables of problems are sorted, the worst first."""

    stale: tuple[Stale, ...]
    coverage: Coverage
    interpretation: Interpretation
    inventory: Mapping[str, Counter[Validity]]
    by_organ: tuple[tuple[str, Counter[Severity]], ...]
    by_rule: tuple[tuple[Rule, Counter[Severity]], ...]


def figures(site: Site, links: Links, problems: Sequence[Problem], rules: Sequence[Rule]) -> Figures:
    """Work all figures out."""
    stale = tuple(Stale(a.column.name, a.newest, a.period, a.newest + timedelta(days=a.period), a.left) for a in ages(site))
    return Figures(
        stale=tuple(sorted(stale, key=lambda s: (s.due, s.name))),
        coverage=coverage(site),
        interpretation=_interpretation(site, links),
        inventory=_inventory(site, links),
        by_organ=_by_organ(site, problems),
        by_rule=_by_rule(problems, rules),
    )


def _interpretation(site: Site, links: Links) -> Interpretation:
    """Where the site's own lists name no policy at all, all those in force count."""
    in_force = [policy for policy in site.public_policies if not links.standing(policy).state.ended]
    counted = [policy for policy in in_force if must_explain(policy, site.settings)]
    what = "站点设置规定须解读、现行的文件" if counted else "现行的全部文件（站点设置没有规定哪些须解读）"
    wanted: Counter[int] = Counter()
    explained: Counter[int] = Counter()
    for policy in counted or in_force:
        year = policy.day.year if policy.day else 0
        wanted[year] += 1
        explained[year] += _is_explained(policy, links)
    years = tuple(YearOfPolicies(year, wanted[year], explained[year]) for year in sorted(wanted))
    return Interpretation(what, years, _lags(site, links), _led(site))


def _is_explained(policy: Policy, links: Links) -> bool:
    return bool(links.interpretations_of(policy) or links.web_interpretations.get(policy.slug))


def _lags(site: Site, links: Links) -> tuple[tuple[str, int], ...]:
    """From the policy's publication to its first interpretation; those of drafts and of later follow-ups do not count."""
    calendar = working_days(site.settings)
    counts: Counter[str] = Counter()
    for policy in site.public_policies:
        published = day_of(policy.published)
        days = [i.day for i in links.interpretations_of(policy) if i.day and i.stage in ("", "同步")]
        if published and days:
            lag = calendar.between(published, min(days)).days
            counts[next(name for name, most in LAGS if lag <= most)] += 1
    return tuple((name, counts[name]) for name, _ in LAGS)


def _led(site: Site) -> tuple[tuple[int, int], ...]:
    """Interpretations by the head of an organ, whose post is in 解读人; one who deputises (副局长) is none."""
    posts = site.settings.parameters["负责人职务"]
    head = re.compile(f"(?<!副)(?:{'|'.join(map(re.escape, posts))})") if posts else None
    years = Counter(i.day.year for i in site.public_interpretations if i.day and head and head.search(i.speaker))
    return tuple(sorted(years.items()))


def _inventory(site: Site, links: Links) -> dict[str, Counter[Validity]]:
    order = [organ.name for organ in site.settings.organs]
    found: dict[str, Counter[Validity]] = {name: Counter() for name in order}
    for policy in site.public_policies:
        organ = policy.organs[0] if policy.organs else NO_ORGAN
        found.setdefault(organ, Counter())[links.standing(policy).state] += 1
    own, others = order, sorted(found.keys() - set(order), key=lambda name: (-sum(found[name].values()), name))
    return {organ: found[organ] for organ in (*own, *others) if found[organ]}


def _by_organ(site: Site, problems: Sequence[Problem]) -> tuple[tuple[str, Counter[Severity]], ...]:
    found: dict[str, Counter[Severity]] = {}
    for problem in problems:
        document = site.by_path.get(problem.place.path)
        organs = getattr(document, "organs", ()) if document else ()
        name = organs[0] if organs else NO_ORGAN if document else "（站点设置和其他文件）"
        found.setdefault(name, Counter())[problem.severity] += 1
    return tuple(sorted(found.items(), key=lambda pair: (_badness(pair[1]), pair[0])))


def _by_rule(problems: Sequence[Problem], rules: Sequence[Rule]) -> tuple[tuple[Rule, Counter[Severity]], ...]:
    found: dict[str, Counter[Severity]] = {}
    for problem in problems:
        found.setdefault(problem.id, Counter())[problem.severity] += 1
    pairs = [(rule, found[rule.id]) for rule in rules if rule.id in found]
    return tuple(sorted(pairs, key=lambda pair: (_badness(pair[1]), pair[0].id)))


def _badness(counts: Counter[Severity]) -> tuple[int, int, int]:
    """The worst first."""
    return (-counts[Severity.ERROR], -counts[Severity.WARNING], -counts[Severity.INFO])
