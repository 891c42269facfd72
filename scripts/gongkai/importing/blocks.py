"""What every reader of foreign files comes to: paragraphs, tables and pictures in order, and what was odd."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


class Refused(Exception):
    """A file that cannot be imported; the words say why and what to do, for editors."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """What an editor must look at: a key of the front matter (or 正文, 附件, 文件), and why."""

    key: str
    why: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table as the source has it: its words, how many columns and rows it covers."""

    text: str
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (`text`), a table (`rows`, each with its cells from left to right) or a picture (a name in `pictures`).

    `level` is the level of a heading where the source states one, 0 elsewhere; `align` is "center", "right" or "".
    """

    text: str = ""
    level: int = 0
    align: str = ""
    rows: tuple[tuple[Cell, ...], ...] = ()
    picture: str = ""

    @property
    def is_text(self) -> bool:
        """Whether it is a paragraph."""
        return not self.rows and not self.picture


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the source to another file: the words that show it and where it leads."""

    words: str
    target: str


@dataclass(slots=True)
class Source:
    """What a file holds. `said` is what its format states outright (a page's title and date), by front-matter key.

    `pairs` is an info box that the reader met as such: (label, value) in order. `pictures` maps names to content.
    """

    blocks: list[Block]
    pairs: list[tuple[str, str]] = field(default_factory=list)
    said: Mapping[str, str] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    pictures: dict[str, bytes] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)
