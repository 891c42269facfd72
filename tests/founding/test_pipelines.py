"""The pipelines of a new site: sound by their schemas, and their commands run in order."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import fastjsonschema
import pytest
import yaml
from tests.conftest import ROOT, interpretation, policy

from gongkai.commands import main

SCHEMAS = Path(__file__).parent / "schemas"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new site in a repository, with a branch merged on top, as a pipeline checks it out: the branch repeals a policy,
    declares another lapsed, and takes down a third; two of them are explained."""
    folder = tmp_path_factory.mktemp("流水线") / "s"
    words = ["--name", "甲区政府信息公开", "--organ", "甲区人民政府", "--issuer", "甲政发", "--branch", "master"]
    assert main(["init", str(folder), *words]) == 0
    if shutil.which("git") is None or shutil.which("bash") is None:
        return folder
    old = policy("甲政发〔2020〕1号", "关于停车的通知", "2020-01-02", more="公开日期: 2020-01-03\n")
    lamps = policy("甲政发〔2020〕2号", "关于路灯的通知", "2020-01-02", more="公开日期: 2020-01-03\n")
    signs = policy("甲政发〔2020〕3号", "关于招牌的通知", "2020-01-02", more="公开日期: 2020-01-03\n解读链接: jd-zhaopai\n")
    old = old.replace("公开日期", "解读链接: jd-tingche\n公开日期")
    for name, text in {
        "policies/tingche.md": old, "policies/ludeng.md": lamps, "policies/zhaopai.md": signs,
        "interpretations/jd-tingche.md": interpretation("tingche", "停车的通知说了什么").replace("2023-06-05", "2020-01-03"),
        "interpretations/jd-zhaopai.md": interpretation("zhaopai", "招牌的通知说了什么").replace("2023-06-05", "2020-01-03"),
    }.items():  # fmt: skip
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    git(folder, "init", "-q", "-b", "master")
    commit(folder)
    git(folder, "checkout", "-q", "-b", "gaidong")
    new = policy("甲政发〔2021〕1号", "关于停车的办法", "2021-01-02", more="公开日期: 2021-01-03\n废止: tingche\n宣布失效: ludeng\n")
    (folder / "policies" / "banfa.md").write_text(new, encoding="utf-8", newline="\n")
    (folder / "policies" / "tingche.md").write_text(old.replace("有效性: 有效", "有效性: 废止"), encoding="utf-8", newline="\n")
    (folder / "policies" / "ludeng.md").write_text(lamps.replace("有效性: 有效", "有效性: 失效"), encoding="utf-8", newline="\n")
    taken_down = signs.replace("公开日期", "下架日: 2021-01-03\n下架原因: 内容有误\n公开日期")
    (folder / "policies" / "zhaopai.md").write_text(taken_down, encoding="utf-8", newline="\n")
    commit(folder)
    git(folder, "checkout", "-q", "master")
    git(folder, "merge", "-q", "--no-ff", "-m", "合并", "gaidong")
    git(folder, "update-ref", "refs/remotes/origin/master", "HEAD^1")
    return folder


def git(folder: Path, *words: str) -> None:
    quiet = ("-c", "user.name=t", "-c", "user.email=t@x.example", "-c", "commit.gpgsign=false")
    subprocess.run(("git", *quiet, *words), cwd=folder, check=True, capture_output=True)


def commit(folder: Path) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "改动")


def read(site: Path, path: str) -> dict[str, Any]:
    tree: dict[Any, Any] = yaml.safe_load((site / path).read_text(encoding="utf-8"))
    return {"on" if key is True else key: value for key, value in tree.items()}  # YAML 1.1 takes `on` for true


@pytest.mark.parametrize(("path", "schema"), [(".github/workflows/gongkai.yml", "github-workflows.json"), (".gitlab-ci.yml", "gitlab-ci.json")])
def test_a_pipeline_is_sound_by_its_schema(site: Path, path: str, schema: str) -> None:
    sound = fastjsonschema.compile(json.loads((SCHEMAS / schema).read_text(encoding="utf-8")))
    tree = read(site, path)
    sound(tree)
    broken = {**tree, "jobs": {"check": {"steps": "gongkai check"}}, "check": {"script": 3}}
    with pytest.raises(fastjsonschema.JsonSchemaValueException):
        sound(broken)


@pytest.mark.parametrize("name", ["gongkai", "gongkai-pr"])
def test_a_pipeline_of_gitee_which_publishes_no_schema_has_the_parts_of_its_documents(site: Path, name: str) -> None:
    tree = read(site, f".workflow/{name}.yml")
    assert tree["version"] == "1.0"
    assert tree["name"] == name
    step = tree["stages"][0]["steps"][0]
    assert step["step"] == "build@python"
    assert all(isinstance(command, str) for command in step["commands"])


def test_the_hook_of_pre_commit_is_whole(site: Path) -> None:
    hook = read(site, ".pre-commit-config.yaml")["repos"][0]["hooks"][0]
    assert {"id", "name", "entry", "language"} <= set(hook)


