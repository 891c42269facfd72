"""Each inspected item with its result and evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from gongkai.auditing.figures import Figures
from gongkai.auditing.items import ITEMS, OTHERS, SEEN_BY_MEASURES, Item
from gongkai.model.problems import Place, Problem, Severity
from gongkai.model.site import Site

_ByRule = Mapping[str, Sequence[Problem]]

_GAPS = 3
_HOME_DAYS = 14
_HALF_A_YEAR = 184
_NAMED = SEEN_BY_MEASURES.union(*(item.rules for item in ITEMS))
_SHOWN = 12
"""As many pieces of evidence are shown of an item; the number of all is told."""


class State(Enum):
    """What an item came to. Values are the words of the JSON; `word` is what people read."""

    FAIL = "fail"
    WARN = "warn"
    PASS = "pass"  # noqa: S105 - no password
    MANUAL = "manual"

    @property
    def word(self) -> str:
        """The word that people read."""
        return {"fail": "不合格", "warn": "要注意", "pass": "合格", "manual": "须人工"}[self.value]

    @property
    def sign(self) -> str:
        """A sign that needs no colour."""
        return {"fail": "✕", "warn": "△", "pass": "✓", "manual": "○"}[self.value]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place and what was found there; `address` is the page that shows it, "" where there is none."""

    place: Place
    words: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """An item, its state, a sentence, how many pieces of evidence there are, and the first of them."""

    item: Item
    state: State
    sentence: str
    count: int = 0
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class _Measured:
    state: State
    sentence: str
    evidence: tuple[Evidence, ...] = ()


def results(site: Site, figures: Figures, problems: Sequence[Problem], known_rules: frozenset[str]) -> tuple[Result, ...]:
    """Every item in its order. An item whose rules are all switched off is looked at by hand."""
    by_rule: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_rule[problem.id].append(problem)
    return tuple(_result(item, site, figures, by_rule, known_rules) for item in ITEMS)


def _result(item: Item, site: Site, figures: Figures, by_rule: _ByRule, known: frozenset[str]) -> Result:
    named = known - _NAMED if OTHERS in item.rules else item.rules
    on = [id for id in sorted(named) if id in known and site.settings.severities.get(id, Severity.INFO)]
    found = [problem for id in on for problem in by_rule.get(id, ())]
    found.sort(key=lambda p: (p.severity.rank, p.order))
    measured = _MEASURES[item.measure](site, figures, by_rule) if item.measure else None
    if not on and measured is None:
        off = "；对应的规则都已关闭" if known.intersection(item.rules) else ""
        return Result(item, State.MANUAL, f"须人工看：{item.by_hand or '有没有这样的情形'}{off}")
    evidence = (*(measured.evidence if measured else ()), *(_evidence(problem, site) for problem in found))
    worst = min((p.severity.rank for p in found), default=9)
    state = State.FAIL if worst == 0 else State.WARN if worst == 1 else State.PASS
    sentences = []
    if measured:
        state = min(state, measured.state, key=list(State).index)
        sentences.append(measured.sentence)
    if found:
        words = [f"{n} 个{s.word}" for s in Severity if (n := sum(p.severity is s for p in found))]
        sentences.append(f"查出 {'、'.join(words)}")
    elif on and not measured:
        sentences.append("没有查出问题")
    return Result(item, state, "；".join(sentences), len(evidence), evidence[:_SHOWN])


def _evidence(problem: Problem, site: Site) -> Evidence:
    document = site.by_path.get(problem.place.path)
    address = document.url if document and site.is_public(document) else ""
    return Evidence(problem.place, f"{problem.id} {problem.message}", address)


def _home(site: Site, figures: Figures, by_rule: _ByRule) -> _Measured:
    """Whether anything was published within two weeks of today."""
    documents = (*site.public_policies, *site.public_interpretations, *site.public_pages)
    newest = max((d.public_day for d in documents if d.public_day and d.public_day <= site.today), default=None)
    if newest is None:
        return _Measured(State.FAIL, "没有一条有日期的信息")
    days = (site.today - newest).days
    last = newest + timedelta(days=_HOME_DAYS)
    late = days > _HOME_DAYS
    due = f"应在 {last} 以前更新" if late else f"{last} 以前要有更新"
    return _Measured(State.FAIL if late else State.PASS, f"最新一条是 {newest}，已 {days} 天；{due}")


