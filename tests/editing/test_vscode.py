"""The extension for VS Code: a package that needs no network, and a client that shows what the server says."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from gongkai import __version__
from gongkai.commands import main
from tests.conftest import ROOT, not_here, policy
from tests.editing.conftest import NEW, site

DOUBLE = Path(__file__).parent / "vscode_double.js"


@pytest.fixture
def extension(tmp_path: Path) -> Path:
    """The extension unpacked from its package, as VS Code does."""
    assert main(["lsp", "--vsix", str(tmp_path / "gongkai.vsix")]) == 0
    with zipfile.ZipFile(tmp_path / "gongkai.vsix") as package:
        package.extractall(tmp_path / "unpacked")
    return tmp_path / "unpacked" / "extension"


def in_vscode(extension: Path, folder: Path, path: str, *command: str) -> dict[str, Any]:
    node = shutil.which("node")
    if node is None:
        not_here("没有 node，跳过 VS Code 扩展的测试")
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "scripts")}
    asked = [node, str(DOUBLE), str(extension), str(folder), path, *command]
    done = subprocess.run(asked, env=environment, capture_output=True, encoding="utf-8", timeout=240, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_the_package_is_the_same_bytes_and_says_its_version(tmp_path: Path, extension: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["lsp", "--vsix", str(tmp_path / "again.vsix")]) == 0
    assert capsys.readouterr().out == f"写成 {tmp_path / 'again.vsix'}\n"
    assert (tmp_path / "again.vsix").read_bytes() == (tmp_path / "gongkai.vsix").read_bytes()
    with zipfile.ZipFile(tmp_path / "again.vsix") as package:
        assert package.namelist() == [
            "[Content_Types].xml", "extension.vsixmanifest", "extension/package.json", "extension/extension.js", "extension/connection.js",
        ]  # fmt: skip
        assert f'Version="{__version__}"' in package.read("extension.vsixmanifest").decode()
    manifest = json.loads((extension / "package.json").read_text(encoding="utf-8"))
    assert manifest["version"] == __version__
    assert manifest["capabilities"]["untrustedWorkspaces"]["supported"] is False


def test_the_extension_shows_completes_jumps_and_mends(extension: Path, tmp_path: Path) -> None:
    text = policy(number="甲政发[2024]8号", title="关于加装电梯的通知", issued="2024-03-01", body="根据甲政发〔2023〕7号办理。")
    folder = site(tmp_path / "甲 site", {NEW: text})
    found = in_vscode(extension, folder, NEW, sys.executable, "-m", "gongkai")
    assert [3, 0, "F101", "文号“甲政发[2024]8号”须用六角括号(应为“甲政发〔2024〕8号”)"] in found["first"]
    assert {"F101", "P102", "L101"} <= {one[2] for one in found["edited"]}
    assert [item["insertText"] for item in found["completion"]["items"]] == ["甲政发〔2023〕7号"]
    assert found["hover"]["given"][0]["given"][0].startswith("**有效性**（必填）")
    assert [one["uri"].rpartition("/")[2] for one in found["definition"]] == ["jiu.md"]
    assert [one["uri"].rpartition("/")[2] for one in found["references"]] == ["jiu.md", "jd-jiu.md", "jd-jiu.md", "xin.md"]
    assert [(one["title"], one["kind"]) for one in found["actions"]] == [
        ("改为“甲政发〔2024〕8号”", "quickfix"), ("改好这一篇里不用斟酌的", "source.fixAll"),
    ]  # fmt: skip
    (edits,) = found["actions"][0]["edit"]["edits"].values()
    assert [edit["text"] for edit in edits] == ["〔2024〕"]
    assert found["again"]
    assert found["shown"]["errors"] == found["shown"]["warnings"] == []


def test_a_server_that_does_not_start_is_told_with_the_way_out(extension: Path, tmp_path: Path) -> None:
    found = in_vscode(extension, site(tmp_path / "s"), NEW, "no-such-gongkai")
    assert found["errors"][0].startswith("gongkai lsp 没有在运行：no-such-gongkai：")
    assert found["errors"][0].endswith("装好 gongkai[editor]，在设置 gongkai.command 里写明怎样运行它。")
