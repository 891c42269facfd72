"""Pages made from data: catalogues and annual reports."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from tests.checks.data_pages import REPORT, page
from tests.checks.test_C223_report_library import LIBRARY
from tests.rendering.conftest import Seen, rendered, seen

from gongkai.rendering.world import World

SETTINGS = """名称: 甲
机关:
  - {名称: 甲区人民政府, 代码: jia, 代字: [甲政发], 层级: 县级政府}
栏目:
  - {名称: 政策文件, 代码: policies, 列表: 政策}
"""


def one(make_world: Callable[..., World], files: Mapping[str, str | bytes], address: str) -> tuple[Seen, str]:
    html = next(output.text for output in rendered(make_world(files, SETTINGS)) if output.path == address)
    return seen(html), html


def test_catalogue(make_world: Callable[..., World]) -> None:
    rows = (
        "序号,公开事项,,公开内容（要素）,公开依据,公开时限,公开主体,公开渠道和载体,公开对象,,公开方式,,公开层级,链接,变更\n"
        ",一级事项,二级事项,,,,,,全社会,特定群体,主动,依申请公开,区级,,\n"
        "1,财政,<b>预算</b>,收支,预算法,20日内,财政局,■政府网站 □政府公报 ■镇里的喇叭,√,,√,,√,policies；a,2026-01-02 新增；2025-03-01 合并\n"
        "2,救助,低保,名单,办法,公示7日,民政局,■公示栏,,本村居民,√,,,,\n"
    )
    files = {**LIBRARY, "content/m.md": page("事项目录", "m.csv 目录数据", "版本: 2026年版\n"), "content/m.csv": rows.encode("gbk")}
    files["content/n.md"] = page("事项目录", "m.csv", "领域: 救灾\n")
    found, html = one(make_world, files, "m.html")
    assert (found.faults, found.open) == ([], [])
    words = " ".join(found.text.split())
    assert "序号 公开事项 公开内容（要素） 公开依据 公开时限 公开主体 公开渠道和载体 公开对象 公开方式 公开层级 一级事项二级事项 全社会 特定群体 主动 依申请 区级" in words
    assert "<b>预算</b>" in found.text, "escaped"
    assert {"lists/policies.html", "policies/a.html", "files/m.csv"} <= set(found.links)
    assert "■政府网站□政府公报" in words and "■镇里的喇叭" in words
    assert "变更记录 2026-01-02 <b>预算</b>：新增 2025-03-01 <b>预算</b>：合并" in words
    assert re.search(r'<td class="tick" data-label="特定群体">本村居民</td>', html)
    assert [a["colspan"] for t, a in found.tags if t == "th" and a.get("colspan")] == ["2", "2", "2", "1"]
    assert "2026年版" in words and "其他目录 救灾" in words


def test_annual_report(make_world: Callable[..., World]) -> None:
    data = (
        "主动公开:\n  行政许可: 12\n申请:\n  新收: [5, 2]\n  上年结转: [1]\n  予以公开: [3, 1]\n  国家秘密: [1]\n"
        "复议诉讼:\n  行政复议: [1, 0, 2]\n"
    )
    files = {**LIBRARY, "content/r.md": page("年报", "r.yaml", "年度: 2024\n", REPORT), "content/r.yaml": data}
    found, html = one(make_world, files, "r.html")
    assert (found.faults, found.open) == ([], [])
    table = [re.sub(r"<[^>]+>", "|", row) for row in re.findall(r"<tr>(.*?)</tr>", html, re.DOTALL)]
    cells = [[c for c in row.split("|") if c.strip()] for row in table]
    assert ["行政规范性文件", "1", "0", "3"] in cells, "from the library"
    assert ["一、本年新收政府信息公开申请数量", "5", "2", "0", "0", "0", "0", "7"] in cells
    assert ["三、本年度办理结果", "（一）予以公开", "3", "1", "0", "0", "0", "0", "4"] in cells
    assert ["（七）总计", "4", "1", "0", "0", "0", "0", "5"] in cells
    assert ["四、结转下年度继续办理", "2", "1", "0", "0", "0", "0", "3"] in cells
    assert ["1", "0", "2", "0", "3", *"0000000000"] in cells
    order = [html.index(word) for word in ("二、主动公开政府信息情况</h2>", "第二十条第（一）项</caption>", "三、收到和处理政府信息公开申请情况</h2>", "法人或其他组织", "四、政府信息公开行政复议、行政诉讼情况</h2>", "结果纠正")]
    assert order == sorted(order)


def test_a_report_without_data_is_its_text(make_world: Callable[..., World]) -> None:
    text = page("年报", "r.yaml", body=REPORT).replace("数据: r.yaml\n", "")
    found, _ = one(make_world, {"content/r.md": text}, "r.html")
    assert "六、其他需要报告的事项" in found.text
    assert "table" not in {t for t, _ in found.tags}
