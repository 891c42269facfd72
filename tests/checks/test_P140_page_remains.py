"""Rule P140. What a browser left behind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from tests.conftest import Column, policy


def test_the_message(column: Callable[..., Column]) -> None:
    assert column({"policies/p.md": policy(body="第一段。\n\n2021/8/16 上午9:31:36 星期一")}).lines("P140") == [
        "policies/p.md:11: 警告 P140 留着网页的残余“2021/8/16 上午9:31:36 星期一”(删去不是文件内容的部分)"
    ]


def test_what_is_found(column: Callable[..., Column]) -> None:
    texts = ["当前位置：首页 > 公开", "【字体：大 中 小】 打印本页", "浏览次数：100", '<script src="a.js">', "甲&nbsp;乙"]
    found = column({f"policies/p{i}.md": policy(body=text) for i, text in enumerate(texts)})
    assert Counter(p.place.path for p in found.problems if p.id == "P140") == {f"policies/p{i}.md": 1 for i in range(len(texts))}


def test_what_is_left_alone(column: Callable[..., Column]) -> None:
    texts = [
        "2021年8月16日上午9:30开会",
        "网站应当有“打印本页”的按钮，并在页首写明当前位置：这一项由各网站自行决定。",
        "| 浏览次数：100 |",
        "```\ndocument.write\n```",
    ]
    found = column({f"policies/p{i}.md": policy(body=text) for i, text in enumerate(texts)})
    assert Counter(p.place.path for p in found.problems if p.id == "P140") == {}
