"""Rule L115: what it finds and what it leaves alone."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from tests.conftest import Column, policy

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="这些文件名在 Windows 上写不出来")


@pytest.mark.parametrize(
    ("name", "why"),
    [("附件1:申请表.pdf", "里有“:”"), ("aux.pdf", "“aux.pdf”是设备名"), ("很长" * 25 + "x" * 71 + ".pdf", "有 125 个字，太长")],
)
def test_names_that_windows_refuses(column: Callable[..., Column], name: str, why: str) -> None:
    found = column({"policies/p.md": policy(more=f"附件:\n  - '{name}'\n"), f"policies/{name}": "%PDF"})
    assert found.lines("L115") == [
        f"policies/p.md:8: 错误 L115 附件“{name}”的文件名{why}，在 Windows 上不能用(给文件改个名，只用汉字、字母、数字、“-”和“_”)"
    ]


def test_names_that_differ_in_case_alone(column: Callable[..., Column]) -> None:
    found = column({"policies/p.md": policy(more="附件: [A.pdf, a.pdf]\n"), "policies/A.pdf": "%PDF", "policies/a.pdf": "%PDF"})
    assert found.lines("L115") == [
        "policies/p.md:7: 错误 L115 附件“policies/a.pdf”和“policies/A.pdf”只差大小写，在 Windows 上是同一个文件(给其中一个改名)"
    ]


def test_sound_names(column: Callable[..., Column]) -> None:
    assert column({"policies/p.md": policy(more="附件: 附件1-申请表（2023版）.pdf\n"), "policies/附件1-申请表（2023版）.pdf": "%PDF"}).lines("L115") == []
