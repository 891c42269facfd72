"""Rule P141: paragraphs that are there twice."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy


def paragraph(letter: str) -> str:
    return letter * 70 + "。"


def test_a_text_that_is_there_twice(column: Callable[..., Column]) -> None:
    whole = "\n\n".join(paragraph(letter) for letter in "甲乙丙丁")
    assert column({"policies/p.md": policy(body=f"{whole}\n\n{whole}")}).lines("P141") == [
        "policies/p.md:17: 警告 P141 从这里起，正文又重复了一遍（第 9 行起已有）(只留一遍)"
    ]


def test_a_paragraph_pasted_twice(column: Callable[..., Column]) -> None:
    body = "\n\n".join(paragraph(letter) for letter in "甲乙乙丙丁")
    assert column({"policies/p.md": policy(body=body)}).lines("P141") == [
        "policies/p.md:13: 警告 P141 这一段与第 11 行的相同(只留一处；原文如此的可以豁免)"
    ]


def test_a_row_of_paragraphs(column: Callable[..., Column]) -> None:
    body = "\n\n".join(paragraph(letter) for letter in "甲乙丙丁戊己庚辛壬甲乙丙丁")
    assert [line.split(":")[1] for line in column({"policies/p.md": policy(body=body)}).lines("P141")] == ["27"]


def test_one_sentence_of_several_matters(column: Callable[..., Column]) -> None:
    body = "\n\n".join(paragraph(letter) for letter in "甲乙丙丁甲")
    assert column({"policies/p.md": policy(body=body)}).lines("P141") == []


def test_tables_and_short_lines(column: Callable[..., Column]) -> None:
    row = f"| {'甲' * 70} |"
    assert column({"policies/p.md": policy(body=f"{row}\n{row}\n\n同上。\n\n同上。")}).lines("P141") == []
