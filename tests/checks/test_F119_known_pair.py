"""Rule F119: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy

from gongkai.reading.known_documents import known_documents

BODY = """按照《政府网站发展指引》（国办发〔2017〕17号）和《国务院办公厅关于印发政府网站发展指引的通知》（国办发〔2017〕47号），

落实《中华人民共和国政府信息公开条例》（国务院令第492号）、《物业管理条例》（国务院令第504号）、《甲》（苏国办发〔2017〕47号）。

根据《关于加强和改进政务新媒体的通知》（国办发〔2019〕54号）。
"""


def test_titles_and_numbers_that_do_not_belong_together(column: Callable[..., Column]) -> None:
    assert column({"policies/p.md": policy(body=BODY)}).lines("F119") == [
        "policies/p.md:9: 警告 F119 《政府网站发展指引》的文号写作“国办发〔2017〕17号”(应为“国办发〔2017〕47号”)",
        "policies/p.md:13: 警告 F119 国办发〔2019〕54号的题名写作《关于加强和改进政务新媒体的通知》"
        "(这个文号是《关于全面推进基层政务公开标准化规范化工作的指导意见》的，核对题名和文号)",
    ]


def test_the_title_may_follow_the_number(column: Callable[..., Column]) -> None:
    body = "依据国办发〔2017〕17号《政府网站发展指引》、国办发〔2017〕47号文件《政府网站发展指引》，另见国办发〔2017〕17号、《政府网站发展指引》。\n"
    assert column({"policies/p.md": policy(body=body)}).lines("F119") == [
        "policies/p.md:9: 警告 F119 《政府网站发展指引》的文号写作“国办发〔2017〕17号”(应为“国办发〔2017〕47号”)",
    ]


def test_front_matter_says_it_wrongly_too(column: Callable[..., Column]) -> None:
    found = column({
        "policies/p.md": policy(more="依据:\n  - 《重大行政决策程序暂行条例》（国务院令第711号）\n"),
        "policies/q.md": policy("国办发〔2020〕17号", title="关于印发2021年政务公开工作要点的通知"),
    })  # fmt: skip
    assert found.lines("F119") == [
        "policies/p.md:8: 警告 F119 《重大行政决策程序暂行条例》的文号写作“国务院令第711号”(应为“国务院令第713号”)",
        "policies/q.md:3: 警告 F119 《关于印发2021年政务公开工作要点的通知》的文号写作“国办发〔2020〕17号”(应为“国办发〔2021〕12号”)",
    ]


def test_the_list_is_worth_its_name() -> None:
    known = known_documents()
    assert len(known) >= 40
    assert len({document.number for document in known}) == len(known)
    guide = next(document for document in known if str(document.number) == "国办发〔2017〕47号")
    assert guide.titles == ("国务院办公厅关于印发政府网站发展指引的通知", "关于印发政府网站发展指引的通知", "政府网站发展指引")
