"""What lies in each column: the one place that decides it, for pages, rules and audits alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from gongkai.model.addresses import column_address, organ_address
from gongkai.model.documents import Document, Page
from gongkai.model.settings import Column, Settings
from gongkai.model.site import Site


@dataclass(frozen=True, slots=True)
class Contents:
    """The public documents of one column, without those of its sub-columns.

    `own` lie in it (its page, its folder, its list, or its 法定事项); `gathered` are pages of its 页面类型 or 法定事项
    that have their home elsewhere. `introduction` is the page published at the column's own address.
    """

    own: tuple[Document, ...] = ()
    gathered: tuple[Page, ...] = ()
    introduction: Page | None = None

    def every(self) -> tuple[Document, ...]:
        """All of them, the introduction first."""
        return (*((self.introduction,) if self.introduction else ()), *self.own, *self.gathered)

    @property
    def newest(self) -> date | None:
        """The day on which the newest of them all was published."""
        return max((document.public_day for document in self.every() if document.public_day), default=None)


@dataclass(frozen=True, slots=True)
class ColumnContents:
    """The contents of every column by its code, and the column that is the home of each page by path."""

    by_code: Mapping[str, Contents] = field(default_factory=dict)
    home: Mapping[str, Column] = field(default_factory=dict)

    def of(self, column: Column) -> Contents:
        """What lies in a column."""
        return self.by_code.get(column.code, Contents())


def column_contents(site: Site) -> ColumnContents:
    """What lies where. A page has one home: its column's page, else the column of its 法定事项, else its folder's column."""
    columns = tuple(site.settings.all_columns())
    items = {page.path: items_of(page, site.settings) for page in site.public_pages}
    home = _homes(site.public_pages, columns, items)
    introductions = {column_address(column) for column in columns if column.folder}
    organs = {organ_address(organ.code) for organ in site.settings.organs_with_pages()}
    by_code: dict[str, Contents] = {}
    held: dict[str, list[Page]] = {}
    for page in site.public_pages:
        if page.path in home and page.url not in organs:
            held.setdefault(home[page.path].code, []).append(page)
    for column in columns:
        address = column_address(column)
        pages = held.get(column.code, [])
        introduction = next((p for p in pages if p.url == address and address in introductions), None)
        own = sorted((p for p in pages if p is not introduction), key=page_rank)
        gathered = sorted((p for p in site.public_pages if _gathers(column, p, items[p.path]) and p not in pages), key=page_rank)
        by_code[column.code] = Contents(_listed(column, site) or tuple(own), tuple(gathered), introduction)
    return ColumnContents(by_code, home)


def page_rank(page: Page) -> tuple[int, int, str]:
    """The order of pages in a column: 顺序, then the newest first."""
    return (page.order, -page.day.toordinal() if page.day else 0, page.path)


def items_of(page: Page, settings: Settings) -> tuple[str, ...]:
    """The ids of a page's 法定事项, however it names them; unknown ones are left out (a rule reports them)."""
    by_name = {item.name: item.id for item in settings.legal_items.values()}
    ids = (by_name.get(item, item) for item in page.items)
    return tuple(id for id in ids if id in settings.legal_items)


def _homes(pages: Iterable[Page], columns: tuple[Column, ...], ids: Mapping[str, tuple[str, ...]]) -> dict[str, Column]:
    single = {f"content/{column.page}.md": column for column in columns if column.page}
    folders = {f"content/{column.folder}": column for column in columns if column.folder}
    items = {column.item: column for column in reversed(columns) if column.item}
    home: dict[str, Column] = {}
    for page in pages:
        folder = _nearest(page.path, folders)
        item = next((items[id] for id in ids[page.path] if id in items), None)
        if page.path in single:
            home[page.path] = single[page.path]
        elif item and folder and any(below is item for below in folder.walk()):
            home[page.path] = item  # the folder's column holds the column of the item: there it is looked for
        elif folder or item:
            home[page.path] = folder or item  # type: ignore[assignment]
    return home


def _nearest(path: str, folders: Mapping[str, Column]) -> Column | None:
    """The column of the deepest folder that holds the file."""
    folder = path.rpartition("/")[0]
    while folder and folder not in folders:
        folder = folder.rpartition("/")[0]
    return folders.get(folder)


def _gathers(column: Column, page: Page, items: tuple[str, ...]) -> bool:
    return bool((column.gathers and page.page_kind == column.gathers) or (column.item and column.item in items))


def _listed(column: Column, site: Site) -> tuple[Document, ...]:
    if column.listing == "政策":
        return site.public_policies
    return site.public_interpretations if column.listing == "解读" else ()
