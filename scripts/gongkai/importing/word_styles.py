"""Word's paragraph styles: which are headings, which carry a number, which make a table of contents."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gongkai.importing.tree import Node
from gongkai.importing.word_numbering import child

_HEADING = re.compile(r"^(?:heading|标题)\s*([1-9])$", re.IGNORECASE)
_CONTENTS = re.compile(r"^(?:toc|目录)\s*\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph has from its style: heading level (0 = none), list and level of it ("" = none, -1 = not said)."""

    level: int = 0
    number: str = ""
    place: int = -1
    align: str = ""
    contents: bool = False


def read_styles(tree: Node | None) -> tuple[dict[str, Style], str]:
    """The styles by id, with what each takes from the one it is based on, and the id of the default paragraph style."""
    nodes = {n.attributes.get("styleId", ""): n for n in tree.walk() if n.tag == "style"} if tree else {}
    styles: dict[str, Style] = {}
    default = ""
    for key, node in nodes.items():
        if node.attributes.get("default") in ("1", "true") and node.attributes.get("type") == "paragraph":
            default = key
        chain: list[Node] = []
        at: Node | None = node
        while at is not None and at not in chain and len(chain) < 20:
            chain.append(at)
            based = child(at, "basedOn")
            at = nodes.get(based.attributes.get("val", "")) if based is not None else None
        style = Style()
        for one in reversed(chain):
            style = _refined(style, one)
        styles[key] = style
    return styles, default


def style_lists(tree: Node | None) -> dict[str, str]:
    """The list (numId) of each numbering style, by the style's id."""
    found: dict[str, str] = {}
    for node in tree.walk() if tree else ():
        if node.tag == "style" and node.attributes.get("type") == "numbering":
            number = next((n.attributes.get("val", "") for n in node.walk() if n.tag == "numId"), "")
            found[node.attributes.get("styleId", "")] = number
    return found


def properties_of(node: Node | None, style: Style, unsaid: int = 0) -> Style:
    """The style of one paragraph: what its own properties (w:pPr) say over what its style says.

    `unsaid` is the level of a list that is named without one: the first, but in a style the list itself says which.
    """
    if node is None:
        return style
    level, number, place, align = style.level, style.number, style.place, style.align
    outline, numbered, side = child(node, "outlineLvl"), child(node, "numPr"), child(node, "jc")
    if outline is not None:
        value = outline.attributes.get("val", "")
        level = int(value) + 1 if value.isdigit() and int(value) < 9 else 0
    if numbered is not None:
        own, deep = child(numbered, "numId"), child(numbered, "ilvl")
        number = own.attributes.get("val", "") if own is not None else number
        number = "" if number == "0" else number
        value = deep.attributes.get("val", "") if deep is not None else ""
        place = int(value) if value.isdigit() and int(value) < 9 else unsaid if own is not None else place
    if side is not None:
        align = {"center": "center", "right": "right", "end": "right"}.get(side.attributes.get("val", ""), "")
    return Style(level, number, place, align, style.contents)


def _refined(style: Style, node: Node) -> Style:
    named = child(node, "name")
    name = named.attributes.get("val", "") if named is not None else ""
    heading = _HEADING.match(name)
    refined = properties_of(child(node, "pPr"), style, -1)
    return Style(int(heading[1]) if heading else refined.level, refined.number, refined.place, refined.align,
                 style.contents or bool(_CONTENTS.match(name)))
