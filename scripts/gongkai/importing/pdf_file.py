"""A PDF with a text layer: its lines without page numbers, broken sentences joined."""

from __future__ import annotations

import re
from collections import Counter

from gongkai.importing.blocks import Doubt, Refused, Source
from gongkai.importing.plain_text import source_of
from gongkai.reading.office_parts import Unreadable
from gongkai.reading.pdf_text import pdf_pages

_MOST_PAGES = 1500
_PAGE_NUMBER = re.compile(r"^[\s　]*(?:[-—–－·.]*[\s　]*\d{1,4}[\s　]*[-—–－·.]*|第[\s　]*\d{1,4}[\s　]*页.{0,12}|\d{1,4}[\s　]*/[\s　]*\d{1,4})[\s　]*$")
_SPACED = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])(?<![章节条]) (?=\d)|(?<=\d) (?=[\u3400-\u9fff\uff00-\uffef])")
_LEAST = 15
"""Characters a page has at least where there is a text layer."""


def read_pdf(raw: bytes) -> Source:
    """The text of a PDF; Refused where it is only pictures, has a password or cannot be read."""
    try:
        pages = pdf_pages(raw, _MOST_PAGES)
    except Unreadable as error:
        raise Refused(str(error)) from error
    if pages is None:
        raise Refused("读 PDF 要另装 pypdf（python -m pip install pypdf）；或在 Word、WPS 里打开后另存为 .docx")
    if sum(len(re.sub(r"\s", "", page)) for page in pages) < _LEAST * max(1, len(pages)):
        raise Refused("PDF 里没有文字层，像是扫描件。请找 Word 原件，或先做文字识别（OCR）再导入")
    source = source_of("\n".join(_lines(pages)))
    source.doubts.append(Doubt("正文", "来自 PDF：表格会散成文字，段落可能分错，请对照原件"))
    return source


def _lines(pages: list[str]) -> list[str]:
    """The lines without page numbers and without what is printed at the head or foot of every page."""
    cut = [page.split("\n") for page in pages]
    edges = Counter(line.strip() for lines in cut for line in {*lines[:1], *lines[-1:]} if line.strip())
    printed = {line for line, count in edges.items() if count > 2 and count > len(pages) * 0.6}
    kept: list[str] = []
    for lines in cut:
        for place, line in enumerate(lines):
            edge = place < 2 or place >= len(lines) - 2
            if edge and (_PAGE_NUMBER.match(line) or line.strip() in printed):
                continue
            kept.append(_SPACED.sub("", line))
    return kept
