"""Rule V102: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy


def test_a_basis_that_has_ended(column: Callable[..., Column]) -> None:
    files = {
        "policies/basis.md": policy("甲政发〔2019〕3号", issued="2019-01-01", validity="废止"),
        "policies/new.md": policy("甲政发〔2022〕1号", issued="2022-01-02", more="废止: 甲政发〔2019〕3号\n"),
        "policies/p.md": policy(more="依据: 甲政发〔2019〕3号\n"),
    }
    assert column(files).lines("V102") == [
        "policies/p.md:7: 警告 V102 依据“甲政发〔2019〕3号”已经废止：被甲政发〔2022〕1号废止（policies/basis.md）(清理本文件，或换成现行的依据)"
    ]
    ended = {**files, "policies/p.md": policy(validity="失效", more="依据: 甲政发〔2019〕3号\n")}
    assert column(ended).lines("V102") == []
