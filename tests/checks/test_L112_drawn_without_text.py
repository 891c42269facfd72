"""Rule L112: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, interpretation, policy

DRAWN = interpretation(body="![图](a.png)").replace("文字\n", "图解\n")


def test_a_picture_and_hardly_a_word(column: Callable[..., Column]) -> None:
    found = column({"policies/p.md": policy(), "interpretations/i.md": DRAWN, "interpretations/a.png": "x"})
    assert found.lines("L112") == [
        "interpretations/i.md:4: 警告 L112 图解解读没有文字版（正文只有 1 字）(在正文里写出图中或音视频里的内容，或另写一篇文字解读)"
    ]


def test_words_below_the_picture_or_in_another_interpretation(column: Callable[..., Column]) -> None:
    long = DRAWN.replace("![图](a.png)", "![图](a.png)\n\n" + "先申请，再审核。" * 20)
    assert column({"policies/p.md": policy(), "interpretations/i.md": long, "interpretations/a.png": "x"}).lines("L112") == []
    files = {"policies/p.md": policy(), "interpretations/i.md": DRAWN, "interpretations/j.md": interpretation()}
    assert column(files).lines("L112") == []
