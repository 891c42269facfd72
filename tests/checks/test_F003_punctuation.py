"""Rule F003: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy


def test_full_width_colon_missing_blank_tab_and_long_fence(column: Callable[..., Column]) -> None:
    source = "———\n标题：关于改造的通知\n文号:甲政发〔2023〕7号\n发文机关:\n\t- 甲区人民政府\n发文日期: 2023-05-30\n有效性: 有效\n---\n"
    found = column({"policies/p.md": source})
    assert found.lines("F003") == [
        "policies/p.md:1: 警告 F003 分隔线写作“———”(写三个半角连字符“---”)",
        "policies/p.md:2: 警告 F003 “标题”后面是全角冒号(“标题: ……”，半角冒号后空一格)",
        "policies/p.md:3: 警告 F003 “文号:”后面没有空格(“文号: ……”，半角冒号后空一格)",
        "policies/p.md:5: 警告 F003 有制表符(用空格)",
    ]
    read = found.site.policies[0]
    assert (read.title, str(read.number), read.organs) == ("关于改造的通知", "甲政发〔2023〕7号", ("甲区人民政府",))


def test_blanks_before_a_fence(column: Callable[..., Column]) -> None:
    found = column({"policies/p.md": "\u3000" + policy(), "policies/q.md": "\u2028" + policy("甲政发〔2023〕8号")})
    assert found.lines("F003") == [
        "policies/p.md:1: 警告 F003 分隔线“---”前面有空白(删去空白)",
        "policies/q.md:1: 警告 F003 分隔线“---”前面有空白(删去空白)",
    ]
    assert len(found.site.policies) == 2


def test_topic_separators(column: Callable[..., Column]) -> None:
    assert column({"policies/p.md": policy(more="主题分类: 综合政务/政务公开\n")}).lines("F003") == [
        "policies/p.md:7: 警告 F003 主题分类写作“综合政务/政务公开”(应为“综合政务\\政务公开”，一级和二级之间用“\\”)"
    ]
    assert column({"policies/p.md": policy(more="主题分类: 综合政务\\政务公开\n")}).lines("F003") == []


def test_the_sign_of_a_comment_in_quotes_is_none(column: Callable[..., Column]) -> None:
    found = column({"policies/p.md": policy(title="'关于 # 号井的通知'  # 请核对", more="概述: \"甲 # 乙\"\n")})
    assert found.lines("F003") == []
    assert (found.site.policies[0].title, found.site.policies[0].abstract) == ("关于 # 号井的通知", "甲 # 乙")


def test_quotes_inside_quotes(column: Callable[..., Column]) -> None:
    found = column({"policies/p.md": policy(title='"关于"甲"的通知"', more='概述: "没有关上\n')})
    assert found.lines("F003") == [
        "policies/p.md:2: 警告 F003 “标题”的值里引号不成对(值的外面不用加引号，里面用“ ”)",
        "policies/p.md:7: 警告 F003 “概述”的值里引号不成对(值的外面不用加引号，里面用“ ”)",
    ]
    read = found.site.policies[0]
    assert (read.title, read.abstract) == ('关于"甲"的通知', '"没有关上')
