"""`gongkai build` as CI runs it: exit status, what is written, what never is."""

from __future__ import annotations

import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.commands import here
from tests.conftest import QUIET, ROOT, interpretation, policy

PAGE = "---\n标题: 指南\n公开日期: 2023-01-01\n---\n\n正文\n"
FILES = {
    "site.yaml": "名称: 甲区政府信息公开\n栏目:\n  - {名称: 政策文件, 列表: 政策}\n  - {名称: 指南, 页面: guide.md}\n" + QUIET,
    "content/guide.md": PAGE,
    "policies/2023/p.md": policy(more="解读链接: i\n附件: a.csv\n", body="见[附件](a.csv)。\n\n第一条　<b>甲</b>。"),
    "policies/2023/a.csv": "甲,1\n",
    "policies/2023/secret.txt": "草稿里的附件\n",
    "policies/2023/draft.md": policy("甲政发〔2026〕9号", title="起草中", issued="2026-11-20", more="草稿: true\n附件: secret.txt\n"),
    "policies/gone.md": policy("甲政发〔2020〕1号", title="已撤下的文件", issued="2020-01-01", validity="废止", more="下架日: 2024-01-01\n", body="机密旧文"),
    "interpretations/i.md": interpretation(),
}


def make(folder: Path, files: dict[str, str] | None = None) -> Path:
    for path, text in (files or FILES).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8", newline="\n")
    return folder


def gongkai(*arguments: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    # A day of its own, so that the tests say the same in any year; --today goes before it.
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "scripts"), "SOURCE_DATE_EPOCH": "1795219200"}
    command = [sys.executable, "-m", "gongkai", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, cwd=cwd, check=False)


def files_of(build: Path) -> dict[str, bytes]:
    return {p.relative_to(build).as_posix(): p.read_bytes() for p in sorted(build.rglob("*")) if p.is_file()}


def test_a_column_is_published_and_its_manifest_tells_every_file(tmp_path: Path) -> None:
    done = gongkai("build", "--site", make(tmp_path), "--today", "2026-11-21")
    assert done.returncode == 0, done.stderr
    built = files_of(tmp_path / "build")
    manifest = json.loads(built["manifest.json"])
    assert set(manifest["files"]) == set(built) - {"manifest.json", ".gitignore"}
    for path, facts in manifest["files"].items():
        assert facts == {"sha256": hashlib.sha256(built[path]).hexdigest(), "bytes": len(built[path])}, path
    for path in ("index.html", "policies/p.html", "policies/p.json", "interpretations/i.html", "guide.html", "search.html",
                 "search/index.json", "data/policies.json", "data/policies.csv", "data/pages.json", "sitemap.xml", "feed.xml", "404.html",
                 "policies/files/2023/a.csv", "lists/policies.html", "sitemap.html"):  # fmt: skip
        assert path in built, path


def test_what_is_not_public_is_nowhere(tmp_path: Path) -> None:
    assert here.gongkai("build", "--site", make(tmp_path), "--today", "2026-11-21").returncode == 0
    built = files_of(tmp_path / "build")
    for path, content in built.items():
        assert b"\xe8\xb5\xb7\xe8\x8d\x89\xe4\xb8\xad" not in content, path  # 起草中
        assert "机密旧文".encode() not in content, path
    assert "policies/files/2023/secret.txt" not in built
    assert "2024-01-01" in built["policies/gone.html"].decode()
    assert "已撤下的文件" not in built["data/policies.json"].decode() + built["lists/policies.html"].decode()


def test_same_sources_same_day_same_bytes_whatever_the_number_of_workers(tmp_path: Path) -> None:
    make(tmp_path)
    for jobs, output in (("1", "one"), ("3", "three")):
        done = gongkai("build", "--site", tmp_path, "--today", "2026-11-21", "--jobs", jobs, "--output", tmp_path / output)
        assert done.returncode == 0, done.stderr
    assert files_of(tmp_path / "one") == files_of(tmp_path / "three")


