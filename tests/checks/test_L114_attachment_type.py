"""Rule L114: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy


def test_types_that_are_not_allowed(column: Callable[..., Column]) -> None:
    found = column({
        "policies/p.md": policy(more="附件: [申报.exe, README]\n", body="[好](biao.XLSX)"),
        "policies/申报.exe": "MZ", "policies/README": "x", "policies/biao.XLSX": "PK\x03\x04", "policies/unnamed.bat": "x",
    })  # fmt: skip
    mend = "(改成 pdf、ofd、docx、xlsx、csv 之类；可用的类型在 site.yaml 的“规则参数: 附件类型”里)"
    assert found.lines("L114") == [
        f"policies/p.md:7: 错误 L114 “README”是没有扩展名的附件，不能公开{mend}",
        f"policies/p.md:7: 错误 L114 “申报.exe”是“.exe”类型的附件，不能公开{mend}",
    ]


def test_the_site_s_own_list(column: Callable[..., Column]) -> None:
    files = {"policies/p.md": policy(more="附件: a.dwg\n"), "policies/a.dwg": "x"}
    assert column(files, "名称: 甲\n规则参数: {附件类型: [.dwg]}\n").lines("L114") == []
