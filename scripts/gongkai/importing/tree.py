"""A tree of a web page by the standard library's parser, as forgiving as browsers are where offices' pages need it.

Why not a parser of browsers' own rules: those take time in the square of the depth (200,000 nested `<div>` cost minutes),
and a library with machine code would have to exist for every old PC. What differs here moves no text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"])
_SILENT = frozenset(["script", "style", "noscript", "template", "iframe", "object", "svg", "math", "select", "textarea", "button", "canvas", "audio", "video", "map"])
BLOCKS = frozenset(
    ["address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul"]
)
_CLOSED_BY = {
    "li": frozenset(("li",)), "dt": frozenset(("dt", "dd")), "dd": frozenset(("dt", "dd")), "tr": frozenset(("tr", "td", "th")),
    "td": frozenset(("td", "th")), "th": frozenset(("td", "th")), "tbody": frozenset(("tbody", "thead", "tfoot", "tr", "td", "th")),
    "thead": frozenset(("tbody", "thead", "tfoot", "tr", "td", "th")), "tfoot": frozenset(("tbody", "thead", "tfoot", "tr", "td", "th")),
    "option": frozenset(("option",)),
}  # fmt: skip
_WALL = {"li": ("ul", "ol", "table"), "dt": ("dl", "table"), "dd": ("dl", "table")}
_CELLS = frozenset(("td", "th", "table", "caption"))
_DEEPEST = 400
_COMMENT = re.compile("<!--.*?(?:-->|$)", re.DOTALL)
_DECLARATION = re.compile(r"<!\[.*?(?:>|$)|<\?.*?(?:>|$)", re.DOTALL)


@dataclass(slots=True, eq=False)
class Node:
    """An element with its children in order: other elements and runs of text."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        """This element and all below it, in the order of the page."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += [child for child in reversed(node.children) if isinstance(child, Node)]

    def text(self) -> str:
        """All the text below, without line ends."""
        parts: list[str] = []
        waiting: list[Node | str] = [self]
        while waiting:
            node = waiting.pop()
            if isinstance(node, str):
                parts.append(node)
            else:
                waiting += reversed(node.children)
                if node.tag in BLOCKS or node.tag == "br":
                    parts.append(" ")
        return re.sub(r"[ \t\r\n]+", " ", "".join(parts)).strip()


def read_tree_of(html: str) -> Node:
    """The tree of a page; never raises for what a page holds."""
    builder = _Builder()
    bare = _DECLARATION.sub("", _COMMENT.sub("", html)) if "<!" in html or "<?" in html else html
    end = bare.rfind(">") + 1  # no tag begins behind the last “>”; the parser would look for its end again and again
    bare = bare[:end] + bare[end:].replace("<", "&lt;")
    try:
        builder.feed(bare)
        builder.close()
    except AssertionError:  # some Pythons meet odd declarations so; what came before them stands
        pass
    return builder.root


class _Builder(HTMLParser):
    """Puts each tag where browsers put it: ends that are left out are supplied, ends that open nothing are passed over."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("html")
        self._open = [self.root]
        self._skipped = 0
        self._skipping = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        if self._skipping:
            self._skipped += tag == self._skipping
            return
        if tag in _SILENT:
            self._skipping, self._skipped = tag, 1
            return
        self._close_implied(tag)
        node = Node(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(node)
        if tag not in _VOID and len(self._open) < _DEEPEST:
            self._open.append(node)

    def handle_endtag(self, tag: str) -> None:
        """Close the nearest element of that name, not beyond the cell it stands in."""
        if self._skipping:
            self._skipped -= tag == self._skipping
            if self._skipped <= 0:
                self._skipping = ""
            return
        if tag == "br":
            self._open[-1].children.append(Node("br"))
            return
        for place in range(len(self._open) - 1, 0, -1):
            name = self._open[place].tag
            if name == tag:
                del self._open[place:]
                return
            if name in _CELLS and tag not in ("td", "th", "tr", "table", "tbody", "thead", "tfoot"):
                return
            if name == "table":
                return

    def handle_data(self, data: str) -> None:
        """A run of text."""
        if not self._skipping:
            self._open[-1].children.append(data)

    def _close_implied(self, tag: str) -> None:
        if tag in BLOCKS:
            for place in range(len(self._open) - 1, 0, -1):
                name = self._open[place].tag
                if name == "p":
                    del self._open[place:]
                    break
                if name in BLOCKS:
                    break
        closed = _CLOSED_BY.get(tag)
        if not closed:
            return
        wall = _WALL.get(tag, ("table",))
        for place in range(len(self._open) - 1, 0, -1):
            name = self._open[place].tag
            if name in wall:
                return
            if name in closed:
                lowest = place
                while lowest > 1 and self._open[lowest - 1].tag in closed:
                    lowest -= 1
                del self._open[lowest:]
                return
