"""Where a source puts a 文号 and a title together: its own front matter, its references, its text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.linking.citations import is_certain
from gongkai.linking.links import Links
from gongkai.linking.names import named_in
from gongkai.model.document_number import DocumentNumber
from gongkai.model.documents import Document, Interpretation, Policy, Reference
from gongkai.model.problems import Place
from gongkai.model.site import Site


@dataclass(frozen=True, slots=True)
class TitledNumber:
    """A title and a number that are said to be one document's. `own`: the document that says so is the one meant."""

    title: str
    number: DocumentNumber
    place: Place
    own: bool = False


def titled_numbers(site: Site, links: Links) -> Iterator[TitledNumber]:
    """Every pair in every document, one after the other; a citation counts only where its 机关代字 is certain."""
    for document in site.documents():
        yield from _pairs(document, links)


def _pairs(document: Document, links: Links) -> Iterator[TitledNumber]:
    if isinstance(document, Policy) and document.number and document.title:
        yield TitledNumber(document.title, document.number, document.place("文号"), own=True)
    for reference in _references(document):
        title, number = named_in(reference.text)
        if title and number:
            yield TitledNumber(title, number, document.at(reference.line))
    for citation, cited in zip(document.body.citations, links.cited_in(document), strict=True):
        length = cited.issuer_length
        if citation.title and length == len(citation.left):
            yield TitledNumber(citation.title, citation.number(citation.left), document.at(citation.line))
        elif citation.title_after and length and is_certain(citation, length):
            yield TitledNumber(citation.title_after, citation.number(citation.left[-length:]), document.at(citation.line))


def _references(document: Document) -> Iterator[Reference]:
    if isinstance(document, Policy):
        for _, references in document.effects():
            yield from references
    elif isinstance(document, Interpretation):
        yield from document.explains
