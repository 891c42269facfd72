"""Texts as they are cut, stored and looked up: told for many at once, as for each by itself."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from gongkai.searching.cutting import clean, cleaned, cut, headings_code, read_headings
from gongkai.searching.entries import Entry
from gongkai.searching.inversion.plainness import is_plain
from gongkai.searching.parts import as_json, as_list, as_object, quoted
from gongkai.searching.terms import to_units

TEXT = st.text(alphabet=st.one_of(st.sampled_from("第一条养老 \n\n“”。，\r\x0b\x1c\x85\u2028\u2029\"\\\t\x00\x7f𠮷\ud800\udfff\ue000"), st.characters()))


@given(st.lists(TEXT))
def test_texts_are_cleaned_together_as_each_alone(texts: list[str]) -> None:
    for given_text, found in zip(texts, cleaned(texts), strict=True):
        tidy = clean(given_text)
        assert (found.text, found.raw, found.is_wide) == (tidy, tidy.encode("utf-16-le"), len(to_units(tidy)) > len(tidy))
        assert found.quoted() == as_json(tidy)[:-1]


@given(TEXT)
def test_a_plain_text_is_written_as_it_is_but_for_line_ends(text: str) -> None:
    ordinary = clean(text) == text and len(to_units(text)) == len(text) and json.dumps(text.replace("\n", ""), ensure_ascii=False)[1:-1] == text.replace("\n", "")
    assert is_plain(text.encode("utf-16-le", "surrogatepass")) == ordinary


@given(TEXT, st.data())
def test_a_stretch_is_the_same_stretch_in_utf_16(text: str, data: st.DataObject) -> None:
    (whole,) = cleaned([text])
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert whole.between(start, end)[:2] == (whole.text[start:end], whole.text[start:end].encode("utf-16-le"))


@given(st.lists(TEXT.map(clean), max_size=400), st.integers(0, 30))
def test_units_are_the_text_and_have_its_headings(lines: list[str], step: int) -> None:
    text = "\n".join(line.replace("\n", " ") + "字" * step * 40 for line in lines)
    headings = tuple((offset, f"第{offset}条", f"tiao-{offset}") for offset in range(0, len(text), step * 200 + 1))
    (whole,) = cleaned([text])
    units = list(cut(Entry("policy", "甲", "甲.html", "题", text=text, headings=headings), whole))
    assert "\n".join(unit.text.text for unit in units) == text
    for unit in units:
        assert tuple(read_headings(unit.text.text, *headings_code(unit))) == unit.headings


@given(st.dictionaries(st.sampled_from(["url", "title", "anchor", "kind", "more"]), TEXT.map(clean), min_size=1))
def test_json_is_put_together_as_it_would_be_written_whole(members: dict[str, str]) -> None:
    assert as_object({key: quoted(value) for key, value in members.items()}) == as_json(members)[:-1]
    assert as_list(map(quoted, members.values())) == as_json(list(members.values()))[:-1]
