"""The schemas say what the reader says: what it takes without a remark is valid, what it remarks on is not."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from gongkai.commands import main
from gongkai.model.documents import Interpretation, Page, Policy
from gongkai.model.fields import Form, fields_of
from gongkai.model.problems import Misreading
from gongkai.model.records import RECORDS
from gongkai.reading.decoding import decode
from gongkai.reading.documents import FOLDERS
from gongkai.reading.entries import Entry, Item, read_entries, read_tree
from gongkai.reading.front_matter import read_front_matter, split
from gongkai.reading.settings import default_settings, read_settings
from gongkai.reading.values import read_value
from gongkai.schemas.files import schema_files
from gongkai.schemas.forms import schema_of
from gongkai.schemas.front_matter import front_matter_schema
from gongkai.schemas.site_settings import site_schema
from tests.conftest import ROOT

CONFIGS = (ROOT / "site.yaml", ROOT / "tests" / "corpus" / "site.yaml")
TOLD = ("choice", "no-date", "date", "number", "unified", "unknown", "empty", "doubled")
"""The kinds of misreading that a schema can tell; a doubled key never reaches it."""


def valid(schema: dict[str, Any], value: object) -> bool:
    return bool(Draft7Validator(schema).is_valid(value))


def instance(block: str) -> dict[str, Any] | None:
    """A front matter as an editor's YAML has it, all values text."""
    entries, _ = read_entries(block, 1)
    if entries is None:
        return None
    made: dict[str, Any] = {}
    for entry in entries:
        items: list[Any] = [item.text for item in entry.items] + [dict(row.cells) for row in entry.rows]
        made[entry.key] = items if entry.listed else (items[0] if items else None)
    return made


@pytest.mark.parametrize("config", [None, *CONFIGS], ids=lambda c: c.parent.name if c else "default")
def test_every_schema_is_a_sound_schema(config: Path | None) -> None:
    files = schema_files(read_settings(config) if config else default_settings())
    assert list(files) == [
        "policy.schema.json", "interpretation.schema.json", "page.schema.json", "site.schema.json", "data-catalogue-item.schema.json",
        "data-step.schema.json", "data-proposal.schema.json", "data-task.schema.json", "data-resolution.schema.json",
        "data-office.schema.json", "data-person.schema.json", "data-query.schema.json", "data-issue.schema.json",
        "data-authority.schema.json", "data-measure.schema.json",
    ]  # fmt: skip
    for name, text in files.items():
        Draft7Validator.check_schema(json.loads(text))
        assert text.endswith("}\n"), name


@pytest.mark.parametrize("document_class", [Policy, Interpretation, Page])
def test_every_field_is_a_property_with_its_help(document_class: type) -> None:
    properties = front_matter_schema(document_class, default_settings())["properties"]
    assert list(properties) == [field.key for field in fields_of(document_class)]
    for field in fields_of(document_class):
        assert properties[field.key]["description"] == f"{field.help}（{field.form.value}）"


def test_the_words_of_a_site_are_offered() -> None:
    schema = front_matter_schema(Policy, read_settings(ROOT / "site.yaml"))
    assert "云麓区教育局" in schema["properties"]["发文机关"]["anyOf"][0]["enum"]
    assert "综合政务\\政务公开" in schema["properties"]["主题分类"]["anyOf"][0]["enum"]
    assert "通知" in schema["properties"]["文种"]["anyOf"][0]["enum"]
    assert valid(schema["properties"]["发文机关"], "另一个机关")  # rule F123 warns; a schema would know no exception


def test_the_names_and_words_of_another_site_are_taken() -> None:
    settings = read_settings(ROOT / "tests" / "corpus" / "site.yaml")
    schema = front_matter_schema(Interpretation, settings)
    assert valid(schema, {"标题": "解读", "解读政策": "p", "解读类型": "答记者问", "发文日期": "2023-01-02", "来源": "某网"})
    assert not valid(schema, {"标题": "解读", "解读政策": "p", "解读类型": "随便", "发文日期": "2023-01-02"})


