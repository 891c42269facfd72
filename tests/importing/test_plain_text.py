"""Text files: encodings, lines broken or run together, copies, debris; never an exception but Refused."""

from __future__ import annotations

import pytest

from gongkai.importing.blocks import Cell, Refused
from gongkai.importing.lines import parted
from gongkai.importing.plain_text import read_text, source_of
from gongkai.importing.reading import read_bytes
from gongkai.importing.recognising import Recognised, recognise
from gongkai.reading.settings import default_settings

LETTER = "甲区人民政府关于停车的通知\n甲政发〔2023〕8号\n各街道办事处：\n现将有关事项通知如下，请认真贯彻执行。\n甲区人民政府\n2023年5月4日\n"
TRADITIONAL = "甲區人民政府關於停車的通知\n各街道辦事處：\n現將有關事項通知如下，請認真貫徹執行，發佈機關負責解釋。\n"


def texts(text: str) -> list[str]:
    return [block.text for block in source_of(text).blocks]


def seen(text: str, **options: bool) -> Recognised:
    return recognise(source_of(text), default_settings(), **options)  # type: ignore[arg-type]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings_of_offices(encoding: str) -> None:
    assert [b.text for b in read_text(LETTER.encode(encoding)).blocks] == LETTER.strip().split("\n")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_though_characters_have_zero_bytes_too(encoding: str) -> None:
    letter = LETTER + "一、开放车位。\n"  # 一 is 4E00, 开 is 5F00
    assert [b.text for b in read_bytes(letter.encode(encoding), ".txt").blocks] == letter.strip().split("\n")


def test_signs_of_radicals_are_the_characters_they_look_like() -> None:
    assert texts("第⼀条　⼈⺠政府的⻋辆⻓期停放在⻔外，⻚⾯⻛貌⻢上改。") == ["第一条　人民政府的车辆长期停放在门外，页面风貌马上改。"]


def test_big5() -> None:
    assert read_text((TRADITIONAL * 3).replace("貫", "關").encode("big5")).blocks[0].text == "甲區人民政府關於停車的通知"


@pytest.mark.parametrize(
    "garbled",
    [
        LETTER.encode().decode("gb18030", "replace"), LETTER.encode("gb18030").decode("utf-8", "replace"), (LETTER * 3).encode().decode("latin-1"),
        (LETTER * 3).encode("gb18030").decode("latin-1"), (LETTER * 3).encode("gb18030").decode("big5", "ignore"), (LETTER * 3).encode().decode("cp1251", "ignore"),
        LETTER + LETTER.encode().decode("gb18030", "ignore"), "锟斤拷" * 30, "？?" * 40,
    ],
    ids=["UTF-8 as GBK", "GBK as UTF-8", "UTF-8 as Latin-1", "GBK as Latin-1", "GBK as Big5", "UTF-8 as Cyrillic", "half", "replaced", "question marks"],
)  # fmt: skip
def test_mojibake_is_refused(garbled: str) -> None:
    with pytest.raises(Refused, match="是乱码"):
        source_of(garbled)


def test_a_few_characters_lost_are_a_doubt() -> None:
    assert [d.why for d in source_of(LETTER.replace("贯", "\ufffd")).doubts] == ["有 1 个字损坏（显示为 \ufffd），请对照原件补上"]


def test_lines_as_wide_as_the_page_are_joined() -> None:
    article = "第一条　为了加强停车管理维护道路交通秩序保障公民法人和其他组织的合法权益根据有关法律法规的规定结合本区实际制定本办法。"
    wrapped = "\n".join(article[i : i + 28] for i in range(0, len(article), 28))
    assert texts("\n".join([wrapped.replace("第一条", f"第{n}条") for n in "一二三四五"])) == [article.replace("第一条", f"第{n}条") for n in "一二三四五"]


def test_a_sentence_broken_by_a_page_is_joined_and_lists_of_names_are_not() -> None:
    broken = "对目录所列的重大行政决策事项，除依法不予公开的以外，都要主动向社会公布决策\n\n草案，广泛征求公众意见。\n主任：甲某某\n副主任：乙某某\n丙某某"
    assert texts(broken) == ["对目录所列的重大行政决策事项，除依法不予公开的以外，都要主动向社会公布决策草案，广泛征求公众意见。", "主任：甲某某", "副主任：乙某某", "丙某某"]


def test_articles_run_together_are_parted() -> None:
    line = "第一条　为了停车，制定本办法。第二条　本办法适用于甲区，依照第三条 的规定办理。第三条　本办法自公布之日起施行。" * 1
    assert parted(line) == ["第一条　为了停车，制定本办法。", "第二条　本办法适用于甲区，依照第三条 的规定办理。", "第三条　本办法自公布之日起施行。"]


def test_a_signer_and_a_date_run_together_are_parted() -> None:
    line = "现公布《甲市停车条例》，自2018年1月1日起施行，请各有关单位认真组织学习并遵照执行。市长　　某某某 　　 　　　2017年12月25日 　　"
    assert [piece.strip("　 ") for piece in parted(line)] == [
        "现公布《甲市停车条例》，自2018年1月1日起施行，请各有关单位认真组织学习并遵照执行。", "市长　　某某某", "2017年12月25日",
    ]  # fmt: skip


