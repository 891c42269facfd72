"""现行有效的文件不宜以已经废止的法律、行政法规为依据。来源: 国办发〔2018〕37号（上位法废止、修改的，及时清理）；各法的附则和废止决定。

错: 根据《中华人民共和国合同法》，制定本办法（文件有效）
对: 根据《中华人民共和国民法典》，制定本办法；或清理这份文件
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.repealed_laws import LAWS
from gongkai.model.documents import Policy
from gongkai.model.problems import Finding
from gongkai.model.source_text import SourceText

SEVERITY = "warning"
WORDS = tuple(f"{name}》" for name in LAWS)

_NAMES = "|".join(sorted(LAWS, key=len, reverse=True))
_CITED = re.compile(rf"《(?:中华人民共和国)?({_NAMES})》")
_BASIS = re.compile(r"(?:根据|依据|依照|按照|遵照)(?!(?:原|当时))[^。；;\n]*$")
_TOLD = re.compile(r"废止|取代|失效|修改|修订|原《|(?:施行|实施|公布)(?:之|以)?前")


def examine(source: SourceText) -> Iterator[Finding]:
    """Sentences of binding policies that rest on a repealed law, each law once; those that tell of the repeal, or of the time
    before it, are left alone.
    """
    document = source.document
    if not isinstance(document, Policy) or not (document.validity and document.validity.binding):
        return
    seen: set[str] = set()
    for match in _CITED.finditer(source.text, source.body_start):
        name = match[1]
        line = source.line_around(match.start())
        before = source.text[max(source.body_start, match.start() - 200) : match.start()]
        if name in seen or not _BASIS.search(before) or _TOLD.search(line):
            continue
        seen.add(name)
        law = LAWS[name]
        yield Finding(
            source.at(match.start()),
            f"依据的《{name}》已于 {law.since} 废止，现在是《{law.successor}》",
            "修改或清理这份文件；文件已经失效的，改“有效性”",
        )
