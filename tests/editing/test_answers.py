"""What the language server answers: completion, jumps, references, hover, mends."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol import types

from gongkai.commands import main
from tests.conftest import interpretation
from tests.editing.conftest import NEW, OLD, TEXT, TODAY, site
from tests.editing.editor import Editor


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
