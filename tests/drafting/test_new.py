"""`gongkai new`: the next numbers, a linked pair, nothing overwritten, nothing given twice."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from tests.conftest import policy

from gongkai.commands import main

SETTINGS = "名称: 甲区政府信息公开\n机关:\n  - {名称: 甲区人民政府, 代码: qzf, 代字: [甲政发]}\n  - {名称: 甲区教育局, 代码: jyj, 代字: [甲教]}\n"
POLICY = """---
标题: 关于停车的通知
草稿: true
索引号: 330101/2026-00008
发文机关: 甲区人民政府
成文日期: 2026-11-21
发文日期: 2026-11-21
文号: 甲政发〔2026〕13号
有效性: 有效
文种: 通知
公开方式: 主动公开
解读链接:
  - jd-jzf-2026-13
---

（主送机关）：

（正文）

甲区人民政府

2026年11月21日

（此件公开发布）
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "policies" / "2026").mkdir(parents=True)
    (tmp_path / "site.yaml").write_text(SETTINGS, encoding="utf-8")
    for name, number, index in (("a", "甲政发〔2026〕12号", "330101/2026-00007"), ("b", "甲政发〔2025〕40号", "330101/2025-00099"),
                                ("c", "甲教〔2026〕3号", "330101/2026-00002")):  # fmt: skip
        text = policy(number, more=f"索引号: {index}\n草稿: true\n" if name == "a" else f"索引号: {index}\n")
        (tmp_path / "policies" / "2026" / f"{name}.md").write_text(text, encoding="utf-8")
    return tmp_path


def new(site: Path, *arguments: str) -> int:
    return main(["new", *arguments, "--site", str(site), "--today", "2026-11-21"])


def files(site: Path) -> list[str]:
    return sorted(p.relative_to(site).as_posix() for p in site.rglob("*.md"))


def test_a_policy_gets_the_next_numbers_and_its_interpretation(site: Path) -> None:
    assert new(site, "policy", "--title", "关于停车的通知") == 0
    assert (site / "policies/2026/jzf-2026-13.md").read_text(encoding="utf-8") == POLICY
    interpretation = (site / "interpretations/jd-jzf-2026-13.md").read_text(encoding="utf-8")
    assert "标题: 《关于停车的通知》解读\n草稿: true\n解读对象:\n  - jzf-2026-13\n解读形式: 文字\n公开日期: 2026-11-21\n" in interpretation


