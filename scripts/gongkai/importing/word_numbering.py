"""Word's automatic numbers (numbering.xml) as the text that Word shows: 第一条, 一、, （一）, 1.1 (ECMA-376 §17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from gongkai.importing.counting import numeral
from gongkai.importing.tree import Node

_PLACE = re.compile(r"%([1-9])")
_MOST = 1_000_000


@dataclass(slots=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""
    style: str = ""
    restart: int | None = None
    legal: bool = False


@dataclass(slots=True)
class _List:
    """A w:num: which w:abstractNum it counts in, with its own levels where it overrides them."""

    counts_in: str
    levels: dict[int, _Level]
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts as Word does: lists of one w:abstractNum share their counters, a deeper level begins anew below a higher one."""

    def __init__(self, tree: Node | None, style_lists: dict[str, str]) -> None:
        self._lists: dict[str, _List] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        if tree is None:
            return
        abstract: dict[str, dict[int, _Level]] = {}
        linked: dict[str, str] = {}
        for node in tree.walk():
            if node.tag == "abstractNum":
                key = node.attributes.get("abstractNumId", "")
                abstract[key] = {_number(n.attributes.get("ilvl", "0")): _level(n) for n in _children(node, "lvl")}
                link = child(node, "numStyleLink")
                if link is not None:
                    linked[key] = link.attributes.get("val", "")
        nums = [node for node in tree.walk() if node.tag == "num"]
        base = {n.attributes.get("numId", ""): _value(n, "abstractNumId") for n in nums}
        for node in nums:
            number, counts_in = node.attributes.get("numId", ""), _value(node, "abstractNumId")
            if counts_in in linked:  # a list style: the levels are those of the list that the style names
                counts_in = base.get(style_lists.get(linked[counts_in], ""), counts_in)
            levels = dict(abstract.get(counts_in, {}))
            starts: dict[int, int] = {}
            for override in _children(node, "lvlOverride"):
                place = _number(override.attributes.get("ilvl", "0"))
                own = child(override, "lvl")
                if own is not None:
                    levels[place] = _level(own)
                start = child(override, "startOverride")
                if start is not None:
                    starts[place] = _number(start.attributes.get("val", "1"))
                elif own is not None:
                    starts[place] = levels[place].start
            self._lists[number] = _List(counts_in, levels, starts)

    def level_of_style(self, number: str, style: str) -> int:
        """The level of a list that a paragraph style is linked to; 0 where the list names none."""
        found = self._lists.get(number)
        return next((place for place, level in found.levels.items() if level.style == style), 0) if found else 0

    def label(self, number: str, place: int) -> str:
        """Count one paragraph of list `number` at level `place` (from 0) and give the number that Word shows before it."""
        found = self._lists.get(number)
        if not found or place not in found.levels:
            return ""
        counters = self._counters.setdefault(found.counts_in, {})
        level = found.levels[place]
        if place in found.starts and (number, place) not in self._begun:
            counters[place] = min(found.starts[place], _MOST)
        else:
            counters[place] = counters[place] + 1 if place in counters else level.start
        self._begun.add((number, place))
        for deeper in [d for d in counters if d > place]:
            restart = found.levels[deeper].restart if deeper in found.levels else None
            if restart is None or (restart and place < restart):
                del counters[deeper]
        if level.form == "bullet":
            return "• " if level.text.strip() else ""
        return _PLACE.sub(lambda match: self._shown(found, counters, int(match[1]) - 1, level), level.text)

    def _shown(self, found: _List, counters: dict[int, int], place: int, level: _Level) -> str:
        other = found.levels.get(place, level)
        value = counters.get(place, other.start)
        return numeral(value, "decimal" if level.legal and other.form != "decimalZero" else other.form)


def spaced(label: str) -> str:
    """A number with what parts it from its text: 第一条 and a blank, 1.1 and a space, （一） and nothing."""
    if not label or label.endswith((" ", "　")):
        return label
    if re.search("[条章节编款]$", label):
        return label + "　"
    return label + " " if label[-1].isalnum() and label[-1].isascii() else label


def child(node: Node, tag: str) -> Node | None:
    """The first child of that name."""
    return next((c for c in node.children if isinstance(c, Node) and c.tag == tag), None)


def _children(node: Node, tag: str) -> list[Node]:
    return [c for c in node.children if isinstance(c, Node) and c.tag == tag]


def _value(node: Node, tag: str) -> str:
    found = child(node, tag)
    return found.attributes.get("val", "") if found is not None else ""


def _number(text: str) -> int:
    return min(int(text), _MOST) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def _level(node: Node) -> _Level:
    level = _Level(form=_value(node, "numFmt") or "decimal", text=_value(node, "lvlText"), style=_value(node, "pStyle"))
    custom = next((n.attributes.get("val", "") for n in node.walk() if n.tag == "numFmt"), "")
    start, restart = child(node, "start"), child(node, "lvlRestart")
    return replace(
        level,
        form=level.form if level.form != "decimal" else custom or "decimal",
        start=_number(start.attributes.get("val", "1")) if start is not None else 1,
        restart=_number(restart.attributes.get("val", "0")) if restart is not None else None,
        legal=child(node, "isLgl") is not None,
    )
