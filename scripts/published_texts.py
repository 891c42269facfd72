"""The texts of a build, read off its published pages and made comparable by rules of their own: nothing of the index, and
nothing of the code that writes or reads it, has a part in saying what is right. For exactness.py."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from html.parser import HTMLParser
from importlib import resources
from pathlib import Path
from typing import Any

_SIGNS = (
    ("〔［[（﹝【〖", "("), ("〕］]）﹞】〗", ")"), ("“”„‟「」『』〝〞〟«»", '"'), ("‘’‚‛`´", "'"), ("﹐", ","), ("。．｡", "."), ("﹕∶", ":"),
    ("—–‐‑‒―−─━", "-"), ("〜∼～", "~"), ("•・‧∙⋅●", "·"), ("〈", "<"), ("〉", ">"),
)  # fmt: skip
_BLOCKS = {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "td", "th", "tr", "table", "blockquote", "pre", "dt",
           "dd", "figure", "figcaption", "br", "hr", "section"}  # fmt: skip
_VOID = {"br", "hr", "img", "input", "col", "source", "wbr", "meta", "link"}


_WITHDRAWN = 'class="page-withdrawn"'


@dataclass(frozen=True, slots=True)
class Published:
    """The text of a page: what stands in its body, block by block, as it is; and with what the document is known by, made
    comparable."""

    url: str
    body: str
    whole: str


class _Page(HTMLParser):
    """Collects the text of the body, and what the page says the document is: its heading, the line under it, the policies
    it explains, and who answers for it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.body: list[str] = []
        self.head: list[str] = []
        self._open: list[tuple[str, str]] = []  # element, and what it belongs to: "body", "head", "label" or ""
        self._label = ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        names = (dict(attributes).get("class") or "").split()
        where = self._where(tag, names, self._open[-1][1] if self._open else "")
        self._break(tag, where)
        if tag == "img" and where == "body":
            self.body.append(dict(attributes).get("alt") or "")
        if tag not in _VOID:
            self._open.append((tag, where))

    def _where(self, tag: str, names: Sequence[str], outer: str) -> str:
        if outer == "body" or (tag == "div" and "text" in names):
            return "body"
        if tag == "dt":
            self._label = ""
            return "label"
        if tag == "h1" or "byline" in names or (tag == "dd" and self._label in ("解读人", "联系电话")):
            return "head"
        if "explains-title" in names:
            return "explained"
        if outer == "explained":
            return "title" if tag == "a" else ""
        return "" if "form" in names else outer

    def handle_endtag(self, tag: str) -> None:
        while any(element == tag for element, _ in self._open):
            element, where = self._open.pop()
            self._break(element, where)
            if element == tag:
                break

    def handle_data(self, data: str) -> None:
        where = self._open[-1][1] if self._open else ""
        if where == "body":
            # A line's end in the markup of a paragraph is white space; one in a <pre> is an end.
            pre = any(element == "pre" for element, _ in self._open)
            self.body.append(data if pre else data.replace("\n", " "))
        elif where == "head":
            self.head += [data, "\n", _in_chinese(data), "\n"]
        elif where == "title":
            self.head.append(f"《{data}》\n")
        elif where == "label":
            self._label += data.strip()

    def _break(self, tag: str, where: str) -> None:
        if tag in _BLOCKS and where == "body":
            self.body.append("\n")


def published(build: Path) -> list[Published]:
    """Every policy and interpretation of a build, as its page and the file for programs beside it show it; not what was
    withdrawn, of which a page says no more than that."""
    found: list[Published] = []
    for folder in ("policies", "interpretations"):
        for path in sorted((build / folder).glob("*.html")):
            told = path.read_text("utf-8")
            if _WITHDRAWN in told:
                continue
            page = _Page()
            page.feed(told)
            lines = ["".join(page.head)]
            beside = path.with_suffix(".json")
            if beside.exists():
                lines += _lines(json.loads(beside.read_text("utf-8")))
            body = "".join(page.body)
            found.append(Published(f"{folder}/{path.name}", body, normal("\n".join([*lines, body]))))
    return found


def _lines(told: Mapping[str, Any]) -> Iterator[str]:
    """What a policy is known by, each a line of its own; its day also as it is written in Chinese."""
    yield from (told.get(key, "") for key in ("标题", "文号", "统一编号", "索引号", "概述"))
    yield from told.get("发文机关", ())
    yield "、".join(told.get("关键词", ()))
    day = told.get("发文日期") or told.get("成文日期") or told.get("公开日期") or ""
    yield from (day[:10], _in_chinese(day))


def _in_chinese(day: str) -> str:
    """`2020-08-14` as 2020年8月14日; "" where there is no day."""
    match = re.match(r"(\d{4})-(\d\d)-(\d\d)", day)
    return f"{match[1]}年{int(match[2])}月{int(match[3])}日" if match else ""


@lru_cache(maxsize=1)
def _simple() -> dict[str, str]:
    text = resources.files("opencc").joinpath("dictionary", "TSCharacters.txt").read_text("utf-8")
    pairs = (line.split("\t") for line in text.splitlines() if "\t" in line)
    return {one: others.split(" ")[0] for one, others in pairs if len(one) == 1}


@cache
def _plain(character: str) -> str:
    """One character, of whatever width, case and script, as all its like; "" for what cannot be seen."""
    wide = unicodedata.normalize("NFKC", character)
    if len(wide) == 1 and (0xFF00 <= ord(character) <= 0xFFEF or 0x2E80 <= ord(character) <= 0x2FDF or 0xF900 <= ord(character) <= 0xFAFF):
        character = wide
    seen: list[str] = []
    while character not in seen:
        seen.append(character)
        character = _simple().get(character, character)
    character = min(seen[seen.index(character) :])
    if character in "\n\r\v\f\x85\u2028\u2029":
        return "\n"
    if unicodedata.category(character) == "Zs" or character == "\t":
        return " "
    if unicodedata.category(character) in ("Cf", "Cc") or 0xFE00 <= ord(character) <= 0xFE0F:
        return ""
    character = next((plain for signs, plain in _SIGNS if character in signs), character)
    lower = character.lower()
    return lower if len(lower) == 1 else character


def normal(text: str) -> str:
    """Text in which a word is looked for. A blank counts only between two letters or digits that are not Han."""
    plain = re.sub(" +", " ", "".join(map(_plain, text)))
    pieces = plain.split(" ")
    joined = pieces[0]
    for piece in pieces[1:]:
        joined += (" " if _is_letter(joined[-1:]) and _is_letter(piece[:1]) else "") + piece
    return joined


def _is_letter(character: str) -> bool:
    return bool(character) and character.isalnum() and not "\u2e80" <= character <= "\u9fff" and ord(character) < 0x10000
