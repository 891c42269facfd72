"""Seeded mistakes: each is found at its line by its rule, and nothing else of the families F, L and C is said."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable

import pytest
from tests.checks.clean_column import SETTINGS, clean_files
from tests.checks.seeds import Seed
from tests.checks.seeds_F import SEEDS as SEEDS_F
from tests.checks.seeds_LC import SEEDS as SEEDS_LC
from tests.conftest import Column

from gongkai import checks

SEEDS = [*SEEDS_F, *SEEDS_LC]
ASKED_ONLINE = ("L125",)
"""Has a server of its own to be tested against."""
SEEDED = frozenset(seed.rule for seed in SEEDS)


def found(column: Callable[..., Column], files: dict[str, str | bytes]) -> Counter[str]:
    settings = files.pop("site.yaml", SETTINGS)
    assert isinstance(settings, str)
    return Counter(f"{p.id} {p.place}" for p in column(files, settings).every if p.id in SEEDED)


def test_the_column_is_clean(column: Callable[..., Column]) -> None:
    assert found(column, dict(clean_files())) == {}


@pytest.mark.parametrize("seed", SEEDS, ids=[f"{seed.rule}-{n}" for n, seed in enumerate(SEEDS)])
def test_a_seeded_mistake_is_found_and_nothing_else(column: Callable[..., Column], seed: Seed) -> None:
    if seed.rule == "L115" and sys.platform == "win32":
        pytest.skip("这些文件名在 Windows 上写不出来")
    told = found(column, seed.files())
    assert f"{seed.rule} {seed.place()}" in told
    assert {line.split()[0] for line in told} == {seed.rule, *seed.also}


def test_each_rule_has_three_seeds() -> None:
    counts = Counter(seed.rule for seed in SEEDS)
    mine = [rule.id for rule in checks.rules() if rule.id[0] in "FLC" and rule.id[1] in "01" and rule.id not in ASKED_ONLINE]
    assert [rule for rule in mine if counts[rule] < 3] == []
