"""Privacy and secrecy inside attachments: found at the line that names the file, with the place inside it."""

from __future__ import annotations

from collections.abc import Callable

from tests.attachments import docx, paragraph, pdf, row, xlsx
from tests.conftest import Column, policy

NAMED = policy(more="附件:\n  - 名单.xlsx\n")


def test_the_place_inside_is_told(column: Callable[..., Column]) -> None:
    book = xlsx({"公示": f"<sheetData>{row(1, '甲')}</sheetData>", "底稿": f"<sheetData>{row(14, '张某某', '13800000001')}</sheetData>"}, ("底稿",))
    assert column({"policies/p.md": NAMED, "policies/名单.xlsx": book}).lines("P102") == [
        "policies/p.md:8: 错误 P102 附件“名单.xlsx”的工作表‘底稿’（隐藏）第 14 行：写出了手机号码（138****0001）(删去，或写办公电话；须留的写作“138****0001”)"
    ]


def test_each_rule_on_privacy_and_secrecy(column: Callable[..., Column]) -> None:
    lines = ["110101199001010007", "卡号6200000000000005", "浙Z00001", "张某某，家住甲街道乙路1号2室", "10000000@qq.com", "机密★1年", "内部资料 注意保存"]
    found = column({"policies/p.md": policy(more="附件: a.docx\n"), "policies/a.docx": docx("".join(map(paragraph, lines)))})
    inside = [(p.id, p.place.line, p.message.split("：")[0]) for p in found.problems if p.id[0] == "P"]
    ids = ("P101", "P103", "P104", "P105", "P106", "P110", "P111")
    assert inside == [(id, 7, f"附件“a.docx”的正文第 {i} 段") for i, id in enumerate(ids, 1)]


def test_a_table_of_homes(column: Callable[..., Column]) -> None:
    book = xlsx({"甲": f"<sheetData>{row(1, '姓名', '家庭住址')}{row(2, '张某某', '甲街道乙路1号')}</sheetData>"})
    assert len(column({"policies/p.md": NAMED, "policies/名单.xlsx": book}).lines("P105")) == 1


def test_the_wording_of_an_annex_is_its_authors(column: Callable[..., Column]) -> None:
    found = column({"policies/p.md": policy(more="附件: a.docx\n"), "policies/a.docx": docx(paragraph("周密布署,全面落实，，"))})
    assert [p for p in found.problems if p.id[0] == "P"] == []


def test_files_that_the_text_links_to(column: Callable[..., Column]) -> None:
    found = column({"policies/p.md": policy(body="第一段。\n\n[名单](a.pdf)"), "policies/a.pdf": pdf("13800000001")})
    assert [str(p.place) for p in found.problems if p.id == "P102"] == ["policies/p.md:11"]


def test_files_that_nobody_names_and_rules_that_are_off(column: Callable[..., Column]) -> None:
    assert column({"policies/p.md": policy(), "policies/a.pdf": pdf("13800000001")}).lines("P102") == []
    off = column({"policies/p.md": policy(more="附件: a.pdf\n"), "policies/a.pdf": pdf("13800000001")}, "名称: 甲\n级别: {P102: 关闭}\n")
    assert off.lines("P102") == []
