"""`gongkai import` from the command line: what is written, what is printed, what is left alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.importing.word_files import PNG

from gongkai.commands import main

LETTER = """甲区人民政府办公室文件

甲政办〔2023〕7号

甲区人民政府办公室关于印发甲区旧小区
改造办法的通知

各街道办事处，区政府各部门：

《甲区旧小区改造办法》已经区政府同意，现印发给你们，请按照乙市人民政府《关于改造的意见》（乙政发〔2022〕3号）认真执行。

甲区人民政府办公室
2023年5月30日

（此件公开发布）

甲区旧小区改造办法

第一条　为了改造旧小区，制定本办法。
第二条　本办法自2023年7月1日起施行。

甲区人民政府办公室　2023年5月31日印发
"""
WRITTEN = """---
标题: 甲区人民政府办公室关于印发甲区旧小区改造办法的通知
发文机关: 甲区人民政府办公室
成文日期: 2023-05-30
发文日期: 2023-05-31
文号: 甲政办〔2023〕7号
施行日期: 2023-07-01
文种: 通知
# 请核对 有效性：原文里没有，这一项必填
---

各街道办事处，区政府各部门：

《甲区旧小区改造办法》已经区政府同意，现印发给你们，请按照乙市人民政府《关于改造的意见》（乙政发〔2022〕3号）认真执行。

甲区人民政府办公室

2023年5月30日

（此件公开发布）

## 甲区旧小区改造办法

第一条　为了改造旧小区，制定本办法。

第二条　本办法自2023年7月1日起施行。

甲区人民政府办公室　2023年5月31日印发
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "site.yaml").write_text("名称: 甲区政府信息公开\n", encoding="utf-8")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "办法 定稿(1).txt").write_text(LETTER, encoding="utf-8")
    return tmp_path


def test_a_letter_becomes_a_policy_with_all_that_it_says(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(site / "in" / "办法 定稿(1).txt"), "--site", str(site / "site")]) == 0
    assert (site / "site" / "policies" / "办法-定稿-1.md").read_text(encoding="utf-8") == WRITTEN


def test_json_prints_what_was_seen_and_writes_nothing(site: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["import", str(site / "in"), "--json", "--site", str(site / "site")]) == 0
    (row,) = json.loads(capsysbinary.readouterr().out)
    assert list(row) == ["path", "kind", "front_matter", "cited", "doubts", "markdown"]
    assert (row["kind"], row["cited"], row["markdown"]) == ("policy", ["乙政发〔2022〕3号"], WRITTEN)
    assert row["doubts"] == [{"key": "有效性", "why": "原文里没有，这一项必填"}]
    assert not (site / "site" / "policies").exists()


def test_a_second_run_leaves_alone_what_is_there_even_if_edited(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["import", str(site / "in"), "--site", str(site / "site")])
    target = site / "site" / "policies" / "办法-定稿-1.md"
    target.write_text("改过的", encoding="utf-8")
    capsys.readouterr()
    assert main(["import", str(site / "in"), "--site", str(site / "site")]) == 0
    assert "以前导入过" in capsys.readouterr().err
    assert target.read_text(encoding="utf-8") == "改过的"
    assert [p.name for p in target.parent.iterdir()] == [target.name]


def test_a_file_of_that_name_is_never_overwritten(site: Path) -> None:
    (site / "site" / "policies").mkdir()
    (site / "site" / "policies" / "办法-定稿-1.md").write_text("别的文件", encoding="utf-8")
    assert main(["import", str(site / "in"), "--site", str(site / "site")]) == 0
    assert (site / "site" / "policies" / "办法-定稿-1.md").read_text(encoding="utf-8") == "别的文件"
    assert (site / "site" / "policies" / "办法-定稿-1-2.md").read_text(encoding="utf-8") == WRITTEN


def test_two_documents_of_one_name_keep_each_its_picture(site: Path) -> None:
    for folder, picture in (("a", PNG), ("b", PNG + b"\0")):
        (site / "in" / folder).mkdir()
        (site / "in" / folder / "t.png").write_bytes(picture)
        page = '<html><body><h1>甲区人民政府关于停车的通知</h1><p>各街道办事处：</p><p>现将有关事项通知如下。</p><img src="t.png" alt="图"></body></html>'
        (site / "in" / folder / "停车.html").write_text(page.replace("停车的", f"停车的{folder}"), encoding="utf-8")
    assert main(["import", str(site / "in" / "a"), str(site / "in" / "b"), "--site", str(site / "site")]) == 0
    policies = site / "site" / "policies"
    assert "(<停车-1.png>)" in (policies / "停车.md").read_text(encoding="utf-8")
    assert "(<停车-2-1.png>)" in (policies / "停车-2.md").read_text(encoding="utf-8")
    assert ((policies / "停车-1.png").read_bytes(), (policies / "停车-2-1.png").read_bytes()) == (PNG, PNG + b"\0")


def test_an_attachment_of_a_name_that_is_taken_is_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for folder in ("a", "b", "c"):
        (site / "in" / folder).mkdir()
        (site / "in" / folder / "附件1.xlsx").write_text("同一份" if folder != "b" else "另一份", encoding="utf-8")
        (site / "in" / folder / f"停车{folder}.txt").write_text(LETTER + f"\n甲区{folder}\n\n附件：\n附件1.xlsx\n", encoding="utf-8")
    assert main(["import", *(str(site / "in" / folder / f"停车{folder}.txt") for folder in "abc"), "--site", str(site / "site")]) == 0
    said = "请核对 附件：已经有一个“附件1.xlsx”，内容不同，没有动它；给附件换个名字，“附件”里也改"
    told = capsys.readouterr().err.split("写成")
    assert [said in part for part in told[1:4]] == [False, True, False]
    assert (site / "site" / "policies" / "附件1.xlsx").read_text(encoding="utf-8") == "同一份"


def test_a_file_that_cannot_be_read_does_not_stop_the_others(site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    (site / "in" / "a.txt").write_text(LETTER, encoding="utf-8")
    opened = Path.open

    def refuse(path: Path, *given: str, **named: str) -> object:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *given, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    assert main(["import", str(site / "in"), "--site", str(site / "site")]) == 1
    said = capsys.readouterr().err
    assert "a.txt: 没有导入，打不开：没有权限" in said
    assert "共 2 个文件：写成 1，没有导入 1。" in said


def test_mojibake_is_refused_with_a_clear_word(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    garbled = LETTER.encode("utf-8").decode("gb18030", "replace")
    (site / "in" / "乱.txt").write_text(garbled, encoding="utf-8")
    assert main(["import", str(site / "in" / "乱.txt"), "--site", str(site / "site")]) == 1
    assert "是乱码" in capsys.readouterr().err
    assert not (site / "site" / "policies").exists()
