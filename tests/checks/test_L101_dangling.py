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
        "policies/laojiu-gaizao.md:11: 错误 L101 依据“甲政发〔1999〕1号”不在本栏目(把那份文件放进 policies/，或改成它的文件名或文号；栏目以外的文件，写文号或《题名》)",
    ]


def test_all_spellings_of_a_sound_reference(column: Callable[..., Column]) -> None:
    for name in ("p", "p.md", "policies/2023/p.md", "../policies/2023/p.md", "甲政发〔2023〕7号", "甲政发[2023]7号", "《关于改造旧小区的通知》"):
        found = column({"policies/2023/p.md": policy(), "interpretations/i.md": interpretation(name)})
        assert found.lines("L101") == [], name
        assert found.links.explains == {"i": ("p",)}, name


def test_an_effect_written_the_natural_way(column: Callable[..., Column]) -> None:
    settings = "名称: 甲\n机关: [{名称: 甲区人民政府, 代字: [甲政发]}]\n"
    old = {"policies/old.md": policy("甲政发〔2018〕1号", title="甲办法", issued="2018-01-01", validity="废止"),
           "policies/old2.md": policy("甲政发〔2018〕2号", title="关于印发《乙办法》的通知", issued="2018-01-01", validity="废止")}
    for written in (
        "《甲办法》（甲政发〔2018〕1号）、甲政发〔2018〕2号", "甲政发〔2018〕1号（甲办法）；《关于印发〈乙办法〉的通知》",
        "[甲政发[2018]1号, 甲政发[2018]2号]", "\n  - 《甲办法》\n  - 《关于印发《乙办法》的通知》", "old，./old2.md",
    ):
        found = column({**old, "policies/p.md": policy(more=f"废止: {written}\n")}, settings)
        assert [str(p) for p in found.problems] == [], written
        assert found.links.standings["old"].state.value == "废止", written
        assert found.links.standings["old"].now.by == found.links.standings["old2"].now.by == "p", written


def test_an_effect_on_what_may_be_a_slip_is_never_passed_over(column: Callable[..., Column]) -> None:
    found = column({"policies/old.md": policy("甲政发〔2018〕1号", title="甲办法"), "policies/p.md": policy(more="废止: 甲办发\n")})
    assert found.lines("L101") == [
        "policies/p.md:7: 错误 L101 废止“甲办发”不在本栏目(把那份文件放进 policies/，或改成它的文件名或文号；栏目以外的文件，写文号或《题名》)"
    ]