@pytest.fixture
def tools(tmp_path: Path) -> dict[str, str]:
    """A PATH on which `gongkai` is this checkout's, installing does nothing, and `gh` keeps what it is given."""
    if shutil.which("git") is None or shutil.which("bash") is None or os.name == "nt":
        pytest.skip("没有 git 或 bash，跳过照着流水线运行命令的测试")
    folder = tmp_path / "bin"
    folder.mkdir()
    install = '[ "$*" = "-m pip install --requirement requirements.txt" ] && [ -f requirements.txt ]\n'
    scripts = {"gongkai": f'exec "{sys.executable}" -m gongkai "$@"\n', "python": install, "python3": install, "gh": 'echo "$@" > gh.txt; test -s "$5" && cp "$5" comment.md\n'}
    for name, script in scripts.items():
        (folder / name).write_text("#!/bin/sh\n" + script, encoding="utf-8")
        (folder / name).chmod(stat.S_IRWXU)
    path = os.pathsep.join((str(folder), os.environ["PATH"]))
    return {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT / "scripts"), "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
            "NUMBER": "7", "CI_MERGE_REQUEST_DIFF_BASE_SHA": "HEAD^1"}  # fmt: skip


def run(site: Path, tmp_path: Path, tools: dict[str, str], commands: list[str]) -> Path:
    """The commands one after another in a fresh copy of the repository, as a pipeline does it; each has to succeed."""
    place = tmp_path / "checkout"
    shutil.copytree(site, place)
    for command in commands:
        done = subprocess.run(("bash", "-eo", "pipefail", "-c", command), cwd=place, env=tools, capture_output=True, check=False)
        assert done.returncode == 0, f"{command}\n{done.stdout.decode()}{done.stderr.decode()}"
        with (tmp_path / "said.txt").open("ab") as said:
            said.write(done.stdout)
    return place


EFFECTS = (
    "《关于停车的通知》（甲政发〔2020〕1号）由有效变为废止：被甲政发〔2021〕1号废止",
    "《关于路灯的通知》（甲政发〔2020〕2号）由有效变为失效：被甲政发〔2021〕1号宣布失效",
    "解读《停车的通知说了什么》的对象都不再有效：《关于停车的通知》（甲政发〔2020〕1号）（废止）",
    "解读《招牌的通知说了什么》没有了解读对象，原来解读《关于招牌的通知》（甲政发〔2020〕3号）",
)


def assert_tells_the_effects(file: Path) -> None:
    told = file.read_text(encoding="utf-8")
    assert [effect for effect in EFFECTS if effect not in told] == [], told


def test_the_commands_of_github(site: Path, tmp_path: Path, tools: dict[str, str]) -> None:
    steps = read(site, ".github/workflows/gongkai.yml")["jobs"]["check"]["steps"]
    commands = [step["run"] for step in steps if "run" in step]
    assert not [command for command in commands if "${{" in command]  # what others write never becomes part of a command
    place = run(site, tmp_path, tools, commands)
    assert_tells_the_effects(tmp_path / "summary.md")
    assert_tells_the_effects(place / "comment.md")
    assert (place / "gh.txt").read_text(encoding="utf-8").startswith("pr comment 7 --body-file effect.md")
    assert (place / "build" / "policies" / "tingche.html").is_file()


def test_the_commands_of_gitlab(site: Path, tmp_path: Path, tools: dict[str, str]) -> None:
    tree = read(site, ".gitlab-ci.yml")
    jobs = [tree[name] for stage in tree["stages"] for name in tree if isinstance(tree[name], dict) and tree[name].get("stage") == stage]
    commands = [line for job in jobs for line in (*job.get("before_script", tree["default"]["before_script"]), *job["script"])]
    place = run(site, tmp_path, tools, commands)
    assert json.loads((place / "gl-code-quality-report.json").read_text(encoding="utf-8"))
    assert_tells_the_effects(place / "effect.md")
    assert (place / "public" / "index.html").is_file()


@pytest.mark.parametrize("name", ["gongkai", "gongkai-pr"])
def test_the_commands_of_gitee(site: Path, name: str, tmp_path: Path, tools: dict[str, str]) -> None:
    steps = read(site, f".workflow/{name}.yml")["stages"][0]["steps"]
    commands = [command for step in steps for command in step["commands"]]
    assert any("git fetch" in command for command in commands) == (name == "gongkai-pr")
    other, place = tmp_path / "other.git", tmp_path / "site"
    shutil.copytree(site, place)
    git(place, "update-ref", "-d", "refs/remotes/origin/master")  # which only the fetching brings
    subprocess.run(("git", "clone", "-q", "--bare", str(site), str(other)), check=True, capture_output=True)
    git(other, "update-ref", "refs/heads/master", "HEAD^1")
    git(place, "remote", "add", "origin", str(other))
    assert (run(place, tmp_path, tools, commands) / "build" / "index.html").is_file()
    if name == "gongkai-pr":
        assert_tells_the_effects(tmp_path / "said.txt")


def test_the_hook_stops_a_commit_with_an_error(site: Path, tmp_path: Path, tools: dict[str, str]) -> None:
    place = tmp_path / "checkout"
    shutil.copytree(site, place)
    wrong = policy("甲政发[2022]1号", "关于路灯的通知", "2022-01-02")
    (place / "policies" / "ludeng.md").write_text(wrong, encoding="utf-8", newline="\n")
    git(place, "add", "-A")
    command = ("git", "-c", "core.hooksPath=.githooks", "-c", "user.name=t", "-c", "user.email=t@x.example", "commit", "-q", "-m", "错")
    done = subprocess.run(command, cwd=place, env=tools, capture_output=True, check=False)
    assert done.returncode == 1
    assert "F101" in (done.stdout + done.stderr).decode()