@pytest.mark.parametrize(("front_matter", "right"), [
    ({}, True),
    ({"文号": "甲政发〔2023〕7号"}, True),
    ({"文号": "甲政发[2023]7号"}, False),
    ({"文号": "甲政发〔2023〕07号"}, False),
    ({"文号": "国务院令第700号"}, True),
    ({"文号": "海关总署公告2019年第1号"}, True),
    ({"文号": ["甲政发〔2023〕7号"]}, True),
    ({"发文日期": "2023年5月30日"}, False),
    ({"发文日期": "2023-02-30"}, False),
    ({"发文日期": "2023-05-30 09:30"}, True),
    ({"有效性": "现行"}, False),
    ({"有效性": "部分失效"}, True),
    ({"标题": ""}, False),
    ({"标题": None}, False),
    ({"标题": 2023}, True),
    ({"发文机关": ["甲区人民政府", "乙局"]}, True),
    ({"发文单位": "甲区人民政府"}, False),
    ({"主题分类": "综合政务\\政务公开"}, True),
    ({"主题分类": "综合政务/政务公开"}, False),
    ({"统一编号": "ZJHC00-2020-0001"}, True),
    ({"统一编号": "ZJHC-2020-1"}, False),
    ({"草稿": True}, True),
    ({"草稿": "也许"}, False),
    ({"清理": ["甲政发〔2018〕9号 废止", {"文号": "甲政发〔2018〕8号", "结论": "继续有效"}]}, True),
    ({"清理": [{"文号": "甲政发〔2018〕8号", "结论": "留着"}]}, False),
    ({"清理": [{"结论": "废止"}]}, False),
    ({"更正": "2026-03-05 甲改为乙"}, True),
    ({"更正": ["2026-03-05：甲改为乙", {"日期": "2026-03-06", "内容": "丙改为丁"}]}, True),
    ({"更正": ["甲改为乙"]}, False),
    ({"更正": ["2026-03-05"]}, False),
    ({"更正": [{"日期": "2026-03-06"}]}, False),
])  # fmt: skip
def test_a_policy_is_valid_where_the_rules_are_content(front_matter: dict[str, Any], right: bool) -> None:
    sound = {"标题": "关于某事的通知", "发文机关": "甲区人民政府", "发文日期": "2023-05-30", "有效性": "有效"}
    assert valid(front_matter_schema(Policy, default_settings()), {**sound, **front_matter}) is right


def test_what_is_missing_is_missed_save_in_a_draft() -> None:
    schema = front_matter_schema(Policy, default_settings())
    assert not valid(schema, {"标题": "关于某事的通知"})
    assert valid(schema, {"标题": "关于某事的通知", "草稿": True})
    assert not valid(schema, {"标题": "关于某事的通知", "草稿": False})


PIECES = st.sampled_from([
    *"0123456789", "2023", "1999", "-", "/", ".", "年", "月", "日", ":", " ", "12", "30", "08", "甲政发", "国务院", "〔", "〕", "[", "]", "（", "）",
    "令", "公告", "第", "号", "ZJHC00", "ABCD12", "有效", "废止", "图解", "同步", "指南", "true", "是", "No", "０", "２", "－", "综合政务", "\\", "＼", "—",
    "三", "十",
])  # fmt: skip
NEAR = st.lists(PIECES, min_size=1, max_size=7).map("".join)
DATES = st.builds("{:04d}-{:02d}-{:02d}{}".format, st.integers(0, 2300), st.integers(0, 14), st.integers(0, 33),
                  st.sampled_from(["", " 09:30", " 24:00", " 9:3", " 09:30:00", "T09:30", "日"]))  # fmt: skip
NUMBERS = st.builds("{}{}{}{}{}{}".format, st.sampled_from(["甲政发", "", "A", "甲 政", "国务院令", "甲公告"]), st.sampled_from("〔[（("),
                    st.sampled_from(["2023", "1910", "1911", "2099", "2100", "23", "２０２３", "2023年"]), st.sampled_from("〕]）)"),
                    st.sampled_from(["7", "07", "第7", "0", "七", "1234567890123"]), st.sampled_from(["号", "", " 号"]))  # fmt: skip
YEARS = st.integers(1800, 2300).map(str) | st.sampled_from(["2025年", "２０２５", "25"])
JUDGED = (Form.DATE, Form.MOMENT, Form.NUMBER, Form.UNIFIED, Form.VALIDITY, Form.TOPIC, Form.EXPLAINED_BY, Form.STAGE, Form.PAGE_KIND,
          Form.YES_NO, Form.INTEGER, Form.YEAR, Form.CORRECTIONS)  # fmt: skip


@given(st.sampled_from(JUDGED), NEAR | DATES | NUMBERS | YEARS)
@example(Form.DATE, "2024-02-29")
@example(Form.NUMBER, "国务院令（2020年）第3号")
@example(Form.NUMBER, "国务院令第七百号")
@example(Form.INTEGER, "－１２")
@example(Form.YEAR, "２２００年")
def test_a_value_is_valid_just_where_the_reader_has_no_remark(form: Form, text: str) -> None:
    text = text.strip()
    found: list[Misreading] = []
    if not text:
        return
    read_value(form, Entry("键", 1, (Item(text, 1),), False), found)
    if re.search(r"-02-29", text) or re.search("[〇零一二三四五六七八九十百千]", text):
        if not found:
            assert valid(schema_of(form), text), text
        return  # a schema knows no leap years and cannot count in 汉字
    assert valid(schema_of(form), text) is (not found), (text, found)


@given(st.sampled_from([form for form in Form if form not in (*JUDGED, Form.CLEANING)]), st.text(min_size=1, max_size=12))
def test_what_a_form_takes_whatever_it_is_is_valid(form: Form, text: str) -> None:
    if text.strip():
        assert valid(schema_of(form), text)
        assert valid(schema_of(form), [text, text])


