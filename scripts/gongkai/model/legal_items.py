"""What the law wants every organ to publish of its own accord: 条例 (2019) art. 20, fifteen items, and art. 21, by level."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gongkai.model.chinese_numerals import number_of

LEVELS = ("县级政府", "部门", "乡镇街道")
"""The levels of organs that have a preset of their own; departments count with the government they belong to (art. 21)."""

_NAMED = re.compile(r"^第?二十(?P<article>一?)条第?[（(]?(?P<item>[一二三四五六七八九十]{1,3})[)）]?项?$")
_NUMBERED = re.compile(r"^(?P<article>20|21)\s*[-—－.（(]\s*0?(?P<item>\d{1,2})[）)]?$")


@dataclass(frozen=True, slots=True)
class LegalItem:
    """An item: id (`20-7`), short name, the clause, what it covers, the levels whose preset has it.

    `policies` are words in the title or topic of policy documents that count for it ("*": every policy); `optional`
    items are in no preset and are not missed in the coverage.
    """

    id: str
    name: str
    clause: str = ""
    description: str = ""
    levels: tuple[str, ...] = LEVELS
    policies: tuple[str, ...] = ()
    optional: bool = False


def item_id(text: str) -> str:
    """The id that an editor's way of naming an item means: `20（7）`, `第二十条第（七）项` → `20-7`; else the text itself."""
    bare = text.strip()
    match = _NUMBERED.match(bare)
    if match:
        return f"{match['article']}-{int(match['item'])}"
    match = _NAMED.match(bare)
    number = number_of(match["item"]) if match else 0
    return f"{'21' if match and match['article'] else '20'}-{number}" if number else bare
