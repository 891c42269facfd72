"""A recognised document as a source file: front matter with `# 请核对` where an editor must look, then the text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from gongkai.importing.blocks import Doubt
from gongkai.importing.headings import levels_of
from gongkai.importing.markdown import body_of
from gongkai.importing.recognising import Recognised, Value
from gongkai.model.documents import Document, Interpretation, Page, Policy
from gongkai.model.fields import Form, fields_of

CLASSES: dict[str, type[Document]] = {"policy": Policy, "interpretation": Interpretation, "other": Page}
"""The class of document that each kind becomes."""
_OTHER_NAMES = {"other": {"发文机关": "发布机关"}}
_NOT_TOLD = frozenset(("来源", "文种", "概述", "关键词", "公开方式", "公开时限", "公开依据"))
_PLAIN = re.compile(r"^[\w\u3400-\u9fff〔（《“][^#:\n]*$")
_NOT_PLAIN = re.compile(r"^(?:true|false|yes|no|on|off|null|~|是|否|[-+.\d]+)$|\s$|^[-?]\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Written:
    """A source file's text, and the front matter in it."""

    text: str
    front: Mapping[str, Value]
    doubts: tuple[Doubt, ...]


def written(recognised: Recognised, pictures: Mapping[str, str]) -> Written:
    """The source file of a document. `pictures` gives the file of each picture beside it.

    Keys that the kind has no place for, and required ones that the source does not say, become remarks.
    """
    renamed = {_OTHER_NAMES.get(recognised.kind, {}).get(key, key): value for key, value in recognised.front.items()}
    fields = {field.key: field for field in fields_of(CLASSES[recognised.kind])}
    front = {key: renamed[key] for key in fields if key in renamed}
    doubts = list(recognised.doubts)
    for key, value in renamed.items():
        if key not in fields and key not in _NOT_TOLD:
            doubts.append(Doubt(key, f"原文写有“{value if isinstance(value, str) else '、'.join(value)}”，{CLASSES[recognised.kind].KIND_WORD}没有这一项"))
    for key, field in fields.items():
        if field.required and key not in front and not any(doubt.key == key for doubt in doubts):
            doubts.append(Doubt(key, "原文里没有，这一项必填" + _suggestion(key, front)))
    lines = ["---"]
    said: set[int] = set()
    for key, value in front.items():
        why = [(number, doubt.why) for number, doubt in enumerate(doubts) if doubt.key == key]
        said.update(number for number, _ in why)
        remark = "；".join(_one_line(words) for _, words in why)
        if isinstance(value, str) and fields[key].form not in (Form.REFERENCES, Form.ATTACHMENTS):
            lines.append(f"{key}: {scalar(value)}" + (f"  # 请核对：{remark}" if remark else ""))
            continue
        if remark:
            lines.append(f"# 请核对 {key}：{remark}")
        lines += [f"{key}:", *(f"  - {scalar(item)}" for item in ([value] if isinstance(value, str) else value))]
    lines += [f"# 请核对 {d.key}：{_one_line(d.why)}" for number, d in enumerate(doubts) if number not in said]
    lines.append("---")
    title = front.get("标题", "")
    body = body_of(recognised.body, levels_of(recognised.body, title if isinstance(title, str) else ""), pictures)
    return Written("\n".join(lines) + "\n\n" + body, front, tuple(doubts))


def scalar(text: str) -> str:
    """A value as YAML: as it is where nothing in it means anything, else in single quotes."""
    text = _one_line(text)
    if _PLAIN.match(text) and not _NOT_PLAIN.search(text) and " #" not in text:
        return text
    if re.match(r"^\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?$", text):
        return text
    return "'" + text.replace("'", "''") + "'"


def _suggestion(key: str, front: Mapping[str, Value]) -> str:
    if key == "发文日期" and front.get("成文日期"):
        return f"；成文日期是 {front['成文日期']}"
    return ""


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