def test_rows_drawn_with_bars_are_a_table() -> None:
    source = source_of("任务清单如下，请各单位认真落实。\n序号 | 任务 | 时限 |\n1 | 公开 | 全年 |\n2 | 解读 |  |\n完。")
    assert source.blocks[1].rows == tuple(tuple(map(Cell, row)) for row in (("序号", "任务", "时限"), ("1", "公开", "全年"), ("2", "解读", "")))


def test_a_body_that_stands_twice_stands_once() -> None:
    body = "".join(f"第{n}条　本区停车管理应当遵循公开公平便民的原则，由区政府有关部门按照各自职责负责实施和监督{n * 20}。\n" for n in "一二三四五")
    found = seen(LETTER + body + body)
    assert sum(block.text.startswith("第") for block in found.body) == 5
    assert [d.why for d in found.doubts if "重复" in d.why] == ["正文重复了一遍，删去了后一遍的 5 段"]


def test_pinyin_debris_goes_and_other_brackets_stay() -> None:
    found = seen(LETTER + "政務(wù)公開的發(fā)布機構(gòu)（gov）見(a)項，網(wǎng)站(WTO)。\n")
    assert found.body[-1].text == "政務公開的發布機構（gov）見(a)項，網站(WTO)。"
    assert "删去了 4 处夹在字后面的拼音注音" in [d.why for d in found.doubts]


def test_traditional_characters_are_turned_only_when_asked() -> None:
    assert seen(TRADITIONAL).front["标题"] == "甲區人民政府關於停車的通知"
    assert "是繁体字；要转成简体，加上 --simplify 重新导入" in [d.why for d in seen(TRADITIONAL).doubts]
    assert seen(TRADITIONAL, simplify=True).front["标题"] == "甲区人民政府关于停车的通知"


def test_what_is_absent_stays_absent() -> None:
    found = seen("为了加强停车管理，现将有关工作安排如下，请认真贯彻执行。\n一、总体要求\n按照2022年1月1日会议的要求抓好落实。\n")
    assert found.front == {}
    assert found.cited == []


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("基层政府全面完成国办发〔2019〕54号文件明确的工作。", ["国办发〔2019〕54号"]),
        ("《关于停车的意见》(甲政办发[2020]16号)、《办法》（乙财〔2020〕第006号）。", ["甲政办发〔2020〕16号", "乙财〔2020〕第006号"]),
        ("落实劳动部、中国纺织总会劳部发〔1998〕37号和劳社部发﹝1998﹞6号文件。", ["劳部发〔1998〕37号", "劳社部发〔1998〕6号"]),
        ("根据国家经贸委等部门下发的国经贸经【1998】154号文件。", ["国经贸经〔1998〕154号"]),
        ("第2996号建议、GB 18351-2004、国务院令第253号。", []),
        ("甲政发〔2023〕8号是本文件自己的文号。", []),
    ],
)
def test_cited_numbers_reach_as_far_left_as_their_issuer(text: str, cited: list[str]) -> None:
    assert seen(LETTER + text + "\n").cited == cited


def test_a_whole_letter_run_together_is_parted() -> None:
    line = ("甲省人民政府关于印发甲省停车规划的通知甲政发〔2016〕31号各市、县人民政府，省政府各部门：现将《甲省停车规划》印发给你们，请认真贯彻执行。甲省人民政府"
            "2016年5月28日（此件公开发布）甲省停车规划为了加强停车管理，根据2015年6月1日起施行的有关规定，制定本规划。")  # fmt: skip
    found = seen(line)
    assert found.front == {
        "标题": "甲省人民政府关于印发甲省停车规划的通知", "发文机关": "甲省人民政府", "成文日期": "2016-05-28", "文号": "甲政发〔2016〕31号", "文种": "通知",
    }  # fmt: skip
    assert [block.text for block in found.body][:5] == [
        "各市、县人民政府，省政府各部门：", "现将《甲省停车规划》印发给你们，请认真贯彻执行。", "甲省人民政府", "2016年5月28日", "（此件公开发布）",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "head",
    [
        "甲区教育局\n甲教函〔2023〕8号\n甲区教育局关于入学的通知\n", "甲区教育局\n甲区住房和城乡建设局\n甲教函〔2023〕8号\n甲区教育局关于入学的通知\n",
        "甲区教育局文件\n甲教函〔2023〕8号\n甲区教育局\n关于入学的通知\n", "甲区教育局\n甲区教育局关于入学的通知\n甲教函〔2023〕8号\n",
        "甲区教育局\n关于入学的通知\n甲教函〔2023〕8号\n",
    ],
    ids=["letter", "joint letter", "letterhead", "no number between", "title in two lines"],
)
def test_the_organ_above_the_title_is_no_part_of_it(head: str) -> None:
    found = seen(head + "各学校：\n现将有关事项通知如下，请认真贯彻执行。\n甲区教育局\n2023年5月4日\n")
    assert (found.front["标题"], found.front["文号"]) == ("甲区教育局关于入学的通知", "甲教函〔2023〕8号")
    assert found.body[0].text == "各学校："
