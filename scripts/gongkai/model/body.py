"""The facts of a document's text that other documents and the checks need; the text itself is kept elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from gongkai.model.document_number import DocumentNumber


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the text: level 1–6, its words, its anchor, its line."""

    level: int
    text: str
    anchor: str
    line: int


@dataclass(frozen=True, slots=True)
class BodyLink:
    """A link or picture as written; `alt` is the words of the link or the picture's alternative text."""

    target: str
    line: int
    picture: bool
    alt: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A 文号 in running text. `left` is all that might be its issuer (汉字 have no word borders), `number` has the rest.

    `title` is what stands in 《》 right before, "" where nothing does, `title_after` right after; `tail` is the literal text
    from the bracket on.
    """

    left: str
    tail: str
    year: int | None
    sequence: int
    form: str
    title: str
    title_after: str
    line: int

    def number(self, issuer: str) -> DocumentNumber:
        """The number that is cited if `issuer` is its 机关代字."""
        return DocumentNumber(issuer, self.year, self.sequence, self.form)


class Stored(NamedTuple):
    """Where the rendered text (HTML with marks) and the plain text of a document are kept: spool file, offset and length in bytes."""

    spool: str = ""
    offset: int = 0
    size: int = 0


@dataclass(frozen=True, slots=True)
class Body:
    """Facts of a text. `characters` counts the plain text; `first_line` is the text's first line in the file."""

    headings: tuple[Heading, ...] = ()
    anchors: frozenset[str] = frozenset()
    links: tuple[BodyLink, ...] = ()
    citations: tuple[Citation, ...] = ()
    stored: Stored = Stored()
    characters: int = 0
    first_line: int = 1
