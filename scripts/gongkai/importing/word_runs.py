"""The words of one Word paragraph: insertions are in, deletions are out, fields show their result, notes leave a mark."""

from __future__ import annotations

from dataclasses import dataclass, field

from gongkai.importing.tree import Node
from gongkai.importing.word_numbering import child

_LEFT_OUT = frozenset(["del", "moveFrom", "delText", "instrText", "delInstrText", "pPr", "rPr", "rt", "sdtPr", "sdtEndPr", "tblPr", "annotation", "commentRangeStart"])
_SYMBOLS = {0xF0FE: "☑", 0xF052: "☑", 0xF0FD: "☒", 0xF0A8: "□", 0xF06F: "□", 0xF071: "□", 0xF0A3: "□", 0xF06E: "■", 0xF0A7: "▪",
            0xF0FC: "√", 0xF0FB: "×", 0xF0B7: "•", 0xF0D8: "➢", 0xF0D7: "×", 0xF0B0: "°", 0xF0B1: "±", 0xF0B3: "≥"}  # fmt: skip


@dataclass(slots=True)
class Words:
    """What a paragraph holds. `boxes` are the paragraphs of text boxes in it, `pictures` (relation id, alternative text).
    `drawn` are charts and diagrams, of which there is no picture."""

    text: str = ""
    notes: list[tuple[str, str]] = field(default_factory=list)
    pictures: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Node] = field(default_factory=list)
    changes: int = 0
    comments: int = 0
    formulas: int = 0
    drawn: int = 0


class Runs:
    """Reads paragraphs in order: a field can begin in one and end in another, and notes are counted through the text."""

    def __init__(self) -> None:
        self._fields: list[bool] = []
        self._notes: dict[tuple[str, str], int] = {}

    def words(self, paragraph: Node) -> Words:
        """The words of a paragraph; `\\n` where the author broke a line."""
        words = Words()
        parts: list[str] = []
        alternative = ""
        waiting: list[Node | str] = list(reversed(paragraph.children))
        while waiting:
            item = waiting.pop()
            if isinstance(item, str) or item.tag in _LEFT_OUT:
                words.changes += not isinstance(item, str) and item.tag in ("del", "moveFrom")
                continue
            tag = item.tag
            if tag == "fldChar":
                self._field(item.attributes.get("fldCharType", ""))
            elif any(self._fields):
                if tag == "r":
                    waiting += reversed([n for n in item.children if isinstance(n, Node)])
            elif tag == "t":
                parts.append("".join(c for c in item.children if isinstance(c, str)))
            elif tag == "r":
                if not _is_hidden(item):
                    waiting += reversed(item.children)
            elif tag in ("br", "cr"):
                parts.append("\n" if item.attributes.get("type", "textWrapping") == "textWrapping" else "")
            elif tag == "tab":
                parts.append("　")
            elif tag == "noBreakHyphen":
                parts.append("-")
            elif tag == "sym":
                parts.append(_symbol(item))
            elif tag in ("footnoteReference", "endnoteReference"):
                key = (tag.removesuffix("Reference"), item.attributes.get("id", ""))
                if key not in self._notes:
                    self._notes[key] = len(self._notes) + 1
                    words.notes.append(key)
                parts.append(f"［注{self._notes[key]}］")
            elif tag == "commentReference":
                words.comments += 1
            elif tag == "AlternateContent":  # the same thing twice, for new programs and for old ones
                choice = child(item, "Choice") or child(item, "Fallback")
                if choice is not None:
                    waiting.append(choice)
            elif tag == "txbxContent":
                words.boxes.append(item)
            elif tag in ("blip", "imagedata"):
                picture = item.attributes.get("embed") or item.attributes.get("id", "")
                words.pictures.append((picture, alternative or item.attributes.get("title", "")))
                alternative = ""
            elif tag == "docPr":
                alternative = item.attributes.get("descr") or item.attributes.get("title", "")
            else:
                words.changes += tag in ("ins", "moveTo")
                words.formulas += tag == "oMath"
                words.drawn += tag == "graphicData" and item.attributes.get("uri", "").endswith(("/chart", "/chartex", "/diagram"))
                waiting += reversed(item.children)
        words.text = "".join(parts)
        return words

    def number_of(self, note: tuple[str, str]) -> int:
        """The number that a note was given where the text first mentions it."""
        return self._notes[note]

    def _field(self, kind: str) -> None:
        """Between begin and separate stand the field's instructions, then to its end what it shows."""
        if kind == "begin":
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()


def _is_hidden(run: Node) -> bool:
    properties = child(run, "rPr")
    vanish = child(properties, "vanish") if properties is not None else None
    return vanish is not None and vanish.attributes.get("val", "1") not in ("0", "false")


def _symbol(node: Node) -> str:
    try:
        code = int(node.attributes.get("char", ""), 16)
    except ValueError:
        return ""
    return _SYMBOLS.get(code, "□" if 0xE000 <= code < 0xF900 else chr(code) if 0x20 <= code < 0xD800 else "")
