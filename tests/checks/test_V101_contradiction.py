"""Rule V101: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy


def test_repealed_lapsed_not_yet_and_amended(column: Callable[..., Column]) -> None:
    found = column({
        "policies/new.md": policy("甲政发〔2024〕1号", issued="2024-01-02", more="废止: 甲政发〔2019〕3号\n修改: old2\n"),
        "policies/old1.md": policy("甲政发〔2019〕3号", issued="2019-01-01"),
        "policies/old2.md": policy("甲政发〔2019〕4号", issued="2019-01-01"),
        "policies/over.md": policy("甲政发〔2019〕5号", issued="2019-01-01", more="有效期至: 2024-12-31\n"),
        "policies/soon.md": policy("甲政发〔2026〕5号", issued="2026-11-01", more="施行日期: 2027-01-01\n"),
        "policies/since.md": policy("甲政发〔2026〕6号", issued="2026-11-01", validity="尚未施行", more="施行日期: 2026-11-10\n"),
    })
    assert found.lines("V101") == [
        "policies/old1.md:6: 错误 V101 有效性写的是“有效”，但本文件被甲政发〔2024〕1号废止（2024-01-02起），见 policies/new.md"
        "(应为“废止”；若本文件没有错，改那一份)",
        "policies/old2.md:6: 错误 V101 有效性写的是“有效”，但本文件经甲政发〔2024〕1号修改（2024-01-02起），见 policies/new.md"
        "(应为“已修改”；若本文件没有错，改那一份)",
        "policies/over.md:6: 错误 V101 有效性写的是“有效”，但本文件有效期至2024-12-31(应为“失效”，或更正日期)",
        "policies/since.md:6: 错误 V101 有效性写的是“尚未施行”，但本文件自2026-11-10起施行(应为“有效”，或更正日期)",
        "policies/soon.md:6: 错误 V101 有效性写的是“有效”，但本文件自2027-01-01起施行(应为“尚未施行”，或更正日期)",
    ]


def test_what_is_written_may_say_more_than_the_evidence(column: Callable[..., Column]) -> None:
    files = {f"policies/p{i}.md": policy(f"甲政发〔2019〕{i}号", issued="2019-01-01", validity=word)
             for i, word in enumerate(("有效", "已修改", "部分失效", "废止", "失效", "待核"), 1)}
    assert column(files).lines("V101") == []
