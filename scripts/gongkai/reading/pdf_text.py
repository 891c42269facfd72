"""One door to pypdf: the text layer of a PDF by pages. An extra (`pip install gongkai[pdf]`); without it a person has to look."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from gongkai.reading.office_parts import Unreadable
from gongkai.reading.passages import Oddity, Passage, person_in

INSTALLED = find_spec("pypdf") is not None
"""It is an extra, and loaded where there is a PDF."""

_MOST_PAGES = 2000


def pdf_passages(path: Path, oddities: list[Oddity]) -> Iterator[Passage]:
    """Each page's text, then the title, subject and author of the file."""
    if not INSTALLED:
        oddities.append(Oddity("unseen", "是 PDF，没有装读 PDF 的库，查不了里面的文字", "安装 gongkai[pdf]，或请人工查看"))
        return
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its warnings are no words for an editor
    try:
        reader = import_module("pypdf").PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("有密码，查不了")
        seen = False
        for number, page in enumerate(reader.pages, 1):
            if number > _MOST_PAGES:
                oddities.append(Oddity("unseen", f"页数太多，只查了前 {_MOST_PAGES} 页", "分成几个附件"))
                break
            text = page.extract_text()
            seen = seen or bool(text.strip())
            yield Passage(f"第 {number} 页", text)
        if not seen:
            oddities.append(Oddity("unseen", "是没有文字的 PDF（多半是扫描件），查不了", "请人工查看；有文字版的放文字版"))
        author = str((reader.metadata and reader.metadata.author) or "").strip()
    except Unreadable:
        raise
    except Exception as error:
        raise Unreadable("打不开，文件损坏了") from error
    if person_in(author):
        oddities.append(Oddity("author", person_in(author)))
    yield Passage("作者属性", author)


def pdf_pages(raw: bytes, most: int) -> list[str] | None:
    """The text of each page of a PDF of at most `most` pages, None where pypdf is not installed.

    Unreadable where it has a password, more pages, or cannot be read.
    """
    if not INSTALLED:
        return None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = import_module("pypdf").PdfReader(io.BytesIO(raw))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("PDF 有密码，请先取消密码")
        if len(reader.pages) > most:
            raise Unreadable(f"有 {len(reader.pages)} 页，超过 {most} 页，不像一份文件")
        return [page.extract_text() for page in reader.pages]
    except Unreadable:
        raise
    except Exception as error:  # pypdf meets broken files with many kinds of exceptions; all say the same to an editor
        raise Unreadable("PDF 损坏了或用了读不出的写法。请找 Word 原件，或在 WPS 里打开后另存为 .docx") from error
