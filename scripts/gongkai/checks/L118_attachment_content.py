"""附件的内容须与扩展名相符。来源: 国办检查指标（附件打不开即错链）；各格式的文件头（PDF、ZIP、复合文档、PNG、JPEG、GIF、RIFF、MP4）。

错: 附件: 通知.pdf（其实是改了扩展名的 Word 文档）
对: 附件: 通知.docx，或另存为真正的 PDF
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.named_files import named_files
from gongkai.linking.links import Links
from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "error"
_ZIPPED = "压缩包或 docx、xlsx 一类的文档"
_COMPOUND = "旧版 Office 文档"
_WEB, _TEXT, _UNKNOWN = "网页", "文字", "认不出的内容"
_EXPECTED = {
    "pdf": ("PDF",), "docx": (_ZIPPED,), "xlsx": (_ZIPPED,), "pptx": (_ZIPPED,), "ofd": (_ZIPPED,), "zip": (_ZIPPED,),
    "doc": (_COMPOUND, "RTF 文档", _ZIPPED), "xls": (_COMPOUND, _ZIPPED), "ppt": (_COMPOUND, _ZIPPED), "wps": (_COMPOUND, _ZIPPED),
    "et": (_COMPOUND, _ZIPPED), "png": ("PNG 图片",), "jpg": ("JPEG 图片",), "jpeg": ("JPEG 图片",), "gif": ("GIF 图片",),
    "webp": ("WebP 图片",), "mp4": ("MP4 视频",), "mp3": ("MP3 音频",), "csv": (_TEXT,), "txt": (_TEXT,), "json": (_TEXT,),
    "xml": (_TEXT, _WEB), "svg": (_TEXT, _WEB),
}  # fmt: skip
_HEADS = (
    (b"PK\x03\x04", _ZIPPED), (b"PK\x05\x06", _ZIPPED), (b"\xd0\xcf\x11\xe0", _COMPOUND), (b"{\\rtf", "RTF 文档"),
    (b"\x89PNG", "PNG 图片"), (b"\xff\xd8\xff", "JPEG 图片"), (b"GIF8", "GIF 图片"), (b"Rar!", "RAR 压缩包"), (b"7z\xbc\xaf", "7z 压缩包"),
    (b"MZ", "Windows 程序"), (b"ID3", "MP3 音频"),
)  # fmt: skip


def check(site: Site, links: Links) -> Iterator[Finding]:
    """Named files whose first bytes are another format's; empty ones have a rule of their own."""
    for file in named_files(site, links):
        found = another_format(file.extension, site.heads.get(file.path, b""))
        if found:
            message = f"附件“{file.name}”的扩展名是 .{file.extension}，内容却是{found}"
            yield Finding(file.place, message, "改成与内容相符的扩展名，或另存为这种格式")


def another_format(extension: str, head: bytes) -> str:
    """What the first bytes of a file say that it is, where that is not what its extension says; else ""."""
    expected = _EXPECTED.get(extension)
    if not head or not expected:
        return ""
    found = _format(head)
    return "" if found in expected else found


def _format(head: bytes) -> str:
    bare = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if b"%PDF" in head:
        return "PDF"
    for start, name in _HEADS:
        if bare.startswith(start):
            return name
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WebP 图片"
    if head[4:8] == b"ftyp":
        return "MP4 视频"
    if head[0] == 0xFF and len(head) > 1 and head[1] & 0xE0 == 0xE0:
        return _TEXT if head[1] == 0xFE else "MP3 音频"
    if bare[:5].lower() in (b"<html", b"<!doc"):
        return _WEB
    return _UNKNOWN if b"\x00" in head and not head.startswith(b"\xfe\xff") else _TEXT
