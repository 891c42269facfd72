"""`gongkai init`: the new site passes its checks and builds; nothing of anybody's is overwritten."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest

from gongkai.commands import main
from gongkai.founding.site import PIPELINES, Founding, code_of, files, level_of, requirements
from gongkai.model.problems import CannotBuild
from gongkai.reading.settings import default_settings, read_settings
from gongkai.schemas.files import schema_files

PAGES = [
    ".gitattributes", ".githooks/pre-commit", ".github/workflows/gongkai.yml", ".gitignore", ".gitlab-ci.yml", ".pre-commit-config.yaml",
    ".workflow/gongkai-pr.yml", ".workflow/gongkai.yml", "README.md", "content/annual-reports/2025.md", "content/application.md",
    "content/disclosure/jigou-zhineng.md", "content/guide.md", "content/rules/gongkai-shencha.md", "interpretations/jd-shili.md",
    "policies/2026/shili.md", "requirements.txt", "site.yaml", "theme/README.txt", ".vscode/extensions.json", ".vscode/settings.json",
    *(f".vscode/schemas/{name}" for name in schema_files(default_settings())),
]  # fmt: skip


def init(folder: Path, *words: str) -> int:
    return main(["init", str(folder), "--today", "2026-11-21", *words])


def lines(folder: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    capsys.readouterr()
    assert main(["check", "--site", str(folder), "--today", "2026-11-21"]) == 0
    return capsys.readouterr().out.splitlines()


def ids(found: list[str]) -> list[str]:
    return sorted({line.split(" ")[2] for line in found})


def paths(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("words", [(), ("--name", "甲区政府信息公开", "--organ", "甲区人民政府办公室", "--issuer", "甲政办发，甲政办函")])
def test_a_new_site_passes_its_checks_and_builds(tmp_path: Path, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "新 站点"
    assert init(folder, *words) == 0
    assert paths(folder) == sorted(PAGES)
    assert ids(lines(folder, capsys)) == ["C101", "C107", "C111"]  # what is still to be filled in, and nothing else
    assert main(["build", "--site", str(folder), "--today", "2026-11-21"]) == 0
    built = "".join(p.read_text(encoding="utf-8") for p in (folder / "build").rglob("*.html"))
    assert "待填" not in built
    assert "示例" not in built
    assert all(b"\r" not in (folder / path).read_bytes() for path in PAGES)


def test_the_skeletons_have_what_the_rules_ask_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    init(tmp_path / "s", "--name", "甲区政府信息公开", "--organ", "甲区人民政府", "--issuer", "甲政发")
    for path in (tmp_path / "s").rglob("*.md"):
        kept = [line for line in path.read_text(encoding="utf-8").split("\n") if not line.startswith("草稿:")]
        path.write_text("\n".join(kept), encoding="utf-8", newline="\n")
    found = lines(tmp_path / "s", capsys)
    assert not [line for line in found if line.split(" ")[2][0] in "FCLPT" and line.split(" ")[2] not in ("C107", "C111", "T107")]  # a report written today is late


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("我的", encoding="utf-8")
    assert init(tmp_path) == 2
    said = f"gongkai: “{tmp_path}”里已经有东西，没有动它。要在这里补上缺的文件，加 --here；已有的文件不会改。\n"
    assert capsys.readouterr().err == said
    assert paths(tmp_path) == ["a.txt"]
    assert init(tmp_path / "a.txt") == 2


def test_here_adds_only_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "site.yaml").write_text("名称: 我的政府信息公开\n", encoding="utf-8")
    (tmp_path / "README.md").write_text("我的\n", encoding="utf-8")
    assert init(tmp_path, "--here", "--ci", "gitlab") == 0
    assert f"已有 {tmp_path / 'site.yaml'}，没有动" in capsys.readouterr().err
    assert (tmp_path / "site.yaml").read_text(encoding="utf-8") == "名称: 我的政府信息公开\n"
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "我的\n"
    assert paths(tmp_path) == sorted(path for path in PAGES if not path.startswith((".github/", ".workflow")))


def test_a_repository_just_begun_counts_as_empty(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert init(tmp_path, "--ci", "无") == 0


@pytest.mark.skipif(os.name == "nt", reason="Windows 上建符号链接要特权")
def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "外").mkdir()
    (tmp_path / "s").mkdir()
    (tmp_path / "s" / "policies").symlink_to(tmp_path / "外", target_is_directory=True)
    (tmp_path / "s" / "site.yaml").symlink_to(tmp_path / "外" / "没有.yaml")
    assert init(tmp_path / "s", "--here") == 0
    assert paths(tmp_path / "外") == []


def test_what_means_something_in_yaml_stays_a_value(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = "甲区: [东] #政府信息公开"
    assert init(tmp_path / "s", "--name", name, "--organ", "甲区 #1: 办", "--issuer", "甲政[发]") == 0
    found = lines(tmp_path / "s", capsys)
    assert ids(found) == ["C101", "C107", "C111"]
    settings = read_settings(tmp_path / "s" / "site.yaml")
    assert settings.name == name
    assert [(organ.name, organ.issuers) for organ in settings.organs] == [("甲区 #1: 办", ("甲政[发]",))]


@pytest.mark.parametrize("words", [("--name", "甲\n乙"), ("--branch", "a b"), ("--branch", "-x"), ("--ci", "jenkins"), ("--from", "/opt/x"),
                                   ("--from", "../轮子"), ("--from", "C:\\轮子"), ("--from", "file:///opt/x.whl"),
                                   ("--from", "https://me:secret@git.example/x.git"), ("--from", "a b")])  # fmt: skip
def test_what_will_not_do(tmp_path: Path, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", str(tmp_path / "s"), f"{words[0]}={words[1]}"]) == 2
    assert capsys.readouterr().err.startswith("gongkai: ")
    assert not (tmp_path / "s").exists()


def test_where_gongkai_is_installed_from() -> None:
    def last(source: str) -> list[str]:
        return [line for line in requirements(source).splitlines() if not line.startswith("#")]

    assert last("") == ["gongkai==0.1.0"]
    assert last("https://git.example/z/gongkai.git@v0.1.0") == ["gongkai @ git+https://git.example/z/gongkai.git@v0.1.0"]
    assert last("git+ssh://git@git.example/z/gongkai.git") == ["gongkai @ git+ssh://git@git.example/z/gongkai.git"]
    assert last("https://x.example/gongkai-0.1.0-py3-none-any.whl") == ["gongkai @ https://x.example/gongkai-0.1.0-py3-none-any.whl"]
    assert last("wheelhouse/") == ["--no-index", "--find-links wheelhouse", "gongkai==0.1.0"]


@pytest.mark.parametrize(("organ", "level", "code"), [("甲区人民政府", "县级政府", "jqrmzf"), ("乙镇人民政府", "乡镇街道", "yzrmzf"),
                                                      ("丙街道办事处", "乡镇街道", "bjdbsc"), ("丁县教育局", "部门", "dxjyj"),
                                                      ("１２３", "部门", "benjiguan")])  # fmt: skip
def test_level_and_code_come_from_the_name(organ: str, level: str, code: str) -> None:
    assert (level_of(organ), code_of(organ)) == (level, code)


def test_every_mark_of_the_skeleton_is_filled() -> None:
    made = files(Founding("政府信息公开", "", "", "master", "", PIPELINES, date(2026, 11, 21)))
    assert not [path for path, text in made.items() if "«" in text or "»" in text]
    with pytest.raises(CannotBuild):
        files(Founding("«机关»", "", "", "main", "", (), date(2026, 11, 21)))


def test_an_editor_finds_the_schemas_with_the_sites_own_words(tmp_path: Path) -> None:
    folder = tmp_path / "s"
    init(folder, "--organ", "甲区人民政府", "--issuer", "甲政发")
    settings = json.loads((folder / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    assert settings["yaml.schemas"] == {".vscode/schemas/site.schema.json": "site.yaml"}
    written = {path.name: path.read_text(encoding="utf-8") for path in (folder / ".vscode" / "schemas").iterdir()}
    assert written == schema_files(read_settings(folder / "site.yaml"))
    assert "甲区人民政府" in written["policy.schema.json"]
