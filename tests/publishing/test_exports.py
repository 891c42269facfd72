"""导出: the library as another program's table wants it."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, interpretation, policy

from gongkai.publishing.data import library_csv

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
