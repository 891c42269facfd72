"""Finding 文号 in running text. 汉字 have no word borders, so this only finds: `linking.citations` tells how far left each reaches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.model.body import Citation
from gongkai.model.chinese_numerals import number_of

_LETTER, _MOST_LEFT = "[\u3400-\u9fffA-Za-z〇]", 24
_LEFT = f"(?P<left>{_LETTER}{{{{{{}},{_MOST_LEFT}}}}}{{}})"
_YEAR_ON = r"(?P<tail>[〔［\[（(【﹝]\s?(?P<year>(?:19|20|１９|２０)\d{2})\s?[〕］\]）)】﹞]\s?第?\s?[0０]*(?P<sequence>[1-9１-９]\d{0,4})\s?号)"
_NUMBER = re.compile(_LEFT.format(0, "") + _YEAR_ON)
_TAIL, _LETTERS_BEFORE = re.compile(_YEAR_ON), re.compile(rf"{_LETTER}*\Z")
_SEQUENCE = r"(?P<sequence>[1-9]\d{0,4}|[〇零一二三四五六七八九十百]{1,7})号"
_ORDER = re.compile(
    _LEFT.format(1, "?") + rf"(?P<form>令|公告)(?P<tail>[（(〔]?(?:(?P<year>(?:19|20)\d{{2}})年)?[）)〕]?第{_SEQUENCE})"
)
_REVERSED = re.compile(_LEFT.format(1, "?") + rf"(?P<tail>第{_SEQUENCE}(?P<form>令))(?P<year>)")
_TITLE_BEFORE = re.compile(r"《([^《》]{2,80}(?:《[^《》]{1,80}》[^《》]{0,80})?)》\s?[（(〔\[]?$")
_TITLE_AFTER = re.compile(r"(?:文件?|印发的)?《([^《》]{2,80}(?:《[^《》]{1,80}》[^《》]{0,80})?)》")
_TITLE_REACH = 260
"""Characters before a number in which its title can stand; a search through all before would be quadratic."""


@dataclass(frozen=True, slots=True)
class FoundCitation:
    """A citation and the stretch of text that shows it (with all that may be its issuer)."""

    start: int
    end: int
    citation: Citation


def citations_in(text: str, line: int) -> Iterator[FoundCitation]:
    """The 文号 and 令 that a run of text cites, from left to right; of two that overlap the one that ends first."""
    orders = (_ORDER, _REVERSED) if "令" in text or "公告" in text else ()
    end = 0
    while True:
        matches = [m for m in (_number_in(text, end), *(form.search(text, end) for form in orders)) if m]
        if not matches:
            return
        match = min(matches, key=lambda m: (m.end(), m.start()))
        start, end = match.start(), match.end()
        digits = match["sequence"]
        sequence = int(digits) if digits.isdecimal() else number_of(digits)
        if not sequence:
            continue
        form = match.groupdict().get("form") or ""
        title = _TITLE_BEFORE.search(text[max(0, start - _TITLE_REACH) : start])
        after = _TITLE_AFTER.match(text, end)
        year = int(match["year"]) if match["year"] else None
        tail = text[match.end("left") : end]
        titles = title[1] if title else "", after[1] if after else ""
        yield FoundCitation(start, end, Citation(match["left"], tail, year, sequence, form, *titles, line))


def _number_in(text: str, start: int) -> re.Match[str] | None:
    """What `_NUMBER.search(text, start)` finds. Few places can be the bracket in it, and nearly all of a text its letters."""
    tail = _TAIL.search(text, start)
    if tail is None:
        return None
    before = _LETTERS_BEFORE.search(text[max(start, tail.start() - _MOST_LEFT) : tail.start()])
    return _NUMBER.match(text, tail.start() - (len(before[0]) if before else 0))
