"""Whatever an editor wrote, reading ends in a document or in Unread with a reason; it never raises."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.model.documents import Interpretation, Page, Policy, Unread
from gongkai.model.fields import Form, fields_of
from gongkai.model.records import RECORDS
from gongkai.model.settings import Settings
from gongkai.reading.documents import read_document
from gongkai.reading.spool import SpoolWriter, close_spools, texts_of

KEYS = [field.key for document_class in (Policy, Interpretation, Page, *RECORDS.values()) for field in fields_of(document_class)]
VALUES = st.one_of(
    st.sampled_from([
        "", "2020-08-14", "2020年8月14日", "２０２０－８－１４", "[", "]", "{a: b}", "*x", "&x y", "!!python/object:os.system x", "|", ">",
        "- a", "'", '"', "a: b", "# 注", "[a, b]", "[" * 2000, "%YAML", "@", "`", "\t", "是", "null", "~", "0x1F", "1e9999", "..",
        "../../etc/passwd", "国办发[2019]54号", "-" * 50, "有效", "A" * 3000, "\u2028", "\ud7ff", "\U00020000",
    ]),
    st.text(max_size=30),
)
LINES = st.one_of(
    st.tuples(st.sampled_from(KEYS), st.sampled_from([": ", ":", "：", " : ", "："]), VALUES).map("".join),
    VALUES.map(lambda value: f"  - {value}"),
    VALUES,
    st.just('"a": ' + "[" * 3000),
)


def read(path: str, raw: bytes) -> object:
    with tempfile.TemporaryDirectory() as folder:
        spool = SpoolWriter(Path(folder))
        found = read_document(path, raw, Settings(), spool, lambda source: ())
        spool.close()
        if not isinstance(found, Unread):
            texts_of(found.body.stored)
        close_spools()
        return found


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(["policies/a.md", "interpretations/a.md", "content/a.md"]), st.lists(LINES, max_size=12), st.text(max_size=50))
def test_any_front_matter(path: str, lines: list[str], body: str) -> None:
    raw = ("---\n" + "\n".join(lines) + "\n---\n" + body).encode("utf-8", "surrogatepass")
    found = read(path, raw)
    assert not isinstance(found, Unread) or found.misreadings


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes(raw: bytes) -> None:
    found = read("policies/a.md", raw)
    assert not isinstance(found, Unread) or found.misreadings


def test_every_form_has_a_reader() -> None:
    used = {field.form for document_class in (Policy, Interpretation, Page, *RECORDS.values()) for field in fields_of(document_class)}
    assert used == set(Form)
