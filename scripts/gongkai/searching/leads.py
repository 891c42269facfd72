"""The lead of every document: what it is called and a first passage, many to a part.

Most hits hold the words in their title or among their organs and dates. For those the lead is evidence and excerpt, and
no part of texts need be loaded. Leads stand in the order of what their titles are about, read backwards
(“…物业管理条例” beside each other, whatever the city), so the first page of a topic's hits lies in two or three parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from gongkai.searching.cutting import clean
from gongkai.searching.entries import Entry
from gongkai.searching.grouping import Part, Pieces, Stretch
from gongkai.searching.parts import as_object, quoted

_WIDTH = 260  # code points of a passage
_SENTENCE = 36  # and of the shortest block that counts as one: shorter ones are headings and salutations
_CLOSED = 20_000  # bytes after which a part is closed
_BEGUN = b'{"n":%d,'
_FIRST_ARTICLE = "第一条"
_NOTE = re.compile("[（(].*[）)]$")
# What a folded title says besides its subject: who issues it and as what.
_BEFORE = re.compile("^.*?关于(?:印发|公布|发布|转发|批转|下达|修改|废止)?")
_AFTER = re.compile(
    "(?:[(][^()]*[)]|的(?:通知|意见|函|批复|决定|公告|通告|命令|报告|请示|通报)|条例|办法|规定|细则|方案|规划|计划|纲要|意见|决定|"
    "解释|实施|管理|暂行|试行|若干|工作|行动|[《》 ])+$"
)


def lead(entry: Entry, called: Mapping[str, bytes], more: bytes) -> bytes:
    """The lead as JSON: what the document is called (`called` is named() of it), the other lines of its head, the passage and
    what it stands under."""
    start = _start(entry.text)
    heading, anchor = "", ""
    for offset, above, name in entry.headings:
        if offset > start:
            break
        heading, anchor = above, name
    passage = clean(entry.text[start : start + _WIDTH])
    return as_object({**called, "more": more, "text": quoted(passage), "heading": quoted(heading), "anchor": quoted(anchor)})


def subject_backwards(title: str) -> str:
    """The key by which leads are put in order, of a folded title."""
    subject = _AFTER.sub("", _BEFORE.sub("", title))
    return f"{subject[::-1]}\n{title[::-1]}"


def named(entry: Entry) -> dict[str, bytes]:
    """What a hit says of its document, each as JSON."""
    return {
        "kind": quoted(entry.kind),
        "slug": quoted(entry.slug),
        "url": quoted(entry.url),
        "title": quoted(clean(entry.title)),
        "number": quoted(clean(entry.number)),
        "date": quoted(entry.date),
        "validity": quoted(entry.validity),
    }


def _start(text: str) -> int:
    """Where the first article begins, else the first block that is a sentence and no note in brackets, else 0."""
    if text.startswith(_FIRST_ARTICLE):
        return 0
    article = text.find(f"\n{_FIRST_ARTICLE}")
    if article >= 0:
        return article + 1
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if end - start >= _SENTENCE and not _NOTE.match(text, start, end):
            return start
        start = end + 1
    return 0


def lead_parts(leads: Iterable[tuple[int, Stretch, str]]) -> tuple[list[tuple[Part, str]], list[tuple[int, int]]]:
    """Parts of (final number of the document, its lead, digest of its entry) in the order given, each with what tells all that it
    holds; (number, part) of each."""
    parts: list[list[tuple[int, Stretch]]] = []
    held: list[list[str]] = []
    places: list[tuple[int, int]] = []
    size = _CLOSED
    for number, lead, told in leads:
        if size >= _CLOSED:
            parts.append([])
            held.append([])
            size = 0
        parts[-1].append((number, lead))
        held[-1].append(f"{number} {told}")
        size += len(_BEGUN % number) + lead.size + 1
        places.append((number, len(parts) - 1))
    return [(Pieces(_part, own), "\t".join(of)) for own, of in zip(parts, held, strict=True)], places


def _part(leads: Sequence[tuple[int, Stretch]]) -> Iterator[bytes | Stretch]:
    between = b'{"leads":['
    for number, (path, start, length) in leads:
        yield between + _BEGUN % number
        yield Stretch(path, start + 1, length - 1)  # without its bracket
        between = b",\n"
    yield b"]}\n"
