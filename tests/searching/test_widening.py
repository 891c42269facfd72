"""Nothing found: what is taken instead, and that it is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai.searching.answering import SearchIndex, open_index
from gongkai.searching.widening import _change

from .texts import examples


@pytest.fixture(scope="module")
def index(small_index: Path) -> SearchIndex:
    return open_index(small_index)


@pytest.mark.parametrize(("query", "how", "taken_as"), examples("widenings.json"))
def test_examples(index: SearchIndex, query: str, how: str, taken_as: str) -> None:
    answer = index.search(query)
    literal = index.search(query, literal=True)
    assert literal.widened is None
    if how:
        assert answer.widened is not None
        assert (answer.widened["how"], answer.widened["query"]) == (how, taken_as)
        assert answer.total > 0
        assert literal.total == 0
        expected = index.search(taken_as, whole=True)
        assert index.search(query, whole=True).hits == expected.hits
        slugs = [hit.slug for hit in expected.hits]
        assert answer.partial or [hit.slug for hit in answer.hits] == slugs
        assert answer.hits[0].slug == slugs[0]
    else:
        assert answer == literal


def test_what_was_left_out_is_named(index: SearchIndex) -> None:
    answer = index.search("火星人 公积金")
    assert answer.widened == {"how": "漏词", "query": "公积金", "dropped": ["火星人"]}


def test_a_filter_does_not_make_a_found_word_a_mistake(index: SearchIndex) -> None:
    assert index.search("养老服务", from_="1990", to="1991").widened is None
    assert index.search("养老股务", filters={"有效性": "有效"}).widened is not None


@pytest.mark.parametrize(
    ("typed", "meant", "rank"),
    [("管里", "管理", 0), ("条列", "条例", 0), ("记登", "登记", 1), ("安安全", "安全", 2), ("环境", "环卫", 3), ("养服", "养老服", 4),
     ("养老", "养犬管", 9), ("养老", "养老", 9)],
)  # fmt: skip
def test_likely_slips_come_first(typed: str, meant: str, rank: int) -> None:
    assert _change(typed, meant) == rank
