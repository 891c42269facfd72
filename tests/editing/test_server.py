"""The language server as an editor meets it: started as a program, spoken to over its pipes. What it says unasked."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from lsprotocol import types

from gongkai.commands import main
from tests.conftest import ROOT, policy
from tests.editing.conftest import NEW, OLD, SETTINGS, TODAY, site
from tests.editing.editor import Editor


def checked(folder: Path, path: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What `gongkai check` says of a file, without its name."""
    capsys.readouterr()
    main(["check", "--site", str(folder), "--today", TODAY])
    lines = (line.partition(":")[2] for line in capsys.readouterr().out.splitlines() if line.startswith(f"{path}:"))
    return sorted(line for line in lines)


WRONG = {
    "a spelling and a phone number": (("甲政发〔2024〕8号", "甲政发[2024]8号"), ("第二段。", "电话 13800138000。")),
    "an effect on another document": (("有效性: 有效\n", "有效性: 有效\n废止: 甲政发〔2023〕7号、甲政发〔2023〕70号\n"),),
    "keys that are none": (("发文机关:", "发文单位:"),),
    "a waiver": (("第二段。", "<!-- gongkai: P102 虚构的号码 -->\n电话 13800138000。"),),
    "no front matter": (("---\n标题", "标题"),),
    "front matter without an end": (("---\n\n根据", "\n根据"),),
    "YAML half typed": (("文号: ", '文号: "'), ("有效性: 有效", "有效性")),
    "a list half typed": (("有效性: 有效\n", "有效性: 有效\n依据:\n  - \n  -甲\n"),),
}


@pytest.mark.parametrize("name", WRONG)
def test_an_unsaved_text_has_the_problems_that_check_would_find(
    name: str, editor: Editor, text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for before, after in WRONG[name]:
        assert before in text
        text = text.replace(before, after)
    expected = checked(site(tmp_path / "s", {NEW: text}), NEW, capsys)
    version = editor.change(NEW, text)
    editor.arrival(NEW, version, 2)
    editor.quiet(0.6)
    assert sorted(editor.lines(NEW)) == expected


def test_a_problem_stands_where_its_words_are_and_astral_letters_count_twice(editor: Editor, text: str) -> None:
    editor.change(NEW, text.replace("标题: 关于加装电梯的通知", "标题: 关于𠮷𠮷加装电梯的通知").replace("第二段。", "𠮷😀电话 13800138000。"))
    editor.until(NEW, "P102")
    (found,) = [d for d in editor.published[NEW].diagnostics if d.code == "P102"]
    line = "𠮷😀电话 13800138000。"
    assert found.range.start == types.Position(10, 0)
    assert found.range.end == types.Position(10, len(line) + 2)
    assert found.source == "gongkai"
    editor.change(NEW, text.replace("根据《关于改造", "𠮷𠮷根据《关于改造"))
    assert editor.define(NEW, 8, 5 + 4) == [(OLD, 1)]
    start = text.split("\n")[8].index("甲政发") + 4
    assert editor.hover(NEW, 8, start).startswith("**关于改造旧小区的通知**")
    assert editor.hover(NEW, 8, start + len("甲政发〔2023〕7号") + 2) == ""


def test_a_file_that_is_not_open_shows_what_this_editing_has_brought(editor: Editor, text: str) -> None:
    editor.shut(OLD)
    editor.change(NEW, text.replace("有效性: 有效\n", "有效性: 有效\n废止: 甲政发〔2023〕7号\n"))
    (line,) = editor.until(OLD, "V101")
    assert line.startswith("6: 错误 V101 ")
    editor.change(NEW, text)
    assert editor.until(OLD, absent=("V101",)) == []
    editor.open(OLD)
    editor.until(OLD)


def test_what_is_saved_deleted_or_put_there_by_others_is_noticed(editor: Editor, text: str) -> None:
    editor.change(NEW, text.replace("有效性: 有效\n", "有效性: 有效\n依据: 甲政发〔2020〕1号\n"))
    editor.until(NEW, "L101")
    added = editor.folder / "policies" / "2020.md"
    added.write_text(policy(number="甲政发〔2020〕1号", title="关于旧事的通知", issued="2020-02-03"), encoding="utf-8")
    editor.touch("policies/2020.md")
    editor.until(NEW, absent=("L101",))
    added.unlink()
    editor.touch("policies/2020.md")
    editor.until(NEW, "L101")


def test_other_settings_count_as_soon_as_they_are_saved(editor: Editor, text: str) -> None:
    editor.change(NEW, text.replace("关于加装电梯的通知", "关于加装电梯的通知。"))
    editor.until(NEW, "F124")
    editor.open("site.yaml")
    editor.change("site.yaml", SETTINGS + "级别: {F124: 也许}\n")
    (line,) = [line for line in editor.until("site.yaml", "C001") if "C001" in line]
    assert line == "4: 错误 C001 级别“也许”不认识(可用：错误、警告、提示、关闭)"
    editor.change("site.yaml", SETTINGS + "级别: {F124: 关闭}\n")
    editor.save("site.yaml", SETTINGS + "级别: {F124: 关闭}\n")
    editor.until(NEW, absent=("F124",))
    editor.change("site.yaml", SETTINGS)
    editor.save("site.yaml", SETTINGS)
    editor.until(NEW, "F124")
    editor.shut("site.yaml")


def test_files_outside_the_site_are_left_alone(editor: Editor, tmp_path: Path) -> None:
    for path in ("README.md", "../elsewhere.md", "policies/.hidden.md", "policies/table.csv", "theme/x.md"):
        editor.published.pop(path, None)
        editor.open(path, "---\n文号: 甲政发[2024]8号\n")
        assert editor.complete_or_nothing(path) == []
        editor.shut(path)
    assert editor.running
    assert editor.messages == []


def test_a_text_of_five_megabytes_is_judged_and_the_server_answers_meanwhile(editor: Editor, text: str) -> None:
    editor.change(NEW, text.replace("第二段。", "一二三四五六七八九十，甲乙丙丁戊己庚辛壬癸。\n\n" * 75_000) + "电话 13800138000。\n")
    assert editor.hover(OLD, 5, 1).startswith("**有效性**")
    editor.until(NEW, "P102")
    editor.change(NEW, text)
    editor.until(NEW, absent=("P102",))


def test_without_a_site_there_is_one_word_and_no_harm(tmp_path: Path) -> None:
    (tmp_path / "policies").mkdir()
    (tmp_path / "policies" / "p.md").write_text(policy(), encoding="utf-8")
    with Editor(tmp_path) as editor:
        editor.open("policies/p.md")
        editor.quiet(2.0)
        assert editor.messages == [f"gongkai: 找不到站点设置“{tmp_path / 'site.yaml'}”。在站点目录里运行，或用 --site 指出它在哪里。"]
        assert editor.hover("policies/p.md", 1, 0) == ""
        site(tmp_path)
        editor.touch("site.yaml")
        editor.until("policies/p.md")


def test_the_demonstration_is_quiet_and_the_server_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "site"
    for name in ("policies", "interpretations", "content", "theme"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "site.yaml", folder)
    (tmp_path / "temporary").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    path = next(p.relative_to(folder).as_posix() for p in sorted((folder / "policies").rglob("*.md")))
    with Editor(folder, "--today", TODAY) as editor:
        editor.open(path)
        editor.until(path)
        editor.quiet()
        assert [line for line in editor.lines(path) if "错误" in line] == []
        if sys.platform != "win32":
            assert list((tmp_path / "temporary").iterdir())
    assert list((tmp_path / "temporary").iterdir()) == []
