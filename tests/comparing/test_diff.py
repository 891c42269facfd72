"""`gongkai diff`: what a change does to the column, read from a real Git repository."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.conftest import QUIET, interpretation, policy

from gongkai.commands import main

OLD = {
    "site.yaml": "名称: 甲区政府信息公开\n" + QUIET,
    "policies/old.md": policy("甲政发〔2019〕1号", "关于停车的通知", "2019-01-02", more="解读链接: jd-old\n"),
    "policies/gone.md": policy("甲政发〔2019〕2号", "关于集市的通知", "2019-02-02"),
    "policies/named.md": policy("甲政发〔2019〕3号", "关于路灯的通知", "2019-03-02"),
    "policies/taken.md": policy("甲政发〔2019〕4号", "关于河道的通知", "2019-04-02"),
    "policies/same.md": policy("甲政发〔2019〕5号", "关于公园的通知", "2019-05-02"),
    "policies/bad.md": policy("甲政发[2019]6号", "关于桥梁的通知", "2019-06-02"),
    "interpretations/jd-old.md": interpretation("old", "停车的通知说了什么"),
}


def git(folder: Path, *words: str) -> None:
    quiet = ("-c", "user.name=t", "-c", "user.email=t@x.example", "-c", "commit.gpgsign=false", "-c", "core.autocrlf=false")
    subprocess.run(("git", *quiet, *words), cwd=folder, check=True, capture_output=True)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A repository whose one commit holds the old column, below a folder of the repository."""
    if not shutil.which("git"):
        pytest.skip("没有 git，跳过比较版本的测试")
    folder = tmp_path / "仓库" / "公开"
    for path, text in OLD.items():
        write(folder / path, text)
    git(tmp_path / "仓库", "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "1")
    return folder


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def diff(site: Path, *words: str) -> int:
    return main(["diff", *words, "--site", str(site), "--today", "2026-11-21"])


def told(site: Path, capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str, str]]:
    capsys.readouterr()
    assert diff(site, "HEAD", "--format", "json") == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["since"] == "HEAD"
    return [(change["kind"], change["path"], change["message"]) for change in answer["changes"]]


