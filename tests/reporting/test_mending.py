"""Mends: the findings go, no other line is touched, and doing it again changes nothing."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.checks import rules
from gongkai.model.documents import Policy
from gongkai.model.problems import Mend, Misreading, Place
from gongkai.model.settings import Settings
from gongkai.reading.decoding import decode
from gongkai.reading.front_matter import read_front_matter, split
from gongkai.reporting.mending import Mended, mend_file
from tests.conftest import Column, interpretation, policy

PATH = "policies/p.md"
SETTINGS = Settings(key_aliases={"政策文件": {"解读链接": ("解读", "解读链接")}})


def mends_of(content: bytes) -> list[Mend]:
    text, found = decode(content)
    block, line, _, _, odd = split(text or "")
    _, more = read_front_matter(block, line, Policy, Settings())
    misread: list[Misreading] = [*found, *odd, *more]
    return [Mend(Place(PATH, m.line), m.mend[1], m.mend[0]) for m in misread if m.mend]


def mended(content: bytes) -> Mended:
    return mend_file(PATH, content, mends_of(content), Settings())


LINES = {
    "brackets": ("文号: 甲政发[2023]7号", "文号: 甲政发〔2023〕7号"),
    "full-width digits, a comment": ("文号: 甲政发〔２０２３〕７号  # 原件", "文号: 甲政发〔2023〕7号  # 原件"),
    "quoted": ("文号: \"甲政发（2023）007号\"", "文号: \"甲政发〔2023〕7号\""),
    "a date in 汉字": ("发文日期: 2023年5月30日", "发文日期: 2023-05-30"),
    "a quoted date": ("发文日期: '2023/5/30' # 印发", "发文日期: '2023-05-30' # 印发"),
    "a full-width colon": ("标题：关于甲：乙的通知", "标题: 关于甲：乙的通知"),
    "no blank": ("标题:关于甲的通知", "标题: 关于甲的通知"),
    "colon and date on one line": ("发文日期：2023.5.30", "发文日期: 2023-05-30"),
    "a tab behind a colon": ("发文日期：\t2023.5.30", "发文日期: 2023-05-30"),
    "a topic": ("主题分类: 综合政务/政务公开", "主题分类: 综合政务\\政务公开"),
    "a 统一编号": ("统一编号: zjhc00-2020-0001", "统一编号: ZJHC00-2020-0001"),
    "sound": ("标题: 甲", "标题: 甲"),
}


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("case", LINES)
def test_a_line(case: str, end: str) -> None:
    before, after = LINES[case]
    head = ["\ufeff---", "发文机关: 甲 # 注"]
    rest = ["---", "正文　2023年5月30日 甲政发[2023]7号 ", ""]
    result = mended(end.join([*head, before, *rest]).encode("utf-8"))
    assert result.content.decode("utf-8") == end.join([*head, after, *rest])
    assert result.refused == ()
    assert mended(result.content).content == result.content


@pytest.mark.parametrize("line", ['主题分类: "综合政务/政务公开"', "废止: [甲政发[2020]1号]", "标题: 甲"])
def test_what_is_not_beyond_doubt_is_left_alone(line: str) -> None:
    content = f"---\n{line}\n---\n正文\n".encode()
    assert mended(content).content == content


def test_words_that_are_not_there_just_once_are_left_alone() -> None:
    content = "---\n标题: 甲\n---\n甲乙甲\n".encode()
    twice = Mend(Place(PATH, 4), "丙", "甲乙甲乙")
    assert mend_file(PATH, content, [twice, Mend(Place(PATH, 9), "丙", "甲")], SETTINGS).content == content
    assert mend_file(PATH, content, [Mend(Place(PATH, 4), "丙", "乙")], SETTINGS).content == content.replace("乙".encode(), "丙".encode())
    gb = "---\n标题: 甲乙\n---\n".encode("gb18030")
    assert mend_file(PATH, gb, [Mend(Place(PATH, 2), "丙", "乙")], SETTINGS).content == gb
    assert mend_file("site.yaml", content, [Mend(Place("site.yaml", 4), "丙", "乙")], SETTINGS).refused


VALUES = {
    "no such key": ("标题: 甲", "标题: 甲\n解读链接: jd"),
    "an empty key": ("解读链接:   # 待补", "解读链接: jd   # 待补"),
    "a single value": ("解读链接: a # 注", "解读链接: a、jd # 注"),
    "a quoted value": ('解读链接: "a"', '解读链接: "a、jd"'),
    "several in a line": ("解读链接: a、b", "解读链接: a、b、jd"),
    "a flow list": ("解读链接: [a, b] # 注", "解读链接: [a, b, jd] # 注"),
    "an empty flow list": ("解读链接: []", "解读链接: [jd]"),
    "a block list": ("解读链接:\n  - a\n  -  b # 注\n标题: 甲", "解读链接:\n  - a\n  -  b # 注\n  -  jd\n标题: 甲"),
    "the site's own name for the key": ("解读: a", "解读: a、jd"),
}


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("case", VALUES)
def test_a_value_joins_a_key(case: str, end: str) -> None:
    before, after = (f"---\n{part}\n---\n正文\n".replace("\n", end).encode() for part in VALUES[case])
    result = mend_file(PATH, before, [Mend(Place(PATH), "jd", key="解读链接")], SETTINGS)
    assert result.content == after
    assert len(result.made) == 1


def test_the_missing_sides_of_two_interpretations(column: Callable[..., Column]) -> None:
    files = {PATH: policy(), "interpretations/i.md": interpretation(), "interpretations/j.md": interpretation(title="图解")}
    found = column(files)
    mends = [p.mend for p in found.problems if p.id == "L102" and p.mend]
    result = mend_file(PATH, files[PATH].encode(), mends, Settings())
    assert "\n有效性: 有效\n解读链接: i、j\n---\n" in result.content.decode()
    assert column({PATH: result.content}).lines("L102") == []


def test_the_side_of_an_interpretation(column: Callable[..., Column]) -> None:
    source = interpretation().replace("解读对象: p\n", "")
    found = column({PATH: policy(more="解读链接: i\n"), "interpretations/i.md": source})
    mend = next(p.mend for p in found.problems if p.id == "L102")
    assert mend
    assert b"\n\xe8\xa7\xa3\xe8\xaf\xbb\xe5\xaf\xb9\xe8\xb1\xa1: p\n---" in mend_file("interpretations/i.md", source.encode(), [mend], Settings()).content


def test_the_rules_that_say_so_are_those_that_mend(column: Callable[..., Column]) -> None:
    lines = "\n".join(before for before, _ in LINES.values())
    files = {PATH: f"---\n{lines}\n---\n正文\n", "policies/q.md": policy("甲政发[2023]7号", more="解读链接: i\n"),
             "interpretations/i.md": interpretation().replace("解读对象: p\n", "")}  # fmt: skip
    mending = {problem.id for problem in column(files).problems if problem.mend}
    assert mending == {rule.id for rule in rules() if rule.mends}


SOUND = ["发文机关: 甲区人民政府", "文种: '通知'", "关键词: [甲, 乙]", "概述: |", "  一：二", "# 注释"]
KEYS = st.lists(st.sampled_from([*(pair[0] for pair in LINES.values()), *SOUND]), max_size=8, unique_by=lambda line: re.split("[:：]", line)[0])


@given(lines=KEYS, end=st.sampled_from(["\n", "\r\n", "\r"]), mark=st.sampled_from(["", "\ufeff"]), body=st.text(alphabet="甲[]〔〕2号：:\t\n- ", max_size=30))
def test_findings_go_and_nothing_else_changes(lines: list[str], end: str, mark: str, body: str) -> None:
    source = (mark + "\n".join(["---", *lines, "---", body])).replace("\n", end)
    content = source.encode("utf-8")
    wanted = mends_of(content)
    result = mend_file(PATH, content, wanted, Settings())
    again = mends_of(result.content)
    assert {m.place.line for m in again} <= {m.place.line for m in result.refused}
    before, after = (re.split("(\r\n|\r|\n)", text.decode("utf-8")) for text in (content, result.content))
    assert len(before) == len(after)
    touched = {2 * (mend.place.line - 1) for mend in wanted}
    assert [part for i, part in enumerate(before) if i not in touched] == [part for i, part in enumerate(after) if i not in touched]
    assert mend_file(PATH, result.content, again, Settings()).content == result.content
