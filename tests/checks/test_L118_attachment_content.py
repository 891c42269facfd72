"""Rule L118: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.conftest import Column, policy

ZIP, OLD = b"PK\x03\x04" + bytes(12), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("a.pdf", ZIP, "压缩包或 docx、xlsx 一类的文档"), ("a.docx", OLD, "旧版 Office 文档"), ("a.xlsx", b"<html><table>", "网页"),
        ("a.csv", b"\x89PNG\r\n", "PNG 图片"), ("a.png", b"\xff\xd8\xff\xe0", "JPEG 图片"), ("a.zip", b"Rar!\x1a", "RAR 压缩包"),
        ("a.pdf", b"MZ\x90\x00", "Windows 程序"), ("a.docx", b"\x00\x01\x02\x03", "认不出的内容"), ("a.doc", "通知".encode(), "文字"),
    ],
)  # fmt: skip
def test_an_extension_that_is_not_what_is_inside(column: Callable[..., Column], name: str, content: bytes, what: str) -> None:
    extension = name.rpartition(".")[2]
    assert column({"policies/p.md": policy(more=f"附件: {name}\n"), f"policies/{name}": content}).lines("L118") == [
        f"policies/p.md:7: 错误 L118 附件“{name}”的扩展名是 .{extension}，内容却是{what}(改成与内容相符的扩展名，或另存为这种格式)"
    ]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"\xef\xbb\xbf%PDF-1.7"), ("a.docx", ZIP), ("a.doc", OLD), ("a.doc", b"{\\rtf1"), ("a.csv", "\ufeff甲,乙".encode()),
        ("a.csv", "甲,乙".encode("gb18030")), ("a.svg", b'<?xml version="1.0"?>'), ("a.mp4", b"\x00\x00\x00\x18ftypmp42"),
        ("a.webp", b"RIFF\x00\x00\x00\x00WEBPVP8 "), ("a.JPG", b"\xff\xd8\xff\xe0"), ("a.dwg", b"AC1027"), ("a.pdf", b""),
    ],
)  # fmt: skip
def test_sound_files_and_unknown_formats(column: Callable[..., Column], name: str, content: bytes) -> None:
    assert column({"policies/p.md": policy(more=f"附件: {name}\n"), f"policies/{name}": content}).lines("L118") == []
