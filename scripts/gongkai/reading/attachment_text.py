"""The texts inside attachments, hidden ones too, each with the words that lead a person there.

Read: docx, xlsx, pptx, ofd, pdf (with the extra `pdf`), and plain text. Never raises for what a file holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from gongkai.model.faults import why
from gongkai.reading.decoding import decode
from gongkai.reading.office_parts import Parts, Unreadable
from gongkai.reading.office_text import ofd_passages, slide_passages, word_passages
from gongkai.reading.passages import Oddity, Passage
from gongkai.reading.pdf_text import pdf_passages
from gongkai.reading.sheets import sheet_passages

MOST = 3_000_000
"""Characters of one attachment that are looked at."""
_PLAIN = ("txt", "csv", "tsv", "json", "xml", "html", "htm", "yaml", "yml")
_ZIPPED: dict[str, Callable[[Parts, list[Oddity]], Iterator[Passage]]] = {
    "docx": word_passages, "docm": word_passages, "xlsx": sheet_passages, "xlsm": sheet_passages, "pptx": slide_passages, "ofd": ofd_passages,
}  # fmt: skip
_CLOSED = ("doc", "xls", "ppt", "wps", "et", "dps", "rtf", "zip", "rar", "7z")
KINDS = frozenset((*_PLAIN, *_ZIPPED, *_CLOSED, "pdf"))
"""Extensions, without the dot, of the files that hold text; others are pictures, sound and the like."""


@dataclass(frozen=True, slots=True)
class AttachmentText:
    """What was read of a file, and what a person should know or look at."""

    passages: tuple[Passage, ...] = ()
    oddities: tuple[Oddity, ...] = ()


def read_attachment(path: Path) -> AttachmentText:
    """The passages of a file in their order, as far as MOST characters."""
    oddities: list[Oddity] = []
    passages: list[Passage] = []
    left = MOST
    try:
        for passage in _passages(path, oddities):
            if not passage.text.strip():
                continue
            left -= len(passage.text)
            if left < 0:
                oddities.append(Oddity("unseen", f"文字太多，只查了前 {MOST // 10000} 万字", "分成几个附件"))
                break
            passages.append(passage)
    except Unreadable as error:
        oddities.append(Oddity("broken", str(error), "用原来的软件打开，去掉密码，另存一份"))
    except OSError as error:
        oddities.append(Oddity("broken", f"打不开（{why(error)}）", "看看是否被别的程序占用"))
    return AttachmentText(tuple(passages), tuple(oddities))


def _passages(path: Path, oddities: list[Oddity]) -> Iterator[Passage]:
    extension = path.suffix.removeprefix(".").lower()
    if extension in _PLAIN:
        yield from _lines(path)
    elif extension == "pdf":
        yield from pdf_passages(path, oddities)
    elif extension in _CLOSED:
        oddities.append(Oddity("unseen", f"是 .{extension} 文件，查不了里面的文字", "请人工查看，或换成 docx、xlsx、pdf"))
    elif extension in _ZIPPED:
        parts = Parts(path)
        try:
            yield from _ZIPPED[extension](parts, oddities)
        finally:
            parts.close()


def _lines(path: Path) -> Iterator[Passage]:
    with open(path, "rb") as file:
        text, _ = decode(file.read(MOST * 4))
    if text is None:
        raise Unreadable("文字的编码认不出")
    for number, line in enumerate(text.split("\n"), 1):
        yield Passage(f"第 {number} 行", line)
