"""Organ × 法定事项: who has published what of the things that 条例 arts. 20 and 21 want published.

The facts for an audit: `coverage(site)` gives a cell for each organ with a level and each item that its level has in
its preset; an empty cell is a gap. Optional items have a cell only where something lies in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from gongkai.linking.column_contents import items_of
from gongkai.model.documents import Document, Page, Policy
from gongkai.model.legal_items import LEVELS, LegalItem
from gongkai.model.settings import Organ
from gongkai.model.site import Site


@dataclass(frozen=True, slots=True)
class Cell:
    """What an organ has published of an item, newest first; nothing = a gap."""

    organ: Organ
    item: LegalItem
    documents: tuple[Document, ...]

    @property
    def newest(self) -> date | None:
        """The day of the newest."""
        return max((document.day for document in self.documents if document.day), default=None)


@dataclass(frozen=True, slots=True)
class Coverage:
    """The matrix: its organs, its items, and its cells organ by organ in the order of the items."""

    organs: tuple[Organ, ...]
    items: tuple[LegalItem, ...]
    cells: tuple[Cell, ...]

    def of(self, organ: Organ) -> tuple[Cell, ...]:
        """The cells of one organ."""
        return tuple(cell for cell in self.cells if cell.organ is organ)

    def gaps(self) -> tuple[Cell, ...]:
        """The cells that hold nothing."""
        return tuple(cell for cell in self.cells if not cell.documents)


def coverage(site: Site) -> Coverage:
    """The matrix of a column. A document counts for each organ it names; where that has no row, for the government's."""
    settings = site.settings
    organs = settings.organs_with_pages()
    rows = {organ.name for organ in organs}
    government = next((organ.name for organ in organs if organ.level == LEVELS[0]), "")
    held: dict[tuple[str, str], list[Document]] = {}

    def counted(names: tuple[str, ...], id: str, document: Document) -> None:
        for name in dict.fromkeys(name if name in rows else government for name in names):
            held.setdefault((name, id), []).append(document)

    for page in site.public_pages:
        for id in items_of(page, settings):
            counted(page.organs, id, page)
    for policy in site.public_policies:
        for item in settings.legal_items.values():
            if counts_for(policy, item):
                counted(policy.organs, item.id, policy)
    cells = []
    for organ in organs:
        for item in settings.legal_items.values():
            documents = _newest_first(held.get((organ.name, item.id), []))
            wanted = organ.level in item.levels and not item.optional and item.id not in organ.without
            if documents or wanted:
                cells.append(Cell(organ, item, documents))
    present = {cell.item.id for cell in cells}
    return Coverage(organs, tuple(i for i in settings.legal_items.values() if i.id in present), tuple(cells))


def area_catalogues(site: Site) -> tuple[tuple[str, tuple[Page, ...]], ...]:
    """Each 试点领域 with its public catalogues, in the order of the parameter; an area without one is a gap."""
    catalogues = [page for page in site.public_pages if page.page_kind == "事项目录"]
    return tuple(
        (area, tuple(page for page in catalogues if page.area == area)) for area in site.settings.parameters["试点领域"]
    )


def counts_for(policy: Policy, item: LegalItem) -> bool:
    """Whether a policy document counts for an item by the words that the item's preset names."""
    return any(word == "*" or word in policy.title or word in policy.topic for word in item.policies)


def _newest_first(documents: list[Document]) -> tuple[Document, ...]:
    return tuple(sorted(documents, key=lambda d: (-d.day.toordinal() if d.day else 0, d.path)))
