"""Rule F124: what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.conftest import Column, interpretation, policy


@pytest.mark.parametrize(
    ("title", "message"),
    [
        ("关于改造的通知。", "标题末尾有标点“。”(应为“关于改造的通知”)"),
        ("关于改造的通知.docx", "标题带着文件的扩展名“.docx”(应为“关于改造的通知”)"),
        ("新建文档 1", "“新建文档 1”不像标题(写文件的完整标题)"),
        ("甲政发〔2023〕7号 关于改造的通知", "标题里写了文号“甲政发〔2023〕7号”(文号写在“文号”里，标题里删去)"),
        ("关于改造的通知（甲政发〔2023〕7号）", "标题里写了文号“甲政发〔2023〕7号”(文号写在“文号”里，标题里删去)"),
    ],
)
def test_a_title_that_is_not_clean(column: Callable[..., Column], title: str, message: str) -> None:
    assert column({"policies/p.md": policy(title=title)}).lines("F124") == [f"policies/p.md:2: 警告 F124 {message}"]


@pytest.mark.parametrize(
    "title",
    [
        "甲区教育局 甲区民政局关于配套的通知", "关于废止甲政发〔2023〕5号文件的通知", "关于加装电梯的通知（试行）", "测试仪器管理办法",
        "最高人民法院关于适用《民法典》的解释（一）",
    ],
)  # fmt: skip
def test_titles_that_are_right(column: Callable[..., Column], title: str) -> None:
    assert column({"policies/p.md": policy(title=title)}).lines("F124") == []


def test_interpretations_may_name_the_number(column: Callable[..., Column]) -> None:
    files = {"policies/p.md": policy(), "interpretations/i.md": interpretation(title="《甲办法》解读（甲政发〔2023〕7号）")}
    assert column(files).lines("F124") == []
