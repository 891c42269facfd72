"""Rule P105. Where people live, and where offices are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from tests.conftest import Column, policy


def test_the_message(column: Callable[..., Column]) -> None:
    assert column({"policies/p.md": policy(body="第一段。\n\n张某某，家住甲街道乙路1号2幢3单元401室。")}).lines("P105") == [
        "policies/p.md:11: 警告 P105 写出了个人住址的门牌(只写到乡镇、街道)"
    ]


def test_what_is_found(column: Callable[..., Column]) -> None:
    texts = [
        "家庭住址：甲市乙路1号",
        "张某某，住甲县乙镇丙村12号",
        "现住甲小区3幢2单元",
        "| 姓名 | 家庭住址 |\n|---|---|\n| 张某某 | 甲街道乙路1号 |",
    ]
    found = column({f"policies/p{i}.md": policy(body=text) for i, text in enumerate(texts)})
    assert Counter(p.place.path for p in found.problems if p.id == "P105") == {f"policies/p{i}.md": 1 for i in range(len(texts))}


def test_what_is_left_alone(column: Callable[..., Column]) -> None:
    texts = [
        "地址：甲区乙路1号行政中心2号楼301室",
        "家庭住址：甲街道",
        "居住地在本市的",
        "户籍地的公安机关应当在5日内",
        "，住建局2号楼",
        "| 单位 | 地址 |\n|---|---|\n| 甲局 | 乙路1号 |",
    ]
    found = column({f"policies/p{i}.md": policy(body=text) for i, text in enumerate(texts)})
    assert Counter(p.place.path for p in found.problems if p.id == "P105") == {}
