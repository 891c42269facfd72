"""Of the list of all files: made out of the last one it is what it is when it is made from nothing."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from gongkai.publishing.manifest import manifest, renewed
from gongkai.publishing.staging import Written


@dataclass(frozen=True)
class Day:
    """All that is asked of a site."""

    today: date


PATHS = st.text(alphabet='ab/.-"\\{}:,\n文\U00020000\x7f ', max_size=4)
FILES = st.dictionaries(PATHS, st.integers(0, 99), max_size=30)
SITE: Any = Day(date(2026, 11, 21))


def written(files: dict[str, int]) -> list[Written]:
    return [Written(path, f"{size:064x}", size) for path, size in files.items()]


@given(FILES, FILES, st.sets(PATHS, max_size=9), st.data())
def test_out_of_the_last_one_it_is_as_from_nothing(before: dict[str, int], fresh: dict[str, int], gone: set[str], data: st.DataObject) -> None:
    gone |= set(data.draw(st.lists(st.sampled_from(sorted(before)), max_size=9))) if before else set()
    stay = {path: size for path, size in before.items() if path not in gone}
    found = renewed(manifest(Day(date(2025, 1, 1)), written(before)), SITE, gone, written(fresh))  # type: ignore[arg-type]
    assert found == manifest(SITE, written({**stay, **fresh}))
    assert len(json.loads(found)["files"]) == len({**stay, **fresh})
