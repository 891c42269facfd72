"""The one table of characters: what each UTF-16 code unit is folded to before terms are made, and what it counts as.

It is made here once, stated in the index, and read from there by both readers, so that they cannot disagree with the
index. 繁体 to 简体 comes from OpenCC's table of single characters (`reading.traditional`).
"""

from __future__ import annotations

import unicodedata
from array import array
from functools import lru_cache
from itertools import chain

from gongkai.reading.traditional import simplified_of

DROPPED, BREAK, BLANK = 0, 0x0A, 0x20

# Ranges of code units after folding, both ends included. Whatever is in neither is punctuation. Surrogates count as
# Han: the rare characters that public texts have beyond the first plane are Han, and their two units form a bigram.
HAN_RANGES = (
    (0x2E80, 0x2FDF),
    (0x3005, 0x3007),
    (0x3021, 0x3029),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xD800, 0xDFFF),
    (0xF900, 0xFAFF),
)
PLAIN_RANGES = ((0x30, 0x39), (0x61, 0x7A), (0xAA, 0xAA), (0xB5, 0xB5), (0xBA, 0xBA), (0xC0, 0xD6), (0xD8, 0xF6),
                (0xF8, 0x2FF), (0x370, 0x1FFF), (0x2070, 0x209C), (0x2100, 0x218B), (0x2460, 0x24FF),
                (0x3041, 0x3096), (0x30A1, 0x30FA), (0x30FC, 0x31FF), (0x3220, 0x33FF), (0xA000, 0xD7FF),
                (0xE000, 0xF8FF), (0xFB00, 0xFDFF), (0xFE70, 0xFEFC))  # fmt: skip

_VARIANTS = (
    ("(", "〔［[（﹝【〖⟦｟❲"),
    (")", "〕］]）﹞】〗⟧｠❳"),
    ('"', "“”„‟「」『』〝〞〟＂«»"),
    ("'", "‘’‚‛＇`´"),
    (",", "，﹐､"),
    (".", "。．｡﹒"),
    (":", "：﹕∶"),
    (";", "；﹔"),
    ("-", "－—–‐‑‒―−﹣─━"),
    ("~", "～〜∼﹏"),
    ("·", "•・‧∙･⋅●"),
    ("<", "〈＜"),
    (">", "〉＞"),
)
_COMPATIBLE = ((0xFF00, 0xFFEF), (0xF900, 0xFAFF), (0x2E80, 0x2FDF), (0x3000, 0x3000))
# Outside of these (Han, Hangul, surrogates, private use) nothing has another case and nothing is a control or a blank.
_ALTERABLE = ((0, 0x33FF), (0xA000, 0xABFF), (0xF900, 0xFFFF))
_BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"


@lru_cache(maxsize=1)
def folding_table() -> array[int]:
    """65,536 entries: the code unit each code unit is folded to; DROPPED, BREAK and BLANK are special targets."""
    table = array("H", range(0x10000))
    for first, last in _COMPATIBLE:
        for code in range(first, last + 1):
            plain = unicodedata.normalize("NFKC", chr(code))
            if len(plain) == 1 and ord(plain) < 0x10000:
                table[code] = ord(plain)
    for traditional, simplified in simplified_of().items():
        table[ord(traditional)] = ord(simplified)
    for target_character, variants in _VARIANTS:
        for variant in variants:
            table[ord(variant)] = ord(target_character)
    for code in chain(*(range(first, last + 1) for first, last in _ALTERABLE)):
        lower = chr(table[code]).lower() if not 0xD800 <= code <= 0xDFFF else ""
        if len(lower) == 1 and ord(lower) < 0x10000:
            table[code] = ord(lower)
        category = unicodedata.category(chr(code))
        if category in ("Cf", "Cc") or 0xFE00 <= code <= 0xFE0F:
            table[code] = DROPPED
        if category in ("Zs", "Zl", "Zp") or code == 0x09:
            table[code] = BLANK
    for character in _BREAKS:
        table[ord(character)] = BREAK
    return _settled(table)


def _settled(table: array[int]) -> array[int]:
    """Follow chains (compatibility form → 繁 → 简) to their end, so that folding twice changes nothing."""
    for code in [code for code, target in enumerate(table) if target != code]:
        seen = [code]
        while table[seen[-1]] not in seen:
            seen.append(table[seen[-1]])
        end = table[seen[-1]]
        if end != seen[-1]:
            # A ring (OpenCC lists some pairs both ways): every member folds to the lowest of them.
            end = min(seen[seen.index(end) :])
            table[end] = end
        table[code] = end
    return table
