"""The columns of a filter: its values, the sets of them that documents have, and each document's set."""

from __future__ import annotations

from collections.abc import Sequence

from gongkai.searching.codec import encode
from gongkai.searching.columns import in_runs
from gongkai.searching.filters import Filter, ordered_values


def facet_columns(definition: Filter, values_of: Sequence[Sequence[str]]) -> list[tuple[str, str]]:
    """(name, text) of each, as columns.py describes them; `values_of` are those of every document."""
    different = {tuple(values) for values in values_of}  # few, whatever the number of documents
    listed = ordered_values(definition, {value for values in different for value in values})
    codes = {value: code for code, value in enumerate(listed)}
    rows = {values: tuple(sorted(codes[value] for value in values)) for values in different}
    sets = {row: number for number, row in enumerate(sorted(set(rows.values())))}
    told = encode(number for row in sets for number in (len(row), *row))
    return [
        (f"#{definition.key}", "\n".join(listed)),
        (f"%{definition.key}", told),
        (f"={definition.key}", in_runs([sets[rows[tuple(values)]] for values in values_of])),
    ]
