"""The columns of a filter: its values, the sets of them that documents have, and each document's set."""

from __future__ import annotations

from collections.abc import Sequence

from gongkai.searching.codec import encode
from gongkai.searching.columns import in_runs
from gongkai.searching.filters import Filter, ordered_values


def facet_columns(definition: Filter, values_of: Sequence[Sequence[str]]) -> list[tuple[str, str]]:
    """(name, text) of each, as columns.py describes them; `values_of` are those of every document."""
    seen: dict[str, int] = {}
    for values in values_of:
        for value in values:
            seen[value] = seen.get(value, 0) + 1
    listed = ordered_values(definition, seen)
    codes = {value: code for code, value in enumerate(listed)}
    rows = [tuple(sorted(codes[value] for value in values)) for values in values_of]
    sets = {row: number for number, row in enumerate(sorted(set(rows)))}
    told = encode(number for row in sets for number in (len(row), *row))
    return [
        (f"#{definition.key}", "\n".join(listed)),
        (f"%{definition.key}", told),
        (f"={definition.key}", in_runs([sets[row] for row in rows])),
    ]
