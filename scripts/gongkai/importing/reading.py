"""Which reader a file needs: by what its bytes are, whatever its name says; and clear words for what none can read."""

from __future__ import annotations

import codecs
import email
import email.policy
import re
from pathlib import Path

from gongkai.importing.blocks import Doubt, Refused, Source
from gongkai.importing.office_archive import Archive
from gongkai.importing.old_word import read_by_libreoffice
from gongkai.importing.pdf_file import read_pdf
from gongkai.importing.plain_text import read_text, utf_16
from gongkai.importing.web_page import read_page
from gongkai.importing.word_file import read_word

ENDINGS = frozenset((".txt", ".html", ".htm", ".mht", ".mhtml", ".docx", ".docm", ".doc", ".wps", ".rtf", ".odt", ".pdf"))
"""What is looked for in a folder."""
_MOST_BYTES = 50_000_000
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|meta|body|div|table|p|span)[\s>]", re.IGNORECASE)
_MHTML = re.compile(rb"^(?:From:|MIME-Version:|Subject:|Date:|Snapshot-Content-Location:)[^\n]*\n", re.IGNORECASE)
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"RIFF")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORD_STREAM = "WordDocument".encode("utf-16-le")


def read_source(path: Path) -> Source:
    """Read a file; Refused with the reason where it cannot be imported, OSError where it cannot be opened."""
    size = path.stat().st_size
    if size > _MOST_BYTES:
        raise Refused(f"有 {size / 1e6:.0f} MB，超过 50 MB，不像一份文件")
    raw = path.read_bytes()
    if not raw.strip(b"\0 \r\n\t"):
        raise Refused("是空文件")
    return read_bytes(raw, path.suffix.lower())


def read_bytes(raw: bytes, ending: str) -> Source:
    """Read the content of a file whose name ends in `ending`, by what the content is."""
    if raw.startswith(b"PK\x03\x04"):
        return _from_archive(raw, ending)
    if raw.startswith(_OLE):
        if _ENCRYPTED in raw:
            raise Refused("有密码，请先在 Word 里取消密码")
        if _WORD_STREAM not in raw and ending not in (".wps", ".doc"):
            raise Refused("是 Office 97–2003 格式，但不是 Word 文件。请另存为 .docx 再导入")
        return read_by_libreoffice(raw, ".wps" if ending == ".wps" else ".doc", "旧版 Word（.doc）文件")
    if raw.startswith(b"{\\rtf"):
        return read_by_libreoffice(raw, ".rtf", "RTF 文件")
    if b"%PDF-" in raw[:1024]:
        return read_pdf(raw)
    if raw.startswith(_PICTURES) and b"\0" in raw[:64]:
        raise Refused("是图片。请先做文字识别（OCR），把文字存成 .docx 或 .txt 再导入")
    if raw.startswith((b"Rar!", b"7z\xbc\xaf")):
        raise Refused("是压缩包，请先解压")
    if _MHTML.match(raw) and b"Content-Type:" in raw[:8192]:
        return _from_mhtml(raw)
    head = raw[:65536]
    plain = head.replace(b"\0", b"") if head.count(b"\0") > len(head) // 4 else head
    if _HTML.search(plain):
        source = read_page(raw)
        if ending in (".doc", ".docx", ".wps"):
            source.doubts.append(Doubt("正文", f"名字是 {ending}，其实是网页，按网页读的"))
        return source
    if head.count(b"\0") and not raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and not utf_16(raw):
        raise Refused("不是文字文件，认不出是什么格式")
    return read_text(raw)


def _from_archive(raw: bytes, ending: str) -> Source:
    names = Archive(raw).names
    if any(name.startswith("xl/") for name in names):
        raise Refused("是 Excel 表格。请把表格粘贴到 Word 里，存成 .docx 再导入")
    if any(name.startswith("ppt/") for name in names):
        raise Refused("是演示文稿，不能导入")
    if "mimetype" in names and "content.xml" in names:
        return read_by_libreoffice(raw, ".odt", "OpenDocument 文件")
    if "OFD.xml" in names:
        raise Refused("是 OFD 版式文件。请找 Word 原件，或用阅读器导出文字再导入")
    if not any(name.endswith("document.xml") for name in names):
        raise Refused("是压缩包，请先解压" if ending not in (".docx", ".docm") else "不是 Word 文件（.docx），里面没有正文")
    return read_word(raw)


def _from_mhtml(raw: bytes) -> Source:
    """A page saved as one file: the first HTML in it."""
    message = email.message_from_bytes(raw, policy=email.policy.compat32)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            if isinstance(content, bytes) and content:
                charset = part.get_content_charset() or ""
                try:
                    return read_page(content.decode(charset).encode("utf-8") if charset else content)
                except (LookupError, UnicodeDecodeError):
                    return read_page(content)
    raise Refused("是单个文件的网页（.mht），但里面没有网页。请在浏览器里另存为“网页，仅 HTML”")
