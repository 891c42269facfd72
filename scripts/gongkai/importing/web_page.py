"""A saved web page: the part that is the document, its info box, its tables, pictures and attached files; the rest goes."""

from __future__ import annotations

import re
from urllib.parse import unquote

from gongkai.importing.blocks import Block, Link, Refused, Source
from gongkai.importing.characters import clean, is_mojibake
from gongkai.importing.chrome import is_chrome, is_clock
from gongkai.importing.info_box import pairs_of
from gongkai.importing.lines import parted
from gongkai.importing.page_tables import is_layout, number_items, rows_of
from gongkai.importing.plain_text import decoded
from gongkai.importing.tail import file_name
from gongkai.importing.tree import BLOCKS, Node, read_tree_of

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CENTRE = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_RIGHT = re.compile(r"text-align\s*:\s*right", re.IGNORECASE)
_SITE = re.compile(r"\s*[_|\-–—>]+\s*[^_|\-–—>]{2,30}$")
_TITLES = ("articletitle", "og:title", "dc.title")
_DATES = ("pubdate", "publishdate", "publication_date", "og:release_date", "dc.date")
_CHROME_TAGS = frozenset(("nav", "footer", "aside", "head"))
_PICTURE = re.compile(r"\.(png|jpe?g|gif|bmp|webp)$", re.IGNORECASE)
_LABEL = re.compile(r"^[\s　\[【]*[\u3400-\u9fff][\u3400-\u9fff　 ]{1,9}[:：]")
_INLINE = frozenset(("span", "b", "strong", "i", "em", "label", "font", "small"))
_MOST = 10_000_000
_SHORT = 80
_SMALLEST = 300
"""Width in pixels from which a picture whose size the page states is part of the text and no button."""


def read_page(raw: bytes) -> Source:
    """The document that a page shows; Refused where it holds no text."""
    if len(raw) > _MOST:
        raise Refused(f"有 {len(raw) / 1e6:.0f} MB，不像一个网页。请只保存正文再导入")
    html = _html(raw)
    root = read_tree_of(html)
    if is_mojibake(root.text()):
        raise Refused("是乱码：网页在保存时已经损坏，读不出来。请在浏览器里重新保存，或复制文字另存为 UTF-8 的 .txt")
    said = _said(root)
    main = _main(root)
    outside = [line for line in _lines_outside(root, main) if line]
    pairs = [pair for line in outside for pair in pairs_of(line)]
    reader = _Reader()
    blocks = reader.blocks(main)
    if not any(block.text or block.rows for block in blocks):
        raise Refused("网页里没有文字（也许内容是脚本后来装入的）。请在浏览器里选中正文，复制到 Word 或记事本里保存")
    heading = _heading(root)
    if heading and "标题" not in said:
        said["标题"] = heading
    return Source(blocks, pairs, said, reader.links)


def _html(raw: bytes) -> str:
    declared = _CHARSET.search(raw[:4096])
    name = declared[1].decode("ascii").lower() if declared else ""
    if name in ("gb2312", "gbk", "gb18030", "big5"):
        text = raw.decode("gb18030" if name.startswith("gb") else name, "replace")
        if text.count("\ufffd") * 1000 < len(text):
            return text
    return decoded(raw)


def _said(root: Node) -> dict[str, str]:
    """What the page's meta tags state (国办发〔2017〕47号 《网页设计规范》)."""
    said: dict[str, str] = {}
    for node in root.walk():
        if node.tag == "meta":
            name = (node.attributes.get("name") or node.attributes.get("property") or "").lower()
            content = node.attributes.get("content", "").strip()
            if name in _TITLES and content and content.lower() != "null":
                said.setdefault("标题", content)
            elif name in _DATES and re.search(r"\d{4}", content):
                said.setdefault("公开日期", content)
    return said


def _heading(root: Node) -> str:
    """The page's only h1, else its title without the site's name."""
    headings = [node.text() for node in root.walk() if node.tag == "h1"]
    if len(headings) == 1 and len(headings[0]) > 5:
        return headings[0]
    title = next((node.text() for node in root.walk() if node.tag == "title"), "")
    while _SITE.search(title) and len(_SITE.sub("", title)) > 8:
        title = _SITE.sub("", title)
    return title if len(title) > 5 else ""


def _main(root: Node) -> Node:
    """The smallest element that holds the document: from the top down, as long as one child holds nearly all the text.

    Text in links does not count; the way down ends where what stays outside is more than tools and an info box.
    """
    weights = _weights(root)
    node = root
    while True:
        inner = [child for child in node.children if isinstance(child, Node)]
        best = max(inner, key=lambda child: weights.get(id(child), 0), default=None)
        if best is None or weights.get(id(best), 0) < 0.85 * max(1, weights.get(id(node), 0)) or best.tag in ("p", "span", "font", "strong", "b"):
            return node
        if best.tag == "table" and not is_layout(best):
            return node
        left = [line for line in _lines_outside(node, best) if line]
        if any(_belongs(line) for line in left) and node.tag not in ("html", "body"):
            return node
        node = best


def _belongs(line: str) -> bool:
    """Whether a line that stands beside the text is part of the document."""
    if is_chrome(line) or is_clock(line) or pairs_of(line) or re.search("版权|备案|主办|承办|浏览器", line):
        return False
    return len(line) > 12 or bool(file_name(line))


