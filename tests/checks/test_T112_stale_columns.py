"""Rule T112: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column


def made(stale: int, period: int) -> tuple[dict[str, str], str]:
    page = "---\n标题: 甲\n公开日期: 2024-01-01\n---\n\n正文。\n"
    rows = "".join(f"  - {{名称: 第{n}栏, 代码: c{n}, 目录: c{n}, 更新周期: {period}}}\n" for n in range(stale))
    return {f"content/c{n}/a.md": page for n in range(stale)}, f"名称: 甲\n栏目:\n{rows}"


def test_so_many_that_the_site_fails(column: Callable[..., Column]) -> None:
    assert column(*made(4, 14)).lines("T112") == []
    assert column(*made(5, 14)).lines("T112") == [
        "site.yaml:2: 错误 T112 半年以内须更新而未更新的栏目有 5 个（第0栏、第1栏、第2栏等），满 5 个即单项否决(更新或合并这些栏目)"
    ]
    assert column(*made(9, 365)).lines("T112") == []
    assert column(*made(10, 365)).lines("T112") == [
        "site.yaml:2: 错误 T112 应更新未更新的栏目有 10 个（第0栏、第1栏、第2栏等），满 10 个即单项否决(更新或合并这些栏目)"
    ]
