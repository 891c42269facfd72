"""Numbers are looked for only around long runs of digits; none is lost or won by that."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as some

from gongkai.checks import P101_identity_number, P102_mobile_number, P103_bank_card, digits

PATTERNS = {
    "identity": P101_identity_number._LONG, "old identity": P101_identity_number._OLD,
    "mobile": P102_mobile_number._MOBILE, "card": P103_bank_card._CARD,
}  # fmt: skip
PIECE = some.one_of(
    some.sampled_from([*"甲 -+.=@X号元1１3６0\n", "86", "平方", "13900000000", "139 0000 0000", "6222 0000 0000 0000", "11010119000101001X", "110101900101001"]),
    some.text("0123456789 -", max_size=6),
)


@pytest.mark.parametrize("name", PATTERNS)
@settings(max_examples=300)
@given(text=some.lists(PIECE, max_size=8).map("".join))
@example(text="电话：+86 13900000000，转 13900000001")
@example(text="13900000000平方")
@example(text="a13900000000 13900000000 元")
@example(text="13900000000" + "甲" * 9 + "13900000000")
def test_around_runs_as_in_the_whole_text(name: str, text: str) -> None:
    whole = [match.span() for match in PATTERNS[name].finditer(text)]
    assert [match.span() for match in digits.near(PATTERNS[name], text)] == whole
