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


@pytest.mark.parametrize("name", ["site.yaml", "policies/p.md", "content/new.html", "theme/audit.html", "build"])
@pytest.mark.parametrize("option", ["--output", "--json"])
def test_a_report_covers_no_source(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str, option: str) -> None:
    make(tmp_path)
    (tmp_path / "theme").mkdir()
    monkeypatch.chdir(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert main(["audit", "--site", str(tmp_path), option, str(tmp_path / name)]) == 2
    assert capsys.readouterr().err == f"gongkai: “{tmp_path / name}”是源文件或专栏的地方，报告不写在那里。换一个文件名。\n"
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_the_audit_looks_at_what_was_published(tmp_path: Path) -> None:
    make(tmp_path)
    (tmp_path / "build" / "data").mkdir(parents=True)
    gone = {"slug": "lost", "url": "policies/lost.html", "标题": "不见了的通知"}
    (tmp_path / "build" / "data" / "policies.json").write_text(json.dumps({"政策": [gone]}), encoding="utf-8")
    main(["audit", "--site", str(tmp_path), "--output", str(tmp_path / "audit.html"), "--jobs", "1", "--today", "2026-11-21"])
    assert "《不见了的通知》已经公开，现在没有这个文件" in (tmp_path / "audit.html").read_text(encoding="utf-8")
