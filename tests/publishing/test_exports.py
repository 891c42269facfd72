"""导出: the library as another program's table wants it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

from tests.conftest import Column, interpretation, policy

from gongkai.publishing.data import library_csv
from gongkai.reading.settings import EXPORTED

SETTINGS = (
    "名称: 甲\n网址: https://www.jia.gov.cn/zfxxgk\n导出:\n  shengku: {有效性: yxx, 标题: =title, 发文机关: fwjg, 网址: url, 解读: jd}\n"
)
FILES = {
    "policies/p.md": policy(title="+甲办法", more="解读链接: [i, https://www.gov.cn/j]\n").replace("甲区人民政府", "[甲区人民政府, 乙局]"),
    "interpretations/i.md": interpretation(),
}


def test_their_headings_in_their_order_with_whole_addresses(column: Callable[..., Column]) -> None:
    found = column(FILES, SETTINGS)
    assert library_csv(found.site, found.links, found.site.settings.exports["shengku"]) == (
        "\ufeffyxx,'=title,fwjg,url,jd\n有效,'+甲办法,甲区人民政府；乙局,https://www.jia.gov.cn/zfxxgk/policies/p.html,"
        "https://www.jia.gov.cn/zfxxgk/interpretations/i.html https://www.gov.cn/j\n"
    )
    assert library_csv(found.site, found.links).startswith("\ufeff网址,标题,"), "the library's own table has our keys"


def test_any_key_of_the_front_matter_is_words(column: Callable[..., Column]) -> None:
    """Also those that are links, lists or dates of their own; in the records of programs these stand resolved."""
    keys = [key for key in EXPORTED if key not in ("网址", "解读", "有效性说明")]
    settings = "名称: 甲\n导出:\n  all: {" + ", ".join(f"{key}: {key}" for key in keys) + "}\n"
    more = "更正: [2026-01-05 附表第 2 行改为 30, 2026-02-01 改了落款]\n废止: [甲政发〔2019〕1号]\n解读链接: [i]\n依据: [《某法》]\n"
    files = {
        "policies/p.md": policy(more=more),
        "policies/old.md": policy(title="甲旧办法", number="甲政发〔2019〕1号", issued="2019-01-01"),
        "interpretations/i.md": interpretation(),
    }
    found = column(files, settings)
    table = csv.DictReader(io.StringIO(library_csv(found.site, found.links, found.site.settings.exports["all"]).removeprefix("\ufeff")))
    row = {row["文号"]: row for row in table}["甲政发〔2023〕7号"]
    told = {key: row[key] for key in ("更正", "废止", "解读链接", "依据", "清理", "附件", "修改")}
    assert told == {
        "更正": "2026-01-05 附表第 2 行改为 30；2026-02-01 改了落款", "废止": "甲政发〔2019〕1号", "解读链接": "i", "依据": "《某法》",
        "清理": "", "附件": "", "修改": "",
    }  # fmt: skip


def test_what_is_of_the_office_alone_is_not_exported(column: Callable[..., Column]) -> None:
    found = column({"policies/p.md": policy(more="审查: 某科\n")}, "名称: 甲\n导出:\n  a: {标题: t, 审查: u}\n")
    assert dict(found.site.settings.exports) == {"a": {"标题": "t"}}
    assert [line for line in found.lines("C001") if "审查" in line] != []


def test_what_cannot_be_exported(column: Callable[..., Column]) -> None:
    settings = "名称: 甲\n导出:\n  ../a: {标题: t}\n  policies: {标题: t}\n  b: {标题: t, 题名: u, 文号: [甲]}\n  c: 甲\n  d:\n"
    found = column({"policies/p.md": policy()}, settings)
    assert dict(found.site.settings.exports) == {"b": {"标题": "t"}}
    name, columns = "(用小写字母、数字和“-”，如“shengku”；policies 已经有了)", "(每列写“我们的键: 他们的列名”，如“标题: title”)"
    assert found.lines("C001") == [
        f"site.yaml:3: 错误 C001 导出“../a”不能用作文件名{name}",
        f"site.yaml:4: 错误 C001 导出“policies”不能用作文件名{name}",
        "site.yaml:5: 错误 C001 “文号”应是一行文字(写“文号: ……”)",
        "site.yaml:5: 错误 C001 不认识的键“题名”(是不是“标题”)",
        "site.yaml:6: 错误 C001 “c”下面应是“键: 值”(每行缩进两格写“键: 值”)",
        f"site.yaml:6: 错误 C001 导出“c”没有可用的列{columns}",
        f"site.yaml:7: 错误 C001 导出“d”没有可用的列{columns}",
    ]
