"""The library as data says again what it said of policies whose pages are made from the same, and nothing that is another now."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from gongkai.publishing import data, library
from gongkai.reading.published import read_published
from gongkai.remembering.memory import memory_in
from gongkai.remembering.place import folder_of
from gongkai.searching import self_test
from tests.remembering.edits import FILES, SETTINGS, write
from tests.remembering.test_same_as_from_nothing import build, files_of

EXPORT = "导出:\n  shengku: {标题: tm, 文号: fwzh, 网址: url, 解读: jd, 有效性: yxx}\n"
EDITS = {
    "its own number": ("policies/p2.md", "甲政发〔2023〕2号", "甲政发〔2023〕22号", {"p1", "p2", "p3", "p4"}),
    "the title of what amends it": ("policies/p3.md", "关于修改加装电梯通知的决定", "关于再次修改的决定", {"p2", "p3"}),
    "the title of what explains it": ("interpretations/i1.md", "旧小区改造解读", "改造旧小区解读", {"p1"}),
    "a citation more": ("policies/p5.md", "\n---\n\n", "\n---\n\n见甲政发〔2025〕4号。\n\n", {"p4", "p5"}),
}


@pytest.mark.parametrize("edit", EDITS)
def test_what_is_said_anew_is_what_is_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, edit: str) -> None:
    monkeypatch.setattr(self_test, "tasks", lambda *_: [])
    site = tmp_path / "site"
    write(site, {**FILES, "site.yaml": SETTINGS + EXPORT})
    build(site, tmp_path / "warm", True)
    said: list[set[str]] = []
    plain = library.data.library_json

    def library_json(given: object, links: object, known: dict[str, str]) -> object:
        said.append({policy.slug for policy in given.public_policies} - known.keys())  # type: ignore[attr-defined]
        return plain(given, links, known)  # type: ignore[arg-type]

    monkeypatch.setattr(library.data, "library_json", library_json)
    path, old, new, others = EDITS[edit]
    assert old in FILES[path]
    write(site, {path: FILES[path].replace(old, new, 1)})
    assert build(site, tmp_path / "warm", True) == build(site, tmp_path / "cold", False)
    assert files_of(tmp_path / "warm") == files_of(tmp_path / "cold")
    assert said[0] == others and len(said[1]) == 6
    assert memory_in(folder_of(tmp_path / "warm")).memory.published == read_published(tmp_path / "cold") != ()


def test_files_that_are_not_as_they_were_left_say_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(self_test, "tasks", lambda *_: [])
    site = tmp_path / "site"
    write(site, FILES)
    build(site, tmp_path / "warm", True)
    table = tmp_path / "warm" / "data" / "policies.csv"
    table.write_text(table.read_text("utf-8").replace("招生", "招考"), encoding="utf-8")
    write(site, {"policies/p2.md": FILES["policies/p2.md"].replace("2023〕2号", "2023〕22号")})
    assert build(site, tmp_path / "warm", True) == build(site, tmp_path / "cold", False)
    assert files_of(tmp_path / "warm") == files_of(tmp_path / "cold")


@pytest.mark.parametrize(("table", "rows"), [
    ("\ufeff网址,标题\na,甲\nb,乙\n", ["a,甲", "b,乙"]),
    ('\ufeff网址,标题\na,"甲\n乙"\nb,丙\n', None),
    ('\ufeff网址,标题\na,"甲\r\n乙"\nb,丙\n', None),
])  # fmt: skip
def test_rows_are_taken_where_each_is_a_line(table: str, rows: list[str] | None) -> None:
    assert data.rows_in(table, 2) == rows


def test_records_are_taken_by_slug() -> None:
    written = io.StringIO()
    records = ['{"slug": "p1", "url": "policies/p1.html", "标题": "“甲”，乙"}', '{"slug": "\\"", "url": "x"}']
    written.write('{"专栏": "甲", "日期": "2026-11-21", "政策": [\n' + ",\n".join(records) + "\n]}\n")
    assert data.records_in(written.getvalue()) == records
    assert [data.slug_in(record) for record in records] == ["p1", '"']
    assert data.records_in('{"专栏": "甲", "政策": [\n\n]}\n') == []
