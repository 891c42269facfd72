"""What a column says of documents that it does not keep, and of single measures in those it keeps: 依据目录, 政策清单; and
the areas of the standard catalogues."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping

from tests.checks.data_pages import HEADING, item, page
from tests.conftest import Column, policy
from tests.rendering.conftest import Seen, rendered, seen

from gongkai.rendering.world import World

POLICIES: Mapping[str, str | bytes] = {
    "policies/p.md": policy(title="养犬办法", more="依据: [国办发[2020]23号, 某法]\n"),
    "policies/old.md": policy("甲政发〔2020〕1号", "老办法", "2020-01-01", "废止"),
}
SETTINGS = (
    "名称: 甲\n规则参数: {试点领域: [救灾, 社会救助, 户籍管理]}\n栏目:\n  - {名称: 目录, 代码: catalogue, 目录: catalogue}\n"
    "  - {名称: 别的, 代码: other, 目录: other}\n"
)


def one(make_world: Callable[..., World], files: Mapping[str, str | bytes], address: str) -> tuple[Seen, str, str]:
    html = next(o.text for o in rendered(make_world({**POLICIES, **files}, SETTINGS)) if o.path == address)
    found = seen(html)
    assert (found.faults, found.open) == ([], [])
    return found, " ".join(found.text.split()), html


def test_authorities_lead_to_the_official_text_and_to_what_rests_on_them(make_world: Callable[..., World]) -> None:
    rows = (
        "类别,标题,文号,制定机关,公布日期,施行日期,有效性,链接\n"
        "法律,<b>某法</b>,,全国人大,2020-01-01,2020-07-01,,https://flk.npc.gov.cn/\n"
        "上级文件,关于旧小区的意见,国办发〔2020〕23号,国务院办公厅,2020-07-10,,废止,\n"
        "法律,某法,,全国人大,2019-01-01,,不再执行,p\n"
    )
    found, words, html = one(make_world, {"content/y.md": page("依据目录", "y.csv"), "content/y.csv": rows}, "y.html")
    assert re.findall(r"<h2[^>]*>(.*?) <span class=\"count\">(\d+)</span></h2>", html) == [("法律", "2"), ("上级文件", "1")]
    assert "<b>某法</b> ●有效 全国人大2020-01-01 公布2020-07-01 起施行" in words
    assert "https://flk.npc.gov.cn/" in found.links and "不再执行" in words and "废止" in words
    assert words.count("本栏目据此制定： 养犬办法") == 2, "by name and by 文号, in whatever spelling"


def test_authorities_from_the_data_of_another_column(make_world: Callable[..., World], column: Callable[..., Column]) -> None:
    record = {
        "slug": "q", "url": "policies/q.html", "标题": "市里的办法\ud800", "文号": "市政发〔2024〕5号", "发文机关": ["市人民政府", "市局"],
        "发文日期": "2024-05-20", "有效性": "已修改", "解读": [{"标题": "解读"}], "别的": None, "关键词": ["甲"],
    }  # fmt: skip
    data = {"专栏": "市", "网址": "https://www.shi.gov.cn/zfxxgk", "政策": [record, {**record, "url": "http://[", "链接": "p"}]}
    files = {"content/y.md": page("依据目录", "y.json"), "content/y.json": json.dumps(data)}
    found, words, _ = one(make_world, files, "y.html")
    assert "https://www.shi.gov.cn/zfxxgk/policies/q.html" in found.links and "policies/p.html" in found.links
    assert "市里的办法? ◐已修改 市政发〔2024〕5号市人民政府、市局2024-05-20 公布" in words
    assert column({**files, "policies/p.md": policy()}).lines("C203") == [], "columns that we do not ask for are its own business"


def test_json_that_is_no_list_of_records(column: Callable[..., Column]) -> None:
    texts = {"a": '{"政策": [', "b": '{"政策": {}}', "c": '["甲"]', "d": "[" * 20_000, "e": '{"甲": [], "乙": []}'}
    files = {f"content/{name}.{ending}": page("依据目录", f"{name}.json") if ending == "md" else text
             for name, text in texts.items() for ending in ("md", "json")}  # fmt: skip
    hint = '(如别的专栏 data/policies.json 那样：{"网址": …, "政策": [{"标题": …}]})'
    assert column(files).lines("C203") == [
        f"content/a.json:1: 错误 C203 不是能读的 JSON{hint}",
        f"content/b.json:1: 错误 C203 这个 JSON 里不是一列记录{hint}",
        f"content/c.json:1: 错误 C203 这个 JSON 里不是一列记录{hint}",
        f"content/d.json:1: 错误 C203 不是能读的 JSON{hint}",
        f"content/e.json:1: 错误 C203 这个 JSON 里不是一列记录{hint}",
    ]


def test_measures_say_for_whom_how_much_and_whether_the_ground_holds(make_world: Callable[..., World]) -> None:
    rows = (
        "事项,类别,对象,条件,标准,期限,办理,依据,链接\n"
        "养犬<i>补贴</i>,居民,养犬人,已登记,每年100元,全年,打电话,甲政发〔2023〕7号,\n"
        "旧补贴,居民,老人,,50元,,免申即享,old；https://www.gov.cn/,p\n"
    )
    found, words, _ = one(make_world, {"content/q.md": page("政策清单", "q.csv"), "content/q.csv": rows}, "q.html")
    assert "养犬<i>补贴</i> 每年100元 谁能享受养犬人 条件已登记 期限全年 怎样办打电话 依据养犬办法 ●有效" in words
    assert "旧补贴 50元 谁能享受老人 怎样办免申即享 依据老办法 ○废止；https://www.gov.cn/ 看一看养犬办法" in words
    assert {"measure-1", "measure-2"} <= set(found.ids)
    _, words, _ = one(make_world, {"content/q.md": page("政策清单", "q.csv"), "content/q.csv": rows}, "policies/p.html")
    assert "政策清单" in words, "the policy's page leads back"


def test_the_column_of_the_catalogues_names_every_area(make_world: Callable[..., World]) -> None:
    files = {
        "content/catalogue/base.md": page("事项目录", "x.csv").replace("标题: 页", "标题: 基本目录"),
        "content/catalogue/jiu.md": page("事项目录", "x.csv", "领域: 社会救助\n"),
        "content/catalogue/x.csv": HEADING + item(link="p"),
        "content/jiu2.md": page("事项目录", "x.csv", "领域: 社会救助\n"), "content/x.csv": HEADING + item(link="p"),
        "content/other/a.md": page("指南", "").replace("数据: \n", ""),
    }  # fmt: skip
    found, words, _ = one(make_world, files, "catalogue/index.html")
    assert "3 个领域的标准目录 已公布 1 个领域。 救灾 尚未公布 社会救助 2026-01-01社会救助 2026-01-01 户籍管理 尚未公布" in words
    assert found.links.count("jiu.html") == 1 and "../jiu2.html" in found.links and "base.html" in found.links
    assert "领域" not in one(make_world, files, "other/index.html")[1]
