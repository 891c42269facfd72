"""The language server as an editor meets it: started as a program, spoken to over its pipes."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from lsprotocol import types

from gongkai.commands import main
from tests.conftest import ROOT, interpretation, policy
from tests.editing.editor import Editor

TODAY = "2026-11-21"
SETTINGS = "名称: 甲区政府信息公开\n机关: [{名称: 甲区人民政府, 代字: [甲政发]}]\n文种: [通知, 意见]\n"
OLD = "policies/2023/jiu.md"
NEW = "policies/2024/xin.md"
TEXT = "interpretations/jd-jiu.md"
FILES = {
    "site.yaml": SETTINGS,
    OLD: policy(title="关于改造旧小区的通知", more="解读链接: jd-jiu\n"),
    NEW: policy(number="甲政发〔2024〕8号", title="关于加装电梯的通知", issued="2024-03-01",
                body="根据《关于改造旧小区的通知》（甲政发〔2023〕7号），按[原办法](../2023/jiu.md)办理。\n\n第二段。"),
    TEXT: interpretation("jiu", title="《关于改造旧小区的通知》解读", body="解读的是甲政发〔2023〕7号。"),
}  # fmt: skip


def site(folder: Path, more: dict[str, str] | None = None) -> Path:
    for path, text in {**FILES, **(more or {})}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8", newline="\n")
    return folder


def checked(folder: Path, path: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What `gongkai check` says of a file, without its name."""
    capsys.readouterr()
    main(["check", "--site", str(folder), "--today", TODAY])
    lines = (line.partition(":")[2] for line in capsys.readouterr().out.splitlines() if line.startswith(f"{path}:"))
    return sorted(line for line in lines)


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    with Editor(site(tmp_path_factory.mktemp("editing") / "甲 site"), "--today", TODAY, watches=True) as opened:
        opened.open(OLD)
        opened.until(OLD)
        opened.quiet(0.5)
        yield opened


@pytest.fixture
def text(editor: Editor) -> Iterator[str]:
    """The newer policy, open as it is on disk, and shut again."""
    editor.open(NEW)
    yield FILES[NEW]
    editor.shut(NEW)
    (editor.folder / NEW).write_text(FILES[NEW], encoding="utf-8", newline="\n")


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


def test_keys_not_used_yet_are_offered_with_their_help(editor: Editor, text: str) -> None:
    editor.change(NEW, text.replace("有效性: 有效\n", "有效性: 有效\n解\n"))
    offered = editor.complete(NEW, 6, 1)
    labels = [item.label for item in offered.items]
    assert "解读链接" in labels
    assert not {"标题", "文号", "发文机关", "有效性"} & set(labels)
    (item,) = [item for item in offered.items if item.label == "公开日期"]
    assert isinstance(item.text_edit, types.TextEdit)
    assert item.text_edit.new_text == "公开日期: "
    assert item.text_edit.range == types.Range(types.Position(6, 0), types.Position(6, 1))
    assert isinstance(item.documentation, types.MarkupContent)
    assert item.documentation.value == "**公开日期**\n\n在本栏目公开的时间，可带时分\n\n日期，可带时分，如 2020-08-14 09:30"


@pytest.mark.parametrize(("line", "expected"), [
    ("有效性: ", ["有效", "尚未施行", "已修改", "部分失效", "废止", "失效", "待核"]),
    ("文种: 通", ["通知", "意见"]),
    ("发文机关: ", ["甲区人民政府"]),
    ("文号: ", [f"甲政发〔{TODAY[:4]}〕1号"]),
    ("施行日期: ", [TODAY]),
    ("公开方式: ", ["主动公开", "依申请公开"]),
    ("废止: ", ["甲政发〔2023〕7号"]),
    ("废止: [甲政发〔2022〕1号, 旧小区", ["甲政发〔2023〕7号"]),
    ("解读链接: jd", ["jd-jiu"]),
    ("主题分类: 综合政务\\政务", ["综合政务\\政务公开"]),
])  # fmt: skip
def test_the_words_of_the_site_are_offered(line: str, expected: list[str], editor: Editor, text: str) -> None:
    key = line.partition(":")[0]
    kept = [one for one in text.split("\n") if not one.startswith(f"{key}:")]
    editor.change(NEW, "\n".join([*kept[:2], line, *kept[2:]]))
    offered = editor.complete(NEW, 2, len(line))
    labels = [item.label for item in offered.items]
    assert labels == expected if key != "主题分类" else expected[0] in labels
    for item in offered.items:
        assert isinstance(item.text_edit, types.TextEdit)
        assert item.text_edit.range.end == types.Position(2, len(line))


