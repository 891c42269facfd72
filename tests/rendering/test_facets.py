"""Lists: what is in them, and that no two share an address."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import policy
from tests.rendering.conftest import SETTINGS

from gongkai.rendering import facets
from gongkai.rendering.render import address, tasks
from gongkai.rendering.world import World


def test_every_policy_is_in_one_list_of_each_facet(world: World) -> None:
    public = {p.slug for p in world.site.public_policies}
    for code in ("organ", "year"):
        held = [d.slug for listing in facets.listings_by_facet(world)[code] for d in listing.documents]
        assert sorted(held) == sorted(public)


def test_in_force_first(world: World) -> None:
    labels = [listing.label for listing in facets.listings_by_facet(world)["validity"]]
    assert labels == ["现行有效", "● 有效", "○ 废止"]


def test_second_level_topics_lie_within_the_first(world: World) -> None:
    first = facets.listings(world)[facets.topic_slug("综合政务")]
    within = facets.narrower(world)[first.slug]
    assert [listing.label for listing in within] == ["政务公开"]
    assert within[0].slug == facets.topic_slug("综合政务\\政务公开")


def test_only_in_force_by_default(make_world: Callable[..., World]) -> None:
    world = make_world(settings=SETTINGS + "默认仅看有效: true\n")
    assert [d.slug for d in facets.listings(world)["policies"].documents] == ["third", "new"]
    assert len(facets.listings(world)["policies-all"].documents) == 3


def test_codes_that_would_meet_a_page_number(make_world: Callable[..., World]) -> None:
    settings = SETTINGS.replace("代码: jia,", "代码: jia,").replace(
        "栏目:",
        "  - {名称: 甲区二局, 代码: jia-2}\n  - {名称: 甲区三局, 代码: same}\n  - {名称: 甲区四局, 代码: same}\n栏目:",
        1,
    )
    files = {f"policies/p{i}.md": policy(f"甲政发〔2023〕{i}号") for i in range(1, 6)}
    for i, organ in enumerate(("甲区二局", "甲区三局", "甲区四局")):
        files[f"policies/q{i}.md"] = policy(f"甲二〔2023〕{i + 1}号").replace("甲区人民政府", organ)
    world = make_world(files, settings)
    addresses = [address(world, name, key) for name, key in tasks(world)]
    assert len(addresses) == len(set(addresses))


def test_empty_column(make_world: Callable[..., World]) -> None:
    world = make_world({}, "名称: 空栏目\n")
    assert {"index.html", "lists/policies.html", "lists/interpretations.html", "lists/index.html"} <= {
        address(world, name, key) for name, key in tasks(world)
    }
