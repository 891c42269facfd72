"""正文写了“附件：”的，附件须给出来。来源: seed-features G9（余杭：附件只有 .doc 文件名、无链接）；standards §10.1（附件说明）。

错: 正文写“附件：任务分工.doc”，前置信息没有“附件”，正文里也没有链接
对: 附件: 任务分工.docx；附件的内容也可以接在正文后面
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.model.problems import Finding
from gongkai.model.source_text import Part, SourceText

SEVERITY = "warning"
WORDS = tuple(f"附{more}{colon}" for more in ("", "件", *(f"件{n}" for n in "123456789一二三四五")) for colon in ":：")
_SAID = re.compile(r"^[\s　]*(?:附件[0-9０-９一二三四五]?|附)[:：][\s　]*(?:[0-9０-９]{1,2}[.．、][\s　]*)?(?P<name>[^\s　，。；#（(][^。；\n]{1,60}?)[\s　]*$", re.MULTILINE)
_FRAME = re.compile(
    r"^[#\s　*]*(?:[（(].{2,30}[）)]|抄送.*|.{0,40}印发.*|[0-9〇零一二三四五六七八九]{4}年[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}日"
    r"|[0-9０-９]{1,2}[.．、].{1,60}|[\u3400-\u9fff　 ]{2,40})?[\s　]*$"
)
_ENOUGH = 150
"""Characters behind an 附件说明, signature and the like left out, from which on the annex is taken to stand there itself."""
_LINES = 12
"""The same in lines that are not blank: a list of names."""
_LEFT_OUT = re.compile(r"[（(]略[）)]$|(?:由[^（）()]{2,30}|另行)(?:发布|公布|印发|制定)")
"""What is said to be left out, or to be published elsewhere."""
_ORGANS = re.compile(r"(?:[\u3400-\u9fff]{1,14}[部局委会院厅室][\s　、，]*){2,}")
"""To whom a copy goes, which some write behind 附."""
_FILE = re.compile(r"\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|zip|rar|jpg|png)\b", re.IGNORECASE)


def examine(source: SourceText) -> Iterator[Finding]:
    """The first 附件说明 of a text that has no attachment, no link to a file, and no such text behind it."""
    document = source.document
    if getattr(document, "attachments", ()) or any(_leads_to_file(link.target) for link in document.body.links):
        return
    for match in _SAID.finditer(source.text, source.body_start):
        line = source.line_at(match.start("name"))
        if source.part(line) is not Part.BODY or _LEFT_OUT.search(match["name"]) or _ORGANS.fullmatch(match["name"]):
            continue
        named = _FILE.search(match["name"])
        if named or not _follows(source, line):
            yield Finding(source.at(match.start("name")), f"正文写了附件“{match['name']}”，却没有给出来",
                          "文件放在旁边，前置信息写“附件: 文件名”；或把附件的内容接在正文后面")
            return


def _leads_to_file(target: str) -> bool:
    return not target.startswith(("#", "mailto:", "tel:")) and not target.endswith((".md", ".html"))


def _follows(source: SourceText, line: int) -> bool:
    """Whether the annex itself stands further down: more than a signature, a date and a note."""
    length = count = 0
    for later in source.lines[line:]:
        count += bool(later.strip())
        length += 0 if _FRAME.match(later) else len(later)
        if length >= _ENOUGH or count >= _LINES:
            return True
    return False
