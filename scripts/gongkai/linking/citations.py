"""What each 文号 in running text means: its 机关代字 by the longest known one, its policy by number and title.

Source: standards §9.5. `基层政府全面完成国办发〔2019〕54号` must come to 国办发, not to all the 汉字 before the bracket.
"""

from __future__ import annotations

from gongkai.linking.links import CitedNumber
from gongkai.linking.names import Names, same_title
from gongkai.model.body import Citation
from gongkai.model.documents import Document, Policy
from gongkai.model.site import Site

_MAY_STAND_BEFORE = frozenset(
    "和与及或按照据成行对于以由将的在经为是即见如到实彻执完定原从自被并有其依参同该本发布印转达废止改订日月年号条款项件文等入用合应"
)
"""汉字 that end the words before a 文号 in running text and begin no 机关代字. Any other may make the issuer a longer one."""


def resolve_citations(document: Document, names: Names, site: Site) -> tuple[CitedNumber, ...]:
    """What each of `document.body.citations` came to, in the same order."""
    citations = document.body.citations
    return tuple(resolve_citation(citation, document, names, site) for citation in citations) if citations else ()


def resolve_citation(citation: Citation, document: Document, names: Names, site: Site) -> CitedNumber:
    """What one citation in a document came to."""
    length = issuer_length(citation.left, names.issuers)
    if not length:
        return CitedNumber(0, "")
    before = citation.left[:-length]
    if not is_certain(citation, length):
        return CitedNumber(length, "")
    found = [p for p in names.numbered(citation.number(citation.left[-length:])) if site.is_public(p)]
    if citation.title and not before:
        found = [p for p in found if same_title(citation.title, p.title)]
    if len(found) != 1 or found[0] is document:
        return CitedNumber(length, "")
    return CitedNumber(length, found[0].slug)


def issuer_length(left: str, issuers: frozenset[str]) -> int:
    """How many characters at the end of `left` are the longest known 机关代字; 0 where none is known."""
    return next((n for n in range(len(left), 0, -1) if left[-n:] in issuers), 0)


def is_certain(citation: Citation, length: int) -> bool:
    """Whether no more than the last `length` characters of `left` can be the issuer: 苏财税 is not 财税."""
    before = citation.left[:-length]
    return not before or before[-1] in _MAY_STAND_BEFORE


def cited_policies(citations: tuple[CitedNumber, ...], document: Document) -> tuple[str, ...]:
    """The slugs that a document cites, each once, in the order of the text."""
    if not citations:
        return ()
    own = document.slug if isinstance(document, Policy) else ""
    return tuple(dict.fromkeys(c.target for c in citations if c.target and c.target != own))
