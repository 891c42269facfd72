"""括号、引号、书名号须成对。来源: GB/T 15834-2011《标点符号用法》。

错: 按照《中华人民共和国政府信息公开条例的规定
对: 按照《中华人民共和国政府信息公开条例》的规定
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.model.problems import Finding
from gongkai.model.source_text import Part, SourceText

SEVERITY = "warning"

_KINDS = {"（": "()", "(": "()", "）": "()", ")": "()"}
_NAMES = {"()": "括号", "《》": "书名号", "〈〉": "单书名号", "“”": "引号", "‘’": "单引号", "〔〕": "六角括号", "【】": "方头括号",
          "「」": "引号", "『』": "引号"}  # fmt: skip
PAIRS = (("（(", "）)"), *((pair[0], pair[1]) for pair in _NAMES if pair != "()"))
"""As many opening as closing signs of each kind are taken to be in order."""

_SIGNS = re.compile("[（）()《》〈〉“”‘’〔〕【】「」『』]")
# “1）”“一）”“a)”“③）” number a list: nothing was opened. “’” may be an apostrophe or a prime.
_LIST_NUMBER = re.compile(r"(?:^|[\s　。；，、：:;,.|>*#（(“《—-]|[\u4e00-\u9fff])[0-9０-９a-zA-Z①-⑳一二三四五六七八九十ⅠⅡⅢⅣⅤ]{1,3}[.．]?$")
_ITEM = re.compile(r"(?:^|[\s　。；，：;,.|>*])[0-9０-９a-zA-Z①-⑳一二三四五六七八九十]{1,3}[.．]?$")
_INTERVAL = re.compile(r"[\[(（【][^\[\]()（）【】\n]{1,14}[,，～~—-][^\[\]()（）【】\n]{1,14}[\])）】]")
_PRIME = re.compile(r"[A-Za-z0-9°′]$")
_AMENDS = re.compile("修改为|增加.{1,8}[条款项]|改为|作为第")
_QUOTES = re.compile("[“”\n]")
_YEAR = re.compile(r"’\d\d(?!\d)")


def examine(source: SourceText) -> Iterator[Finding]:
    """Signs left open and signs that close nothing. A pair may span lines, and each paragraph of a long quotation opens."""
    open_signs: dict[str, list[int]] = {}
    faults: list[tuple[int, bool]] = []
    text = _INTERVAL.sub(lambda m: " " * len(m[0]), source.text)
    for match in _SIGNS.finditer(text):
        sign, offset = match[0], match.start()
        kind = next((pair for pair in _NAMES if sign in pair), "()") if sign not in _KINDS else "()"
        stack = open_signs.setdefault(kind, [])
        if sign in (kind[0], "（"):
            stack.append(offset)
        elif stack and not (sign in "）)" and "\n" in text[stack[-1] : offset] and _ITEM.search(_before(text, offset))):
            stack.pop()
        elif not _is_no_closing(text, sign, offset):
            faults.append((offset, False))
    for kind, offsets in open_signs.items():
        faults += [(offset, True) for offset in offsets if kind not in ("“”", "‘’") or not _goes_on(source, offset, kind[0])]
    told: set[tuple[int, str]] = set()
    for offset, opening in sorted(faults):
        line, sign = source.line_at(offset), source.text[offset]
        if (line, sign) in told or source.part(line) is Part.CODE:
            continue
        told.add((line, sign))
        name = next((name for pair, name in _NAMES.items() if sign in pair), "括号")
        around = source.text[max(source.text.rfind("\n", 0, offset) + 1, offset - 6) : offset + 7].split("\n")[0]
        what = "没有另一半" if opening else "前面没有开头的一半"
        yield Finding(source.at(offset), f"“…{around}…”里的{name}“{sign}”{what}", "补上，或删去多的一个")


def _is_no_closing(text: str, sign: str, offset: int) -> bool:
    before = _before(text, offset)
    if sign in "）)":
        return bool(_LIST_NUMBER.search(before))
    return sign in "’”" and bool(_PRIME.search(before) or _YEAR.match(text, offset))


def _before(text: str, offset: int) -> str:
    """What stands right before, on the same line."""
    return text[max(text.rfind("\n", 0, offset) + 1, offset - 6) : offset]


def _goes_on(source: SourceText, offset: int, sign: str) -> bool:
    """Whether a quotation goes on in the next paragraph, which then opens again; in the words of an amendment the paragraphs
    may have been run together."""
    line = source.line_at(offset)
    if sign == "“" and _AMENDS.search(source.line_around(offset)):
        again = _QUOTES.search(source.text, offset + 1)
        if again and again[0] == "“" and source.text[again.start() - 1] in "。；：":
            return True
    following = next((text for text in source.lines[line:] if text.strip()), "")
    return following.lstrip(" 　>").startswith(sign)
