"""Mended files: shown as a difference, written in one step, and not at all where somebody else was faster."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from gongkai.commands import main
from gongkai.model.problems import Mend, Place
from gongkai.model.settings import Settings
from gongkai.reporting.mended_files import changes, difference, write
from tests.commands.test_build import make
from tests.conftest import interpretation, policy

Run = Callable[..., tuple[int, str, str]]
FILES = {
    "site.yaml": "名称: 甲\n",
    "policies/p.md": policy("甲政发[2023]7号", issued="2023年5月30日").replace("\n", "\r\n"),
    "interpretations/i.md": interpretation(),
}
DIFFERENCE = """\
--- a/policies/p.md
+++ b/policies/p.md
@@ -2,6 +2,7 @@
 标题: 关于改造旧小区的通知
-文号: 甲政发[2023]7号
+文号: 甲政发〔2023〕7号
 发文机关: 甲区人民政府
-发文日期: 2023年5月30日
+发文日期: 2023-05-30
 有效性: 有效
+解读链接: i
 ---
"""


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*arguments: str | Path) -> tuple[int, str, str]:
        status = main(["check", *map(str, arguments), "--jobs", "1"])
        return (status, *capsys.readouterr())

    return run


def site(tmp_path: Path) -> Path:
    make(tmp_path, FILES)
    (tmp_path / "policies/p.md").write_bytes(FILES["policies/p.md"].encode())
    return tmp_path


def test_the_difference_alone(tmp_path: Path, run: Run) -> None:
    site(tmp_path)
    status, out, error = run("--site", tmp_path, "--fix", "--diff")
    assert (status, out, error.splitlines()[-1]) == (1, DIFFERENCE, "可以改 1 个文件，3 处；什么也没有写。")
    assert (tmp_path / "policies/p.md").read_bytes() == FILES["policies/p.md"].encode()
    shown, asked = (run("--site", tmp_path, "--fix", *more, "interpretations")[1:] for more in (["--diff"], []))
    assert [re.sub(r"[0-9.]+ 秒", "", text) for text in shown] == [re.sub(r"[0-9.]+ 秒", "", text) for text in asked]


def test_written_after_asking(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    site(tmp_path)
    assert "要写入，加 --yes" in run("--site", tmp_path, "--fix")[2]
    terminal = io.StringIO("n\n")
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", terminal)
    assert run("--site", tmp_path, "--fix")[0] == 1
    assert (tmp_path / "policies/p.md").read_bytes() == FILES["policies/p.md"].encode()
    terminal.seek(0)
    terminal.write("y\n")
    terminal.seek(0)
    status, out, _ = run("--site", tmp_path, "--fix")
    assert status == 0
    assert not [line for line in out.splitlines() if " F101 " in line or " F102 " in line or " L102 " in line]
    after = (tmp_path / "policies/p.md").read_bytes().decode()
    assert after.count("\r\n") == after.count("\n") == FILES["policies/p.md"].count("\r\n") + 1
    assert run("--site", tmp_path, "--fix", "--yes")[2].splitlines()[-1] == "没有可以自动改的。"
    assert sorted(p.name for p in (tmp_path / "policies").iterdir()) == ["p.md"]


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    site(tmp_path)
    target = tmp_path / "policies/p.md"
    (change,) = changes(tmp_path, [Mend(Place("policies/p.md", 3), "〔2023〕", "[2023]")], Settings())
    assert "".join(difference(change)).count("\n+") == 2
    target.write_text("别人的改动", encoding="utf-8")
    assert not write(tmp_path, change)
    assert target.read_text(encoding="utf-8") == "别人的改动"
    target.unlink()
    assert not write(tmp_path, change)
    assert list(target.parent.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="权限在 Windows 上是另一回事")
def test_permissions_stay(tmp_path: Path) -> None:
    site(tmp_path)
    target = tmp_path / "policies/p.md"
    target.chmod(0o640)
    (change,) = changes(tmp_path, [Mend(Place("policies/p.md", 3), "〔2023〕", "[2023]")], Settings())
    assert write(tmp_path, change)
    assert target.stat().st_mode & 0o777 == 0o640