def _weights(root: Node) -> dict[int, int]:
    """The characters of running text below each element, links and page tools left out."""
    weights: dict[int, int] = {}
    order: list[tuple[Node, Node | None, bool]] = []
    waiting: list[tuple[Node, Node | None, bool]] = [(root, None, False)]
    while waiting:
        node, parent, linked = waiting.pop()
        linked = linked or node.tag == "a" or node.tag in _CHROME_TAGS or _is_hidden(node)
        order.append((node, parent, linked))
        waiting += [(child, node, linked) for child in node.children if isinstance(child, Node)]
    for node, parent, linked in reversed(order):
        own = 0 if linked else sum(len(child.strip()) for child in node.children if isinstance(child, str))
        weights[id(node)] = weights.get(id(node), 0) + own
        if parent is not None:
            weights[id(parent)] = weights.get(id(parent), 0) + weights[id(node)]
    return weights


def _lines_outside(node: Node, main: Node) -> list[str]:
    """The lines of a page outside its document, rows of tables as one line each, links left out."""
    lines: list[str] = []
    waiting: list[Node | str] = [node]
    current: list[str] = []

    def end() -> None:
        lines.append(re.sub(r"[ \t\r\n]+", " ", clean("".join(current))).strip())
        current.clear()

    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            if item == "\0":
                end()
            else:
                current.append(item)
            continue
        if item is main or item.tag in _CHROME_TAGS or item.tag == "title" or _is_hidden(item):
            continue
        in_row = item.tag in ("td", "th", "dd") or (item.tag in _INLINE and _begins_label(item))
        block = item.tag in BLOCKS or item.tag == "br"
        if block and not in_row:
            end()
        if in_row:
            current.append(" ")
        tail: list[Node | str] = ["\0"] if block and not in_row and item.tag != "dt" else []
        waiting += [*tail, *(child for child in reversed(item.children) if not (isinstance(child, Node) and child.tag == "a"))]
    end()
    return lines


def _has_sentence(line: list[str]) -> bool:
    return any("，" in piece or "。" in piece for piece in line)


def _begins_label(node: Node) -> bool:
    """Whether an inline element begins with a label (`<span>来源：`): it stands apart from what is before it."""
    first = next((child for child in node.children if isinstance(child, str) and child.strip()), "")
    return bool(_LABEL.match(first))


def _is_hidden(node: Node) -> bool:
    return bool(_HIDDEN.search(node.attributes.get("style", ""))) or "hidden" in node.attributes


class _Reader:
    """Turns an element into blocks; keeps the links to files that it passes."""

    def __init__(self) -> None:
        self.links: list[Link] = []
        self._found: list[Block] = []
        self._line: list[str] = []
        self._linked = 0

    def blocks(self, node: Node) -> list[Block]:
        """The blocks below an element, in the order of the page."""
        waiting: list[tuple[Node | str, str, int]] = [(node, "", 0)]
        while waiting:
            item, align, level = waiting.pop()
            if isinstance(item, str):
                if item == "\0":
                    self._end(align, level)
                else:
                    self._line.append(item)
                continue
            if item.tag in _CHROME_TAGS or item.tag == "title" or _is_hidden(item):
                continue
            if item.tag == "table" and not is_layout(item):
                self._end(align, level)
                rows = rows_of(item)
                if rows:
                    self._found.append(Block(rows=rows))
                continue
            if item.tag == "img":
                self._picture(item, align, level)
                continue
            if item.tag == "a":
                self._link(item)
            elif item.tag in _INLINE and _begins_label(item):
                self._line.append("　")
            style = item.attributes.get("style", "") + ";text-align:" + item.attributes.get("align", "").lower()
            if item.tag in BLOCKS:
                align = "center" if _CENTRE.search(style) or item.tag == "center" else "right" if _RIGHT.search(style) else align
            if item.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
                level = int(item.tag[1])
            breaks = item.tag in BLOCKS or item.tag == "br"
            if breaks and item.tag not in ("td", "th"):
                self._end(align, level)
            if item.tag in ("td", "th"):
                self._line.append("　")
            if item.tag == "ol":
                number_items(item)
            children: list[tuple[Node | str, str, int]] = [(child, align, level) for child in reversed(item.children)]
            waiting += [*([("\0", align, level)] if breaks and item.tag not in ("td", "th") else []), *children]
        self._end("", 0)
        return self._found

    def _end(self, align: str, level: int) -> None:
        text = re.sub(r"[ \t\r\n]+", " ", clean("".join(self._line))).strip()
        linked, self._linked = self._linked, 0
        self._line.clear()
        if linked > 0.7 * len(text) and len(text) < _SHORT and not re.search("[。；]|附件", text) and not file_name(text):
            return  # nothing but links: the page's own ways to other pages
        if text.strip("　 "):
            self._found += [Block(piece.strip("　 "), level, align) for piece in parted(text)]

    def _picture(self, node: Node, align: str, level: int) -> None:
        source = unquote(node.attributes.get("src", ""))
        width = node.attributes.get("width", "")
        if not _PICTURE.search(source.split("?")[0]) or (width.isdigit() and int(width) < _SMALLEST):
            return
        self._end(align, level)
        self._found.append(Block(node.attributes.get("alt", ""), picture=source))

    def _link(self, node: Node) -> None:
        target = unquote(node.attributes.get("href", ""))
        words = node.text()
        if file_name(target.rsplit("/", 1)[-1].split("?")[0]):
            self.links.append(Link(words, target))
        elif not _has_sentence(self._line):
            self._linked += len(words)