def test_the_settings_of_both_sites_are_valid_and_a_mistake_is_not() -> None:
    for config in CONFIGS:
        tree, _, _ = read_tree(config.read_text(encoding="utf-8"))
        schema = site_schema(read_settings(config))
        assert [error.message for error in Draft7Validator(schema).iter_errors(tree)] == []
        assert isinstance(tree, dict)
        for wrong in ({"名字": "甲"}, {"级别": {"F101": "随便"}}, {"栏目": [{"名称": "甲", "列表": "别的"}]}, {"阈值": {"每页条数": "多"}},
                      {"机关": [{"代码": "甲"}]}, {"主色": "蓝"}):  # fmt: skip
            assert not valid(schema, {**tree, **wrong}), wrong


def test_the_skeleton_of_a_new_site_is_valid(tmp_path: Path) -> None:
    main(["init", str(tmp_path / "s"), "--organ", "甲区人民政府", "--issuer", "甲政发"])
    tree, _, _ = read_tree((tmp_path / "s" / "site.yaml").read_text(encoding="utf-8"))
    schema = site_schema(read_settings(tmp_path / "s" / "site.yaml"))
    assert [error.message for error in Draft7Validator(schema).iter_errors(tree)] == []


def test_the_documents_of_the_demonstration_are_valid() -> None:
    assert disagreements(ROOT, ROOT / "site.yaml", minimum=60) == []


def test_the_real_documents_are_valid_just_where_they_are_read_without_remark(corpus: Path) -> None:
    assert disagreements(corpus / "site", ROOT / "tests" / "corpus" / "site.yaml", minimum=600, every=5) == []


def disagreements(folder: Path, config: Path, minimum: int, every: int = 1) -> list[str]:
    """The documents of which schema and reader do not say the same; what is missing aside (rule F006 says that)."""
    settings = read_settings(config)
    validators = {kind: Draft7Validator({**front_matter_schema(kind, settings), "else": {}}) for kind in FOLDERS.values()}
    found, seen = [], 0
    for top, kind in FOLDERS.items():
        for path in sorted((folder / top).rglob("*.md"))[::every]:
            text, _ = decode(path.read_bytes())
            block, line, *_ = split(text or "")
            made = instance(block)
            if made is None:
                continue
            _, misreadings = read_front_matter(block, line, kind, settings)
            remarks = [m for m in misreadings if m.kind in TOLD or m.message.startswith("主题分类写作")]
            errors = list(validators[kind].iter_errors(made))
            seen += 1
            if bool(errors) is not bool(remarks):
                found.append(f"{path.name}: {[m.message for m in remarks]} {[e.message for e in errors][:2]}")
    assert seen >= minimum
    return found


def test_data_files_of_the_demonstration_are_valid() -> None:
    files = schema_files(read_settings(ROOT / "site.yaml"))
    kinds = {"专题": "query", "领导": "person", "机构职能": "office", "重大行政决策": "step", "项目": "step", "建议提案": "proposal",
             "重点任务": "task", "会议": "resolution", "事项目录": "catalogue-item", "公报": "issue",
             "依据目录": "authority", "政策清单": "measure"}  # fmt: skip
    assert set(kinds) == set(RECORDS)
    seen = 0
    for page in sorted((ROOT / "content").rglob("*.md")):
        made = instance(split(page.read_text(encoding="utf-8"))[0]) or {}
        kind = kinds.get(str(made.get("页面类型", "")))
        names = made.get("数据") or []
        for name in [names] if isinstance(names, str) else names:
            data = page.parent / str(name).split()[0]
            if kind and data.suffix == ".yaml":
                tree, _, _ = read_tree(data.read_text(encoding="utf-8"))
                rows = next(iter(tree.values())) if isinstance(tree, dict) else tree
                schema = json.loads(files[f"data-{kind}.schema.json"])
                assert [error.message for error in Draft7Validator(schema).iter_errors(rows)] == [], data
                seen += 1
    assert seen >= 2


def test_the_command_writes_them_and_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "site.yaml").write_text("名称: 甲区政府信息公开\n机关: [甲区人民政府]\n", encoding="utf-8")
    assert main(["schema", "--site", str(tmp_path)]) == 0
    folder = tmp_path / ".vscode" / "schemas"
    assert capsys.readouterr().out.splitlines()[0] == f"写成 {folder / 'policy.schema.json'}"
    assert "甲区人民政府" in (folder / "policy.schema.json").read_text(encoding="utf-8")
    (tmp_path / "site.yaml").write_text("名称: 甲区政府信息公开\n机关: [乙区人民政府]\n", encoding="utf-8")
    assert main(["schema", "--site", str(tmp_path)]) == 0
    assert "乙区人民政府" in (folder / "policy.schema.json").read_text(encoding="utf-8")
