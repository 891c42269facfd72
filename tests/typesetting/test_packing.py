"""ZIP files as others read them."""

from __future__ import annotations

import io
from zipfile import ZipFile

from hypothesis import given
from hypothesis import strategies as st

from gongkai.typesetting.packing import deflated, package, stored

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
