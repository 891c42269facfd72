"""From one Markdown file to a Policy, an Interpretation or a Page, and its texts; or to Unread, with the reason."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from posixpath import splitext

from gongkai.model.body import Body
from gongkai.model.documents import Document, Interpretation, Page, Policy, Unread
from gongkai.model.file_names import is_device, is_safe, is_too_long
from gongkai.model.problems import Misreading, Remark
from gongkai.model.settings import Settings
from gongkai.model.source_text import SourceText
from gongkai.reading.body import read_body
from gongkai.reading.cleaning import stated_counts
from gongkai.reading.comments import (
    Comment,
    comments_in_front_matter,
    take_comments,
    waivers_in_front_matter,
    waivers_in_text,
)
from gongkai.reading.decoding import decode
from gongkai.reading.front_matter import read_front_matter, split
from gongkai.reading.sources import TOPS
from gongkai.reading.spool import SpoolWriter

FOLDERS: dict[str, type[Document]] = dict(zip(TOPS, (Policy, Interpretation, Page), strict=True))
"""The class of the documents in each of the folders of sources."""

Examiner = Callable[[SourceText], tuple[Remark, ...]]
"""What the rules have to say about a text; given by those who know the rules."""



def read_document(
    path: str, raw: bytes, settings: Settings, spool: SpoolWriter, examine: Examiner
) -> Document | Unread:
    """Read one source. `path` is relative to the site with `/`. Never raises for what an editor wrote.

    The rules examine the text here because it is not kept in memory.
    """
    document_class = FOLDERS[path.split("/", 1)[0]]
    text, misreadings = decode(raw)
    if text is None:
        return Unread(path, tuple(misreadings))
    block, block_line, rest, first_line, odd = split(text)
    misreadings += odd
    if first_line == 1:
        return Unread(path, tuple(misreadings))
    values, found = read_front_matter(block, block_line, document_class, settings)
    misreadings += found
    if values is None:
        return Unread(path, tuple(misreadings))
    slug, url = address_of(path)
    misreadings += _name_faults(slug)
    shown, comments, found = take_comments(rest, first_line)
    misreadings += found
    head_comments = comments_in_front_matter(block, block_line)
    waivers = waivers_in_front_matter(head_comments, path)
    waivers += waivers_in_text(comments, path, shown, first_line)
    read = read_body(shown, first_line)
    misreadings += read.misreadings
    if values.get("cleaning") or values.get("cleaning_list"):
        values["stated_counts"] = stated_counts(shown, first_line)
    stored = spool.keep((read.html, read.text, read.outline))
    body = Body(read.headings, read.anchors, read.links, read.citations, stored, len(read.text), first_line)
    document = document_class(
        path=path, slug=slug, url=url, body=body, misreadings=tuple(misreadings), waivers=waivers, **values
    )
    head = _without(head_comments, text[: len(text) - len(rest)])
    remarks = examine(SourceText(path, head + shown, len(head), document, read.text))
    return dataclasses.replace(document, remarks=remarks) if remarks else document


def _without(comments: tuple[Comment, ...], head: str) -> str:
    """The front matter without what its comments say: a waiver may quote the word that it waives."""
    if not comments:
        return head
    lines = head.split("\n")
    for comment in comments:
        lines[comment.first - 1] = lines[comment.first - 1].removesuffix(comment.text)
    return "\n".join(lines)


def address_of(path: str) -> tuple[str, str]:
    """Slug and address: a policy's is its file name wherever it lies, a page's is its path below content/."""
    folder, _, below = splitext(path)[0].partition("/")
    if FOLDERS[folder] is Page:
        return below, f"{below}.html"
    slug = below.rpartition("/")[2]
    return slug, f"{folder}/{slug}.html"


def _name_faults(slug: str) -> list[Misreading]:
    faults = []
    for part in slug.split("/"):
        if not is_safe(part):
            faults.append(Misreading("name", 1, f"文件名“{part}”里有空格或不宜用于网址的字符", "用字母、数字、汉字、“-”和“_”"))
        elif is_device(part):
            faults.append(Misreading("name", 1, f"文件名“{part}”在 Windows 上不能用", "换一个名字"))
        elif is_too_long(part):
            faults.append(Misreading("name", 1, f"文件名有 {len(part)} 个字，太长", "汉字不超过 80 个"))
    return faults
