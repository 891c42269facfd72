"""A 文号 in running text is found by its bracket first, which comes to the same as looking for all of it."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from gongkai.reading.citations import _NUMBER, _number_in

PIECES = st.sampled_from(["甲政发", "区", "依照", "〔2024〕", "[2019]", "（２０２０）", "第", "3号", "０12 号", "号", "，", "《办法》", "A", "〇", "\n", "（", "〔", "2024"])


@given(st.lists(PIECES, max_size=14).map("".join), st.integers(0, 12))
@example("自" * 30 + "〔2024〕3号", 2)
@example("甲政发〔2024〕3号〔2025〕4号", 12)
def test_the_bracket_leads_to_the_same_number(text: str, start: int) -> None:
    found, whole = _number_in(text, start), _NUMBER.search(text, start)
    assert (found and (found.span(), found.groupdict())) == (whole and (whole.span(), whole.groupdict()))
