"""Rule F001: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy


def test_a_gb18030_file_is_read_and_reported_with_its_encoding(column: Callable[..., Column]) -> None:
    found = column({"policies/p.md": policy(body="国务院办公厅").encode("gb18030")})
    assert found.lines("F001") == [
        "policies/p.md:2: 错误 F001 文件编码是 GB18030（国标码），不是 UTF-8(另存为 UTF-8 编码（记事本：“另存为”，编码选 UTF-8）)"
    ]
    assert found.site.policies[0].title == "关于改造旧小区的通知"


def test_utf_8_with_and_without_a_mark_and_windows_line_ends_are_right(column: Callable[..., Column]) -> None:
    source = policy()
    files = {
        "policies/a.md": source.encode("utf-8-sig"),
        "policies/b.md": policy("甲政发〔2023〕8号").replace("\n", "\r\n").encode(),
    }
    found = column(files)
    assert found.lines("F001") == []
    assert [p.title for p in found.site.policies] == ["关于改造旧小区的通知"] * 2


def test_what_no_encoding_fits_becomes_a_problem_not_a_gap(column: Callable[..., Column]) -> None:
    found = column({"policies/p.md": b"---\n\xff\xff\xff\n---\n"})
    assert found.lines("F001") == [
        "policies/p.md:2: 错误 F001 文件编码认不出，没有读入(另存为 UTF-8 编码（记事本：“另存为”，编码选 UTF-8）)"
    ]