def test_an_error_publishes_nothing_and_names_every_problem(tmp_path: Path) -> None:
    make(tmp_path)
    assert here.gongkai("build", "--site", tmp_path, "--today", "2026-11-21").returncode == 0
    before = files_of(tmp_path / "build")
    make(tmp_path, {"policies/2023/p.md": policy("甲政发[2023]7号", more="附件: 没有.docx\n")})
    done = here.gongkai("build", "--site", tmp_path, "--today", "2026-11-21")
    assert done.returncode == 1
    assert "policies/2023/p.md:3: 错误 F101 文号“甲政发[2023]7号”须用六角括号(应为“甲政发〔2023〕7号”)" in done.stderr
    assert "policies/2023/p.md:7: 错误 L106 附件“没有.docx”不存在" in done.stderr
    assert "没有发布" in done.stderr
    assert files_of(tmp_path / "build") == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["build", "content", "interpretations", "policies", "site.yaml"]


def test_strict_counts_warnings(tmp_path: Path) -> None:
    make(tmp_path, {**FILES, "policies/2023/p.md": policy()})  # the interpretation now stands alone: L102
    assert here.gongkai("build", "--site", tmp_path, "--strict").returncode == 1
    assert here.gongkai("build", "--site", tmp_path).returncode == 0


def test_no_site_is_one_line_and_status_2(tmp_path: Path) -> None:
    done = gongkai("build", "--site", tmp_path)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "找不到站点设置" in done.stderr
    done = here.gongkai("build", "--site", tmp_path / "没有")
    assert (done.returncode, "用 --site 指出站点在哪里" in done.stderr) == (2, True)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="只有类 Unix 系统有 SIGKILL")
def test_killed_at_any_point_the_last_build_is_whole(tmp_path: Path) -> None:
    make(tmp_path)
    assert here.gongkai("build", "--site", tmp_path, "--today", "2026-11-21").returncode == 0
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "scripts")}
    command = [sys.executable, "-m", "gongkai", "build", "--site", str(tmp_path), "--today", "2026-11-22", "--jobs", "1"]
    choose = random.Random(7)
    for _ in range(6):
        process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
        time.sleep(choose.uniform(0.2, 1.2))
        process.send_signal(signal.SIGKILL)
        process.wait()
        built = files_of(tmp_path / "build")
        manifest = json.loads(built["manifest.json"])
        assert manifest["date"] in ("2026-11-21", "2026-11-22")
        assert {p: f["sha256"] for p, f in manifest["files"].items()} == {
            p: hashlib.sha256(c).hexdigest() for p, c in built.items() if p not in ("manifest.json", ".gitignore")
        }
    assert here.gongkai("build", "--site", tmp_path, "--today", "2026-11-22").returncode == 0
    left = sorted(p.name for p in tmp_path.iterdir())
    assert left == ["build", "content", "interpretations", "policies", "site.yaml"]


def test_data_files_are_what_spreadsheets_and_programs_expect(tmp_path: Path) -> None:
    make(tmp_path, {**FILES, "policies/f.md": policy("甲政发〔2023〕8号", title="=1+1 的通知", more="关键词: [住房, 改造]\n")})
    assert here.gongkai("build", "--site", tmp_path, "--today", "2026-11-21").returncode == 0
    csv = (tmp_path / "build/data/policies.csv").read_text(encoding="utf-8")
    assert csv.startswith("\ufeff网址,标题,")
    assert "'=1+1 的通知" in csv
    record = json.loads((tmp_path / "build/policies/p.json").read_text(encoding="utf-8"))
    assert record["文号"] == "甲政发〔2023〕7号"
    assert record["有效性"] == "有效"
    assert record["解读"] == [{"slug": "i", "标题": "文字解读", "url": "interpretations/i.html", "解读形式": "文字"}]
    assert record["正文"] == "见附件。\n第一条\u3000<b>甲</b>。"
    library = json.loads((tmp_path / "build/data/policies.json").read_text(encoding="utf-8"))
    assert [p["slug"] for p in library["政策"]] == ["f", "p"]
    pages = json.loads((tmp_path / "build/data/pages.json").read_text(encoding="utf-8"))
    assert pages["栏目页面"] == [{"slug": "guide", "url": "guide.html", "标题": "指南", "公开日期": "2023-01-01"}]
