"""What stays at the address of a policy that was taken down: that it was, and when. Its text is gone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.model.documents import Policy
from gongkai.rendering.columns import tree_of
from gongkai.rendering.frame import Frame, Place, frame
from gongkai.rendering.world import World

TEMPLATE = "withdrawn.html"


@dataclass(frozen=True, slots=True)
class Context:
    """Variables of withdrawn.html."""

    frame: Frame
    title: str
    number: str
    withdrawn: str
    host: str


def keys(world: World) -> Sequence[str]:
    """The addresses of the withdrawn policies, save where another document has taken the address."""
    by_url = world.site.by_url
    return [policy.url for policy in world.site.withdrawn_policies if by_url.get(policy.url) is policy]


def address(_world: World, key: str) -> str:
    """The policy's old address, which is the key."""
    return key


def context(world: World, key: str) -> Context:
    """The note."""
    policy = world.site.by_url[key]
    assert isinstance(policy, Policy)
    return Context(
        frame=frame(world, "withdrawn", policy.title, Place(key, tree_of(world).policies)),
        title=policy.title,
        number=str(policy.number or ""),
        withdrawn=policy.withdrawn_from.isoformat() if policy.withdrawn_from else "",
        host=world.site.settings.host,
    )
