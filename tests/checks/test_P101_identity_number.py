"""Rule P101: what it finds and what it leaves alone. The numbers are invented: serial number 000 is given to nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from tests.conftest import Column, policy


def test_the_number_is_not_repeated(column: Callable[..., Column]) -> None:
    assert column({"policies/p.md": policy(body="一、名单\n\n张某某，110101199001010007。")}).lines("P101") == [
        "policies/p.md:11: 错误 P101 写出了公民身份号码（11*************007）(删去，或掩去中间各位，如“11*************007”)"
    ]


def test_forms(column: Callable[..., Column]) -> None:
    texts = [
        "110101 19900101 0007",
        "１１０１０１１９９００１０１０００７",
        "张三110101199001010007李四",
        "张某11010119900801000x男",
        "身份证号：110101199001010008",
        "身份证号：110101900101000",
        "| 姓名 | 身份证号码 |\n|---|---|\n| 张某某 | 110101900101000 |",
    ]
    found = column({f"policies/p{i}.md": policy(body=text) for i, text in enumerate(texts)})
    assert Counter(p.place.path for p in found.problems if p.id == "P101") == {f"policies/p{i}.md": 1 for i in range(len(texts))}


def test_what_is_none(column: Callable[..., Column]) -> None:
    texts = [
        "110101199001010008",
        "110101199013010007",
        "11*************007",
        "1101011990010100071",
        "A110101199001010007",
        "110101900101000",
        "统一社会信用代码113301010024887430",
        "项目编号990101199001010007",
    ]
    found = column({f"policies/p{i}.md": policy(body=text) for i, text in enumerate(texts)})
    assert Counter(p.place.path for p in found.problems if p.id == "P101") == {}


def test_in_front_matter_and_drafts(column: Callable[..., Column]) -> None:
    found = column({"policies/p.md": policy(more="概述: 张某某110101199001010007\n草稿: true\n")})
    assert [str(p.place) + p.severity.word for p in found.problems if p.id == "P101"] == ["policies/p.md:7警告"]
