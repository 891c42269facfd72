"""Rule F008: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy


def test_names_that_are_no_address_or_that_windows_refuses(column: Callable[..., Column]) -> None:
    files = {"policies/35 号.md": policy(), "policies/con.md": policy("甲政发〔2023〕8号"), "policies/好-1.md": policy("甲政发〔2023〕9号")}
    assert column(files).lines("F008") == [
        "policies/35 号.md:1: 错误 F008 文件名“35 号”里有空格或不宜用于网址的字符(用字母、数字、汉字、“-”和“_”)",
        "policies/con.md:1: 错误 F008 文件名“con”在 Windows 上不能用(换一个名字)",
    ]


def test_a_symbolic_link_is_not_followed(column: Callable[..., Column], tmp_path: object) -> None:
    found = column({"policies/p.md": policy()})
    (found.folder / "policies" / "link.md").symlink_to("p.md")
    assert column({"policies/p.md": policy()}).lines("F008") == ["policies/link.md:1: 错误 F008 是符号链接，没有读(放文件本身)"]


def test_a_name_whose_page_could_not_be_written(column: Callable[..., Column]) -> None:
    files = {f"policies/{'字' * 80}.md": policy(), f"policies/{'字' * 81}.md": policy("甲政发〔2023〕8号")}
    assert column(files).lines("F008") == [f"policies/{'字' * 81}.md:1: 错误 F008 文件名有 81 个字，太长(汉字不超过 80 个)"]
