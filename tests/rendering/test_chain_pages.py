"""Decisions, questions, proposals, tasks, meetings, offices, topics, gazettes, cleanings: each page from its data."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping

import pytest
from tests.checks.data_pages import page
from tests.conftest import interpretation, policy
from tests.rendering.conftest import Seen, rendered, seen

from gongkai.rendering.world import World
from gongkai.searching.filters import FILTERS
from gongkai.searching.gathering import entries

POLICIES: Mapping[str, str | bytes] = {
    "policies/p.md": policy(more="主题分类: 城乡建设、环境保护\\城乡建设（含住房）\n文种: 通知\n解读链接: i\n"),
    "policies/old.md": policy("甲政发〔2020〕1号", "关于旧小区的老办法", "2020-01-01", "废止"),
    "interpretations/i.md": interpretation(),
}
SETTINGS = "名称: 甲\n栏目:\n  - {名称: 问答, 代码: faq, 目录: faq}\n"


def one(make_world: Callable[..., World], files: Mapping[str, str | bytes], address: str) -> tuple[Seen, str, str]:
    html = next(o.text for o in rendered(make_world({**POLICIES, **files}, SETTINGS)) if o.path == address)
    found = seen(html)
    assert (found.faults, found.open) == ([], [])
    return found, " ".join(found.text.split()), html


DECISION = (
    "阶段,日期,截止,标题,链接,说明,收到意见,采纳意见\n决策草案,2026-09-01,,草案,,,,\n征求意见,{},{},,,来信,,\n"
    "采纳情况,2026-11-01,,,,,10,4\n决策文件,2026-11-05,,,p,,,\n政策解读,2026-11-06,,,i,,,\n"
)


@pytest.mark.parametrize(
    ("opens", "closes", "said"),
    [
        ("2026-11-22", "2026-12-31", "将于 2026-11-22 开始征求意见"),
        ("2026-11-21", "2026-12-31", "正在征求意见，2026-12-31 截止"),
        ("2026-10-01", "2026-11-21", "正在征求意见，2026-11-21 截止"),
        ("2026-10-01", "2026-11-20", "征求意见已于 2026-11-20 结束"),
    ],
)
def test_consultation_on_the_day_of_the_build(make_world: Callable[..., World], opens: str, closes: str, said: str) -> None:
    files = {"content/d.md": page("重大行政决策", "d.csv"), "content/d.csv": DECISION.format(opens, closes)}
    _, _, html = one(make_world, files, "d.html")
    periods = re.findall(r'<p class="period-\w+"([^>]*)>(.*?)</p>', html)
    assert [words for attributes, words in periods if "hidden" not in attributes] == [said]
    assert len(periods) == 3 and all("data-since" in a or "data-until" in a for a, _ in periods), "for the reader's browser"


def test_the_chain_shows_what_is_missing(make_world: Callable[..., World]) -> None:
    files = {"content/d.md": page("重大行政决策", "d.csv"), "content/d.csv": DECISION.format("2026-09-01", "2026-10-01")}
    found, words, _ = one(make_world, files, "d.html")
    assert "共 9 个环节，已公开 5 个；缺 决策目录、草案解读。" in words
    assert "草案解读 缺" in words and "后评估 尚未进行" in words
    assert "收到意见 10 条，采纳 4 条，占 40%" in words
    assert "关于改造旧小区的通知 ● 有效".replace(" ", "") in words.replace(" ", "")
    assert {"policies/p.html", "interpretations/i.html"} <= set(found.links)


def test_a_policy_names_the_pages_that_speak_of_it(make_world: Callable[..., World]) -> None:
    files = {
        "content/d.md": page("重大行政决策", "d.csv").replace("标题: 页", "标题: 某决策"),
        "content/d.csv": DECISION.format("2026-09-01", "2026-10-01"),
        "content/faq/q.md": page("问答", "x", "相关文件: p\n").replace("数据: x\n", "").replace("标题: 页", "标题: 要钱吗？"),
    }
    found, words, _ = one(make_world, files, "policies/p.html")
    assert "在本栏目的其他地方 问答 要钱吗？ 重大行政决策 某决策" in words
    assert "../faq/q.html" in found.links


QUESTION = page("问答", "x", "相关文件: p\n分类: 停车\n联系电话: 0990-1\n", body="不要钱。</script>").replace("数据: x\n", "")


def faq_of(html: str) -> list[tuple[str, str]]:
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', html)
    assert block
    return [(q["name"], q["acceptedAnswer"]["text"]) for q in json.loads(block[1])["mainEntity"]]


def test_question(make_world: Callable[..., World]) -> None:
    files = {"content/faq/q.md": QUESTION.replace("标题: 页", "标题: 要钱吗？"), "content/faq/r.md": QUESTION}
    _, words, html = one(make_world, files, "faq/q.html")
    assert "问要钱吗？" in words and "相关文件" in words and "咨询电话：0990-1" in words
    assert faq_of(html) == [("要钱吗？", "不要钱。</script>")]
    _, words, html = one(make_world, files, "faq/index.html")
    assert len(faq_of(html)) == 2
    assert "停车 2026-01-01 要钱吗？" in words


def test_questions_are_a_kind_of_their_own_in_search(make_world: Callable[..., World]) -> None:
    world = make_world({**POLICIES, "content/faq/q.md": QUESTION, "content/m.md": page("会议", "m.csv"),
                        "content/m.csv": "日期,会议,议题\n2026-01-02,第3次会议,审议独特的事\n"}, SETTINGS)  # fmt: skip
    by_slug = {entry.slug: entry for batch in entries(world.site, world.links) for entry in batch}
    assert FILTERS[0].read(by_slug["faq/q"]) == ("问答",)
    assert FILTERS[0].read(by_slug["m"]) == ("页面",)
    assert "审议独特的事" in by_slug["m"].text


def test_proposals(make_world: Callable[..., World]) -> None:
    rows = "编号,标题,类别,承办单位,内容摘要,答复日,答复链接\n42号,<i>托育</i>,建议,办公室,多办托育,2026-08-01,p\n43号,信号,提案,数据局,信号弱,,\n"
    found, words, _ = one(make_world, {"content/j.md": page("建议提案", "j.csv"), "content/j.csv": rows}, "j.html")
    assert "建议提案（2 件，已公开答复 1 件）" in words
    assert "<i>托育</i>" in words and "正在办理" in words
    assert "policies/p.html" in found.links


def test_tasks(make_world: Callable[..., World]) -> None:
    rows = "类别,任务,目标,牵头单位,一季度,三季度,状态\n实事,甲,12个,住建局,开工,完工,完成\n实事,乙,3个,教育局,,开工,推进中\n"
    _, words, _ = one(make_world, {"content/t.md": page("重点任务", "t.csv"), "content/t.csv": rows}, "t.html")
    assert "完成 1 项" in words and "推进中 1 项" in words
    assert "第一季度第三季度状态" in words, "quarters without a word are left out"


def test_meetings_newest_first(make_world: Callable[..., World]) -> None:
    rows = "日期,会议,议题,决定,链接\n2026-01-02,第3次,甲,通过,p\n2026-02-02,第4次,乙,,\n2026-01-02,第3次,丙,,\n"
    _, words, _ = one(make_world, {"content/m.md": page("会议", "m.csv"), "content/m.csv": rows}, "m.html")
    assert re.search(r"第4次 2026-02-02 乙 第3次 2026-01-02 甲通过→? ?关于改造旧小区的通知 丙", words)


def test_offices_and_people(make_world: Callable[..., World]) -> None:
    people = {"content/l.md": page("领导", "l.csv"), "content/l.csv": "姓名,职务,分管工作,简历\n甲某,区长,全面,历任\n"}
    _, words, _ = one(make_world, people, "l.html")
    assert "甲某区长全面简历历任" in words
    offices = {"content/o.md": page("机构职能", "o.csv"), "content/o.csv": "机构,职能,电话,类别\n办公室,文秘,0990-1,内设机构\n"}
    _, words, _ = one(make_world, offices, "o.html")
    assert "内设机构 办公室 文秘 电话0990-1" in words


def test_topic(make_world: Callable[..., World]) -> None:
    rows = "小标题,标题里有,有效性,范围,链接\n文件,旧小区,现行有效,政策,\n解读,解读,,解读,\n都要,旧小区,,政策,i\n空,没有这个词,,,\n"
    found, words, _ = one(make_world, {"content/z.md": page("专题", "z.csv"), "content/z.csv": rows}, "z.html")
    parts = re.split(r"(?:^| )(?=文件 2|解读 2|都要 |空 这)", words)
    assert "关于改造旧小区的通知" in words and "这一组现在没有文件。" in words
    assert found.links.count("policies/old.html") == 1, "ended ones only where no state is asked for"
    assert found.links.count("interpretations/i.html") == 2 and parts


def test_what_a_topic_asks_for_is_not_found_on_it(make_world: Callable[..., World]) -> None:
    files = {"content/z.md": page("专题", "z.csv"), "content/z.csv": "小标题,说明,标题里有,发文机关\n甲组,乙话,没有这个词,丙局\n"}
    world = make_world({**POLICIES, **files}, SETTINGS)
    text = next(entry.text for batch in entries(world.site, world.links) for entry in batch if entry.title == "页")
    assert text.endswith("甲组，乙话")


def test_gazette(make_world: Callable[..., World]) -> None:
    files = {
        "content/g.md": page("公报", "g.csv"), "content/1.pdf": b"%PDF-1.4",
        "content/g.csv": "年,期,总期,日期,电子版,目录\n2026,1,,2026-01-31,1.pdf,p；old\n2026,2,14,2026-02-28,,\n",
    }  # fmt: skip
    found, words, _ = one(make_world, files, "g.html")
    assert words.index("2026年第2期（总第14期）") < words.index("2026年第1期")
    assert {"files/1.pdf", "policies/p.html", "policies/old.html"} <= set(found.links)


def test_cleaning(make_world: Callable[..., World]) -> None:
    files = {
        "policies/q.md": policy("甲政发〔2025〕9号", "清理结果", "2025-06-01", more="清理:\n  - 甲政发〔2023〕7号 继续有效\n  - 甲政发〔2020〕1号 废止\n  - 甲政发〔2019〕1号 期满失效\n清理截止日: 2025-04-30\n"),
    }  # fmt: skip
    found, words, _ = one(make_world, files, "lists/cleaning-q.html")
    assert "清理结果目录（截至2025-04-30）" in words
    assert "共清理 3 件：继续有效 1 件，废止 1 件，期满失效 1 件。结论自 2025-06-01 起算。" in words
    assert "../policies/old.html" in found.links and "未收入本栏目" in words
    _, words, _ = one(make_world, files, "policies/old.html")
    assert "2025-06-01 清理结论：废止（甲政发〔2025〕9号）" in words


def test_a_consultation_without_an_end_stays_open(make_world: Callable[..., World]) -> None:
    files = {"content/d.md": page("重大行政决策", "d.csv"), "content/d.csv": "阶段,日期,截止\n征求意见,2026-01-01,9999-12-31\n"}
    _, text, _ = one(make_world, files, "d.html")
    assert "正在征求意见，9999-12-31 截止" in text


@pytest.mark.parametrize("hidden", ["草稿: true\n", "发布于: 2099-01-01\n", "下架日: 2024-01-01\n"])
def test_the_title_of_what_is_not_public_is_on_no_page(make_world: Callable[..., World], hidden: str) -> None:
    files = {
        "policies/d.md": policy("甲政发〔2023〕91号", "还不能说的事", more=hidden),
        "content/d.md": page("重大行政决策", "d.csv"), "content/d.csv": "阶段,日期,链接\n决策草案,2026-01-01,policies/d.md\n",
        "content/g.md": page("公报", "g.csv"), "content/g.csv": "年,期,日期,目录\n2026,1,2026-01-31,甲政发〔2023〕91号\n",
    }  # fmt: skip
    pages = {o.path: o.text for o in rendered(make_world({**POLICIES, **files}, SETTINGS))}
    assert [path for path, text in pages.items() if "还不能说的事" in text] == (["policies/d.html"] if "下架" in hidden else [])
