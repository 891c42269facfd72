"""Rule V105: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy


def test_an_end_that_is_only_asserted(column: Callable[..., Column]) -> None:
    assert column({"policies/p.md": policy(validity="废止")}).lines("V105") == [
        "policies/p.md:6: 提示 V105 有效性写的是“废止”，看不出由哪份文件、自哪天起"
        "(在那份文件里写明，或补“有效期至”；那份文件不在本栏目的，可不理会)"
    ]
    lapsed = column({"policies/p.md": policy(validity="失效", more="有效期至: 2024-12-31\n")})
    assert lapsed.lines("V105") == []
