"""What Git knows of the sources: a build asks that before it loads anything else of the model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class History:
    """The day on which each source, by its path, first came into Git; `missing` says why that is not known, "" where it is."""

    first: Mapping[str, date] = field(default_factory=dict)
    missing: str = ""
