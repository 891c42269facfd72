"""同一文号须是同一题名。来源: GB/T 9704-2012（一文一号）；standards §9.5。

错: 一处写《河湖管理办法》（温鹿政发〔2023〕15号），另一处写《绿化管理办法》（温鹿政发〔2023〕15号）；
一处写《某省人民政府办关于……的意见》，另一处写《某省人民政府办公厅关于……的意见》
对: 两处写同一题名，或改对文号
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from gongkai.linking.names import bare_title, same_title
from gongkai.linking.titled_numbers import TitledNumber
from gongkai.model.document_number import DocumentNumber
from gongkai.model.problems import Finding
from gongkai.reading.known_documents import known_documents

SEVERITY = "warning"
_SEVERAL = re.compile("[、，,《]|等|转发|[委局厅办部院府][^员公]{2,}[委局厅部院府]")


def check(titled: Iterable[TitledNumber]) -> Iterator[Finding]:
    """Titles that are neither the column's own for that number nor, where it has none, the one most documents give."""
    known = {document.number for document in known_documents()}
    pairs: dict[DocumentNumber, list[TitledNumber]] = defaultdict(list)
    for pair in titled:
        if pair.number not in known:
            pairs[pair.number].append(pair)
    for number, found in pairs.items():
        if len(found) == 1:
            continue  # nothing says otherwise
        own = [pair for pair in found if pair.own]
        right = own or [max(found, key=lambda one: sum(same_title(one.title, other.title) for other in found))]
        for pair in found:
            if not pair.own and not any(same_title(pair.title, one.title) for one in right):
                message = f"{number}的题名写作《{pair.title}》，{right[0].place} 却是《{right[0].title}》"
                yield Finding(pair.place, message, "核对题名和文号")
        yield from _issuers(number, found, own)


def _issuers(number: DocumentNumber, found: list[TitledNumber], own: list[TitledNumber]) -> Iterator[Finding]:
    """Titles that name another issuer than the document does or, where it is not in the column, than most others do."""
    named = [(pair, issuer) for pair in found if (issuer := _issuer(pair.title))]
    if len({issuer for _, issuer in named}) < 2:
        return
    usual = Counter(issuer for pair, issuer in named if pair.own or not own)
    if not usual:
        return
    right = max(usual, key=lambda issuer: (usual[issuer], len(issuer)))
    place = next(pair.place for pair, issuer in named if issuer == right)
    for pair, issuer in named:
        # A longer name may say of which city the district is.
        if not pair.own and not issuer.endswith(right) and not right.endswith(issuer):
            yield Finding(pair.place, f"{number}的题名里机关写作“{issuer}”，{place} 却是“{right}”", "核对原文件，写法统一")


def _issuer(title: str) -> str:
    """The one organ that a title begins with; "" where it names none, or several."""
    issuer, about, _ = bare_title(title).partition("关于")
    return issuer if about and not _SEVERAL.search(issuer) else ""
