"""The record of one policy is laid out as the library would do it."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as some

from gongkai.publishing.data import _laid_out

VALUES = some.recursive(
    some.none() | some.booleans() | some.integers() | some.text(), lambda inner: some.lists(inner) | some.dictionaries(some.text(), inner)
)


@given(VALUES)
def test_laid_out_as_the_library_does(value: object) -> None:
    assert _laid_out(value) == json.dumps(value, ensure_ascii=False, indent=1)
