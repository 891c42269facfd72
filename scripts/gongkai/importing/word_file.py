"""A Word file (.docx) as paragraphs, tables and pictures: numbers written out, changes accepted, comments told, notes at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from gongkai.importing.blocks import Block, Cell, Doubt, Refused, Source
from gongkai.importing.characters import clean
from gongkai.importing.lines import parted
from gongkai.importing.office_archive import Archive
from gongkai.importing.tree import Node
from gongkai.importing.word_numbering import Numbering, child, spaced
from gongkai.importing.word_runs import Runs, Words
from gongkai.importing.word_styles import Style, properties_of, read_styles, style_lists

_PICTURES = frozenset((".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".svg"))
_MOST_COMMENTS = 30


def read_word(raw: bytes) -> Source:
    """The text of a .docx; Refused where it is broken, protected or no Word file."""
    return _Reader(Archive(raw)).source()


class _Reader:
    """Reads one file; counts numbers, notes, changes and comments on its way."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._part = self._main_part()
        styles = archive.tree(self._beside("styles.xml"))
        self._styles, self._default = read_styles(styles)
        self._numbering = Numbering(archive.tree(self._beside("numbering.xml")), style_lists(styles))
        self._relations = archive.relations(self._part)
        self._runs = Runs()
        self._notes: list[tuple[str, str]] = []
        self._changes = self._comments = self._formulas = self._drawn = 0
        self._empty: list[str] = []
        self._pictures: dict[str, bytes] = {}
        self._doubts: list[Doubt] = []
        self._carried: list[Words] = []

    def source(self) -> Source:
        """All that the file holds."""
        document = self._archive.tree(self._part)
        body = next((node for node in document.walk() if node.tag == "body"), None) if document else None
        if body is None:
            raise Refused("不是 Word 文件，里面没有正文")
        blocks = list(self._blocks(body))
        blocks += list(self._note_blocks())
        if not any(block.text or block.rows or block.picture for block in blocks):
            raise Refused("里面没有文字")
        self._tell_comments()
        self._tell_what_is_left_out()
        if self._changes:
            self._doubts.insert(0, Doubt("正文", f"有 {self._changes} 处修订痕迹，已按接受全部修订导入"))
        return Source(blocks, pictures=self._pictures, doubts=self._doubts)

    def _main_part(self) -> str:
        """Where the text lies: word/document.xml, unless the package says otherwise."""
        for path in self._archive.relations("").values():
            if path.endswith("document.xml") and path in self._archive.names:
                return path
        found = next((name for name in sorted(self._archive.names) if re.search(r"(^|/)document\d?\.xml$", name)), "")
        if not found:
            raise Refused("不是 Word 文件（.docx），里面没有正文")
        return found

    def _beside(self, name: str) -> str:
        return str(PurePosixPath(self._part).parent / name)

    def _blocks(self, container: Node) -> Iterator[Block]:
        for node in _children(container):
            if node.tag == "p":
                yield from self._paragraph(node)
            elif node.tag == "tbl":
                yield from self._table(node)

    def _paragraph(self, node: Node) -> Iterator[Block]:
        properties = child(node, "pPr")
        named = child(properties, "pStyle") if properties is not None else None
        key = named.attributes.get("val", "") if named is not None else self._default
        style = properties_of(properties, self._styles.get(key, Style()))
        words = self._runs.words(node)
        self._changes += words.changes
        self._comments += words.comments
        self._formulas += words.formulas
        self._drawn += words.drawn
        self._notes += words.notes
        if _mark_deleted(properties):  # the end of this paragraph was deleted: the next one goes on in it
            self._carried.append(words)
            return
        text = "".join(w.text for w in self._carried) + words.text
        pictures = [p for w in (*self._carried, words) for p in w.pictures]
        boxes = [b for w in (*self._carried, words) for b in w.boxes]
        self._carried = []
        if style.contents:
            return
        if style.number:  # Word counts a paragraph without words too
            place = style.place if style.place >= 0 else self._numbering.level_of_style(style.number, key)
            label = self._numbering.label(style.number, place)
            if text.strip() or pictures or boxes:
                text = spaced(label) + text.lstrip()
            elif label.strip("• "):
                self._empty.append(label)
        for line in text.split("\n"):
            for piece in parted(clean(line)):
                if piece.strip("　 "):
                    yield Block(piece.strip("　 "), style.level, style.align)
        for relation, alternative in pictures:
            yield from self._picture(relation, alternative)
        for box in boxes:
            yield from self._blocks(box)

    def _picture(self, relation: str, alternative: str) -> Iterator[Block]:
        path = self._relations.get(relation, "")
        ending = PurePosixPath(path).suffix.lower()
        content = self._archive.read(path) if path in self._archive.names else None
        if content is None or ending not in _PICTURES:
            what = f"是 {ending} 格式，网页不能显示" if content is not None else "没有随文件保存"
            self._doubts.append(Doubt("图片", f"一张图片{what}，请另存为 .png 放到旁边"))
            return
        self._pictures[path] = content
        yield Block(clean(alternative).strip(), picture=path)

    def _table(self, table: Node) -> Iterator[Block]:
        rows: list[list[Cell]] = []
        above: dict[int, tuple[int, int]] = {}  # column → (row, place) of the cell that later ones continue
        loose: list[Block] = []
        for row in _children(table):
            if row.tag != "tr" or _row_deleted(row):
                continue
            line: list[Cell] = []
            column = _skipped(row)
            line += [Cell("")] * column
            for cell in _children(row):
                if cell.tag != "tc":
                    continue
                properties = child(cell, "tcPr")
                span = _span(properties)
                merge = child(properties, "vMerge") if properties is not None else None
                beside = child(properties, "hMerge") if properties is not None else None
                inside = list(self._blocks(cell))
                loose += [block for block in inside if block.picture]
                if beside is not None and beside.attributes.get("val", "continue") == "continue" and line and not _words(inside):
                    line[-1] = replace(line[-1], columns=line[-1].columns + span)
                elif merge is not None and merge.attributes.get("val", "continue") == "continue" and column in above:
                    number, place = above[column]
                    first = rows[number][place]
                    rows[number][place] = replace(first, rows=len(rows) - number + 1)
                else:
                    if merge is not None:
                        above[column] = (len(rows), len(line))
                    else:
                        above.pop(column, None)
                    line.append(Cell(_words(inside), span, 1))
                column += span
            rows.append(line)
        cells = [cell for line in rows for cell in line]
        if len(cells) == 1 or max((sum(c.columns for c in line) for line in rows), default=0) < 2:
            yield from (Block(piece) for one in cells for piece in one.text.split("\n") if piece)
        elif any(cell.text for cell in cells):
            yield Block(rows=tuple(tuple(line) for line in rows))
        yield from loose

    def _note_blocks(self) -> Iterator[Block]:
        """The footnotes and endnotes that the text mentions, each a paragraph at the end."""
        bodies: dict[tuple[str, str], Node] = {}
        for kind in ("footnote", "endnote"):
            tree = self._archive.tree(self._beside(f"{kind}s.xml"))
            bodies.update({(kind, n.attributes.get("id", "")): n for n in tree.walk() if n.tag == kind} if tree else {})
        for note in list(self._notes):
            if note in bodies:
                text = " ".join(block.text for block in self._blocks(bodies[note]) if block.is_text)
                yield Block(f"［注{self._runs.number_of(note)}］{text}")

    def _tell_what_is_left_out(self) -> None:
        if self._empty:
            shown = "、".join(f"“{label}”" for label in self._empty[:5]) + (" 等" if len(self._empty) > 5 else "")
            self._doubts.append(Doubt("正文", f"{shown} {len(self._empty)} 个编号后面没有字，没有导入，后面的编号照原文"))
        if self._formulas:
            self._doubts.append(Doubt("正文", f"有 {self._formulas} 个公式，只取了里面的字，请照原件改"))
        if self._drawn:
            self._doubts.append(Doubt("图片", f"有 {self._drawn} 个图表或图示，没有导入，请另存为图片放进来"))

    def _tell_comments(self) -> None:
        if not self._comments:
            return
        tree = self._archive.tree(self._beside("comments.xml"))
        for number, node in enumerate(n for n in (tree.walk() if tree else ()) if n.tag == "comment"):
            if number == _MOST_COMMENTS:
                break
            text = " ".join(block.text for block in self._blocks(node) if block.is_text)
            self._doubts.append(Doubt("批注", f"{node.attributes.get('author', '')}：{text[:200]}（批注没有导入正文）"))


