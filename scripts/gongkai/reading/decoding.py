"""From bytes to text: UTF-8 is right; GB18030 and UTF-16 are read all the same, and reported."""

from __future__ import annotations

import codecs
import re

from gongkai.model.problems import Misreading

_RESAVE = "另存为 UTF-8 编码（记事本：“另存为”，编码选 UTF-8）"


def decode(raw: bytes) -> tuple[str | None, list[Misreading]]:
    """The text with `\\n` line ends and without a byte-order mark, or None where no encoding fits."""
    for mark, name in ((codecs.BOM_UTF16_LE, "UTF-16"), (codecs.BOM_UTF16_BE, "UTF-16")):
        if raw.startswith(mark):
            try:
                return _lines(raw.decode("utf-16")), [Misreading("encoding", 1, f"文件编码是 {name}", _RESAVE)]
            except UnicodeDecodeError:
                return None, [Misreading("encoding", 1, "文件编码认不出，没有读入", _RESAVE)]
    try:
        return _lines(raw.decode("utf-8-sig")), []
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
    try:
        return _lines(raw.decode("gb18030")), [Misreading("encoding", line, "文件编码是 GB18030（国标码），不是 UTF-8", _RESAVE)]
    except UnicodeDecodeError:
        return None, [Misreading("encoding", line, "文件编码认不出，没有读入", _RESAVE)]


def _lines(text: str) -> str:
    """One kind of line end; control characters, which mark places in our own intermediate text, become blanks."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    # The three most frequent characters that do not count as printable are sound; a translation looks at each character.
    if not text.replace("\n", "").replace("\u3000", "").replace("\u00a0", "").isprintable():
        text = text.translate(_CONTROLS)
    return text


# Tabs and line ends are the only controls that mean something. U+0085, U+2028 and U+2029 are line ends to YAML alone,
# U+FFFE and U+FFFF would spoil the feed's XML, and marks of writing direction can make a text look like another.
_BLANKED = (*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, 0xFFFE, 0xFFFF)
_DROPPED = (0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF)
_CONTROLS: dict[int, str] = {**dict.fromkeys(_BLANKED, " "), **dict.fromkeys(_DROPPED, "")}


def one_line(text: str) -> str:
    """A value as one line: controls, which YAML's escapes can bring back, and line ends become single blanks."""
    return re.sub(r"[ \t\n]+", " ", text.translate(_CONTROLS)).strip()
