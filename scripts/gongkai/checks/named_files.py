"""Which files beside the documents are named, and where: what the rules on attachments go through."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath

from gongkai.linking.links import Links
from gongkai.linking.targets import local_path
from gongkai.model.addresses import attachment_address
from gongkai.model.documents import Page
from gongkai.model.problems import Place
from gongkai.model.site import Site
from gongkai.reading.records import data_path


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file of the site, the first place that names it, and its extension without the dot, in small letters."""

    path: str
    place: Place

    @property
    def name(self) -> str:
        """The file's own name."""
        return PurePosixPath(self.path).name

    @property
    def extension(self) -> str:
        """`docx`, "" where there is none."""
        return PurePosixPath(self.path).suffix.removeprefix(".").lower()


def named_files(site: Site, links: Links) -> tuple[NamedFile, ...]:
    """Every file that a document has as attachment, links to or shows, once, in the order of the documents."""
    return _named(_Column(site, links))


@dataclass(frozen=True, eq=False)
class _Column:
    """Site and links together; never compared, for they may be large."""

    site: Site
    links: Links

    def __hash__(self) -> int:
        return hash((id(self.site), id(self.links)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Column) and self.site is other.site and self.links is other.links


@lru_cache(maxsize=1)
def _named(column: _Column) -> tuple[NamedFile, ...]:
    found: dict[str, NamedFile] = {}
    for named in _all(column.site, column.links):
        found.setdefault(named.path, named)
    return tuple(found.values())


def _all(site: Site, links: Links) -> Iterator[NamedFile]:
    by_address = {attachment_address(path): path for path in site.files}
    for document in site.documents():
        for reference in getattr(document, "attachments", ()):
            path = local_path(reference.text, document)
            if path in site.files:
                yield NamedFile(path, document.at(reference.line))
        if isinstance(document, Page):
            for reference in document.data:
                if data_path(document, reference) in site.files:
                    yield NamedFile(data_path(document, reference), document.at(reference.line))
            for data_link in links.data_links.get(document.path, {}).values():
                if data_link.file:
                    yield NamedFile(data_link.file, document.place("数据"))
        for link, target in zip(document.body.links, links.targets_in(document), strict=False):
            if target.href in by_address:
                yield NamedFile(by_address[target.href], document.at(link.line))
