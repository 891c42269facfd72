"""Folding and terms: one definition, however it is reached."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongkai.searching import inversion
from gongkai.searching.codec import encode
from gongkai.searching.inversion import Inverter
from gongkai.searching.term_parts import LEVELS
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
    of_text |= {key for _, _, key in FOLDING.digit_terms(around)}
    for _, key in (*FOLDING.terms(word), *FOLDING.chosen(word), *FOLDING.chosen(word, thorough=True)):
        first, last = FOLDING.span(key)
        assert any(first <= each <= last for each in of_text), chr(key >> 16)


def test_a_bridge_is_looked_up_whole_or_by_its_sign() -> None:
    whole, by_sign = (FOLDING.terms(FOLDING.fold(word))[0][1] for word in ("八）行", "八）"))
    first, last = FOLDING.span(by_sign)
    assert first <= whole <= last
    assert FOLDING.span(whole) == (whole, whole)
    assert not FOLDING.settles(FOLDING.fold("八）"))


@given(st.text())
def test_code_units_come_back(text: str) -> None:
    assert from_units(to_units(text)) == text


def recipe_with_common(*common: str) -> dict[str, object]:
    keys = sorted(ord(each[0]) << 16 | ord(each[1]) for each in common)
    near, _ = FOLDING.told(range(0x10000), ())
    return {
        "fold": near,
        "plain": [[0x30, 0x39], [0x61, 0x7A]],
        "han": [[0x4E00, 0x9FFF]],
        "terms_of_a_word": 3,
        "common": encode((key - last - 1) * 2 for key, last in zip(keys, [-1, *keys], strict=False)),
    }


def test_the_recipe_says_the_table() -> None:
    _, rare = FOLDING.told(range(0x10000), ())
    read = Folding.from_recipe(recipe_with_common(), rare)
    assert list(read.table) == list(FOLDING.table)
    assert (read.kinds[ord("a")], read.kinds[ord("国")]) == (PLAIN, HAN)


def test_what_is_written_or_ordinary_needs_no_rare_part() -> None:
    near, rare = FOLDING.told(range(0x10000), map(ord, "國"))
    read = Folding.from_recipe({**recipe_with_common(), "fold": near})
    assert (read.fold("國務ＡＢ（"), read.table[ord("A")]) == ("国務ab(", ord("a"))
    assert rare


def test_common_bigrams_are_passed_over_where_others_tell() -> None:
    read = Folding.from_recipe(recipe_with_common("国务", "行政"))
    assert [offset for offset, _ in read.chosen("国务院办公厅")] == [1, 2, 4]
    assert [offset for offset, _ in read.chosen("行政院")] == [0, 1]
    assert [offset for offset, _ in read.chosen("国务")] == [0]
    assert not read.tells_all("国务院办公厅的通知")
    assert read.tells_all("国务院")


@pytest.mark.parametrize(("word", "terms"), examples("digits.json"))
def test_terms_around_digits(word: str, terms: list[list[object]]) -> None:
    assert [list(term) for term in FOLDING.digit_terms(word)] == [[at, size, key] for at, size, key in terms]


@given(st.text(alphabet=st.sampled_from("0123456789年月日()号第-国办 \n"), max_size=40), st.data())
def test_the_index_has_the_digit_terms_of_every_stretch(text: str, data: st.DataObject) -> None:
    folded = FOLDING.fold(text)
    start = data.draw(st.integers(0, len(folded)))
    stretch = FOLDING.fold(folded[start : data.draw(st.integers(start, len(folded)))])
    of_text = {key for _, _, key in FOLDING.digit_terms(folded)}
    assert {key for _, _, key in FOLDING.digit_terms(stretch)} <= of_text
    assert of_text <= {int(key) >> 32 for key in postings([text])}


def postings(units: list[str]) -> list[int]:
    """Sorted keys (term, unit, mark) of units."""
    _, keys = Inverter(FOLDING).invert([unit.encode("utf-16-le", "surrogatepass") for unit in units], {})
    return [int(key) for key in keys["text"]]


@pytest.mark.parametrize("stretch", [1, 20, 1 << 16])
@given(texts=st.lists(TEXT, min_size=1, max_size=6))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_batch_holds_what_each_of_its_units_holds(texts: list[str], stretch: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inversion, "_STRETCH", stretch)
    alone = [key + (number << 2) for number, text in enumerate(texts) for key in postings([text])]
    assert postings(texts) == sorted(alone)


@given(TEXT)
def test_a_batch_is_folded_as_a_word_is(text: str) -> None:
    codes, ends = Inverter(FOLDING)._fold([text.encode("utf-16-le", "surrogatepass")] * 2, np.zeros(0x10000, dtype=bool))
    folded = FOLDING.fold(text + "\n")
    assert "".join(map(chr, codes.tolist())) == folded * 2
    assert ends.tolist() == [len(folded), 2 * len(folded)]


@given(st.text(alphabet=st.sampled_from("养老服务国办〔〕0１a，。 \n"), max_size=30))
def test_the_mark_of_a_posting_tells_how_often_the_term_stands_there(text: str) -> None:
    folded = FOLDING.fold(text)
    pairs = [ord(a) << 16 | ord(b) for a, b in pairwise(folded) if all(FOLDING.kinds[ord(each)] in (PLAIN, HAN) for each in (a, b))]
    found = {key >> 32: LEVELS[key & 3] for key in postings([text])}
    assert {pair: found.get(pair) for pair in pairs} == {
        pair: max(level for level in LEVELS if level <= count) for pair, count in Counter(pairs).items()
    }


def test_a_term_settles_only_what_it_is() -> None:
    assert [FOLDING.settles(word) for word in ("养", "养犬", "养犬法", "(养", "(", "((", "a b")] == [
        True, True, False, False, True, False, False,
    ]  # fmt: skip
