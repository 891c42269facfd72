"""The tags of a finished page, and what is known of them from the pages of its folder before it.

Text is escaped when it is rendered, so whatever looks like a tag is one. Nearly every tag of a page was in another: what a tag
says is told once, and what all pages of a folder have alike around their text is not even looked for tags again.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from contextlib import suppress
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import unquote

_START = re.compile("<(?:[^/p>][^>]*|p[^>]+)>")  # to look ahead for what is left out would take longer
_ID = re.compile(' id="([^"]*)"')  # what begins with letters alone is looked for many times faster
_ANCHOR = re.compile(' href="#([^"]*)"')
_META = re.compile('<meta name="([A-Z][A-Za-z]+)" content="([^"]*)"')
_WHITE = str.maketrans("\t\n\f\r", "    ")
_HEAD_ENDS = ">\n</head>"
_MOST = 20_000  # tags of a folder: memory must not grow with the number of pages


class Told(NamedTuple):
    """What one tag says: ids; anchors of its own page it leads to, each as written and as it is meant; headings of level 1;
    a name and its content where it is a <meta> of those that begin with a capital."""

    ids: tuple[str, ...]
    anchors: tuple[tuple[str, str], ...]
    headings: int
    meta: tuple[tuple[str, str], ...]


class _Tags(dict[str, "Told | tuple[()]"]):
    """What each known tag says, () for nothing; whatever is looked for is known from then on, and noted in `fresh`."""

    def __init__(self) -> None:
        self.fresh: list[str] = []

    def __missing__(self, tag: str) -> Told | tuple[()]:
        self.fresh.append(tag)
        told = self[tag] = _told(tag) if 'id="' in tag or 'href="#' in tag or "<h1" in tag or tag.startswith("<meta") else ()
        return told


@dataclass(slots=True)
class Known:
    """What the pages of a folder had until now.

    `tags`: what each tag says. `frame`: the tags that are never forgotten, for they are in all pages. `top` and `end`: what
    all pages have alike from the end of their heads on, and what they end with; None before the first page.
    """

    tags: _Tags = field(default_factory=_Tags)
    frame: set[str] = field(default_factory=set)
    top: str | None = None
    end: str | None = None
    _in_top: list[str] = field(default_factory=list)
    _in_end: list[str] = field(default_factory=list)

    def learn(self, page: str, framing: bool) -> tuple[list[Told], list[str]]:
        """What the tags of a page say, of those that say anything; and its tags that were not known before, each once.
        A `framing` page stands for what all pages of the folder have alike."""
        if len(self.tags) > _MOST:
            for tag in [tag for tag in self.tags if tag not in self.frame]:
                del self.tags[tag]
        told: list[Told] = list(filter(None, map(self.tags.__getitem__, self._tags_in(page))))  # type: ignore[arg-type]
        fresh, self.tags.fresh = self.tags.fresh, []
        if framing and len(self.frame) < _MOST:
            self.frame.update(fresh)
            self._compare(page)
        return told, fresh

    def _tags_in(self, page: str) -> list[str]:
        """The tags that begin an element, but for plain paragraphs, which say nothing."""
        end = len(page) - len(self.end) + 1 if self.end and page.endswith(self.end) else 0
        top = page.find(_HEAD_ENDS) + 1 if self.top else 0
        after = top + len(self.top) if self.top and top and page.startswith(self.top, top) else 0
        if after > (end or len(page)):  # a page that is all frame
            return _START.findall(page)
        tags: list[str] = _START.findall(page, 0, top) + self._in_top if after else []
        return tags + _START.findall(page, after, end) + self._in_end if end else tags + _START.findall(page, after)

    def _compare(self, page: str) -> None:
        """Let `top` and `end` be no more than this page has, too."""
        top = page[page.find(_HEAD_ENDS) + 1 :] if _HEAD_ENDS in page else ""
        if self.top is None or not top.startswith(self.top):
            alike = top if self.top is None else _begun_alike(self.top, top)
            self.top = alike[: alike.rfind(">\n") + 1]
            self._in_top = _START.findall(self.top)
        if self.end is None or not page.endswith(self.end):
            alike = page if self.end is None else _begun_alike(self.end[::-1], page[::-1])[::-1]
            self.end = alike[alike.find(">\n") :] if ">\n" in alike else ""
            self._in_end = _START.findall(self.end)


def _begun_alike(text: str, other: str) -> str:
    return text[: bisect_left(range(len(text)), True, key=lambda last: not other.startswith(text[: last + 1]))]


def spaced(tags: str) -> str:
    """Tags in which all white space is blanks."""
    return tags if tags.isprintable() else tags.translate(_WHITE)


def _told(tag: str) -> Told | tuple[()]:
    tag = spaced(tag)
    ids = tuple(html.unescape(name) for name in _ID.findall(tag)) if 'id="' in tag else ()
    anchors = tuple((name, _meant(html.unescape(name))) for name in _ANCHOR.findall(tag)) if 'href="#' in tag else ()
    told = Told(ids, anchors, tag.count("<h1"), tuple(_META.findall(tag)) if tag.startswith("<meta") else ())
    return told if any(told) else ()


def _meant(anchor: str) -> str:
    """An anchor without percent signs; nearly all are 汉字 and nothing else, which need no library that is ready for more."""
    if anchor.count("%") * 3 == len(anchor) and anchor[::3].strip("%") == "":
        with suppress(ValueError):
            return bytes.fromhex(anchor.replace("%", "")).decode("utf-8")
    return unquote(anchor)
