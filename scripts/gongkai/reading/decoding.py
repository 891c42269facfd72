"""From bytes to text: UTF-8 is right; GB18030 and UTF-16 are read all the same, and reported."""

from __future__ import annotations

import codecs

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
    if not text.isprintable():
        text = text.translate(_CONTROLS)
    return text


_CONTROLS = dict.fromkeys((*range(9), *range(11, 32), 127), " ")
