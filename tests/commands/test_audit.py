"""`gongkai audit`: the files it writes and its exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.commands.test_build import make

from gongkai.commands import main


def test_a_page_and_its_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make(tmp_path / "site")
    html, tree = tmp_path / "audit.html", tmp_path / "audit.json"
    call = ["audit", "--site", str(tmp_path / "site"), "--output", str(html), "--json", str(tree), "--jobs", "1", "--today", "2026-11-21"]
    status = main(call)
    said = capsys.readouterr().err.splitlines()
    assert status == 1
    assert said[-2] == json.loads(tree.read_text(encoding="utf-8"))["verdict"]["words"]
    assert said[-1].endswith("audit.html")
    first = html.read_bytes()
    assert b"\r" not in first and first.startswith(b"<!DOCTYPE html>")
    assert main(call) == 1
    assert html.read_bytes() == first


def test_what_cannot_be_written_or_read_is_said_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make(tmp_path)
    assert main(["audit", "--site", str(tmp_path), "--output", str(tmp_path / "no" / "a.html")]) == 2
    assert capsys.readouterr().err == f"gongkai: 没有“{tmp_path / 'no'}”这个目录，报告写不了。\n"
    assert main(["audit", "--site", str(tmp_path), "--previous", str(tmp_path / "no.json")]) == 2
