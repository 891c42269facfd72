"""Which policies a site must explain, by its own rules: 须解读的文种 and 须解读的机关."""

from __future__ import annotations

from gongkai.model.documents import Policy
from gongkai.model.settings import Settings

_UNIFIED = "统一编号"


def must_explain(policy: Policy, settings: Settings) -> bool:
    """Whether the genre (or, for the word 统一编号, the having of one) and the organ are on the lists."""
    genres, organs = settings.parameters["须解读的文种"], settings.parameters["须解读的机关"]
    wanted = (policy.genre and policy.genre in genres) or (_UNIFIED in genres and policy.unified_number)
    return bool(wanted) and (not organs or not set(organs).isdisjoint(policy.organs))
