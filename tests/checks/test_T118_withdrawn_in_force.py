"""Rule T118: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy


def test_withdrawn_or_to_be_withdrawn_while_in_force(column: Callable[..., Column]) -> None:
    def one(n: int, validity: str, more: str) -> str:
        return policy(f"甲政发〔2026〕{n}号", issued="2026-01-20", validity=validity, more=more)

    files = {
        "policies/a.md": one(1, "有效", "下架日: 2026-05-20\n"),
        "policies/b.md": one(2, "已修改", "下架日: 2027-05-20\n"),
        "policies/c.md": one(3, "废止", "下架日: 2026-05-20\n"),
        "policies/d.md": one(4, "有效", "有效期至: 2026-12-31\n下架日: 2027-01-01\n"),
    }
    assert column(files).lines("T118") == [
        "policies/a.md:7: 警告 T118 2026-05-20 已经下架，而有效性写的是“有效”(删去“下架日”；转为不公开的，用豁免写明理由)",
        "policies/b.md:7: 警告 T118 2027-05-20 要下架，而有效性写的是“已修改”(删去“下架日”；转为不公开的，用豁免写明理由)",
    ]
