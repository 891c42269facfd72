"""The one table of weights, and the one order of hits. Both travel in the index; ranking.js is the twin of the order."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor


@dataclass(frozen=True, slots=True)
class Field:
    """A field of Whoosh's schema: its weight, and B, how far BM25F discounts long ones (0…1). `number` holds the 文号
    and after it, on lines of their own, the organs and the date."""

    name: str
    weight: float
    B: float


FIELDS = (
    Field("title", 4.0, 0.5),
    Field("number", 3.0, 0.0),
    Field("text", 1.0, 0.6),
)
K1 = 1.2
# Added to the score where the whole query is that: they keep the classes of hits apart whatever BM25F says.
EXACT_NUMBER = 4000.0
EXACT_TITLE = 1000.0
ENDING_OF_NUMBER = 300.0  # the document that is 7号, where no more was asked for, before those that speak of 17号
ALL_WORDS_IN_TITLE = 100.0
ALL_WORDS_IN_UNIT = 2.0
# Added by what a document is worth today, so that of two alike the one in force comes first.
STANDINGS: tuple[tuple[float, tuple[str, ...]], ...] = (
    (0.7, ("", "待核", "尚未施行", "部分失效", "已修改")),
    (1.0, ("有效",)),
    (0.0, ("废止", "失效")),
)
# Scores are compared after rounding to hundredths: what differs by less is of equal merit.
PRECISION = 100


def rounded(score: float) -> int:
    """The score in hundredths, half up (JavaScript's Math.floor(x + 0.5))."""
    return floor(score * PRECISION + 0.5)


def standing(validity: str) -> int:
    """The place in STANDINGS."""
    return next((place for place, (_, values) in enumerate(STANDINGS) if validity in values), 0)


def order(score: int, document: int) -> tuple[int, int]:
    """Sort key: higher score first, then newer. Documents are numbered by date, then by falling slug, so a higher number
    is newer, and of one date comes first by slug."""
    return -score, -document


def as_recipe() -> dict[str, object]:
    return {
        "K1": K1,
        "fields": [{"name": field.name, "weight": field.weight, "B": field.B} for field in FIELDS],
        "exact_number": EXACT_NUMBER,
        "exact_title": EXACT_TITLE,
        "ending_of_number": ENDING_OF_NUMBER,
        "all_words_in_title": ALL_WORDS_IN_TITLE,
        "all_words_in_unit": ALL_WORDS_IN_UNIT,
        "standings": [weight for weight, _ in STANDINGS],
        "precision": PRECISION,
    }
