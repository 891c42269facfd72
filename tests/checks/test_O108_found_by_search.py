"""Rule O108: what it finds and what it leaves alone."""

from __future__ import annotations

from tests.checks.pages import column_lines


def test_documents_that_a_word_of_their_own_does_not_find() -> None:
    assert column_lines("O108", missed=("policy p 用“甲乙丙”查不到（Python）",)) == [
        "search/index.json:1: 检索自检没有通过：policy p 用“甲乙丙”查不到（Python）(这是程序的错，请连同这一行报告)"
    ]
    assert column_lines("O108") == []
