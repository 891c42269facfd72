"""Rule L101: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, interpretation, policy


def test_every_kind_of_reference(column: Callable[..., Column]) -> None:
    settings = "名称: 甲\n机关: [{名称: 甲区人民政府, 代字: [甲政发]}]\n"
    found = column({
        "policies/laojiu-gaizao.md": policy(more="解读链接: jd-laojiu\n依据:\n  - 国办发〔2020〕23号\n  - 《某条例》\n  - 甲政发〔1999〕1号\n"),
        "interpretations/i.md": interpretation("laojiu-gaizhao"),
    }, settings)
    assert found.lines("L101") == [
        "interpretations/i.md:3: 错误 L101 解读对象“laojiu-gaizhao”不在本栏目(是不是“laojiu-gaizao”)",
        "policies/laojiu-gaizao.md:7: 错误 L101 解读链接“jd-laojiu”不在本栏目(把那篇解读放进 interpretations/，或改成它的文件名)",
        "policies/laojiu-gaizao.md:11: 错误 L101 依据“甲政发〔1999〕1号”不在本栏目(把那份文件放进 policies/，或改成它的文件名或文号)",
    ]


def test_all_spellings_of_a_sound_reference(column: Callable[..., Column]) -> None:
    for name in ("p", "p.md", "policies/2023/p.md", "../policies/2023/p.md", "甲政发〔2023〕7号", "甲政发[2023]7号", "《关于改造旧小区的通知》"):
        found = column({"policies/2023/p.md": policy(), "interpretations/i.md": interpretation(name)})
        assert found.lines("L101") == [], name
        assert found.links.explains == {"i": ("p",)}, name
