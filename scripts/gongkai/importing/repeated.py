"""A text that stands in a file twice: pages that hold a copy for print, files that were pasted into themselves."""

from __future__ import annotations

import re

from gongkai.importing.blocks import Block

_LONG = 30
_LEAST = 300


def without_repetition(blocks: list[Block]) -> tuple[list[Block], int]:
    """The blocks without the second copy of a stretch of at least three long paragraphs, and how many paragraphs went."""
    keys = [_key(block) for block in blocks]
    first: dict[str, int] = {}
    place = 0
    while place < len(keys):
        key = keys[place]
        if len(key) < _LONG:
            place += 1
            continue
        if key not in first:
            first[key] = place
            place += 1
            continue
        length, backwards = _copied(keys, first[key], place)
        begin, end = place - backwards, place + length - backwards
        words = sum(len(k) for k in keys[begin:end])
        long = sum(len(k) >= _LONG for k in keys[begin:end])
        if long >= 3 and words >= _LEAST and first[key] + length - backwards <= begin:
            return [*blocks[:begin], *blocks[end:]], end - begin
        place += 1
    return blocks, 0


def _copied(keys: list[str], original: int, copy: int) -> tuple[int, int]:
    """How many paragraphs from `original` and from `copy` on are alike, with those right before, and how many of these."""
    ahead = 0
    while copy + ahead < len(keys) and original + ahead < copy and keys[original + ahead] == keys[copy + ahead]:
        ahead += 1
    back = 0
    while original - back > 0 and copy - back - 1 > original + ahead - 1 and keys[original - back - 1] == keys[copy - back - 1]:
        back += 1
    return ahead + back, back


def _key(block: Block) -> str:
    if block.rows:
        return re.sub(r"\s", "", "|".join(cell.text for row in block.rows for cell in row))
    return re.sub(r"[\s　]", "", block.text) or block.picture
