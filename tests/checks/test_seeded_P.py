"""Mistakes put into sound text: each is found by its rule, at its line, and nothing else of the family is reported.

The text is written for this test; numbers, names and addresses in the mistakes are invented.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.attachments import docx, paragraph, pdf, row, xlsx
from tests.conftest import Column, policy

from gongkai import checks

SOUND = (
    "各镇人民政府，各街道办事处，区政府各部门：",
    "为改善老旧小区的居住条件，根据《甲省物业管理条例》和上级有关规定，结合本区实际，现将有关事项通知如下。",
    "一、总体要求",
    "坚持居民自愿、政府引导、社会参与，用三年时间完成2000年以前建成的120个小区的改造，受益居民约3.6万户（含公有住房1200户）。",
    "（一）先急后缓。供水、供电、供气、排水等设施老化的小区排在前面；“十四五”期间已经纳入计划的，不再另行申报。",
    "（二）一区一策。由街道办事处会同住房和城乡建设部门逐个小区制定方案，方案在小区内公示不少于10日。",
    "1）基础类改造应改尽改；2）完善类改造能改则改；3）提升类改造量力而行。",
    "二、资金安排",
    "区财政按每平方米300元安排补助，总额1.2亿元，比例为4:6；居民出资可以使用住宅专项维修资金，账户由区住建局统一管理。",
    "| 年度 | 小区（个） | 面积（万平方米） |\n|---|---|---|\n| 2024年 | 40 | 86.5 |\n| 2025年 | 45 | 92.0 |",
    "申请表可以在 https://www.jia.example/gz/13812345678.html 下载，也可以到政务服务中心A厅领取。咨询电话：0577-00000001、12345。",
    "本通知自2024年1月1日起施行，有效期至2026年12月31日。",
    "甲区人民政府\n2023年5月30日",
    "（此件公开发布）",
)
SEEDS = {
    "P101": ["申请人张某某（110101199001010007）已经公示。", "身份证号码：110101900101000。", "承租人110101 19900101 0007。"],
    "P102": ["联系人张某某，13800000001。", "电话：138 0000 0002。", "经办人手机+86-13900000003。"],
    "P103": ["补助打入6200000000000005。", "卡号 6200 0000 0000 0005。", "银行卡号：4000000000000002。"],
    "P104": ["车辆浙Z00001占用通道。", "浙ZD00001已经移走。", "京A·0000警到场。"],
    "P105": ["张某某，家住甲街道乙路1号2幢401室。", "户籍地为甲县乙镇丙村12号。", "现住甲小区3幢2单元。"],
    "P106": ["方案发至10000000@qq.com。", "邮箱13800000001@139.com。", "投稿请寄20000000@163.com。"],
    "P110": ["机密★1年", "秘密★长期", "标有绝密 ★ 10年的附件另发。"],
    "P111": ["内部资料 注意保存", "（内部文件，不得外传）", "（此件不公开）"],
    "P112": ["（此件依申请公开）"],
    "P120": ["各单位要周密布署。", "工程峻工后组织验收。", "改造复盖全部小区。", "一但出现问题立即上报。"],
    "P121": ["报甲市人民检查院备案。", "由甲市人名政府批准。", "涉及中港台居民的另行规定。"],
    "P122": ["报住房与城乡建设厅备案。", "参照温洲市的做法。", "淅江的经验可以借鉴。"],
    "P123": ["甲省省委书记作了批示。", "改造的的方案报街道。", "居民出资金金金另行规定。"],
    "P124": ["请登陆系统申报。", "截止目前已有20个小区申报。", "资金存入专用帐户。"],
    "P130": ["按照《甲省物业管理条例的规定执行。", "小区（含公有住房另行安排。", "居民“满意度调查每年一次。", "由街道组织）并公示。"],
    "P131": ["方案公示后,报街道备案。", "内容包括:供水和供电。", "由区财政承担;不足的另行安排。"],
    "P132": ["自２０２４年起施行。", "分Ａ类和其他类。", "比例不低于９０％。"],
    "P133": ["区委宣传部〈区新闻办〉负责宣传。", "由区政府办公室〔区大数据局〕牵头。", "区住建局〔区人防办〕会同实施。"],
    "P134": ["征遷补偿按规定执行。", "欄目更新由街道负责。", "各單位要落实责任。"],
    "P135": ["区政府发(fā)布方案。", "各机构（gòu）负责实施。", "由区政务(wù)中心受理。"],
    "P136": ["建立监管规则 and 标准体系。", "由街道or社区组织。", "改造 with 加装电梯同步实施。"],
    "P137": ["方案公示后，，报街道备案。", "按规定执行。。", "供水、、供电一并改造。"],
    "P140": ["2021/8/16 上午9:31:36 星期一", "【字体：大 中 小】 打印本页", "当前位置：首页 > 政策文件"],
    "P141": [SOUND[3], SOUND[1], SOUND[8]],
    "P142": ["政府锟斤拷信息公开。", "政府信\ufffd公开。", "中国政府信息公开".encode().decode("gb18030", "ignore")],
}
SEEDED_FILES = {
    "P151": [docx("")[:90], xlsx({"甲": ""})[:120], b"%PDF-1.4\nx"],
    "P152": [pdf(""), b"\xd0\xcf\x11\xe0", b"{\\rtf1}"],
    "P153": [docx(paragraph("甲") + paragraph("乙", "<w:vanish/>")), docx(paragraph("丙", tag="delText")),
             xlsx({"甲": f"<sheetData>{row(1, '乙', hidden=True)}</sheetData>"})],
    "P154": [docx(paragraph("甲"), author="张某某"), pdf("1", "李某某"), docx(paragraph("乙"), author="王 某")],
}  # fmt: skip
ENDINGS = {"P151": ("docx", "xlsx", "pdf"), "P152": ("pdf", "doc", "rtf"), "P153": ("docx", "docx", "xlsx"), "P154": ("docx", "pdf", "docx")}
MORE = "公开方式: 主动公开\n"


def text_with(seed: str, after: int) -> tuple[str, int]:
    """A sound text with a paragraph more after its paragraph `after`, and the line of that paragraph."""
    paragraphs = [*SOUND[: after + 1], seed, *SOUND[after + 1 :]]
    source = policy(more=MORE, body="\n\n".join(paragraphs))
    before = policy(more=MORE, body="\n\n".join([*SOUND[: after + 1], "#HERE#"]))
    return source, before[: before.index("#HERE#")].count("\n") + 1


def found_in(made: Column, path: str) -> list[tuple[str, int]]:
    return [(p.id, p.place.line) for p in made.problems if p.id[0] == "P" and p.place.path == path]


def test_the_sound_text_has_no_problem(column: Callable[..., Column]) -> None:
    made = column({"policies/p.md": policy(more=MORE, body="\n\n".join(SOUND))})
    assert [str(p) for p in made.problems if p.id[0] == "P"] == []


@pytest.mark.parametrize("rule", SEEDS)
def test_each_mistake_is_found_where_it_is_and_nothing_else(column: Callable[..., Column], rule: str) -> None:
    files: dict[str, str] = {}
    expected: dict[str, list[tuple[str, int]]] = {}
    for number, seed in enumerate(SEEDS[rule]):
        place = SOUND.index(seed) if seed in SOUND else None
        for after in ((2, 5, 11) if place is None else (place,)):
            path = f"policies/{number}-{after}.md"
            files[path], line = text_with(seed, after)
            expected[path] = [(rule, line)]
    made = column(files)
    assert {path: found_in(made, path) for path in files} == expected


@pytest.mark.parametrize("rule", SEEDED_FILES)
def test_each_fault_of_an_attachment_is_found_at_the_line_that_names_it(column: Callable[..., Column], rule: str) -> None:
    files: dict[str, str | bytes] = {}
    for number, (content, ending) in enumerate(zip(SEEDED_FILES[rule], ENDINGS[rule], strict=True)):
        files[f"policies/{number}.{ending}"] = content
        files[f"policies/{number}.md"] = policy(more=f"{MORE}附件: {number}.{ending}\n", body="\n\n".join(SOUND))
    made = column(files)
    assert {path: found_in(made, path) for path in files if path.endswith(".md")} == {f"policies/{n}.md": [(rule, 8)] for n in range(3)}


def test_every_rule_of_the_family_has_its_seeds() -> None:
    assert {*SEEDS, *SEEDED_FILES} == {rule.id for rule in checks.rules() if rule.id[0] == "P"}
    assert all(len(seeds) >= 3 for rule, seeds in SEEDS.items() if rule != "P112")