def _stale(site: Site, figures: Figures, most_days: int, key: str, what: str) -> _Measured:
    limit = site.settings.thresholds[key]
    stale = [s for s in figures.stale if s.left < 0 and s.period <= most_days]
    state = State.FAIL if len(stale) >= limit else State.WARN if stale else State.PASS
    words = f"{what}有 {len(stale)} 个（满 {limit} 个否决）" if stale else f"{what}没有超期的"
    return _Measured(state, words, tuple(_overdue(site, figures, most_days)))


def _overdue(site: Site, figures: Figures, most_days: int) -> Iterator[Evidence]:
    lines = {column.name: column.line for column in site.settings.all_columns()}
    for s in figures.stale:
        if s.left < 0 and s.period <= most_days:
            place = Place(site.settings.path, lines.get(s.name, 1))
            yield Evidence(place, f"栏目“{s.name}”最新一条 {s.newest}，应在 {s.due} 以前更新，已超 {-s.left} 天")


def _short(site: Site, figures: Figures, by_rule: _ByRule) -> _Measured:
    return _stale(site, figures, _HALF_A_YEAR, "动态栏目未更新个数", "半年以内须更新而未更新的栏目")


def _every(site: Site, figures: Figures, by_rule: _ByRule) -> _Measured:
    return _stale(site, figures, 10**6, "栏目未更新个数", "应更新未更新的栏目")


def _blank(site: Site, figures: Figures, by_rule: _ByRule) -> _Measured:
    """Columns that never had anything, as rule C101 found them."""
    blank = tuple(_evidence(problem, site) for problem in by_rule.get("C101", ()))
    state = State.FAIL if len(blank) >= 5 else State.WARN if blank else State.PASS
    return _Measured(state, f"空白栏目 {len(blank)} 个（满 5 个否决）" if blank else "没有空白栏目", blank)


def _policy_column(site: Site, figures: Figures, by_rule: _ByRule) -> _Measured:
    newest = max((p.public_day for p in site.public_policies if p.public_day and p.public_day <= site.today), default=None)
    if newest is None:
        return _Measured(State.FAIL, "没有政策文件")
    days = (site.today - newest).days
    return _Measured(State.FAIL if days > _HALF_A_YEAR else State.PASS, f"最新一份是 {newest}，已 {days} 天")


def _coverage(site: Site, figures: Figures, by_rule: _ByRule) -> _Measured:
    """The gaps of the matrix organ × 法定事项."""
    gaps = figures.coverage.gaps()
    if not figures.coverage.cells:
        return _Measured(State.WARN, "站点设置没有写各机关的“层级”，对不出空缺")
    evidence = tuple(Evidence(Place(site.settings.path, c.organ.line), f"{c.organ.name}没有“{c.item.name}”（{c.item.clause or c.item.id}）") for c in gaps)
    first = "、".join(f"{c.organ.name}的{c.item.name}" for c in gaps[:_GAPS]) + ("等" if len(gaps) > _GAPS else "")
    words = f"{len(figures.coverage.cells)} 项里空缺 {len(gaps)} 项：{first}" if gaps else f"{len(figures.coverage.cells)} 项都有内容"
    return _Measured(State.WARN if gaps else State.PASS, words, evidence)


def _search(site: Site, figures: Figures, by_rule: _ByRule) -> _Measured:
    return _Measured(State.PASS, "每次发布前自检：每份文件都查得到，页面都能打开和下载")


_MEASURES: dict[str, Callable[[Site, Figures, _ByRule], _Measured]] = {
    "home": _home,
    "stale-short": _short,
    "stale-all": _every,
    "blank": _blank,
    "policy-column": _policy_column,
    "coverage": _coverage,
    "search": _search,
}
