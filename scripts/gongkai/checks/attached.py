"""Rules look inside attachments: their texts are examined like a source's, and what is found stands where the file is named.

Only rules with IN_ATTACHMENTS do, those on privacy and secrecy: the wording of an annex is its author's.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from gongkai.checks.examining import TextExaminer
from gongkai.checks.L118_attachment_content import another_format
from gongkai.checks.named_files import NamedFile, named_files
from gongkai.linking.links import Links
from gongkai.model.documents import Page
from gongkai.model.problems import Finding, Remark
from gongkai.model.settings import Settings
from gongkai.model.site import Site
from gongkai.model.source_text import SourceText
from gongkai.reading.attachment_text import KINDS, AttachmentText
from gongkai.reading.passages import Passage

ODDITIES = {"broken": "P151", "unseen": "P152", "hidden": "P153", "author": "P154"}
"""The rules that report what reading itself notices, by kind of oddity."""


def to_be_read(site: Site, links: Links) -> list[NamedFile]:
    """The named files with a text to look into. The empty ones (L116) and those of another format (L118) are faulty as they
    are, and nobody need be told besides that they do not open."""
    return [file for file in named_files(site, links)
            if file.extension in KINDS and site.files[file.path] and not another_format(file.extension, site.heads.get(file.path, b""))]  # fmt: skip


class AttachmentExaminer:
    """What the rules say about the text of a file."""

    def __init__(self, settings: Settings) -> None:
        self._examine = TextExaminer(settings, in_attachments=True)

    def __call__(self, file: NamedFile, read: AttachmentText) -> tuple[Remark, ...]:
        """The remarks of all rules, placed on the line that names the file."""
        remarks: dict[Remark, None] = {}
        for oddity in read.oddities:
            finding = Finding(file.place, f"附件“{file.name}”{_said(oddity.kind, oddity.message)}", oddity.hint or _AUTHOR_HINT)
            remarks[Remark(ODDITIES[oddity.kind], finding)] = None
        source, starts = _source(file, read.passages)
        for remark in self._examine(source):
            found = remark.finding
            passage = read.passages[bisect_right(starts, found.place.line) - 1]
            message = f"附件“{file.name}”的{passage.where}：{found.message}"
            remarks[Remark(remark.rule, Finding(file.place, message, found.hint))] = None
        return tuple(remarks)


_AUTHOR_HINT = "在“文件—信息”里删去作者和上次修改者"


def _said(kind: str, message: str) -> str:
    return f"的属性里有人名“{message}”" if kind == "author" else message


def _source(file: NamedFile, passages: Iterable[Passage]) -> tuple[SourceText, list[int]]:
    """All passages as one text, and the line at which each begins."""
    lines = 1
    starts: list[int] = []
    texts: list[str] = []
    for passage in passages:
        starts.append(lines)
        texts.append(passage.text)
        lines += passage.text.count("\n") + 1
    nobody = Page(path=file.path, slug="", url="")
    return SourceText(file.path, "\n".join(texts), 0, nobody, ""), starts
