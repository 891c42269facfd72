"""What was typed, as it is read."""

from __future__ import annotations

import pytest

from gongkai.searching.number_query import canonical, shown
from gongkai.searching.query import read_query
from gongkai.searching.terms import Folding, from_units

from .texts import examples

FOLDING = Folding.standard()


@pytest.mark.parametrize(("query", "alternatives", "without", "title", "number", "endings"), examples("queries_read.json"))
def test_examples(
    query: str, alternatives: list[list[str]], without: list[str], title: str, number: str, endings: list[str]
) -> None:
    plan = read_query(query, FOLDING)
    assert [[from_units(word) for word in words] for words in plan.alternatives] == alternatives
    assert [from_units(word) for word in plan.without] == without
    assert (from_units(plan.title), plan.number, list(plan.endings)) == (title, number, endings)


@pytest.mark.parametrize(("typed", "number"), examples("numbers_read.json"))
def test_numbers(typed: str, number: str) -> None:
    assert canonical(FOLDING.fold(typed)) == number


def test_a_number_is_shown_as_people_write_it() -> None:
    assert shown("国办发(2019)54号") == "国办发〔2019〕54号"