@pytest.mark.parametrize(("typed", "label", "written"), [
    ("依据甲政发", "甲政发〔2023〕7号", "甲政发〔2023〕7号"),
    ("依据甲政发[20", "甲政发〔2023〕7号", "甲政发〔2023〕7号"),
    ("见《旧小区", "《关于改造旧小区的通知》（甲政发〔2023〕7号）", "《关于改造旧小区的通知》（甲政发〔2023〕7号）"),
    ("见[原文](旧", "../2023/jiu.md", "../2023/jiu.md"),
    ("见[解读](jd-", "../../interpretations/jd-jiu.md", "../../interpretations/jd-jiu.md"),
])  # fmt: skip
def test_documents_are_offered_in_the_text(typed: str, label: str, written: str, editor: Editor, text: str) -> None:
    editor.change(NEW, text.replace("第二段。", typed))
    offered = editor.complete(NEW, 10, len(typed))
    assert offered.is_incomplete
    assert label in [item.label for item in offered.items]
    (item,) = [item for item in offered.items if item.label == label]
    assert isinstance(item.text_edit, types.TextEdit)
    start, end = item.text_edit.range.start.character, item.text_edit.range.end.character
    assert item.filter_text == typed[start:end]
    assert item.text_edit.new_text == written


def test_jumps_between_policy_and_interpretation_and_to_what_is_cited(editor: Editor, text: str) -> None:
    assert editor.define(OLD, 6, 8) == [(TEXT, 1)]  # 解读链接: jd-jiu
    assert editor.define(OLD, 1, 0) == [(TEXT, 1)]  # anywhere else in the front matter
    editor.open(TEXT)
    assert editor.define(TEXT, 2, 7) == [(OLD, 1)]
    assert editor.define(TEXT, 1, 3) == [(OLD, 1)]
    line = text.split("\n")[8]
    assert editor.define(NEW, 8, line.index("甲政发") + 1) == [(OLD, 1)]
    assert editor.define(NEW, 8, line.index("jiu.md")) == [(OLD, 1)]
    assert editor.define(NEW, 8, line.index("《") + 1) == [(OLD, 1)]
    assert editor.define(NEW, 8, 0) == []
    editor.shut(TEXT)


def test_references_are_all_lines_that_name_a_document(editor: Editor, text: str) -> None:
    line = text.split("\n")[8]
    cited = line.index("甲政发")
    editor.arrival(NEW, editor.change(NEW, text), 1)
    editor.quiet(0.6)
    assert editor.refer(OLD, 1, 0, declared=True) == [
        (OLD, 1, 0, len("标题: 关于改造旧小区的通知")),
        (TEXT, 2, 6, 9),
        (TEXT, 7, 4, 4 + len("甲政发〔2023〕7号")),
        (NEW, 8, cited, cited + len("甲政发〔2023〕7号")),
    ]
    assert [place[0] for place in editor.refer(NEW, 8, cited + 1)] == [TEXT, TEXT, NEW]


