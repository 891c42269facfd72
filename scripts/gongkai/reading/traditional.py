"""Which 汉字 are traditional, and their simplified forms: OpenCC's table of single characters, read as data.

It comes in the wheel `opencc-python-reimplemented`: pure Python, one wheel for every platform, Apache 2.0. The phrase
tables are left out: a character must fold alike wherever it stands, or a substring of a text would not fold to a substring.
"""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def simplified_of() -> dict[str, str]:
    """Each traditional character of the first plane → its (first) simplified form."""
    text = resources.files("opencc").joinpath("dictionary").joinpath("TSCharacters.txt").read_text("utf-8")
    pairs: dict[str, str] = {}
    for line in text.splitlines():
        traditional, _, simplified = line.strip().partition("\t")
        first = simplified.split(" ")[0]
        if len(traditional) == 1 and len(first) == 1 and ord(traditional) < 0x10000 and ord(first) < 0x10000:
            pairs[traditional] = first
    if len(pairs) < 2000:
        raise RuntimeError("OpenCC's TSCharacters.txt is not what this version of gongkai was made for")
    return pairs
