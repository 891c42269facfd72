"""What stands in a text and should not, but only an editor can mend: a lone English word, a page's clock, odd brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gongkai.importing.blocks import Doubt
from gongkai.importing.chrome import is_clock

_FROM_DATE = re.compile(r"(?:今天是[\s　]*)?\d{4}.*")
_ENGLISH = re.compile(r"[\u3400-\u9fff]\s?(?:and|or|the|of|to|for|in|with|is|are)\s?[\u3400-\u9fff]")


def oddities(texts: Sequence[str]) -> list[Doubt]:
    """The doubts about a text, each with the words to look for."""
    doubts = []
    for text in texts:
        if is_clock(text):
            clock = _FROM_DATE.search(text)
            doubts.append(Doubt("公开日期", f"“{clock[0].strip() if clock else text}”像是网页上的时钟，没有当作日期"))
        doubts += [Doubt("正文", f"“{match[0]}”中间夹着英文") for match in _ENGLISH.finditer(text)]
    return doubts[:20]
