"""文号: every spelling outside, one form inside."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.model.chinese_numerals import number_of
from gongkai.model.document_number import DocumentNumber, read_number

CASES = {
    "国办发〔2019〕54号": ("国办发〔2019〕54号", ()),
    "国办发[2019]54号": ("国办发〔2019〕54号", ("须用六角括号",)),
    "国办发［2019］54号": ("国办发〔2019〕54号", ("须用六角括号",)),
    "国办发（２０１９）５４号": ("国办发〔2019〕54号", ("含有全角数字或字母", "须用六角括号")),
    "国办发【2019】54号": ("国办发〔2019〕54号", ("须用六角括号",)),
    "国办发﹝2019﹞54号": ("国办发〔2019〕54号", ("须用六角括号",)),
    "国办发(2019〕54号": ("国办发〔2019〕54号", ("须用六角括号",)),
    "国办发 〔2019〕 54 号": ("国办发〔2019〕54号", ("含有空格",)),
    "国办发〔2019〕第054号": ("国办发〔2019〕54号", ("序号前不加“第”", "序号不编虚位")),
    "国办发〔2019〕54": ("国办发〔2019〕54号", ("缺少“号”字",)),
    "发文字号：\u200b国办发〔2019〕54号": ("国办发〔2019〕54号", ("含有不可见字符", "不写“文号：”字样")),
    "国务院令第365号": ("国务院令第365号", ()),
    "国务院第365号令": ("国务院令第365号", ("须写作“令第365号”",)),
    "国务院365号令": ("国务院令第365号", ("须写作“令第365号”",)),
    "甲区人民政府三号令": ("甲区人民政府令第3号", ("须写作“令第3号”",)),
    "主席令第七十三号": ("主席令第73号", ()),
    "上海市人民政府令2018年第8号": ("上海市人民政府令2018年第8号", ()),
    "海关总署公告2019年第1号": ("海关总署公告2019年第1号", ()),
    "省政府令 第101号": ("省政府令第101号", ("含有空格",)),
}
REFUSED = {
    "365号令": "缺少令的机关名称",
    "": "是空的",
    "〔2019〕54号": "缺少机关代字",
    "国办发〔19〕54号": "年份“19”不是四位年份",
    "国办发〔2019〕0号": "序号不能是0",
    "国办发〔2019 54号": "括号不成对",
    "国办发〔2019〕54号〔〕": "括号多于一对",
    "国办发〔2019〕号54": "“号”字写在了序号前面",
    "国办发201954号": "缺少括起年份的六角括号",
    "交通运输部2019年第45号": "没有写明是哪个机关的令还是公告",
    "关于印发办法的通知": "没有年份和序号",
    "令第5号": "缺少令的机关名称",
}


@pytest.mark.parametrize("text", CASES)
def test_read_with_its_deviations(text: str) -> None:
    read = read_number(text)
    assert (str(read.number), read.deviations) == CASES[text]


@pytest.mark.parametrize("text", REFUSED)
def test_refused_with_a_reason(text: str) -> None:
    assert (read_number(text).number, read_number(text).refusal) == (None, REFUSED[text])


@given(st.text(max_size=40))
def test_never_raises_and_says_either_number_or_reason(text: str) -> None:
    read = read_number(text)
    assert (read.number is None) == bool(read.refusal)


NUMBERS = st.builds(
    DocumentNumber,
    st.text("国办发函政浙温鹿民教", min_size=1, max_size=8),
    st.integers(1911, 2099),
    st.integers(1, 99999),
)


@given(NUMBERS, st.sampled_from(["〔〕", "[]", "［］", "()", "（）", "【】", "﹝﹞"]), st.sampled_from(["", "第", "0", "第00"]))
def test_every_spelling_comes_to_the_same_number(number: DocumentNumber, brackets: str, before: str) -> None:
    spelt = f" {number.issuer} {brackets[0]}{number.year}{brackets[1]} {before}{number.sequence}号"
    assert read_number(spelt).number == number
    assert read_number(str(number)).deviations == ()


@given(st.integers(1, 9999))
def test_chinese_numerals(number: int) -> None:
    digits = "零一二三四五六七八九"
    text, zero = "", False
    for unit, power in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit = number // power % 10
        if digit:
            text += ("零" if zero and text else "") + digits[digit] + unit
        zero = not digit
    assert number_of(text) == number
    assert number_of(text.replace("一十", "十")) in (number, number_of(text))


def test_numbers_of_eleven_government_sites(corpus: Path) -> None:
    with open(corpus / "extra" / "wenhao_raw.jsonl", encoding="utf-8") as lines:
        read = [read_number(json.loads(line)["raw"]) for line in lines]
    refusals = sorted(r.refusal for r in read if r.number is None)
    assert len(read) == 34434
    assert len(refusals) == 17, refusals
    assert all(read_number(str(r.number)).number == r.number for r in read if r.number)
