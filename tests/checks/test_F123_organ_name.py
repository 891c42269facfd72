"""Rule F123: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.conftest import Column, interpretation, policy

SETTINGS = "名称: 甲\n机关: [云麓区人民政府, 云麓区人民政府办公室, 云麓区住房和城乡建设局, 云麓区教育局]\n"


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("云麓区住房与城乡建设局", "云麓区住房和城乡建设局"), ("云麓区政府", "云麓区人民政府"),
        ("云麓区人民政府办公厅", "云麓区人民政府办公室"), ("区教育局", "云麓区教育局"),
    ],
)  # fmt: skip
def test_a_name_that_is_nearly_one_of_the_site_s(column: Callable[..., Column], name: str, right: str) -> None:
    assert column({"policies/p.md": policy().replace("甲区人民政府", name)}, SETTINGS).lines("F123") == [
        f"policies/p.md:4: 警告 F123 发文机关“{name}”与登记的机关名称不一致(应为“{right}”)"
    ]


@pytest.mark.parametrize("name", ["云麓区教育局", "云麓区体育局", "国务院", "澄川市人民政府", "云麓区人民政府云麓街道办事处"])
def test_other_organs(column: Callable[..., Column], name: str) -> None:
    assert column({"policies/p.md": policy().replace("甲区人民政府", name)}, SETTINGS).lines("F123") == []


def test_who_explains_is_an_organ_too(column: Callable[..., Column]) -> None:
    found = column({"policies/p.md": policy(), "interpretations/i.md": interpretation(more="解读机关: 区教育局\n")}, SETTINGS)
    assert found.lines("F123") == ["interpretations/i.md:6: 警告 F123 解读机关“区教育局”与登记的机关名称不一致(应为“云麓区教育局”)"]
