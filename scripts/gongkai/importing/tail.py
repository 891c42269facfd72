"""The end of a page: its tools and footer go, what it says of the document stays; names of attached files."""

from __future__ import annotations

import re

from gongkai.importing.blocks import Block
from gongkai.importing.chrome import is_chrome, is_clock
from gongkai.importing.info_box import pairs_of

_FILE = re.compile(r"^(?:附件[\s　]*\d{0,2}(?:[\s　]*[:：.、][\s　]*|[\s　]+))?(?:\d{1,2}[\s　]*[.．、][\s　]*)?[【\[]?(?P<name>[^\s　/\\:：。|][^/\\:：。|]{0,120}\.(?:docx?|wps|pdf|ofd|xlsx?|et|pptx?|zip|rar|jpe?g|png|txt|csv|rtf|tif))[】\]]?$", re.IGNORECASE)
_ATTACHED = re.compile(r"^附[\s　]*件[\s　]*[:：]?$")
_REACH = 40


def without_tail(blocks: list[Block]) -> tuple[list[Block], list[tuple[str, str]], list[str]]:
    """The blocks without what the page adds at their end, the pairs it says there, and the names of files attached."""
    pairs: list[tuple[str, str]] = []
    kept = list(blocks)
    cut = _footer(kept)
    for block in kept[cut:]:
        pairs += pairs_of(block.text)
    kept = kept[:cut]
    files: list[str] = []
    while kept and kept[-1].is_text:
        text = kept[-1].text
        found = pairs_of(text)
        name = file_name(text)
        if name:
            files.insert(0, name)
        elif found:
            pairs = [*found, *pairs]
        elif not is_chrome(text) and not is_clock(text):
            if _ATTACHED.match(text.strip("　 ")) and files:
                kept.pop()
            break
        kept.pop()
    return kept, pairs, files


def file_name(text: str) -> str:
    """The file's name where a line is nothing else; "" otherwise."""
    match = _FILE.match(text.strip("　 \t"))
    return match["name"].strip() if match else ""


def _footer(blocks: list[Block]) -> int:
    """Where the page's footer begins: at the first of its lines after which no sentence comes any more."""
    last = len(blocks)
    for place in range(len(blocks) - 1, max(0, len(blocks) - _REACH), -1):
        block = blocks[place]
        if not block.is_text:
            break
        if is_chrome(block.text):
            last = place
        elif "。" in block.text or (file_name(block.text) and last == len(blocks)):
            break
    return last
