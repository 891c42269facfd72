"""A front-matter field describes itself: key, form, whether it is required, whether the info box shows it, help.

The form of `new`, the info box, the unknown-key hint, the JSON Schema and the documentation come from these statements.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any


class Form(Enum):
    """The forms that a value may have; `reading.values` has one reader for each. The value says it to editors."""

    TEXT = "一行文字"
    DATE = "日期，如 2020-08-14"
    MOMENT = "日期，可带时分，如 2020-08-14 09:30"
    NUMBER = "文号，如 温鹿政办〔2020〕35号"
    UNIFIED = "统一编号，如 ZJHC00-2020-0001"
    VALIDITY = "有效、尚未施行、已修改、部分失效、废止、失效、待核之一"
    TOPIC = r"主题分类，如 综合政务\政务公开"
    WORDS = "一个词或一列词"
    REFERENCES = "一列文号、文件名（不带 .md）或路径"
    ATTACHMENTS = "一列附件，如 biao.docx 申请表"
    EXPLAINED_BY = "文字、图解、问答、音频、视频、动漫、发布会、专家、媒体之一"
    STAGE = "草案、同步、施行后之一"
    CLEANING = "一列“文号 结论”，结论是 继续有效、修改、拟修改、废止、失效（宣布失效）、期满失效"
    CORRECTIONS = "一列“日期 改了什么”，如 2026-03-05 第三条的“5日”更正为“15日”"
    PAGE_KIND = "指南、年报、事项目录、问答等页面类型之一，见栏目数据"
    TICKED = "■勾选的 □没勾选的，或一列词"
    ITEMS = "一项或几项法定事项，如 20-7"
    YES_NO = "true 或 false"
    INTEGER = "整数"
    YEAR = "年份，如 2025"


@dataclass(frozen=True, slots=True)
class Field:
    """One key of the front matter: `attribute` of the dataclass that holds it, label in the info box or "" ."""

    attribute: str
    key: str
    form: Form
    required: bool
    help: str
    box: str


def field(key: str, form: Form, help: str, *, required: bool = False, box: str = "", default: Any = None) -> Any:
    """Declare a front-matter field of a document dataclass; `box` is its label in the info box."""
    if form in (Form.WORDS, Form.ITEMS, Form.TICKED, Form.REFERENCES, Form.ATTACHMENTS, Form.CLEANING,
                Form.CORRECTIONS):  # fmt: skip
        default = ()
    if default is None and form in (Form.TEXT, Form.TOPIC, Form.UNIFIED, Form.EXPLAINED_BY, Form.STAGE, Form.PAGE_KIND):
        default = ""
    metadata = {"key": key, "form": form, "required": required, "help": help, "box": box}
    return dataclasses.field(default=default, metadata=metadata)


def fields_of(document_class: type) -> tuple[Field, ...]:
    """The front-matter fields of a document class, in the order of their statements."""
    return tuple(fields_by_key(document_class).values())


def fields_by_key(document_class: type) -> dict[str, Field]:
    """The same by Chinese key."""
    return _fields(document_class)


@cache
def _fields(document_class: type) -> dict[str, Field]:
    return {
        f.metadata["key"]: Field(
            f.name, f.metadata["key"], f.metadata["form"], f.metadata["required"], f.metadata["help"], f.metadata["box"]
        )
        for f in dataclasses.fields(document_class)
        if "key" in f.metadata
    }
