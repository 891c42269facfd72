"""Rule L119: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy


def test_formats_that_phones_cannot_open(column: Callable[..., Column]) -> None:
    found = column({
        "policies/p.md": policy(more="附件: [任务分工.doc, 表.xls, 好.docx]\n"),
        "policies/任务分工.doc": b"\xd0\xcf\x11\xe0", "policies/表.xls": b"\xd0\xcf\x11\xe0", "policies/好.docx": b"PK\x03\x04",
    })  # fmt: skip
    assert found.lines("L119") == [
        "policies/p.md:7: 提示 L119 附件“任务分工.doc”是旧格式，手机和不少电脑打不开(另存为 docx 或 pdf)",
        "policies/p.md:7: 提示 L119 附件“表.xls”是旧格式，手机和不少电脑打不开(另存为 xlsx 或 csv)",
    ]
