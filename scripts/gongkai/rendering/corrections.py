"""What was put right in published documents, as their pages and the list of all corrections show it."""

from __future__ import annotations

from dataclasses import dataclass

from gongkai.model.documents import Document
from gongkai.rendering import urls
from gongkai.rendering.world import World


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """A correction: its day, its words."""

    date: str
    text: str


@dataclass(frozen=True, slots=True)
class Corrections:
    """The corrections of a document, newest first, and the way to the list of all."""

    rows: tuple[CorrectionRow, ...]
    every: str


def corrections_of(world: World, page: str, document: Document) -> Corrections | None:
    """Those of a document that the page at `page` shows, none of a day still to come; None where there are none."""
    own = sorted((c for c in document.corrections if c.day <= world.site.today), key=lambda c: c.day, reverse=True)
    if not own:
        return None
    return Corrections(tuple(CorrectionRow(c.day.isoformat(), c.text) for c in own), urls.relative(page, urls.CORRECTIONS))
