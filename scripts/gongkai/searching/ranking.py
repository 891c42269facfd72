"""The one table of weights, and the one order of hits. Both travel in the index; ranking.js is the twin of the order."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor


@dataclass(frozen=True, slots=True)
class Field:
    """A field of Whoosh's schema: its weight, and B, how far BM25F discounts long ones (0…1)."""

    name: str
    weight: float
    B: float


FIELDS = (
    Field("title", 4.0, 0.5),
    Field("number", 3.0, 0.3),
    Field("text", 1.0, 0.75),
)
K1 = 1.2
# Added to the score where the whole query is that: they keep the classes of hits apart whatever BM25F says.
EXACT_NUMBER = 4000.0
EXACT_TITLE = 1000.0
ALL_WORDS_IN_TITLE = 100.0
IN_FORCE = "有效"
# Scores are compared after rounding, so that the last bit of a logarithm decides nothing.
PRECISION = 1_000_000


def rounded(score: float) -> int:
    """The score in millionths, half up (JavaScript's Math.floor(x + 0.5))."""
    return floor(score * PRECISION + 0.5)


def order(score: int, in_force: bool, document: int) -> tuple[int, bool, int]:
    """Sort key: higher score first, then 有效, then newer. Documents are numbered by date, then by falling slug, so a
    higher number is newer, and of one date comes first by slug."""
    return -score, not in_force, -document


def as_recipe() -> dict[str, object]:
    return {
        "K1": K1,
        "fields": [{"name": field.name, "weight": field.weight, "B": field.B} for field in FIELDS],
        "exact_number": EXACT_NUMBER,
        "exact_title": EXACT_TITLE,
        "all_words_in_title": ALL_WORDS_IN_TITLE,
        "precision": PRECISION,
    }
