"""Where the references in data files lead: a column, a document, a file, another site, or nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gongkai.linking.links import DataLink
from gongkai.linking.names import Names
from gongkai.linking.targets import local_path, odd_name
from gongkai.model.addresses import attachment_address, column_address
from gongkai.model.documents import Document, Page, Policy, Reference
from gongkai.model.fields import Form, fields_of
from gongkai.model.legal_items import item_id
from gongkai.model.records import Record
from gongkai.model.settings import Column
from gongkai.model.site import Site


def references_of(record: Record) -> Iterator[Reference]:
    """Every reference that a row makes."""
    for column in fields_of(type(record)):
        if column.form is Form.REFERENCES:
            yield from getattr(record, column.attribute)


def resolve_data(site: Site, names: Names) -> dict[str, dict[str, DataLink]]:
    """Where each reference of each page's data leads: by the page's path, then by the words of the reference."""
    columns, pages = _columns(site), _pages(site)
    found: dict[str, dict[str, DataLink]] = {}
    for page in site.pages:
        references = [reference for record in page.records for reference in references_of(record)]
        references += page.related
        if references:
            found[page.path] = {r.text: _resolve(r.text, page, site, names, columns, pages) for r in references}
    return found


def related_pages(site: Site, data_links: Mapping[str, Mapping[str, DataLink]]) -> dict[str, tuple[str, ...]]:
    """The addresses of the public pages that name a document in 相关文件 or in their data, by the document's path."""
    found: dict[str, dict[str, None]] = {}
    for page in site.public_pages:
        for link in data_links.get(page.path, {}).values():
            if link.path and link.path != page.path:
                found.setdefault(link.path, {})[page.url] = None
    return {path: tuple(urls) for path, urls in found.items()}


def _columns(site: Site) -> Mapping[str, Column]:
    """Columns by every name they may be called by; a name that two columns have is nobody's."""
    by_name: dict[str, Column | None] = {}
    for column in site.settings.all_columns():
        for name in {column.code, column.name, column_address(column), column.item} - {""}:
            by_name[name] = None if name in by_name and by_name[name] is not column else column
    for column in site.settings.all_columns():
        by_name[column.code] = column
    return {name: column for name, column in by_name.items() if column}


def _pages(site: Site) -> Mapping[str, Page]:
    """Standing pages by their path below content/, and by its last part where that is no other's."""
    last: dict[str, list[Page]] = {}
    for page in site.pages:
        last.setdefault(page.slug.rpartition("/")[2], []).append(page)
    return {name: those[0] for name, those in last.items() if len(those) == 1} | {page.slug: page for page in site.pages}


def _resolve(
    text: str, page: Page, site: Site, names: Names, columns: Mapping[str, Column], pages: Mapping[str, Page]
) -> DataLink:
    if text.lower().startswith(("http://", "https://")):
        return DataLink(title=text, outside=text)
    column = columns.get(text.removeprefix("栏目:").removeprefix("栏目：").strip()) or columns.get(item_id(text))
    if column:
        return DataLink(column_address(column), column.name, column=column.code)
    resolved = names.resolve(text, Document, page)
    document = resolved.document or pages.get(text.removeprefix("content/").removesuffix(".md"))
    if document is None and resolved.candidates:  # a policy and a page may share a name: the policy is meant
        document = names.resolve(text, Policy, page).document
    if document:
        if not site.is_public(document):
            return DataLink(title=text, broken=f"“{document.title or document.slug}”没有公开（草稿、未到发布日或已下架）")
        return DataLink(document.url, document.title, path=document.path)
    path = local_path(text, page)
    if path in site.files and not odd_name(path):
        return DataLink(attachment_address(path), text.rpartition("/")[2], file=path)
    if resolved.candidates:
        return DataLink(title=text, broken=f"可能是{'，也可能是'.join(resolved.candidates)}")
    near = names.near(text, Document)
    return DataLink(title=text, broken="没有这个栏目、文件或页面" + (f"，相近的有{'、'.join(near)}" if near else ""))
