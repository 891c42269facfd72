"""The tables of an annual report from YAML or CSV: rows and columns by their official words or shorter ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from gongkai.model.annual_report import (
    APPLICATIONS,
    DISCLOSURE,
    REVIEWS,
    TOTAL,
    Block,
    Figure,
    Figures,
    Group,
    Key,
    Label,
    Layout,
)
from gongkai.model.problems import Misreading
from gongkai.reading.decoding import decode
from gongkai.reading.entries import Item, read_tree
from gongkai.reading.tables import read_table

_TABLES = {"主动公开": DISCLOSURE, "表二": DISCLOSURE, "申请": APPLICATIONS, "表三": APPLICATIONS, "复议诉讼": REVIEWS, "表四": REVIEWS}
_NUMBERING = re.compile(r"^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d+\s*[.．、]\s*)+")
_SIGNS = re.compile(r"[\s\u3000“”\"'‘’：:]")
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


def default_layout() -> dict[str, Any]:
    """The layout of the official form, as text."""
    tree, _, _ = read_tree((Path(__file__).parent / "annual_report.yaml").read_text(encoding="utf-8"))
    assert isinstance(tree, dict)
    return tree


def layout_of(tree: Mapping[str, Any]) -> Layout:
    """A layout from its text; raises KeyError, TypeError or AttributeError where a part is missing or misshapen."""
    return Layout(
        parts=tuple(tree["部分"]),
        disclosure=tuple(Block(b["条款"], _labels(b["列"]), _labels(b["行"])) for b in tree["主动公开"]),
        from_library=tree["由政策库计算"],
        decimal=tree["可有小数"],
        applicants=_labels(tree["申请人"]),
        received=_label(tree["新收"]),
        carried=_label(tree["结转"]),
        handled=_label(tree["办理结果"]),
        results=tuple(
            Group(_label(one)) if isinstance(one, str) else Group(_label(one["名称"]), _labels(one["情形"])) for one in tree["结果"]
        ),
        result_total=_label(tree["结果总计"]),
        left=_label(tree["结转下年"]),
        reviews=_labels(tree["复议诉讼"]),
        outcomes=_labels(tree["复议诉讼结果"]),
    )


def _label(text: str) -> Label:
    first, *short = text.split("|")
    return Label(first, tuple(short))


def _labels(texts: Iterable[str]) -> tuple[Label, ...]:
    return tuple(_label(text) for text in texts)


@dataclass(frozen=True, slots=True)
class _Given:
    """A row as an editor gives it: cells by column, or in the order of the columns (column "")."""

    table: str
    row: str
    line: int
    cells: tuple[tuple[str, Item], ...]


def read_figures(path: str, raw: bytes, layout: Layout) -> tuple[Figures, list[Misreading]]:
    """The figures of one file, and what could not be understood."""
    misreadings: list[Misreading] = []
    given: dict[Key, Figure] = {}
    for row in _rows(path, raw, misreadings):
        for key, figure in _figures(row, layout, misreadings):
            if key in given:
                misreadings.append(Misreading("data", figure.line, f"“{key[1]}”的“{key[2]}”写了两次", "只留一个"))
            given.setdefault(key, figure)
    return Figures(layout, given), misreadings


def _rows(path: str, raw: bytes, misreadings: list[Misreading]) -> Iterator[_Given]:
    if not path.lower().endswith((".yaml", ".yml")):
        yield from _csv_rows(path, raw, misreadings)
        return
    text, odd = decode(raw)
    misreadings += odd
    tree, lines, found = read_tree(text or "")
    misreadings += (Misreading("data", m.line, m.message, m.hint) for m in found)
    for name, rows in tree.items() if isinstance(tree, dict) else ():
        if rows == "":
            continue
        if name not in _TABLES or not isinstance(rows, dict):
            hint = "写“主动公开”“申请”“复议诉讼”三张表，每张下面一行写“行名: 数”或“行名: [数, 数]”"
            misreadings.append(Misreading("data", lines.get(name, 1), f"不认识的表“{name}”", hint))
            continue
        for row, value in rows.items():
            line = lines[f"{name}/{row}"]
            if isinstance(value, dict):
                cells = tuple((c, Item(str(v), lines[f"{name}/{row}/{c}"])) for c, v in value.items())
            else:
                values = value if isinstance(value, list) else [value]
                cells = tuple(("", Item(str(v), line)) for v in values)
            yield _Given(_TABLES[name], row, line, cells)
    if not isinstance(tree, dict):
        misreadings.append(Misreading("data", 1, "年报数据不是“表: 行: 数”", "写法见 docs/栏目数据.md"))


def _csv_rows(path: str, raw: bytes, misreadings: list[Misreading]) -> Iterator[_Given]:
    table, odd = read_table(path, raw)
    misreadings += odd
    if not table.headings:
        return
    bare = {_bare(heading) for heading in table.headings}
    kind = APPLICATIONS if "自然人" in bare else REVIEWS if "结果维持" in bare else DISCLOSURE
    first = table.headings[0]
    for row in table.rows:
        name = row.cells.get(first)
        if name is None:
            misreadings.append(Misreading("data", row.line, "这一行的第一格是空的", "第一格写行名，如“本年新收”"))
            continue
        cells = tuple((h, row.cells[h][0]) for h in table.headings[1:] if h in row.cells)
        yield _Given(kind, name[0].text, row.line, cells)


def _figures(row: _Given, layout: Layout, misreadings: list[Misreading]) -> Iterator[tuple[Key, Figure]]:
    labels, columns = _wanted(row, layout)
    label = _find(row.row, labels)
    if label is None:
        known = "、".join((one.short or (one.text,))[0] for one in labels)
        misreadings.append(Misreading("data", row.line, f"不认识的行“{row.row}”", f"可用：{known}"))
        return
    if row.table == DISCLOSURE:
        columns = next(block.columns for block in layout.disclosure if label in block.rows)
    every = (*columns, Label(TOTAL)) if row.table != DISCLOSURE else columns
    if any(not name for name, _ in row.cells) and len(row.cells) > len(every):
        misreadings.append(Misreading("data", row.line, f"“{row.row}”有 {len(row.cells)} 个数，只有 {len(every)} 列", _order(every)))
        return
    for place, (name, item) in enumerate(row.cells):
        column = _find(name, every) if name else every[place]
        if column is None:
            misreadings.append(Misreading("data", item.line, f"“{row.row}”没有“{name}”这一列", _order(every)))
            continue
        value = _number(item, f"{row.row}（{column.text}）", label.text == layout.decimal, misreadings)
        if value is not None:
            yield (row.table, label.text, column.text), Figure(value, item.line)


def _wanted(row: _Given, layout: Layout) -> tuple[tuple[Label, ...], tuple[Label, ...]]:
    if row.table == DISCLOSURE:
        return tuple(label for block in layout.disclosure for label in block.rows), ()
    if row.table == REVIEWS:
        return layout.reviews, layout.outcomes
    results = (label for group in layout.results for label in group.rows())
    return (layout.received, layout.carried, *results, layout.result_total, layout.left), layout.applicants


def _order(columns: tuple[Label, ...]) -> str:
    return f"依次是{'、'.join(column.text for column in columns)}"


def _find(name: str, labels: Iterable[Label]) -> Label | None:
    """The one label that a name means: by its words without numbering and signs, else the only one that holds it."""
    wanted = _bare(name)
    labels = tuple(labels)
    for label in labels:
        if wanted in map(_bare, (label.text, *label.short)):
            return label
    holding = [label for label in labels if len(wanted) > 2 and (wanted in _bare(label.text) or _bare(label.text) in wanted)]
    return holding[0] if len(holding) == 1 else None


def _bare(text: str) -> str:
    text = _SIGNS.sub("", text.replace("(", "（").replace(")", "）"))
    while (shorter := _NUMBERING.sub("", text)) != text:
        text = shorter
    return text


def _number(item: Item, name: str, decimal: bool, misreadings: list[Misreading]) -> Decimal | None:
    """A count, or money where decimals may be; a blank or a dash is 0."""
    text = re.sub(r"[,\s]|[件万元]+$", "", item.text.translate(_NARROW))
    if text in ("", "-", "—", "/"):
        return Decimal(0)
    try:
        value = Decimal(text)
    except InvalidOperation:
        misreadings.append(Misreading("data", item.line, f"{name}“{item.text}”不是数", "写阿拉伯数字，没有的写 0 或空着"))
        return None
    if not value.is_finite() or value < 0 or (value != value.to_integral_value() and not decimal):
        misreadings.append(Misreading("data", item.line, f"{name}“{item.text}”不是整数", "件数是 0 或正整数"))
        return None
    return value
