"""Folding and terms: one definition, however it is reached."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.searching.codec import encode
from gongkai.searching.terms import HAN, PLAIN, Folding, from_units, to_units

from .texts import examples

FOLDING = Folding.standard()
TEXT = st.text(
    alphabet=st.one_of(
        st.sampled_from("养老服务國辦發〔〕［］（）()“”\"' \u3000\t\n\r，。-—ＡａＺ０１9x\u200b\ufeff𠮷①"), st.characters()
    )
)


@pytest.mark.parametrize(("text", "folded"), examples("folds.json"))
def test_examples(text: str, folded: str) -> None:
    assert from_units(FOLDING.fold(text)) == folded


@given(TEXT)
def test_folding_twice_changes_nothing(text: str) -> None:
    once = FOLDING.fold(text)
    assert FOLDING.fold(once) == once


@given(TEXT)
def test_both_ways_of_folding_agree(text: str) -> None:
    units = to_units(text)
    folded, offsets = FOLDING.fold_with_offsets(units)
    assert folded == FOLDING.fold(text)
    assert offsets == sorted(offsets)
    assert all(0 <= offset < len(units) for offset in offsets)


@given(TEXT, st.data())
def test_a_stretch_of_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    units = to_units(text)
    start = data.draw(st.integers(0, len(units)))
    stretch = units[start : data.draw(st.integers(start, len(units)))]
    assert FOLDING.fold(stretch) in FOLDING.fold(units)


@given(TEXT)
def test_terms_of_a_word_are_terms_of_every_text_that_holds_it(text: str) -> None:
    word = FOLDING.fold(text)
    around = "第" + word + "条"
    of_text = {key for _, key in FOLDING.terms(around)}
    of_text |= {ord(character) << 16 for character in around}
    assert {key for _, key in FOLDING.terms(word)} <= of_text
    assert set(FOLDING.chosen(word)) <= set(FOLDING.terms(word))


@given(st.text())
def test_code_units_come_back(text: str) -> None:
    assert from_units(to_units(text)) == text


def test_the_recipe_says_the_table() -> None:
    recipe = {
        "fold": FOLDING.told(range(0x10000)),
        "plain": [[0x30, 0x39], [0x61, 0x7A]],
        "han": [[0x4E00, 0x9FFF]],
        "terms_of_a_word": 3,
        "common": encode([ord("国") << 16 | ord("务")]),
    }
    read = Folding.from_recipe(recipe)
    assert [offset for offset, _ in read.chosen("国务院办公厅")] == [1, 2, 4]
    assert [offset for offset, _ in read.chosen("国务院")] == [0, 1]
    assert list(read.table) == list(FOLDING.table)
    assert (read.kinds[ord("a")], read.kinds[ord("国")]) == (PLAIN, HAN)


def test_a_term_settles_only_what_it_is() -> None:
    assert [FOLDING.settles(word) for word in ("养", "养犬", "养犬法", "(养", "(", "((", "a b")] == [
        True, True, False, False, True, False, False,
    ]  # fmt: skip
