"""The audit as one self-contained HTML page: no script, no other file, no address that is fetched."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections import Counter
from dataclasses import dataclass

from gongkai import __version__
from gongkai.auditing.audit import Audit
from gongkai.auditing.figures import Interpretation, Stale
from gongkai.auditing.items import PARTS
from gongkai.auditing.plots import Plot, plot
from gongkai.auditing.previous import Change
from gongkai.auditing.results import Result, State
from gongkai.linking.coverage import Coverage
from gongkai.model.problems import Severity
from gongkai.model.validity import Validity
from gongkai.rendering.colour import colour_sheet
from gongkai.rendering.templates import Markup, render_template, theme_folder
from gongkai.rendering.world import World

_YEARS = 15
_ORGANS = 40
_WAIVED = 200


@dataclass(frozen=True, slots=True)
class ShownEvidence:
    """A place as people read it, what was found, and the page on the web or ""."""

    place: str
    words: str
    href: str


@dataclass(frozen=True, slots=True)
class ShownItem:
    """An item with its result in words; `state` also names its looks."""

    key: str
    name: str
    source: str
    state: str
    sign: str
    word: str
    sentence: str
    by_hand: str
    change: str
    count: int
    evidence: tuple[ShownEvidence, ...]


@dataclass(frozen=True, slots=True)
class ShownPart:
    """The items of a part."""

    name: str
    items: tuple[ShownItem, ...]


@dataclass(frozen=True, slots=True)
class ShownColumn:
    """A column that must be kept up."""

    name: str
    newest: str
    period: int
    due: str
    left: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table of words and numbers: the heads, the rows, and the sums below ("" where there are none)."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    sums: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Matrix:
    """Organ × 法定事项: for each organ its marks in the order of the items ("✓" with a number, "空", "—" = none of its business)."""

    items: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    gaps: int
    cells: int


@dataclass(frozen=True, slots=True)
class Context:
    """Variables of audit.html."""

    content_policy: str
    style: Markup
    name: str
    today: str
    state: str
    sign: str
    verdict: str
    counts: tuple[tuple[str, str, str, int], ...]
    compared: str
    urgent: tuple[ShownItem, ...]
    noted: tuple[ShownItem, ...]
    parts: tuple[ShownPart, ...]
    with_evidence: tuple[ShownItem, ...]
    columns: tuple[ShownColumn, ...]
    explained_words: str
    years: Plot
    year_table: Table
    lags: Plot
    lag_table: Table
    led_table: Table
    inventory: Table
    matrix: Matrix
    by_organ: Table
    by_rule: Table
    waived: Table
    waived_more: int
    old: int
    version: str


def page(audit: Audit, world: World) -> str:
    """The whole page; the same audit gives the same bytes."""
    style = colour_sheet(world.site.settings.colour) + (theme_folder() / "templates" / "audit.css").read_text(encoding="utf-8")
    digest = b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    base = world.site.settings.address.rstrip("/")
    items = {r.item.key: _item(r, audit, base) for r in audit.results}
    state, words = audit.verdict
    interpretation = audit.figures.interpretation
    context = Context(
        content_policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
        style=Markup(style),
        name=audit.name,
        today=audit.today.isoformat(),
        state=state.value,
        sign=state.sign,
        verdict=words,
        counts=tuple((s.value, s.sign, s.word, audit.counts[s]) for s in State),
        compared=_compared(audit),
        urgent=tuple(items[r.item.key] for r in audit.of(State.FAIL)),
        noted=tuple(items[r.item.key] for r in audit.of(State.WARN)),
        parts=tuple(ShownPart(part, tuple(items[r.item.key] for r in audit.results if r.item.part == part)) for part in PARTS),
        with_evidence=tuple(item for item in items.values() if item.evidence),
        columns=tuple(_column(stale) for stale in audit.figures.stale),
        explained_words=_explained(interpretation),
        years=plot("各年文件的解读", [(name, wanted, explained) for name, wanted, explained in _years(interpretation)]),
        year_table=Table(("年份", "应解读", "已解读", "比率"), tuple(
            (name, str(wanted), str(explained), _share(explained, wanted)) for name, wanted, explained in _years(interpretation)
        )),
        lags=plot("文件公开后多久有解读", [(name, count, count) for name, count in interpretation.lags]),
        lag_table=Table(("间隔", "文件数"), tuple((name, str(count)) for name, count in interpretation.lags)),
        led_table=Table(("年份", "次数"), tuple((str(year), str(count)) for year, count in interpretation.led)),
        inventory=_inventory(audit),
        matrix=_matrix(audit.figures.coverage),
        by_organ=Table(("机关", *_SEVERITIES), tuple(
            (organ, *map(str, counts))
            for organ, counts in _few([(organ, tuple(c[s] for s in Severity)) for organ, c in audit.figures.by_organ])
        )),
        by_rule=Table(("规则", "要求", *_SEVERITIES), tuple(
            (rule.id, rule.demand, *_counts(counts)) for rule, counts in audit.figures.by_rule
        )),
        waived=Table(("位置", "规则", "理由", "到期"), tuple(
            (str(p.place), p.id, w.reason, w.until.isoformat() if w.until else "随文") for p, w in audit.waived[:_WAIVED]
        )),
        waived_more=max(0, len(audit.waived) - _WAIVED),
        old=audit.old,
        version=__version__,
    )  # fmt: skip
    return render_template(world, "audit.html", context)


_SEVERITIES = tuple(severity.word for severity in Severity)


def _item(result: Result, audit: Audit, base: str) -> ShownItem:
    change = audit.changes.get(result.item.key)
    evidence = tuple(
        ShownEvidence(str(e.place), e.words, f"{base}/{e.address}" if base and e.address else "") for e in result.evidence
    )
    item, state = result.item, result.state
    by_hand = item.by_hand if state is not State.MANUAL else ""
    shown_change = change.word if change and change is not Change.SAME else ""
    return ShownItem(item.key, item.name, item.source, state.value, state.sign, state.word, result.sentence, by_hand, shown_change,
                     result.count, evidence)  # fmt: skip


def _compared(audit: Audit) -> str:
    if audit.previous is None:
        return ""
    changes = Counter(audit.changes.values())
    if not changes[Change.BETTER] and not changes[Change.WORSE]:
        return f"与 {audit.previous.date} 的报告相比，没有变化。"
    return f"与 {audit.previous.date} 的报告相比，变好 {changes[Change.BETTER]} 项，变差 {changes[Change.WORSE]} 项。"


def _column(stale: Stale) -> ShownColumn:
    return ShownColumn(stale.name, stale.newest.isoformat(), stale.period, stale.due.isoformat(), stale.left)


def _explained(interpretation: Interpretation) -> str:
    wanted, explained = interpretation.wanted, interpretation.explained
    if not wanted:
        return "没有须解读的文件。"
    return f"{interpretation.wanted_what} {wanted} 份，已解读 {explained} 份，占 {_share(explained, wanted)}。"


def _years(interpretation: Interpretation) -> list[tuple[str, int, int]]:
    """The last years one by one, those before them in one row."""
    years = interpretation.years
    early, late = years[:-_YEARS], years[-_YEARS:]
    rows = [(f"{y.year} 年" if y.year else "年份不明", y.wanted, y.explained) for y in late]
    if early:
        rows.insert(0, (f"{late[0].year} 年以前", sum(y.wanted for y in early), sum(y.explained for y in early)))
    return rows


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f}%" if whole else "—"


def _inventory(audit: Audit) -> Table:
    present = [state for state in Validity if any(counts[state] for counts in audit.figures.inventory.values())]
    every = [(organ, tuple(counts[state] for state in present)) for organ, counts in audit.figures.inventory.items()]
    rows = [(organ, *map(str, counts), str(sum(counts))) for organ, counts in _few(every)]
    sums = [sum(counts[state] for counts in audit.figures.inventory.values()) for state in present]
    return Table(("机关", *(s.value for s in present), "合计"), tuple(rows), ("合计", *map(str, sums), str(sum(sums))))


def _few(rows: list[tuple[str, tuple[int, ...]]]) -> list[tuple[str, tuple[int, ...]]]:
    """As many rows as people read; the rest in one. The JSON has them all."""
    if len(rows) <= _ORGANS + 1:
        return rows
    rest = rows[_ORGANS:]
    return [*rows[:_ORGANS], (f"其余 {len(rest)} 个机关", tuple(map(sum, zip(*(counts for _, counts in rest), strict=True))))]


def _matrix(coverage: Coverage) -> Matrix:
    rows = []
    for organ in coverage.organs:
        cells = {cell.item.id: cell for cell in coverage.of(organ)}
        marks = tuple(
            "—" if item.id not in cells else f"✓{len(cells[item.id].documents)}" if cells[item.id].documents else "空"
            for item in coverage.items
        )
        rows.append((organ.name, marks))
    return Matrix(tuple((item.id, item.name) for item in coverage.items), tuple(rows), len(coverage.gaps()), len(coverage.cells))


def _counts(counts: Counter[Severity]) -> tuple[str, ...]:
    return tuple(str(counts[severity]) for severity in Severity)
