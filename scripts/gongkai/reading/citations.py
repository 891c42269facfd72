"""Finding 文号 in running text. 汉字 have no word borders, so this only finds: `linking.citations` tells how far left each reaches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.model.body import Citation
from gongkai.model.chinese_numerals import number_of

_LEFT = r"(?P<{}>[\u3400-\u9fffA-Za-z〇]{{0,24}})"
_NUMBER = re.compile(
    _LEFT.format("left")
    + r"(?P<tail>[〔［\[（(【﹝]\s?(?P<year>(?:19|20)\d{2})\s?[〕］\]）)】﹞]\s?第?\s?0*(?P<sequence>[1-9]\d{0,4})\s?号)"
)
_ORDER = re.compile(
    r"(?P<left>[\u3400-\u9fffA-Za-z〇]{1,24}?)(?P<form>令|公告)"
    r"(?P<tail>[（(〔]?(?:(?P<year>(?:19|20)\d{2})年)?[）)〕]?第(?P<sequence>[1-9]\d{0,4}|[〇零一二三四五六七八九十百]{1,7})号)"
)
_TITLE_BEFORE = re.compile(r"《([^《》]{2,80}(?:《[^《》]{1,80}》[^《》]{0,80})?)》\s?[（(〔\[]?$")


@dataclass(frozen=True, slots=True)
class FoundCitation:
    """A citation and the stretch of text that shows it (with all that may be its issuer)."""

    start: int
    end: int
    citation: Citation


def citations_in(text: str, line: int) -> Iterator[FoundCitation]:
    """The 文号 and 令 that a run of text cites, from left to right."""
    found: list[tuple[int, re.Match[str], str]] = []
    found += ((m.start(), m, "") for m in _NUMBER.finditer(text))
    if "令" in text or "公告" in text:
        found += ((m.start(), m, m["form"]) for m in _ORDER.finditer(text))
    end = 0
    for start, match, form in sorted(found, key=lambda f: f[0]):
        if start < end:
            continue
        sequence = number_of(match["sequence"])
        if not sequence:
            continue
        end = match.end()
        title = _TITLE_BEFORE.search(text, 0, start)
        year = int(match["year"]) if match["year"] else None
        tail = form + match["tail"] if form else match["tail"]
        yield FoundCitation(start, end, Citation(match["left"], tail, year, sequence, form, title[1] if title else "", line))
