"""没有乱码。来源: 国办秘函〔2019〕19号检查指标（内容可读）；UTF-8 与 GBK 互相误读的式样。

错: 锟斤拷；鐨勪腑鍥；政府�息
对: 从原件重新复制，存成 UTF-8
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.model.problems import Finding
from gongkai.model.source_text import SourceText

SEVERITY = "error"
# The first letters that GBK makes of the bytes of the most frequent 汉字 and signs in UTF-8, two at least in a row.
_GBK = "鐨勪腑鏄浠鍜鏈鍦鏀垮簻銆锛鎴鍏瀛绗鍙涓鍥鏂规硶琛岀淇℃伅寮浜"
SIGNS = "�锟鐨鏄鍜鏈鍦鏀銆锛鎴鍏瀛鍥鏂琛淇寮浜ÃÂâ"
WORDS = ("烫烫烫", "屯屯屯", "???", "？？？")

_SURE = re.compile("�+|锟斤拷|烫{3,}|屯{3,}|(?:[ÃÂâ][\u0080-\u00bf€]){2,}|(?<=[\u4e00-\u9fff])[?？]{3,}")
_WIDE = re.compile("[\u0080-\u00ff\u2000-\uffee]{3,}")
_FIRST = re.compile(f"[{_GBK}]")


def examine(source: SourceText) -> Iterator[Finding]:
    """One finding for each line, with what the letters were meant to be where that can be told."""
    found: dict[int, tuple[str, str]] = {}
    for match in _SURE.finditer(source.text):
        found.setdefault(source.line_at(match.start()), (match[0], ""))
    for match in _WIDE.finditer(source.text):
        if _FIRST.search(match[0]):
            meant = _meant(match[0])
            if meant:
                found.setdefault(source.line_at(match.start()), (match[0], meant))
    for line, (letters, meant) in sorted(found.items()):
        hint = f"多半是“{meant[:20]}”；从原件重新复制" if meant else "从原件重新复制，存成 UTF-8"
        yield Finding(source.at(source.starts[line - 1]), f"有乱码“{letters[:12]}”", hint)


def _meant(letters: str) -> str:
    """The text whose UTF-8 bytes were read as GBK; "" where the letters are nothing of the kind."""
    try:
        return letters.encode("gb18030").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        pass
    try:  # the last letter may be only half of a pair
        meant = letters[:-1].encode("gb18030").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return ""
    return meant if len(meant) > 1 else ""
