"""Sounds of characters: what the index tells of them, and what was meant by letters typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.searching.sounds import is_spelling, read, readings, spelled, told

TITLES = ["住房公积金管理条例", "住房公积金提取办法", "医疗保障基金", "银行卡重要数据长期保存规定", "绿化条例", "西安市先进个人"]
SOUNDS = read(told("\n".join(TITLES)))


@pytest.mark.parametrize(
    ("character", "syllables"),
    [("住", ("zhu",)), ("行", ("xing", "hang", "heng")), ("绿", ("lv", "lu")), ("a", ()), ("，", ())],
)
def test_readings_as_they_are_typed(character: str, syllables: tuple[str, ...]) -> None:
    assert readings(character) == syllables


@pytest.mark.parametrize(
    ("letters", "meant"),
    [("zhufanggongjijin", "住房公积金"), ("zfgjj", "住房公积金"), ("zhfgjj", "住房公积金"), ("zhufanggjj", "住房公积金"),
     ("zfgongjijin", "住房公积金"), ("zhufanggongj", "住房公积"), ("zhufanggongjiji", "住房公积金"), ("yinhang", "银行"),
     ("changqi", "长期"), ("zhongyao", "重要"), ("chongyao", "重要"), ("lvhua", "绿化"), ("luhua", "绿化"), ("xian", "西安"),
     ("zhuhai", ""), ("qq", "")],
)  # fmt: skip
def test_what_was_meant(letters: str, meant: str) -> None:
    assert (spelled(letters, TITLES, SOUNDS) or [""])[0] == meant


def test_what_is_spelled_in_full_comes_first_then_what_most_titles_have() -> None:
    titles = ["个人", "管理", "管理", "观览", "高热"]
    assert spelled("gr", titles, read(told("".join(titles))), 3) == ["个人", "高热"]
    assert spelled("guanli", titles, read(told("".join(titles))), 2) == ["管理"]
    assert spelled("gl", titles, read(told("".join(titles))), 2) == ["管理", "观览"]


@pytest.mark.parametrize(("word", "is_one"), [("zhu", True), ("z", False), ("ipv6", False), ("住", False), ("a" * 41, False)])
def test_what_may_be_a_spelling(word: str, is_one: bool) -> None:
    assert is_spelling(word) == is_one


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x20000), max_size=40))
def test_the_column_tells_every_reading(text: str) -> None:
    sounds = read(told(text))
    for character in text:
        assert tuple(sorted(sounds.get(character, ()))) == (tuple(sorted(readings(character))) if character <= "\uffff" else ())
        assert not readings(character) or character > "\uffff" or sounds[character][0] == readings(character)[0]
