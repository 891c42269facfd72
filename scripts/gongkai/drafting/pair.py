"""The two files of a new policy and its interpretation, each naming the other; drafts until an editor takes the mark away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from gongkai.importing.titles import genre_of
from gongkai.importing.writing import scalar
from gongkai.model.document_number import DocumentNumber
from gongkai.model.documents import Document, Interpretation, Policy
from gongkai.model.fields import Form, fields_of
from gongkai.model.file_names import is_device, is_safe, is_too_long
from gongkai.model.problems import CannotBuild
from gongkai.rendering.pinyin import initial

Value = str | list[str]


@dataclass(frozen=True, slots=True)
class Draft:
    """A file that is to be: where (relative to the site, with `/`) and what stands in it."""

    path: str
    text: str


def slug_of(number: DocumentNumber | None, day: date) -> str:
    """A file name from the 文号: the sounds of the 机关代字, year, sequence (`ylzf-2024-5`); from the day where there is none."""
    if not number:
        return f"{day.isoformat()}"
    sounds = "".join(initial(character) for character in number.issuer if initial(character).isalpha() and initial(character).isascii())
    return "-".join(part for part in (sounds.lower(), str(number.year or ""), str(number.sequence)) if part)


def policy_draft(slug: str, values: dict[str, Value], interpretation: str) -> Draft:
    """A policy with the given values by key; `interpretation` is the slug of the file that explains it, "" for none."""
    title, organ = str(values["标题"]), values["发文机关"]
    names = [organ] if isinstance(organ, str) else organ
    front: dict[str, Value] = {**values, "草稿": "true"}
    if genre := genre_of(title):
        front.setdefault("文种", genre)
    if interpretation:
        front["解读链接"] = [interpretation]
    day = date.fromisoformat(str(values["发文日期"]))
    body = ["（主送机关）：", "（正文）", *names, f"{day.year}年{day.month}月{day.day}日", "（此件公开发布）"]
    return Draft(f"policies/{day.year}/{slug}.md", _text(Policy, front, body))


def interpretation_draft(slug: str, values: dict[str, Value]) -> Draft:
    """An interpretation with the given values by key, with the headings that interpretations have (standards §5.3)."""
    parts = ["制定背景", "主要内容", "适用对象", "注意事项", "新旧政策差异"]
    body = [line for part in parts for line in (f"## {part}", "（待写）")]
    return Draft(f"interpretations/{slug}.md", _text(Interpretation, {**values, "草稿": "true"}, body))


def write(folder: Path, drafts: list[Draft]) -> list[Path]:
    """Write all drafts, or none where one of the files exists; return where."""
    targets = [folder / draft.path for draft in drafts]
    for target in targets:
        if target.exists():
            raise CannotBuild(f"已经有“{target}”了，没有动它。用 --slug 另取一个文件名。")
    for target, draft in zip(targets, drafts, strict=True):
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(draft.text)
    return targets


def checked_slug(slug: str) -> str:
    """The slug, or CannotBuild where it would not do as a file name and address."""
    if not is_safe(slug) or slug.endswith(".md"):
        raise CannotBuild(f"“{slug}”不能作文件名：用字母、数字、汉字、“-”和“_”，不写 .md。")
    if is_device(slug):
        raise CannotBuild(f"文件名“{slug}”在 Windows 上不能用，换一个。")
    if is_too_long(f"jd-{slug}"):
        raise CannotBuild(f"文件名有 {len(slug)} 个字，太长。")
    return slug


def _text(document_class: type[Document], front: dict[str, Value], body: list[str]) -> str:
    lines = ["---"]
    for field in fields_of(document_class):
        value = front.get(field.key)
        if not value:
            continue
        if isinstance(value, str) and field.form not in (Form.REFERENCES, Form.ATTACHMENTS):
            lines.append(f"{field.key}: {value if field.form is Form.YES_NO else scalar(value)}")
        else:
            lines += [f"{field.key}:", *(f"  - {scalar(item)}" for item in ([value] if isinstance(value, str) else value))]
    return "\n".join([*lines, "---", "", "\n\n".join(body), ""])
