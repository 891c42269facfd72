"""文种须是规定的文种。来源: 党政机关公文处理工作条例第八条的十五种；词表可在 site.yaml 的“文种”里改。

错: 文种: 函件
对: 文种: 函
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from gongkai.model.problems import Finding
from gongkai.model.site import Site

SEVERITY = "warning"


def check(site: Site) -> Iterator[Finding]:
    """Genres that the vocabulary does not have."""
    genres = site.settings.genres
    for policy in site.policies:
        if policy.genre and genres and policy.genre not in genres:
            inside = [genre for genre in genres if genre in policy.genre]
            near = inside or get_close_matches(policy.genre, genres, n=1, cutoff=0.5)
            hint = f"是不是“{near[0]}”" if near else f"可用：{'、'.join(genres)}"
            yield Finding(policy.place("文种"), f"文种“{policy.genre}”不在词表里", hint)
