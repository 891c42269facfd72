"""同一文号须是同一题名。来源: GB/T 9704-2012（一文一号）；standards §9.5。

错: 一处写《河湖管理办法》（温鹿政发〔2023〕15号），另一处写《绿化管理办法》（温鹿政发〔2023〕15号）
对: 两处写同一题名，或改对文号
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from gongkai.linking.links import Links
from gongkai.linking.names import same_title
from gongkai.linking.titled_numbers import TitledNumber, titled_numbers
from gongkai.model.document_number import DocumentNumber
from gongkai.model.problems import Finding
from gongkai.model.site import Site
from gongkai.reading.known_documents import known_documents

SEVERITY = "warning"


def check(site: Site, links: Links) -> Iterator[Finding]:
    """Titles that are neither the column's own for that number nor, where it has none, the one most documents give."""
    known = {document.number for document in known_documents()}
    pairs: dict[DocumentNumber, list[TitledNumber]] = defaultdict(list)
    for document in site.documents():
        for pair in titled_numbers(document, links):
            if pair.number not in known:
                pairs[pair.number].append(pair)
    for number, found in pairs.items():
        own = [pair for pair in found if pair.own]
        right = own or [max(found, key=lambda one: sum(same_title(one.title, other.title) for other in found))]
        for pair in found:
            if not pair.own and not any(same_title(pair.title, one.title) for one in right):
                message = f"{number}的题名写作《{pair.title}》，{right[0].place} 却是《{right[0].title}》"
                yield Finding(pair.place, message, "核对题名和文号")
