"""A 文号 typed into the search box, read in whatever spelling; twin: theme/search/number_query.js.

Works on folded text (brackets are all `()`, digits and width are plain, 繁体 is gone). Canonical folded forms are
`机关代字(年)序号号` and `机关令第N号` / `机关公告2019年第N号`. It says "read as", never "is": the index decides.
"""

from __future__ import annotations

import re

from gongkai.model.chinese_numerals import number_of

# An issuer starts with Han and never holds a digit or bracket. [0-9], not \d: JavaScript's \d knows ASCII alone.
_ISSUER = "([\u3400-\u9fff][\u3400-\u9fff〇a-z·、]{0,39}?)"
_YEAR = "((?:19|20)[0-9][0-9])"
_SEQUENCE = "第?0*([1-9][0-9]{0,4})号?"
BRACKETED = re.compile(f"^{_ISSUER} ?\\( ?{_YEAR}年? ?\\) ?{_SEQUENCE}$")
BARE = re.compile(f"^{_ISSUER} ?{_YEAR}年?[ -]?{_SEQUENCE}$")
_NUMERALS = "[〇零一二三四五六七八九十百千]{1,7}"
_FORM = "(令|公告|通告)"
_FORWARD = f"{_FORM} ?\\(?(?:{_YEAR}年?)?\\)? ?(?:{_SEQUENCE}|第?({_NUMERALS})号)$"
# 国务院第559号令, 国务院559号令: Han numerals only after 第, for a word may end in one.
_REVERSED = f" ?(?:{_YEAR}年)?(?:第?0*([1-9][0-9]{{0,4}})|第({_NUMERALS}))号{_FORM}$"
ORDER = re.compile(f"^{_ISSUER}{_FORWARD}")
REVERSED_ORDER = re.compile(f"^{_ISSUER}{_REVERSED}")
_ORDER_OF_SOMEBODY = re.compile(f"^{_FORWARD}")
_REVERSED_ORDER_OF_SOMEBODY = re.compile(f"^{_REVERSED}")
_PART = re.compile("^第?0*([1-9][0-9]{0,4})号$")


def canonical(folded: str) -> str:
    """The canonical folded 文号 a folded string can be read as, or ""."""
    match = REVERSED_ORDER.match(folded)
    if match and match[1] != "第":
        return _order(match[1], match[5], match[2], match[3] or match[4])
    match = ORDER.match(folded)
    if match:
        return _order(match[1], match[2], match[3], match[4] or match[5])
    match = BRACKETED.match(folded) or BARE.match(folded)
    return f"{match[1]}({match[2]}){match[3]}号" if match else ""


def _order(issuer: str, form: str, year: str, sequence: str) -> str:
    number = number_of(sequence)
    if not number:
        return ""
    if form == "令" and year:
        return f"{issuer}令({year}){number}号"  # 渝府令〔2004〕171号; a 令 with a year is numbered like that
    return f"{issuer}{form}{f'{year}年' if year else ''}第{number}号"


def part(word: str) -> str:
    """What a folded word gives of a canonical folded 文号 that names no issuer: 559号令 is the end of 国务院令第559号. Or ""."""
    match = _REVERSED_ORDER_OF_SOMEBODY.match(word)
    if match:
        return _order("", match[4], match[1], match[2] or match[3])
    match = _ORDER_OF_SOMEBODY.match(word)
    return _order("", match[1], match[2], match[3] or match[4]) if match else ""


def endings(word: str) -> tuple[str, ...]:
    """How the canonical folded 文号 ends of which a folded word gives no more: 7号 is not the end of 17号."""
    match = _PART.match(word)
    if match:
        return f"){match[1]}号", f"第{match[1]}号"
    given = part(word)
    return (given,) if given else ()


def shown(number: str) -> str:
    """A canonical folded 文号 as people write it."""
    return number.replace("(", "〔").replace(")", "〕")
