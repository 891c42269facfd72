"""Tables from CSV and YAML: encodings, two rows of headings, ticked columns, lines of problems."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.conftest import ROOT

from gongkai.model.annual_report import APPLICATIONS, TOTAL
from gongkai.model.fields import fields_by_key
from gongkai.model.records import RECORDS, CatalogueItem
from gongkai.model.settings import Settings
from gongkai.model.time_limits import TimeLimit, read_time_limit
from gongkai.reading.annual_report import default_layout, layout_of, read_figures
from gongkai.reading.records import read_records
from gongkai.reading.tables import read_table

ONE_ROW = "序号,一级事项,二级事项,公开内容,公开依据,公开时限,公开主体,公开渠道,全社会,特定群体,主动,链接\r\n"
TWO_ROWS = (
    "序号,公开事项,,公开内容（要素）,公开依据,公开时限,公开主体,公开渠道和载体,公开对象,,公开方式,链接\r\n"
    ",一级事项,二级事项,,,,,,全社会,特定群体,主动,\r\n"
)
ITEM = '1,救助,低保,"标准，程序\n和电话",条例,20个工作日内,民政局,■政府网站 □公报 ■公示栏,√,申请人,√,a；b\r\n'


def catalogue(raw: bytes, path: str = "c.csv", settings: Settings | None = None) -> tuple[list[CatalogueItem], list[str]]:
    table, misreadings = read_table(path, raw)
    records, more = read_records(table, CatalogueItem, "事项目录", settings or Settings())
    return [r for r in records if isinstance(r, CatalogueItem)], [f"{m.line}: {m.message}({m.hint})" for m in misreadings + more]


@pytest.mark.parametrize("encoding", ["gbk", "utf-8", "utf-8-sig"])
@pytest.mark.parametrize("heading", [ONE_ROW, TWO_ROWS])
def test_a_catalogue_as_excel_saves_it(heading: str, encoding: str) -> None:
    items, problems = catalogue((heading + ITEM).encode(encoding))
    assert problems == []
    (item,) = items
    assert (item.first, item.second, item.content) == ("救助", "低保", "标准，程序 和电话")
    assert item.channels == ("政府网站", "公示栏")
    assert item.audience == ("全社会", "特定群体：申请人")
    assert item.ways == ("主动",)
    assert [r.text for r in item.links] == ["a", "b"]
    assert item.line == heading.count("\n") + 1


def test_unicode_text_with_tabs() -> None:
    items, problems = catalogue((ONE_ROW.replace(",", "\t") + "1\t甲\t\t乙\t丙\t丁\t戊\t政府网站\t√\t\t√\t").encode("utf-16"))
    assert (len(items), problems) == (1, [])


def test_yaml_keeps_lines_and_lists() -> None:
    text = "# 目录\n- 一级事项: 救助\n  公开内容: 甲\n  公开依据: 乙\n  公开时限: 丙\n  公开主体: 丁\n  公开渠道:\n    - 政府网站\n    - 公报\n"
    items, problems = catalogue(text.encode(), "c.yaml")
    assert problems == []
    assert (items[0].line, items[0].channels, items[0].lines["公开渠道"]) == (2, ("政府网站", "公报"), 8)


def test_what_is_wrong_is_said_with_its_row() -> None:
    _, problems = catalogue((ONE_ROW.replace("公开主体", "公开主题") + ITEM + ITEM.replace("条例", "")).encode())
    assert problems == [
        "1: 不认识的列“公开主题”(是不是“公开主体”)",
        "1: 没有“公开主体”这一列(第一行是列名，把它补上)",
        "4: 这一行没有“公开依据”(法律、法规、文件的名称)",
    ]


@pytest.mark.parametrize(
    ("raw", "path", "problem"),
    [
        (b'a,b\r\n"c,d\r\n', "c.csv", "2: 从这一行起读不出：引号不成对(格子里有逗号、换行或引号的，用 Excel 另存，会自动加引号)"),
        (b"", "c.csv", "1: 文件是空的(第一行写列名，如“序号,一级事项,二级事项”)"),
        ("甲: 乙\n丙: 丁\n".encode(), "c.yaml", "1: 这个文件应是一列，每项几行“键: 值”(每项以“- ”开头)"),
        (b"- [a\n", "c.yml", "2: 这一行不合 YAML 的写法(检查缩进、冒号后的空格和引号)"),
        (b"PK", "c.xlsx", "1: 数据文件须是 CSV、YAML 或 JSON(用 Excel 另存为“CSV UTF-8（逗号分隔）”)"),
    ],
)
def test_files_that_cannot_be_read(raw: bytes, path: str, problem: str) -> None:
    table, misreadings = read_table(path, raw)
    assert table.rows == ()
    assert [f"{m.line}: {m.message}({m.hint})" for m in misreadings] == [problem]


def test_a_sites_own_headings_and_columns() -> None:
    own = Settings(key_aliases={"事项目录": {"公开主体": ("责任科室",)}}, extra_keys={"事项目录": ("公开形式",)})
    raw = (ONE_ROW.replace("公开主体", "责任科室").replace("链接", "公开形式") + ITEM.replace("a；b", "文本")).encode()
    items, problems = catalogue(raw, settings=own)
    assert (problems, items[0].organ, items[0].extra) == ([], "民政局", {"公开形式": "文本"})


CELL = st.text(st.characters(codec="gbk", exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=8)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(CELL, CELL), min_size=1, max_size=5), st.sampled_from(["gbk", "utf-8-sig"]))
def test_any_cell_comes_back(rows: list[tuple[str, str]], encoding: str) -> None:
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerows([("甲列", "乙列"), *rows])
    table, misreadings = read_table("c.csv", buffer.getvalue().encode(encoding))
    clean = [tuple(" ".join(cell.split()) for cell in row) for row in rows]
    assert misreadings == []
    assert [tuple(row.cells[h][0].text if h in row.cells else "" for h in ("甲列", "乙列")) for row in table.rows] == [
        row for row in clean if any(row)
    ]


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=60), st.sampled_from(["c.csv", "c.yaml"]))
def test_no_bytes_crash(raw: bytes, path: str) -> None:
    table, _ = read_table(path, raw)
    for kind, record_class in RECORDS.items():
        read_records(table, record_class, kind, Settings())
    read_figures(path, raw, layout_of(default_layout()))


LAYOUT = layout_of(default_layout())


def test_figures_and_their_sums() -> None:
    text = "申请:\n  新收: [5, 2]\n  上年结转: [1]\n  予以公开: [3, 1]\n  国家秘密: {自然人: 1}\n  其他: [1]\n"
    figures, misreadings = read_figures("r.yaml", text.encode(), LAYOUT)
    assert misreadings == []
    total, left = LAYOUT.result_total.text, LAYOUT.left.text
    assert [figures.application(total, c) for c in ("自然人", "商业企业", TOTAL)] == [5, 1, 6]
    assert [figures.application(left, c) for c in ("自然人", "商业企业", TOTAL)] == [1, 1, 2]
    assert figures.value(APPLICATIONS, "3．其他", "自然人") == 1
    assert list(figures.wrong_sums()) == []


def test_rows_by_their_official_words() -> None:
    raw = "办理情况,自然人,商业企业,总计\n三、（三）不予公开：1．属于国家秘密,1,,1\n四、结转下年度继续办理,0,0,3\n".encode("gbk")
    figures, misreadings = read_figures("r.csv", raw, LAYOUT)
    assert misreadings == []
    assert figures.value(APPLICATIONS, "1．属于国家秘密", "自然人") == 1
    (wrong, again) = figures.wrong_sums()
    assert (wrong.given, wrong.right, wrong.line) == (3, 0, 3)
    assert (again.column, again.given, again.right) == ("自然人", 0, -1)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("申请:\n  予以公布: [1]\n", "2: 不认识的行“予以公布”"),
        ("申请:\n  予以公开: [1, 一]\n", "2: 予以公开（商业企业）“一”不是数"),
        ("申请:\n  予以公开: [1.5]\n", "2: 予以公开（自然人）“1.5”不是整数"),
        ("申请:\n  予以公开: [1, 2, 3, 4, 5, 6, 21, 9]\n", "2: “予以公开”有 8 个数，只有 7 列"),
        ("表五:\n  甲: 1\n", "1: 不认识的表“表五”"),
        ("主动公开:\n  行政许可: {件数: 3}\n", "2: “行政许可”没有“件数”这一列"),
    ],
)
def test_figures_that_cannot_be_read(text: str, problem: str) -> None:
    _, misreadings = read_figures("r.yaml", text.encode(), LAYOUT)
    assert [f"{m.line}: {m.message}" for m in misreadings] == [problem]


def test_money_may_have_decimals() -> None:
    figures, misreadings = read_figures("r.yaml", "主动公开:\n  行政事业性收费: 1,286.5万元\n".encode(), LAYOUT)
    assert (misreadings, [f.value for f in figures.given.values()]) == ([], [Decimal("1286.5")])


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("形成或者变更之日起20个工作日内", TimeLimit("", 20, "工作日", "形成或者变更")),
        ("自作出决定之日起七个工作日内", TimeLimit("", 7, "工作日", "作出决定")),
        ("每年1月31日前", TimeLimit("", yearly="--01-31")),
        ("实时公开", TimeLimit("")),
        ("每月终了后10个工作日以内", TimeLimit("", 10, "工作日", "每月终了")),
    ],
)
def test_time_limits(text: str, limit: TimeLimit) -> None:
    read = read_time_limit(text)
    assert (read.count, read.unit, read.start, read.yearly) == (limit.count, limit.unit, limit.start, limit.yearly)


def test_the_document_for_editors_names_every_column() -> None:
    text = (ROOT / "docs" / "栏目数据.md").read_text(encoding="utf-8")
    for kind, record_class in RECORDS.items():
        assert kind in text
        for key in fields_by_key(record_class):
            assert key in text, f"{kind}: {key}"
