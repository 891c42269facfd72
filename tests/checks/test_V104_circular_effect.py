"""Rule V104: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy


def test_two_documents_that_repeal_each_other(column: Callable[..., Column]) -> None:
    found = column({
        "policies/a.md": policy(validity="废止", more="废止: b\n"),
        "policies/b.md": policy("甲政发〔2023〕8号", validity="废止", more="废止: a\n"),
    })
    mend = "(留下后来的那一份的说法，删去另一份的)"
    assert found.lines("V104") == [
        f"policies/a.md:7: 错误 V104 与 policies/b.md:7 互相“废止”{mend}",
        f"policies/b.md:7: 错误 V104 与 policies/a.md:7 互相“废止”{mend}",
    ]
