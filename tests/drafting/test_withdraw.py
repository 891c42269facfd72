"""`gongkai withdraw`: the fact is written into the sources, once, and the address says so after the next build."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import QUIET, interpretation, policy

from gongkai.commands import main

HEAD = "网址,标题,文号,下架日,下架原因\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A column with a policy and what explains it, built once."""
    folder = tmp_path / "s"
    (folder / "policies").mkdir(parents=True)
    (folder / "interpretations").mkdir()
    (folder / "site.yaml").write_text("名称: 甲区政府信息公开\n" + QUIET, encoding="utf-8", newline="\n")
    (folder / "policies" / "p.md").write_text(policy(more="解读链接: i\n"), encoding="utf-8", newline="\n")
    (folder / "interpretations" / "i.md").write_text(interpretation("p"), encoding="utf-8", newline="\n")
    assert run("build", folder) == 0
    return folder


def run(command: str, folder: Path, *words: str) -> int:
    alone = ("--jobs", "1") if command == "build" else ()
    return main([command, "--site", str(folder), "--today", "2026-11-21", *alone, *words])


@pytest.mark.parametrize("name", ["policies/p.md", "p", "policies/p.html", "policies\\p.md"])
def test_a_file_that_is_there(site: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = (site / "policies" / "p.md").read_text(encoding="utf-8")
    assert run("withdraw", site, name, "--reason", "转为不公开：见 2026 年的评估") == 0
    assert capsys.readouterr().err.splitlines()[-1] == "写进了 policies/p.md。2026-11-21 起生成的专栏里，policies/p.html 是一页说明。"
    after = (site / "policies" / "p.md").read_text(encoding="utf-8")
    assert after == before.replace("解读链接: i\n", "解读链接: i\n下架日: 2026-11-21\n下架原因: 转为不公开：见 2026 年的评估\n")
    assert run("withdraw", site, name) == 2  # once is enough
    assert (site / "policies" / "p.md").read_text(encoding="utf-8") == after


def test_files_that_are_gone(site: Path) -> None:
    (site / "policies" / "p.md").unlink()
    (site / "interpretations" / "i.md").unlink()
    assert run("withdraw", site, "p", "--reason", "重复，见\"新的\"", "--date", "2026-11-01") == 0
    assert run("withdraw", site, "interpretations/i.md") == 0
    assert run("withdraw", site, "content/a/b.md", "--title", "一页") == 0
    rows = [
        "policies/p.html,关于改造旧小区的通知,甲政发〔2023〕7号,2026-11-01,\"重复，见\"\"新的\"\"\"",
        "interpretations/i.html,文字解读,,2026-11-21,", "a/b.html,一页,,2026-11-21,",
    ]  # fmt: skip
    assert (site / "content" / "withdrawn.csv").read_bytes().decode("utf-8-sig") == HEAD + "\n".join(rows) + "\n"
    assert run("build", site) == 0
    page = (site / "build" / "policies" / "p.html").read_text(encoding="utf-8")
    assert "下架原因：重复，见&#34;新的&#34;" in page
    assert '<time datetime="2026-11-01">2026-11-01</time> 下架' in page
    assert (site / "build" / "a" / "b.html").is_file()


def test_a_page_that_is_gone_is_known_by_its_title(site: Path) -> None:
    page = site / "content" / "rules" / "shencha.md"
    page.parent.mkdir(parents=True)
    page.write_text("---\n标题: 公开审查制度\n公开日期: 2024-01-01\n---\n\n先审查，后公开。\n", encoding="utf-8", newline="\n")
    assert run("build", site) == 0
    page.unlink()
    assert run("withdraw", site, "rules/shencha.html") == 0
    assert (site / "content" / "withdrawn.csv").read_bytes().decode("utf-8-sig") == HEAD + "rules/shencha.html,公开审查制度,,2026-11-21,\n"


def test_a_list_that_is_there_goes_on_as_it_is_written(site: Path) -> None:
    (site / "policies" / "p.md").unlink()
    (site / "content").mkdir()
    path = site / "content" / "withdrawn.csv"
    path.write_bytes("下架日,地址,名称,备注\r\n2025-01-01,policies/a.html,甲,".encode())
    assert run("withdraw", site, "p") == 0
    assert path.read_bytes().decode() == (
        "下架日,地址,名称,备注\r\n2025-01-01,policies/a.html,甲,\r\n2026-11-21,policies/p.html,关于改造旧小区的通知,\r\n"
    )


@pytest.mark.parametrize(("words", "said"), [
    (("policies/nowhere.html",), "不知道“policies/nowhere.html”原来的标题，用 --title 写明。"),
    (("nowhere",), "站点里没有“nowhere”，上一次公开的也没有。写它原来的网址，如 policies/2020-35.html。"),
    (("../x.html", "--title", "甲"), "站点里没有“../x.html”，上一次公开的也没有。写它原来的网址，如 policies/2020-35.html。"),
    (("p", "--date", "去年"), "“去年”不是日期，写作 2026-11-21。"),
    (("p", "--reason", "甲\n下架日: 2020-01-01"), "下架原因和标题各写一行。"),
    (("p", "--reason", "# 甲"), "policies/p.md 里写不进“下架原因: # 甲”：也许已经写了，也许前置信息读不出。打开文件自己写。"),
])  # fmt: skip
def test_what_will_not_do(site: Path, words: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = {path: path.read_bytes() for path in site.rglob("*.*") if path.is_file()}
    capsys.readouterr()
    assert run("withdraw", site, *words) == 2
    assert capsys.readouterr().err == f"gongkai: {said}\n"
    assert {path: path.read_bytes() for path in site.rglob("*.*") if path.is_file()} == before


def test_a_list_that_is_no_utf8_is_left_alone(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "policies" / "p.md").unlink()
    (site / "content").mkdir()
    (site / "content" / "withdrawn.csv").write_bytes((HEAD + "policies/a.html,甲,,2025-01-01,\n").encode("gbk"))
    capsys.readouterr()
    assert run("withdraw", site, "p") == 2
    assert "不是 UTF-8，没有写" in capsys.readouterr().err


def test_a_name_that_was_withdrawn_is_not_given_again(site: Path) -> None:
    (site / "policies" / "p.md").unlink()
    (site / "interpretations" / "i.md").unlink()
    assert run("withdraw", site, "p") == 0
    new = ("new", site, "policy", "--title", "关于停车的通知", "--organ", "甲区人民政府", "--no-interpretation")
    assert run(*new, "--number", "无", "--slug", "p") == 2
    assert run(*new, "--number", "甲政发〔2023〕7号", "--slug", "q") == 2
