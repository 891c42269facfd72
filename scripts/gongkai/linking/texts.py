"""The links of a column of which only texts are others than before: nearly all of them are as they were."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gongkai.linking.citations import cited_policies, resolve_citations
from gongkai.linking.links import Links
from gongkai.linking.names import Names
from gongkai.model.documents import Document, Interpretation, Policy
from gongkai.model.site import Site


def with_texts(links: Links, changed: Sequence[tuple[Document, Document]], site: Site) -> Links | None:
    """The `links` as they are now that documents (before, after) have other texts; None where that changes more than they
    themselves: they cite other policies, or an article or heading that others may link to is gone."""
    citations, policies, interpretations = dict(links.citations), dict(links.policies), dict(links.interpretations)
    names = Names(site) if any(before.body.citations != after.body.citations for before, after in changed) else None
    for before, after in changed:
        if not before.body.anchors <= after.body.anchors:
            return None
        if names:
            citations[after.path] = resolve_citations(after, names, site)
        if site.is_public(after):
            if cited_policies(citations.get(after.path, ()), after) != links.cites[after.url]:
                return None
            if isinstance(after, Policy):
                policies[after.slug] = after
            elif isinstance(after, Interpretation):
                interpretations[after.slug] = after
    return replace(links, citations=citations, policies=policies, interpretations=interpretations)
