"""Rule L117: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy


def test_a_file_above_the_limit(column: Callable[..., Column]) -> None:
    files = {"policies/p.md": policy(more="附件: [a.csv, b.csv]\n"), "policies/a.csv": "甲" * 400_000, "policies/b.csv": "甲" * 300_000}
    assert column(files, "名称: 甲\n阈值: {附件上限兆字节: 1}\n").lines("L117") == [
        "policies/p.md:7: 警告 L117 附件“a.csv”有 1.2 MB，超过 1 MB(压缩图片，或分成几个文件)"
    ]
    assert column(files).lines("L117") == []
