"""The code of numbers: no number is lost, whoever wrote it."""

from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.searching.codec import ALPHABET, decode, decode_round, encode, encode_round, from_zigzag, to_zigzag
from gongkai.searching.inversion import asking, lists

from .texts import examples

NUMBERS = st.lists(st.one_of(st.integers(0, 200), st.integers(0, 2**40)))


@pytest.mark.parametrize(("numbers", "text"), examples("codes.json"))
def test_examples(numbers: list[int], text: str) -> None:
    assert (encode(numbers), decode(text)) == (text, numbers)


@given(NUMBERS)
def test_numbers_come_back(numbers: list[int]) -> None:
    text = encode(numbers)
    assert decode(text) == numbers
    assert json.dumps(text) == f'"{text}"'


@given(NUMBERS)
def test_numpy_writes_the_same(numbers: list[int]) -> None:
    array = np.array(numbers, dtype=np.int64)
    assert lists._encoded(array).decode("ascii") == encode(numbers)
    assert lists._width(array).tolist() == [len(encode([number])) for number in numbers]


@given(st.lists(NUMBERS))
def test_numpy_reads_the_same(several: list[list[int]]) -> None:
    numbers, counts = asking.decoded([encode(each) for each in several])
    assert numbers.tolist() == [number for each in several for number in each]
    assert counts.tolist() == [len(each) for each in several]


@pytest.mark.parametrize("damaged", [ALPHABET[-1], "中", '"', "\xe9"])
def test_numpy_notices_damage(damaged: str) -> None:
    with pytest.raises(ValueError, match=r"cut off|alphabet|codec can't encode"):
        asking.decoded([ALPHABET[0], damaged, ALPHABET[1]])


@given(st.integers(-(2**40), 2**40))
def test_signs_come_back(number: int) -> None:
    assert from_zigzag(to_zigzag(number)) == number


@given(st.lists(st.one_of(st.integers(0, 2**32), st.integers(0, 2**12).map(lambda number: number << 20))))
def test_round_numbers_come_back(numbers: list[int]) -> None:
    assert decode_round(encode_round(sorted(numbers))) == sorted(numbers)


def test_damage_is_noticed() -> None:
    with pytest.raises(ValueError, match="cut off"):
        decode(ALPHABET[-1])
    with pytest.raises(ValueError, match="alphabet"):
        decode("中")
    with pytest.raises(ValueError, match="negative"):
        encode([-1])
