"""Rule L107: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy

BODY = """## 一、总体要求

第十二条　甲。

[好](../q.md#二细则) [好](a.csv) [好](#一总体要求) [好](#第十二条) [好](https://www.gov.cn/) [好](../../search.html?q=甲)

[坏](none.md) [坏](#没有)
[坏](../../../etc/passwd) ![坏](https://x.cn/a.png) [坏](q.md)
"""


def test_every_kind_of_target(column: Callable[..., Column]) -> None:
    found = column({
        "policies/2023/p.md": policy(body=BODY), "policies/2023/a.csv": "x",
        "policies/q.md": policy("甲政发〔2023〕8号", body="## 二、细则\n"),
    })
    mend = "(改成对的路径，或删去)"
    assert found.lines("L107") == [
        f"policies/2023/p.md:15: 错误 L107 链接“#没有”打不开：那里没有锚点“没有”{mend}",
        f"policies/2023/p.md:15: 错误 L107 链接“none.md”打不开：没有这个文件{mend}",
        f"policies/2023/p.md:16: 错误 L107 图片“https://x.cn/a.png”打不开：图片在别的网站上，离线时看不到；把图片放到本文件旁边{mend}",
        f"policies/2023/p.md:16: 错误 L107 链接“../../../etc/passwd”打不开：地址出了站点的目录{mend}",
        f"policies/2023/p.md:16: 错误 L107 链接“q.md”打不开：没有这个文件{mend}",
    ]


def test_an_article_is_named_as_the_editor_did(column: Callable[..., Column]) -> None:
    body = "见[坏](#第九条)和[好](#第一条)。\n\n第一条　甲。"
    assert column({"policies/p.md": policy(body=body)}).lines("L107") == [
        "policies/p.md:9: 错误 L107 链接“#第九条”打不开：那里没有“第九条”(改成对的路径，或删去)"
    ]


def test_a_draft_is_no_target(column: Callable[..., Column]) -> None:
    found = column({"policies/p.md": policy(body="[坏](q.md)"), "policies/q.md": policy("甲政发〔2023〕8号", title="草稿一", more="草稿: true\n")})
    assert found.lines("L107") == [
        "policies/p.md:9: 错误 L107 链接“q.md”打不开：“草稿一”没有公开（草稿、未到发布日或已下架）(改成对的路径，或删去)"
    ]


def test_names_that_mean_something_else_in_an_address(column: Callable[..., Column]) -> None:
    found = column({"policies/p.md": policy(body="[坏](C%23手册.pdf) [坏](%68ttp://x.cn/)"), "policies/C#手册.pdf": "x"})
    assert found.lines("L107") == [
        "policies/p.md:9: 错误 L107 链接“C#手册.pdf”打不开：文件名里有“#”“?”或“%”，不能用作网址；给它改个名(改成对的路径，或删去)",
        "policies/p.md:9: 错误 L107 链接“http://x.cn/”打不开：“http:”开头的地址不能用(改成对的路径，或删去)",
    ]