def test_what_it_writes_has_no_problem(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new(site, "policy", "--title", "关于停车的通知")
    capsys.readouterr()
    main(["check", "--site", str(site), "--today", "2026-11-21"])
    assert "jzf-2026-13" not in capsys.readouterr().out


def test_numbers_of_another_organ_and_year(site: Path) -> None:
    assert new(site, "policy", "--title", "通知", "--organ", "甲区教育局", "--date", "2027-01-04", "--no-interpretation") == 0
    written = (site / "policies/2027/jj-2027-1.md").read_text(encoding="utf-8")
    assert "文号: 甲教〔2027〕1号\n" in written
    assert "索引号: 330101/2027-00001\n" in written
    assert "解读链接" not in written
    assert not (site / "interpretations").exists()


def test_an_interpretation_of_a_policy_named_by_its_number(site: Path) -> None:
    assert new(site, "interpretation", "--for", "甲教〔2026〕3号", "--title", "问答", "--form", "问答") == 0
    assert new(site, "interpretation", "--for", "policies/2026/c.md", "--title", "图解", "--form", "图解") == 0
    assert new(site, "interpretation", "--for", "甲教[2026] 3", "--title", "又一篇") == 0
    assert [f for f in files(site) if f.startswith("inter")] == [f"interpretations/jd-c{n}.md" for n in ("-2", "-3", "")]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("policy",), "没有标题，用 --title 写明。"),
        (("policy", "--title", "甲", "--number", "甲教〔2026〕3号"), "“甲教〔2026〕3号”已经是 policies/2026/c.md 的文号。"),
        (("policy", "--title", "甲", "--number", "甲教2026-3"), "文号“甲教2026-3”读不出：缺少括起年份的六角括号。写作“机关代字〔年份〕序号号”。"),
        (("policy", "--title", "甲", "--index-number", "330101/2026-00002"), "索引号“330101/2026-00002”已经用过了。"),
        (("policy", "--title", "甲", "--slug", "c"), "文件名“c”已经是 policies/2026/c.md 的，全站不能重复。用 --slug 另取一个。"),
        (("policy", "--title", "甲", "--slug", "../c"), "“../c”不能作文件名：用字母、数字、汉字、“-”和“_”，不写 .md。"),
        (("policy", "--title", "甲", "--slug", "CON"), "文件名“CON”在 Windows 上不能用，换一个。"),
        (("policy", "--title", "甲", "--slug", "字" * 90), "文件名有 90 个字，太长。"),
        (("policy", "--title", " "), "--title 是空的，写明标题。"),
        (("policy", "--title", "甲", "--date", "昨天"), "“昨天”不是日期，写作 2026-11-21。"),
        (("interpretation", "--title", "甲", "--for", "没有的"), "站点里没有“没有的”这份政策。先建政策：gongkai new policy。"),
    ],
)
def test_what_is_missing_or_taken_is_said_and_nothing_written(
    site: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    before = files(site)
    assert new(site, *arguments) == 2
    assert capsys.readouterr().err == f"gongkai: {said}\n"
    assert files(site) == before


def test_a_file_that_exists_is_not_touched(site: Path) -> None:
    (site / "interpretations").mkdir()
    (site / "interpretations" / "jd-x.md").write_text("别的", encoding="utf-8")
    assert new(site, "policy", "--title", "甲", "--slug", "x") == 2
    assert "policies/2026/x.md" not in files(site)
    assert (site / "interpretations" / "jd-x.md").read_text(encoding="utf-8") == "别的"


class Terminal(io.StringIO):
    """What somebody types at a terminal."""

    def isatty(self) -> bool:
        """Somebody sits there."""
        return True


def test_a_wrong_answer_is_told_and_asked_for_again(site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    answers = ["", "关于停车的通知", "", "昨天", "2026-11-21", "", "甲教2026-3", "甲教〔2026〕3号", "", "330101/2026-00002", "", "", "c", "../x", "", "图", "图解"]
    monkeypatch.setattr("sys.stdin", Terminal("\n".join(answers) + "\n"))
    assert new(site, "policy") == 0
    again = "再答一次，或按 Ctrl+C 停下。"
    told = [line for line in re.split(r"[：\n]", capsys.readouterr().err.replace("读不出：", "读不出，")) if line.endswith(again)]
    assert told == [
        f"这一项必填。{again}", f"“昨天”不是日期，写作 2026-11-21。{again}",
        f"文号“甲教2026-3”读不出，缺少括起年份的六角括号。写作“机关代字〔年份〕序号号”。{again}", f"“甲教〔2026〕3号”已经是 policies/2026/c.md 的文号。{again}",
        f"索引号“330101/2026-00002”已经用过了。{again}", f"文件名“c”已经是 policies/2026/c.md 的，全站不能重复。用 --slug 另取一个。{again}",
        "用字母、数字、汉字、“-”和“_”，不写 .md。" + again, f"“图”不在可用的词里。{again}",
    ]  # fmt: skip
    assert "解读形式: 图解" in (site / "interpretations/jd-jzf-2026-13.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("end", [EOFError, KeyboardInterrupt])
def test_stopped_half_way_it_writes_nothing(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], end: type[BaseException]
) -> None:
    given = iter(["关于停车的通知", ""])

    def typed() -> str:
        text = next(given, None)
        if text is None:
            raise end
        return text

    before = files(site)
    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr("builtins.input", typed)
    assert new(site, "policy") == 2
    assert capsys.readouterr().err.splitlines()[-1] == "gongkai: 没有答完，什么也没有写。"
    assert files(site) == before


def test_at_a_terminal_it_asks_and_proposes(site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    answers = ["关于停车的通知", "", "", "", "", "", "", "", "", ""]
    monkeypatch.setattr("sys.stdin", Terminal("\n".join(answers)))
    assert new(site, "policy") == 0
    assert (site / "policies/2026/jzf-2026-13.md").read_text(encoding="utf-8") == POLICY
    asked = capsys.readouterr().err
    assert "文号 [甲政发〔2026〕13号]：" in asked
    assert "索引号 [330101/2026-00008]：" in asked
