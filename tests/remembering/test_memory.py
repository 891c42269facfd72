"""Of what is remembered: it is read as it was written, what is the same is not written again, and a damaged file is as good as none."""

from __future__ import annotations

import pickle
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.model.body import Stored
from gongkai.model.document_number import DocumentNumber
from gongkai.model.problems import Place, Problem, Severity
from gongkai.model.validity import Validity
from gongkai.publishing.carrying import File
from gongkai.remembering.columns import folded, unfolded
from gongkai.remembering.contents import Seen
from gongkai.remembering.memory import Last, Made, Memory, last_of, memory_in, store, with_files

WORDS = st.text(max_size=3)
PLAIN = st.one_of(WORDS, st.integers(), st.booleans(), st.none(), st.floats(allow_nan=False), st.dates(), st.sampled_from(Validity), st.binary(max_size=3))
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.one_of(PLAIN, st.builds(Place, WORDS, st.integers(0, 9)), st.builds(Stored, WORDS, st.integers(), st.integers(0, 9)), st.builds(Path, st.sampled_from(("a", "b/c")))),
    lambda inner: st.one_of(
        st.lists(inner, max_size=9), st.lists(inner, max_size=9).map(tuple), st.dictionaries(WORDS, inner, max_size=9), st.frozensets(WORDS, max_size=1),
        st.lists(st.builds(Place, inner, inner), max_size=9).map(tuple), st.lists(st.builds(Made, WORDS, inner, inner), max_size=9).map(tuple),
        st.lists(st.builds(DocumentNumber, inner, inner, inner, inner), max_size=9).map(tuple),
    ),
    max_leaves=25,
)  # fmt: skip


def told(value: object) -> str:
    """A value with the type of each part: 1, 1.0 and True are equal."""
    return repr(value)


@settings(max_examples=60, deadline=None)
@given(VALUES)
def test_what_is_folded_is_unfolded(value: object) -> None:
    found = unfolded(pickle.loads(pickle.dumps(folded(value))))
    assert (found, told(found)) == (value, told(value))


def remembered(several: int = 1_000) -> Memory:
    """As much as takes several sections."""
    paths = [f"policies/p{number}.html" for number in range(several)]
    return Memory(
        "origin", output=Path("/build"), files={path: File("0" * 64, number, 1 << 60) for number, path in enumerate(paths)},
        pages={("policy", path): Made("1" * 32, (path,)) for path in paths}, whole="whole", left="left", seen={path: Seen("2" * 32, 1, 2, 3, 4) for path in paths},
        leads={(path, "tiao-1"): "policies/p0.html" for path in paths}, problems=(Problem(Place("policies/p1.md", 3), "F101", Severity.WARNING, "文号", "", None),),
    )  # fmt: skip


@pytest.fixture
def lies(tmp_path: Path) -> Path:
    """A folder in which a memory lies."""
    store(tmp_path, remembered(), Last())
    return tmp_path


def test_what_is_written_is_read(lies: Path) -> None:
    last = last_of(lies)
    assert last.memory == Memory(**{name: getattr(remembered(), name) for name in ("origin", "output", "whole", "left", "seen", "problems")})
    more = with_files(lies, last)
    assert more.memory == replace(last.memory, files=remembered().files) and with_files(lies, more).memory == more.memory
    assert memory_in(lies).memory == memory_in(lies, last).memory == memory_in(lies, more).memory == remembered()


def test_only_a_section_with_something_else_is_written_anew(lies: Path) -> None:
    known, before = memory_in(lies), (lies / "memory").read_bytes()
    path = "policies/p500.html"
    now = replace(known.memory, pages={**known.memory.pages, ("policy", path): Made("3" * 32, (path,))}, files={**known.memory.files, "one more": File("4" * 64, 1, 2)})
    store(lies, now, known)
    again, after = memory_in(lies), (lies / "memory").read_bytes()
    assert again.memory == now
    same = {name for name, section in again.sections.items() if after[section.begins : section.begins + section.size] in before}
    assert 2 <= len(set(again.sections) - same) <= 4  # of the pages one; of the files one, or a new one; the rest of it
    assert len(again.sections) > 10


def test_what_was_read_before_is_not_taken_for_what_lies_there_now(lies: Path) -> None:
    last = last_of(lies)
    more = with_files(lies, last)
    now = replace(remembered(), files={"a": File("5" * 64, 1, 2)}, seen={})
    store(lies, now, Last())
    assert with_files(lies, last).memory == with_files(lies, more).memory == with_files(lies, last_of(lies)).memory
    assert memory_in(lies, last).memory == memory_in(lies, more).memory == now


@pytest.mark.parametrize("how", ["another byte", "shorter", "longer", "empty", "foreign"])
def test_a_damaged_file_is_as_good_as_none(lies: Path, how: str) -> None:
    file, last = lies / "memory", last_of(lies)
    whole = file.read_bytes()
    for place in range(0, len(whole), len(whole) // 12):
        damaged = {
            "another byte": whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :], "shorter": whole[:place], "empty": b"", "longer": whole, "foreign": b"x" * place,
        }[how]  # fmt: skip
        file.write_bytes(damaged + (b"more" if how == "longer" else b""))
        for known in (None, last):
            found = memory_in(lies, known)
            if how == "longer":  # what stands behind all is nobody's
                assert found.memory == remembered()
            elif known is None:
                assert found == Last()
            else:  # what was read when it was sound is not read again
                assert found == Last() or found.memory == remembered()


def test_days_and_the_order_of_kinds_are_kept() -> None:
    values = tuple([date(2026, 1, 1), None, date(1, 1, 1), "x", 1 << 70, 5, True] * 3)
    assert unfolded(pickle.loads(pickle.dumps(folded(values)))) == values
