"""What a place in a text names: a document of the site, by 文号, file name, title or link; and where documents are named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from gongkai.editing.cursor import Cursor, Part, cursor_at, field_called
from gongkai.editing.site import Picture
from gongkai.editing.texts import Span
from gongkai.linking.citations import issuer_length, resolve_citation
from gongkai.linking.targets import local_path
from gongkai.model.documents import Document, Interpretation, Policy, Reference
from gongkai.model.fields import Form, fields_of
from gongkai.model.problems import Place
from gongkai.reading.citations import citations_in
from gongkai.reading.documents import FOLDERS, address_of

_LINK = re.compile(r"\]\(\s*<?(?P<target>[^()<>\s]+)")
_TITLE = re.compile("《[^《》]{2,80}(?:《[^《》]{1,80}》[^《》]{0,80})?》")
_WANTED: dict[str, type[Document]] = {"解读链接": Interpretation, "解读对象": Policy, "相关文件": Document}


@dataclass(frozen=True, slots=True)
class Named:
    """A document and the words that name it."""

    document: Document
    span: Span


def source_at(path: str, picture: Picture) -> Document:
    """The document of a path; one that says nothing yet where it is new or cannot be read."""
    found = picture.site.by_path.get(path)
    if found:
        return found
    document_class = FOLDERS[path.split("/", 1)[0]]
    slug, url = address_of(path)
    return document_class(path=path, slug=slug, url=url)


def named_at(lines: Sequence[str], number: int, column: int, source: Document, picture: Picture) -> Named | None:
    """The document that the words at a place name; None where they name none, or several."""
    cursor = cursor_at(lines, number, column)
    if cursor.part is Part.VALUE and (found := _referred(cursor, source, picture)):
        return found
    line = lines[cursor.span.line]
    return next((named for named in _in_line(line, cursor.span.line, source, picture) if named.span.holds(column)), None)


def wanted_kind(key: str) -> type[Document]:
    """The kind of document that a reference under a key means."""
    return _WANTED.get(key, Policy)


def counterparts(document: Document, picture: Picture) -> tuple[Document, ...]:
    """The interpretations of a policy, the policies of an interpretation, as far as they are public."""
    if isinstance(document, Policy):
        return picture.links.interpretations_of(document)
    return picture.links.policies_of(document) if isinstance(document, Interpretation) else ()


def mentions(target: Document, picture: Picture) -> Iterator[Place]:
    """Every line of the site that names a document: its keys, its text, the links in it."""
    for document in picture.site.documents():
        if document is target:
            continue
        for key, reference in _references(document):
            if picture.names.resolve(reference.text, wanted_kind(key), document).document is target:
                yield document.at(reference.line)
        for citation, cited in zip(document.body.citations, picture.links.cited_in(document), strict=False):
            if cited.target == target.slug and isinstance(target, Policy):
                yield document.at(citation.line)
        for link, leads in zip(document.body.links, picture.links.targets_in(document), strict=False):
            if leads.href.partition("#")[0] == target.url:
                yield document.at(link.line)


def span_naming(line: str, number: int, target: Document, source: Document, picture: Picture) -> Span:
    """The words of a line that name a document; the whole line where it is not plain which."""
    found = next((n.span for n in _in_line(line, number, source, picture) if n.document is target), None)
    if found:
        return found
    for words in (target.slug, str(getattr(target, "number", None) or ""), target.title):
        if words and words in line:
            return Span(number, line.index(words), line.index(words) + len(words))
    return Span(number, 0, len(line))


def _references(document: Document) -> Iterator[tuple[str, Reference]]:
    for field in fields_of(type(document)):
        if field.form is Form.REFERENCES:
            yield from ((field.key, reference) for reference in getattr(document, field.attribute))
    if isinstance(document, Policy):
        yield from (("清理", Reference(row.text, row.line)) for row in document.cleaning if not row.path)


def _referred(cursor: Cursor, source: Document, picture: Picture) -> Named | None:
    field = field_called(cursor.key, type(source), picture.site.settings)
    if field is None or field.form is not Form.REFERENCES:
        return None
    document = picture.names.resolve(cursor.text, wanted_kind(field.key), source).document
    return Named(document, cursor.span) if document else None


def _in_line(line: str, number: int, source: Document, picture: Picture) -> Iterator[Named]:
    """What the 文号, links and 《titles》 of a line of text name, in this order."""
    for found in citations_in(line, number + 1) if "号" in line else ():
        left = found.citation.left
        cited = resolve_citation(found.citation, source, picture.names, picture.site)
        policy = picture.links.policies.get(cited.target)
        if policy:
            start = found.start + len(left) - issuer_length(left, picture.names.issuers)
            yield Named(policy, Span(number, start, found.end))
    for match in _LINK.finditer(line):
        path = local_path(unquote(match["target"].partition("#")[0]), source)
        site = picture.site
        document = site.by_path.get(path) or site.by_path.get(f"{path}.md") or site.by_url.get(path)
        if path and document:
            yield Named(document, Span(number, match.start("target"), match.end("target")))
    for match in _TITLE.finditer(line):
        document = picture.names.resolve(match[0], Document, source).document
        if document and document is not source:
            yield Named(document, Span(number, match.start(), match.end()))
