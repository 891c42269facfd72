"""What was typed → what is looked for. Twin: theme/search/query.js; both read tests/searching/queries_read.json.

A query is words apart by blanks; `"…"` (or “…”, 「…」) keeps blanks; `-word` excludes. Words are ANDed. A query, or a
word of it, that reads as a 文号 adds an alternative with the canonical number; the literal one stays. So does one that
begins with a year: its words may stand apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from gongkai.searching.number_query import canonical, endings, part
from gongkai.searching.terms import END, SPACE, Folding, to_units

LONGEST = 300  # code units of a query that are read
MOST_WORDS = 24
_QUOTES = '"“”„‟「」『』〝〞〟＂«»'
_MINUS = "-－−"
# “2024年政府工作报告”: the report need not say its year in one breath with its name.
_YEARLY = re.compile("^((?:19|20)[0-9][0-9]年)([\u3400-\u9fff]{3,})$")
_WORD = re.compile('(-?)(?:"([^"]*)"?|([^ "]+))')


@dataclass(frozen=True, slots=True)
class Plan:
    """Folded words. A document is found if it holds every word of one alternative and none of `without`.

    `title` is the query if it is one word, and so may be a whole title; `number` the canonical folded 文号; or "". `endings`: how a 文号 ends of which no more was asked for: its sequence, or the sequence of a 令.
    No alternative at all means that nothing was asked for: every document is found.
    """

    alternatives: tuple[tuple[str, ...], ...]
    without: tuple[str, ...]
    title: str
    number: str
    endings: tuple[str, ...] = ()


def literally(plan: Plan) -> Plan:
    """The plan without what it was read as."""
    return Plan(plan.alternatives[-1:], plan.without, plan.title, "", plan.endings)


def read_query(query: str, folding: Folding) -> Plan:
    plain = _with_plain_operators(to_units(query)[:LONGEST], folding)
    words: list[str] = []
    without: list[str] = []
    for match in list(_WORD.finditer(plain))[:MOST_WORDS]:
        word = folding.fold(match[2] if match[2] is not None else match[3] or "").replace("\n", "")
        kept = without if match[1] else words
        if word and word != "-" and word not in kept:
            kept.append(word)
    whole = folding.fold(" ".join(words))
    title = words[0] if len(words) == 1 else ""
    number = _number(words, whole)
    return Plan(_alternatives(words, whole), tuple(without), title, number, () if number else _endings(words))


def _alternatives(words: list[str], whole: str) -> tuple[tuple[str, ...], ...]:
    if not words:
        return ()
    literal = tuple(words)
    yearly = _YEARLY.match(whole)
    if yearly:
        return ((yearly[2], yearly[1]), literal)
    number = canonical(whole)  # “体育 第559号令” may be one, or two words
    read = tuple(dict.fromkeys(canonical(word) or part(word) or word for word in words))
    return tuple(dict.fromkeys([*([(number,)] if number else []), read, literal]))


def _number(words: list[str], whole: str) -> str:
    """The 文号 the query names: the whole of it, or its first word that is one."""
    found = [canonical(whole), *(canonical(word) for word in words)]
    return next((number for number in found if number), "")


def _endings(words: list[str]) -> tuple[str, ...]:
    return next((found for found in map(endings, words) if found), ())


def _with_plain_operators(units: str, folding: Folding) -> str:
    """Blanks of every kind as " ", quotes of every kind as '"', and a minus only where it can exclude."""
    plain: list[str] = []
    for character in units:
        code = folding.table[ord(character)]
        if character in _QUOTES:
            plain.append('"')
        elif folding.kinds[code] in (SPACE, END):
            plain.append(" ")
        elif character in _MINUS and (not plain or plain[-1] == " "):
            plain.append("-")
        elif code:
            plain.append(character)
    return "".join(plain)
