"""ZIP files as others read them."""

from __future__ import annotations

import io
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.typesetting.packing import Member, beginning, deflated, package, stored
from gongkai.typesetting.repacking import opened

NAMES = st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="/\\:"), min_size=1, max_size=20)


@given(st.dictionaries(NAMES, st.tuples(st.binary(max_size=300), st.booleans()), max_size=8))
def test_what_goes_in_comes_out(files: dict[str, tuple[bytes, bool]]) -> None:
    packed = b"".join(package((deflated if small else stored)(name, content) for name, (content, small) in files.items()))
    with ZipFile(io.BytesIO(packed)) as found:
        assert found.testzip() is None
        assert {name: found.read(name) for name in found.namelist()} == {name: content for name, (content, _) in files.items()}
        assert {info.date_time for info in found.infolist()} <= {(1980, 1, 1, 0, 0, 0)}


def test_the_same_files_give_the_same_bytes() -> None:
    members = [deflated("甲.txt", b"1" * 999), stored("b.docx", b"2")]
    assert b"".join(package(members)) == b"".join(package(members))


@given(st.dictionaries(NAMES, st.binary(max_size=300), max_size=8), st.integers(0, 8))
def test_what_many_packages_begin_with_is_put_together_once(files: dict[str, bytes], first: int) -> None:
    members = [deflated(name, content) for name, content in files.items()]
    assert b"".join(package(members[first:], beginning(members[:first]))) == b"".join(package(members))


@given(st.dictionaries(NAMES, st.tuples(st.binary(max_size=300), st.booleans()), max_size=8))
def test_what_is_taken_out_of_a_package_is_what_was_put_in(tmp_path_factory: pytest.TempPathFactory, files: dict[str, tuple[bytes, bool]]) -> None:
    path = tmp_path_factory.mktemp("zip") / "a.zip"
    members = [(deflated if small else stored)(name, content) for name, (content, small) in files.items()]
    path.write_bytes(b"".join(package(members)))
    with opened(path) as found:
        assert found
        assert [found.member(name) for name in files] == members
        assert found.member("没有") is None


def test_what_is_no_package_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    for content in (b"", b"PK", b"x" * 100):
        path.write_bytes(content)
        with opened(path) as found:
            taken: list[Member | None] = [found.member("a")] if found else []
            assert taken in ([], [None])
    with opened(None) as found:
        assert found is None
