"""What a policy does to others, as both pages show it."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Column, policy


def shown(column: Column, slug: str) -> list[tuple[str, str, str]]:
    return [(link.effect.value, link.target, link.text) for link in column.links.effects_of.get(slug, ())]


def test_inside_and_outside_the_column(column: Callable[..., Column]) -> None:
    found = column({
        "policies/p.md": policy(more="废止: 甲政发[2019]3号\n依据:\n  - 国办发〔2020〕23号\n  - 《某条例》\n"),
        "policies/old.md": policy("甲政发〔2019〕3号", issued="2019-01-01", validity="废止"),
    })
    assert shown(found, "p") == [
        ("废止", "old", "甲政发[2019]3号"), ("依据", "", "国办发〔2020〕23号"), ("依据", "", "《某条例》"),
    ]
    assert [(e.effect.value, e.source) for e in found.links.effects_on["old"]] == [("废止", "p")]


def test_what_is_not_published_is_not_named_and_what_was_withdrawn_has_its_number(column: Callable[..., Column]) -> None:
    found = column({
        "policies/p.md": policy(more="依据: [draft, later, gone]\n"),
        "policies/draft.md": policy("甲政发〔2023〕1号", more="草稿: true\n"),
        "policies/later.md": policy("甲政发〔2023〕2号", more="发布于: 2030-01-01\n"),
        "policies/gone.md": policy("甲政发〔2023〕3号", more="下架日: 2024-01-01\n"),
    })
    assert shown(found, "p") == [("依据", "", "甲政发〔2023〕3号")]
