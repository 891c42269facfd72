"""Which reader a file needs: by what its bytes are, whatever its name says."""

from __future__ import annotations

import re
from pathlib import Path

from gongkai.importing.blocks import Refused, Source
from gongkai.importing.plain_text import read_text
from gongkai.importing.web_page import read_page
from gongkai.importing.word_file import read_word

ENDINGS = frozenset((".txt", ".html", ".htm", ".mht", ".docx", ".docm", ".doc", ".wps", ".rtf", ".odt", ".pdf"))
"""What is looked for in a folder."""
_MOST_BYTES = 50_000_000
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|meta|body|div|table|p)[\s>]", re.IGNORECASE)


def read_source(path: Path) -> Source:
    """Read a file; Refused with the reason where it cannot be imported."""
    size = path.stat().st_size
    if size > _MOST_BYTES:
        raise Refused(f"有 {size / 1e6:.0f} MB，超过 50 MB，不像一份文件")
    raw = path.read_bytes()
    if raw.startswith(b"PK\x03\x04"):
        return read_word(raw)
    if _HTML.search(raw[:4096]):
        return read_page(raw)
    return read_text(raw)