def test_nothing_changed(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert diff(site, "HEAD") == 0
    assert capsys.readouterr().out == "与 HEAD 相比：专栏没有变化。\n"


def test_a_new_policy_repeals_another_and_its_interpretation_loses_its_object(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(site / "policies/new.md", policy("甲政发〔2026〕1号", "关于停车的办法", "2026-06-01", more="废止: old\n"))
    write(site / "policies/old.md", OLD["policies/old.md"].replace("有效性: 有效", "有效性: 废止"))
    found = told(site, capsys)
    assert [change for change in found if change[0] not in ("new_problem", "mended")] == [
        ("state", "policies/old.md", "《关于停车的通知》（甲政发〔2019〕1号）由有效变为废止：被甲政发〔2026〕1号废止"),
        ("orphaned", "interpretations/jd-old.md", "解读《停车的通知说了什么》的对象都不再有效：《关于停车的通知》（甲政发〔2019〕1号）（废止）"),
        ("added", "policies/new.md", "政策《关于停车的办法》（甲政发〔2026〕1号），有效"),
        ("linked", "policies/new.md", "《关于停车的办法》（甲政发〔2026〕1号） 废止 《关于停车的通知》（甲政发〔2019〕1号）"),
    ]


def test_documents_that_go_move_or_change(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "policies/gone.md").unlink()
    (site / "policies/named.md").rename(site / "policies/renamed.md")
    write(site / "policies/taken.md", policy("甲政发〔2019〕4号", "关于河道的通知", "2019-04-02", more="下架日: 2026-11-01\n"))
    write(site / "policies/same.md", policy("甲政发〔2019〕5号", "关于公园的公告", "2019-05-02", body="另一段。"))
    write(site / "policies/draft.md", policy("甲政发〔2026〕9号", "关于冬天的通知", "2026-11-01", more="草稿: true\n"))
    (site / "policies/2019").mkdir()
    (site / "policies/old.md").rename(site / "policies/2019/old.md")
    found = told(site, capsys)
    assert sorted(change for change in found if change[0] not in ("new_problem", "mended")) == sorted([
        ("withdrawn", "policies/gone.md", "《关于集市的通知》（甲政发〔2019〕2号）的文件没有了，原网址 policies/gone.html 会打不开；要撤下的，运行 gongkai withdraw policies/gone.html，原址会留说明"),
        ("withdrawn", "policies/renamed.md", "《关于路灯的通知》（甲政发〔2019〕3号）改了网址：policies/named.html → policies/renamed.html，原网址会打不开"),
        ("withdrawn", "policies/taken.md", "《关于河道的通知》（甲政发〔2019〕4号）自2026-11-01起撤下，原址留说明"),
        ("renamed", "policies/same.md", "《关于公园的通知》（甲政发〔2019〕5号）：标题由“关于公园的通知”改为“关于公园的公告”"),
        ("changed", "policies/same.md", "《关于公园的公告》（甲政发〔2019〕5号）改了正文"),
        ("drafts", "policies/draft.md", "新增《关于冬天的通知》（甲政发〔2026〕9号），是草稿"),
    ])  # fmt: skip


def test_what_was_withdrawn_or_put_right(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "policies/gone.md").unlink()
    write(site / "content/withdrawn.csv", "网址,标题,下架日,下架原因\npolicies/gone.html,关于集市的通知,2026-11-20,移交档案馆\n")
    write(site / "policies/taken.md", policy("甲政发〔2019〕4号", "关于河道的通知", "2019-04-02", more="下架日: 2026-11-01\n下架原因: 转为不公开\n"))
    write(site / "policies/same.md", policy("甲政发〔2019〕5号", "关于公园的通知", "2019-05-02", more="更正:\n  - 2026-11-02 第三条的“5日”更正为“15日”\n"))
    (site / "interpretations/jd-old.md").unlink()
    assert [change for change in told(site, capsys) if change[0] in ("withdrawn", "corrected")] == [
        ("withdrawn", "interpretations/jd-old.md",
         "《停车的通知说了什么》的文件没有了，原网址 interpretations/jd-old.html 会打不开；要撤下的，运行 gongkai withdraw interpretations/jd-old.html，原址会留说明"),
        ("withdrawn", "policies/taken.md", "《关于河道的通知》（甲政发〔2019〕4号）自2026-11-01起撤下（转为不公开），原址留说明"),
        ("withdrawn", "policies/gone.md", "《关于集市的通知》（甲政发〔2019〕2号）的文件没有了，记为自2026-11-20起撤下（移交档案馆），原址留说明"),
        ("corrected", "policies/same.md", "《关于公园的通知》（甲政发〔2019〕5号）：2026-11-02 第三条的“5日”更正为“15日”"),
    ]  # fmt: skip


def test_an_interpretation_whose_object_went_away(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "policies/old.md").unlink()
    found = told(site, capsys)
    assert ("orphaned", "interpretations/jd-old.md",
            "解读《停车的通知说了什么》没有了解读对象，原来解读《关于停车的通知》（甲政发〔2019〕1号）") in found  # fmt: skip
    assert ("unlinked", "interpretations/jd-old.md", "《停车的通知说了什么》 解读 《关于停车的通知》（甲政发〔2019〕1号）") in found
    assert [message for kind, _, message in found if kind == "new_problem" and " L101 " in message]


def test_problems_new_and_mended_but_not_those_of_a_moved_file(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(site / "policies/bad.md", OLD["policies/bad.md"].replace("[2019]", "〔2019〕"))
    write(site / "policies/same.md", OLD["policies/same.md"].replace("有效性: 有效", "有效性: 好"))
    found = told(site, capsys)
    assert [message.split(" ")[0:3] for kind, _, message in found if kind == "mended"] == [["policies/bad.md:3:", "错误", "F101"]]
    assert ["policies/same.md:6:", "错误", "F103"] in [message.split(" ")[0:3] for kind, _, message in found if kind == "new_problem"]
    git(site, "commit", "-q", "-am", "2")
    (site / "policies/same.md").unlink()
    assert not [change for change in told(site, capsys) if change[0] == "mended"]  # the file took its problem with it
    git(site, "checkout", "-q", "--", ".")
    (site / "policies/2019").mkdir()
    (site / "policies/same.md").rename(site / "policies/2019/same.md")
    assert told(site, capsys) == []


def test_what_a_title_says_stays_text_in_markdown(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(site / "policies/m.md", policy("甲政发〔2026〕2号", "'关于<b>@all</b> [点](http://x.example)*的通知'", "2026-06-01"))
    assert diff(site, "HEAD", "--format", "markdown", "--write", str(site / "effect.md")) == 0
    text = (site / "effect.md").read_text(encoding="utf-8")
    assert text.startswith("## 这次改动的效果\n\n与 HEAD 相比：新公开 1")
    line = next(line for line in text.splitlines() if line.startswith("- policies/m.md: "))
    assert "&lt;b&gt;&#64;all&lt;/b&gt; \\[点\\](http:&#47;&#47;x.example)\\*的通知" in line
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("revision", ["没有这个", "-x", "HEAD:site.yaml", ""])
def test_a_revision_that_is_none(site: Path, revision: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--", revision] if revision.startswith("-") else [revision]
    assert main(["diff", "--site", str(site), *words]) == 2
    assert capsys.readouterr().err.startswith(("gongkai: Git 里没有“", "gongkai: “"))


def test_outside_a_repository_and_before_the_site(site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(site, tmp_path / "外面")
    assert diff(tmp_path / "外面", "HEAD") == 2
    assert capsys.readouterr().err == f"gongkai: “{tmp_path / '外面'}”不在 Git 仓库里，没有可以比较的版本。\n"
    shutil.copytree(site, site.parent / "另一个")
    assert diff(site.parent / "另一个", "HEAD") == 2
    assert capsys.readouterr().err == "gongkai: “HEAD”里还没有这个站点（没有 site.yaml，也没有 policies、interpretations、content）。\n"


def test_a_shallow_clone_says_what_is_missing(site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(site, "commit", "-q", "--allow-empty", "-m", "2")
    git(tmp_path, "clone", "-q", "--depth", "1", (tmp_path / "仓库").as_uri(), "浅")
    assert diff(tmp_path / "浅" / "公开", "HEAD~1") == 2
    said = "gongkai: Git 里没有“HEAD~1”这个版本。Git 仓库是浅克隆，取全部历史（GitHub 的 fetch-depth: 0，GitLab 的 GIT_DEPTH: 0）。\n"
    assert capsys.readouterr().err == said


def test_links_of_a_commit_are_not_followed(site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text(policy("甲政发〔2020〕8号", "外面的文件", "2020-01-01"), encoding="utf-8")
    try:
        (site / "policies/link.md").symlink_to(secret)
    except OSError:
        pytest.skip("这个系统不能建符号链接")
    git(site, "add", "-A")
    git(site, "commit", "-q", "-m", "2")
    (site / "policies/link.md").unlink()
    assert "外面的文件" not in json.dumps(told(site, capsys), ensure_ascii=False)
