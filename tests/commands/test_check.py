"""`gongkai check`: text, JSON, paths, the list of rules."""

from __future__ import annotations

import json
import re
from pathlib import Path

from tests.commands.here import gongkai
from tests.commands.test_build import FILES, make
from tests.conftest import QUIET, policy

from gongkai.checks import rules

BAD = {**FILES, "policies/2023/p.md": policy("甲政发[2023]7号", issued="2023年5月30日", more="解读链接: i\n附件: a.csv\n")}


def test_json_is_the_array_of_the_contract(tmp_path: Path) -> None:
    done = gongkai("check", "--site", make(tmp_path, BAD), "--format", "json")
    assert done.returncode == 1
    assert json.loads(done.stdout) == [
        {"path": "policies/2023/p.md", "line": 3, "id": "F101", "severity": "error",
         "message": "文号“甲政发[2023]7号”须用六角括号", "hint": "应为“甲政发〔2023〕7号”"},
        {"path": "policies/2023/p.md", "line": 5, "id": "F102", "severity": "warning",
         "message": "“发文日期”的日期写作“2023年5月30日”", "hint": "应为“2023-05-30”"},
    ]  # fmt: skip


def test_no_problem_is_an_empty_array_and_silence(tmp_path: Path) -> None:
    done = gongkai("check", "--site", make(tmp_path), "--format", "json")
    assert (done.returncode, json.loads(done.stdout)) == (0, [])
    assert gongkai("check", "--site", tmp_path).stdout == ""


def test_paths_narrow_and_fail_on_widens(tmp_path: Path) -> None:
    make(tmp_path, {**FILES, "policies/2023/p.md": policy(issued="2023年5月30日", more="解读链接: i\n")})
    assert gongkai("check", "--site", tmp_path).returncode == 0
    assert gongkai("check", "--site", tmp_path, "--fail-on", "warning").returncode == 1
    assert gongkai("check", "--site", tmp_path, "--fail-on", "warning", "interpretations").returncode == 0
    assert gongkai("check", "--fail-on", "warning", "policies/2023/p.md", cwd=tmp_path).returncode == 1


def test_the_list_is_the_folder(tmp_path: Path) -> None:
    lines = gongkai("check", "--list").stdout.splitlines()
    assert [line.split()[0] for line in lines] == [rule.id for rule in rules()]
    assert lines[0] == "C001 错误 site.yaml 里的键和值须读得懂。（来源：本工具的约定（站点设置））"
    assert [line.endswith("可自动改）") for line in lines] == [rule.mends for rule in rules()]


def test_another_settings_file(tmp_path: Path) -> None:
    make(tmp_path, BAD)
    (tmp_path / "other.yaml").write_text("名称: 甲\n" + QUIET.replace("{", "{F101: 提示, F102: 关闭, "), encoding="utf-8")
    done = gongkai("check", "--site", tmp_path, "--config", tmp_path / "other.yaml")
    assert (done.returncode, done.stdout.split()[1:3]) == (0, ["提示", "F101"])


def test_junit_passes_no_rule_that_was_not_asked(tmp_path: Path) -> None:
    make(tmp_path, {**BAD, "policies/q.md": "没有前置信息\n"})
    (tmp_path / "other.yaml").write_text("名称: 甲\n级别: {F001: 关闭, F002: 关闭}\n", encoding="utf-8")
    shown = gongkai("check", "--site", tmp_path, "--config", tmp_path / "other.yaml", "--format", "junit").stdout
    suites = re.findall('<testsuite name="([A-Z][0-9]{3}) ', shown)
    assert "F001" not in suites and "F002" in suites and "F101" in suites
    assert not [id for id in suites if id.startswith("O")]


def test_a_path_that_is_no_source_is_not_passed_over(tmp_path: Path) -> None:
    make(tmp_path, BAD)
    done = gongkai("check", "--site", tmp_path, "policies/typo.md")
    assert (done.returncode, done.stderr.splitlines()[-1]) == (2, "gongkai: 站点里没有“policies/typo.md”。")
    assert gongkai("check", tmp_path / "policies/2023/p.md", cwd=tmp_path).returncode == 1
    assert gongkai("check", "--site", "../..", "p.md", cwd=tmp_path / "policies/2023").returncode == 1


def test_problems_of_another_settings_file_name_it(tmp_path: Path) -> None:
    make(tmp_path)
    (tmp_path / "other.yaml").write_text("名称: 甲\n错: 1\n" + QUIET, encoding="utf-8")
    shown = gongkai("check", "--site", tmp_path, "--config", tmp_path / "other.yaml").stdout
    assert shown.startswith(f"{(tmp_path / 'other.yaml').as_posix()}:2: 错误 C001 ")
