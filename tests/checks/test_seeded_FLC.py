"""Seeded mistakes in a clean column: each is found at its line by its rule, and nothing else is said by any rule."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from tests.checks.clean_column import SETTINGS, clean_files
from tests.checks.seeds import Seed
from tests.checks.seeds_data import SEEDS as SEEDS_DATA
from tests.checks.seeds_F import SEEDS as SEEDS_F
from tests.checks.seeds_LC import SEEDS as SEEDS_LC
from tests.checks.seeds_outside import SEEDS as SEEDS_OUTSIDE
from tests.checks.seeds_outside import Outside
from tests.checks.seeds_waivers import SEEDS as SEEDS_WAIVERS
from tests.conftest import Column

from gongkai import checks
from gongkai.checks.L125_outside_gone import answered
from gongkai.checks.outside_links import outside_links
from gongkai.model.problems import Remark

SEEDS = [*SEEDS_F, *SEEDS_LC, *SEEDS_WAIVERS, *SEEDS_DATA]


def read(column: Callable[..., Column], files: dict[str, str | bytes]) -> Column:
    settings = files.pop("site.yaml", SETTINGS)
    assert isinstance(settings, str)
    return column(files, settings)


def test_the_column_is_clean(column: Callable[..., Column]) -> None:
    assert [str(p) for p in read(column, dict(clean_files())).every] == []


@pytest.mark.parametrize("seed", SEEDS, ids=[f"{seed.rule}-{n}" for n, seed in enumerate(SEEDS)])
def test_a_seeded_mistake_is_found_and_nothing_else(column: Callable[..., Column], seed: Seed) -> None:
    if seed.rule == "L115" and sys.platform == "win32":
        pytest.skip("这些文件名在 Windows 上写不出来")
    told = read(column, seed.files()).every
    assert f"{seed.rule} {seed.place()}" in [f"{p.id} {p.place}" for p in told]
    assert {p.id for p in told} == {seed.rule, *seed.also}


@pytest.mark.parametrize("seed", SEEDS_OUTSIDE, ids=lambda seed: f"{seed.rule}-{seed.answer.status}")
def test_what_another_site_answered_is_found_where_the_link_stands(column: Callable[..., Column], seed: Outside) -> None:
    made = read(column, seed.link.files())
    asked = list(outside_links(made.site, made.links))
    remarks = [Remark("L125", finding) for finding in answered(asked, {seed.url: seed.answer})]
    assert [f"{p.id} {p.place}" for p in checks.run(made.site, made.links, remarks)] == [f"L125 {seed.link.place()}"]