def _children(node: Node) -> Iterator[Node]:
    """The paragraphs, tables, rows and cells below a node, through the wrappers that Word puts around them."""
    for one in node.children:
        if not isinstance(one, Node) or one.tag in ("del", "moveFrom"):
            continue
        if one.tag in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"):
            if not _is_contents(one):
                yield from _children(one)
        elif one.tag == "AlternateContent":
            chosen = child(one, "Choice") or child(one, "Fallback")
            if chosen is not None:
                yield from _children(chosen)
        else:
            yield one


def _is_contents(node: Node) -> bool:
    """Whether a block is Word's own table of contents."""
    properties = child(node, "sdtPr")
    return properties is not None and any(
        n.tag == "docPartGallery" and n.attributes.get("val") == "Table of Contents" for n in properties.walk()
    )


def _mark_deleted(properties: Node | None) -> bool:
    run = child(properties, "rPr") if properties is not None else None
    return run is not None and any(child(run, tag) is not None for tag in ("del", "moveFrom"))


def _row_deleted(row: Node) -> bool:
    properties = child(row, "trPr")
    return properties is not None and child(properties, "del") is not None


def _skipped(row: Node) -> int:
    properties = child(row, "trPr")
    before = child(properties, "gridBefore") if properties is not None else None
    value = before.attributes.get("val", "0") if before is not None else "0"
    return min(int(value), 60) if value.isdigit() else 0


def _span(properties: Node | None) -> int:
    found = child(properties, "gridSpan") if properties is not None else None
    value = found.attributes.get("val", "1") if found is not None else "1"
    return max(1, min(int(value), 60)) if value.isdigit() and len(value) < 6 else 1


def _words(blocks: list[Block]) -> str:
    """The words of a cell, a line for each paragraph; a table inside a cell gives its rows."""
    parts = []
    for block in blocks:
        if block.rows:
            parts += ["　".join(cell.text for cell in row if cell.text) for row in block.rows]
        elif block.is_text:
            parts.append(block.text)
    return "\n".join(part for part in parts if part)
