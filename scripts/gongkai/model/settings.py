"""What `site.yaml` says: the column's name, its organs, its tree, its vocabularies, thresholds and severities."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from gongkai.model.annual_report import Layout
from gongkai.model.legal_items import LegalItem
from gongkai.model.problems import Misreading, Severity
from gongkai.model.waivers import Waiver


@dataclass(frozen=True, slots=True)
class Organ:
    """A 机关: its full name, an ASCII code for addresses ("" = derived), its 机关代字.

    `level` is one of `legal_items.LEVELS` or ""; an organ with a level has a page of its own. `without` are the ids of the
    法定事项 that are none of its business.
    """

    name: str
    code: str = ""
    issuers: tuple[str, ...] = ()
    level: str = ""
    without: tuple[str, ...] = ()
    line: int = 1


@dataclass(frozen=True, slots=True)
class Column:
    """A node of the column tree.

    At most one of `page` (a file under content/), `folder` (a folder under content/) and `listing` ("政策", "解读" or
    "机关") is set, none where the node only holds children. `item` is the id of a 法定事项 and `gathers` a 页面类型:
    the column also shows every page of that item or kind, wherever it lies. `column_type` is a ColumnType of
    国办发〔2017〕47号.
    """

    name: str
    code: str
    line: int
    page: str = ""
    folder: str = ""
    listing: str = ""
    column_type: str = ""
    description: str = ""
    keywords: str = ""
    update_days: int = 0
    item: str = ""
    gathers: str = ""
    children: tuple[Column, ...] = ()

    def walk(self) -> Iterator[Column]:
        """This node and all below it, in order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Footer:
    """The foot of every page (standards §3.3): label and words, in the order of `site.yaml`."""

    rows: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Settings:
    """All of `site.yaml`, with every default filled in. `path` and the lines are for problems about it."""

    path: str = "site.yaml"
    name: str = "政府信息公开"
    host: str = ""
    website: str = ""
    domain: str = ""
    address: str = ""
    site_code: str = ""
    portal: str = ""
    description: str = ""
    keywords: str = ""
    colour: str = "#0b4f9c"
    organs: tuple[Organ, ...] = ()
    columns: tuple[Column, ...] = ()
    footer: Footer = Footer()
    topics: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    genres: tuple[str, ...] = ()
    known_issuers: tuple[str, ...] = ()
    issuer_aliases: Mapping[str, str] = field(default_factory=dict)
    severities: Mapping[str, Severity | None] = field(default_factory=dict)
    thresholds: Mapping[str, int] = field(default_factory=dict)
    parameters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    key_aliases: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    value_aliases: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    extra_keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    report_layout: Layout = Layout()
    only_in_force: bool = False
    legal_items: Mapping[str, LegalItem] = field(default_factory=dict)
    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    downloads: tuple[str, ...] = ()
    exports: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Further tables of the library for other programs: name → our key → their heading."""
    lines: Mapping[str, int] = field(default_factory=dict)
    waivers: tuple[Waiver, ...] = ()
    misreadings: tuple[Misreading, ...] = ()

    def all_columns(self) -> Iterator[Column]:
        """Every node of the tree, parents first."""
        for column in self.columns:
            yield from column.walk()

    def organ(self, name: str) -> Organ | None:
        """The organ of that name."""
        return next((organ for organ in self.organs if organ.name == name), None)

    def organs_with_pages(self) -> tuple[Organ, ...]:
        """The organs that have a page of their own: those with a level and a code."""
        return tuple(organ for organ in self.organs if organ.level and organ.code)