def test_a_citation_shows_title_number_and_state(editor: Editor, text: str) -> None:
    column = text.split("\n")[8].index("甲政发") + 1
    assert editor.hover(NEW, 8, column) == (
        "**关于改造旧小区的通知**\n\n甲政发〔2023〕7号　甲区人民政府　2023-05-30\n\n● 有效（2023-05-30发布）\n\n"
        "解读：《关于改造旧小区的通知》解读\n\n`policies/2023/jiu.md`"
    )
    version = editor.change(NEW, text.replace("有效性: 有效\n", "有效性: 有效\n废止: 甲政发〔2023〕7号\n"))
    editor.until(OLD, "V101")
    editor.arrival(NEW, version, 2)
    assert "○ 废止（自2024-03-01起，被甲政发〔2024〕8号废止）" in editor.hover(NEW, 9, column)
    assert editor.hover(NEW, 5, 1) == "**有效性**（必填）\n\n今天的状态，会与推算的核对\n\n有效、尚未施行、已修改、部分失效、废止、失效、待核之一"


def test_a_file_that_is_not_open_shows_what_this_editing_has_brought(editor: Editor, text: str) -> None:
    editor.shut(OLD)
    editor.change(NEW, text.replace("有效性: 有效\n", "有效性: 有效\n废止: 甲政发〔2023〕7号\n"))
    (line,) = editor.until(OLD, "V101")
    assert line.startswith("6: 错误 V101 ")
    editor.change(NEW, text)
    assert editor.until(OLD, absent=("V101",)) == []
    editor.open(OLD)
    editor.until(OLD)


def test_a_mend_does_what_fix_does(editor: Editor, text: str, tmp_path: Path) -> None:
    text = text.replace("甲政发〔2024〕8号", "甲政发[2024]第08号").replace("2024-03-01", "2024年3月1日").replace("有效性: 有效", "有效性：有效")
    editor.change(NEW, text)
    editor.until(NEW, "F101", "F102", "F003")
    (action,) = editor.actions(NEW, 2, ["quickfix"])
    assert action.title == "改为“甲政发〔2024〕8号”"
    assert [d.code for d in action.diagnostics or ()] == ["F101"]
    assert applied(editor, action, {NEW: text}) == {NEW: text.replace("甲政发[2024]第08号", "甲政发〔2024〕8号")}
    (everything,) = editor.actions(NEW, 0, ["source.fixAll"])
    folder = site(tmp_path / "s", {NEW: text})
    main(["check", "--site", str(folder), "--today", TODAY, "--fix", "--yes"])
    assert applied(editor, everything, {NEW: text}) == {NEW: (folder / NEW).read_text(encoding="utf-8")}


def test_a_mend_may_be_in_another_file(editor: Editor, text: str) -> None:
    extra = "interpretations/jd-xin.md"
    editor.open(extra, interpretation("xin", title="关于加装电梯的通知解读"))
    editor.until(extra, "L102")
    (action,) = editor.actions(extra, 2, ["quickfix"])
    assert action.title == f"在 {NEW} 里给“解读链接”加上“jd-xin”"
    assert applied(editor, action, {NEW: text})[NEW] == text.replace("有效性: 有效\n", "有效性: 有效\n解读链接: jd-xin\n")
    editor.shut(extra)


def applied(editor: Editor, action: types.CodeAction, texts: dict[str, str]) -> dict[str, str]:
    """The texts after a change, carried out as an editor would: by UTF-16 units."""
    assert action.edit and action.edit.document_changes
    texts = dict(texts)
    for change in action.edit.document_changes:
        assert isinstance(change, types.TextDocumentEdit)
        path = editor.path(change.text_document.uri)
        for edit in change.edits:
            assert isinstance(edit, types.TextEdit)
            start, end = (offset(texts[path], place) for place in (edit.range.start, edit.range.end))
            texts[path] = texts[path][:start] + edit.new_text + texts[path][end:]
    return texts


def offset(text: str, place: types.Position) -> int:
    line = text.split("\n")[place.line]
    before = line.encode("utf-16-le")[: 2 * place.character].decode("utf-16-le")
    return sum(len(one) + 1 for one in text.split("\n")[: place.line]) + len(before)


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
