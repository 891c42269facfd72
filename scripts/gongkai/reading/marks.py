"""The marks in the HTML of a text: what a link or a citation means is known only when the whole column is read.

Until then the HTML holds marks between two control characters, which no source can contain (`reading.decoding` strips them):
`␁L3␂…␁/␂` is link 3, `␁P3␂` picture 3, `␁C5␂…␁/␂` citation 5 with all that might be its 机关代字.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from gongkai.model.body import BodyLink, Citation
from gongkai.model.problems import Misreading
from gongkai.reading.citations import citations_in

MARK, END = "\x01", "\x02"
_NO_LINK = re.compile(r"!?\[[^\[\]]{0,80}\]\([^()\s]{0,200}")


@dataclass(slots=True)
class Gathered:
    """What is gathered on the way through one text. `first_line` is that of the stretch at hand, `block_line` that of the
    block, and within it of the line, both in the file."""

    first_line: int = 1
    block_line: int = 1
    in_link: int = 0
    links: list[BodyLink] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    misreadings: list[Misreading] = field(default_factory=list)


def has_no_sign(text: str) -> bool:
    """Whether nowhere in a text anything is to be escaped or may be a link: where it names no 文号 either, it is HTML as it is."""
    return not any(sign in text for sign in '&<>"[')


def marked(content: str, gathered: Gathered) -> str:
    """A run of text as HTML, its citations marked and gathered."""
    if "](" in content:
        for shown in _NO_LINK.findall(content):
            hint = "地址里有空格的，写成 [说明](<地址>)；检查括号是否成对，地址不能以 javascript: 之类开头"
            gathered.misreadings.append(Misreading("no-link", gathered.block_line, f"“{shown}”没有成为链接", hint))
    if "号" not in content or gathered.in_link:
        return _escaped(content)
    parts: list[str] = []
    end = 0
    for found in citations_in(content, gathered.block_line):
        number = len(gathered.citations)
        gathered.citations.append(found.citation)
        parts.append(_escaped(content[end : found.start]))
        parts.append(f"{MARK}C{number}{END}{content[found.start : found.end]}{MARK}/{END}")
        end = found.end
    return "".join(parts) + _escaped(content[end:])


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
