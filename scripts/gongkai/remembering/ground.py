"""What of a build holds as long as only texts are others: how documents hang together, what the rules find in their facts, and
what pages show beside their own text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from gongkai.linking.links import Links
from gongkai.model.documents import Document, Interpretation, Policy, Unread
from gongkai.model.problems import Finding
from gongkai.model.site import Site
from gongkai.reading.digests import digest

if TYPE_CHECKING:  # `memory` remembers this
    from gongkai.remembering.memory import Source


@dataclass(frozen=True, slots=True)
class Ground:
    """`made_from` is the digest of what a site has beside its documents. `links` are those of the documents, which are not in
    them; `findings` are by rule, of those rules that look at facts alone.

    `beside` is the digest of what pages are made with beside the column; `around` and `facts` are as `rendering.shown` has them,
    `feeds_of_pages` as `rendering.channels` tells them.
    """

    made_from: str = ""
    links: Links = field(default_factory=lambda: Links(policies={}, interpretations={}))
    findings: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)
    beside: str = ""
    around: str = ""
    facts: str = ""
    feeds_of_pages: Mapping[str, str] = field(default_factory=dict)

    def links_of(self, site: Site) -> Links:
        """The links of a site whose documents have other texts at most."""
        policies, interpretations = site.public_policies, site.public_interpretations
        return replace(self.links, policies={p.slug: p for p in policies}, interpretations={i.slug: i for i in interpretations})


def ground_of(site: Site, links: Links, findings: Mapping[str, tuple[Finding, ...]]) -> Ground:
    """What holds for a site, before there are pages."""
    return Ground(made_from(site), replace(links, policies={}, interpretations={}), findings)


def made_from(site: Site) -> str:
    """The digest of what a site has beside its documents; its settings are of the origin of a memory, and what was published
    and Git are asked each time."""
    return digest(site.today, site.preview, sorted(site.files.items()), sorted(site.heads.items()), site.withdrawals, site.unread)


def with_other_texts(before: Mapping[str, Source], after: Mapping[str, Source]) -> tuple[Document, ...] | None:
    """The policies and interpretations whose texts are others than before; None where anything else of a source is another."""
    if before.keys() != after.keys():
        return None
    found: list[Document] = []
    for path, source in after.items():
        was = before[path]
        if was is source or reads_the_same(was, source):
            continue
        one, other = was.document, source.document
        # Pages show parts of each other's texts.
        if isinstance(one, Unread) or not isinstance(other, Policy | Interpretation) or not _the_same_but_for_its_text(one, other):
            return None
        found.append(other)
    return tuple(found)


def reads_the_same(was: Source, now: Source) -> bool:
    """Whether a source that was read again has the same text and says the same."""
    one, other = was.document, now.document
    if isinstance(one, Unread) or isinstance(other, Unread) or was.digests.own != now.digests.own:
        return False
    return _the_same_but_for_its_text(one, other)


def _the_same_but_for_its_text(one: Document, other: Document) -> bool:
    """Whether two readings of a source differ in nothing that another document or a rule on facts could see: not even in lines."""
    body = replace(other.body, stored=one.body.stored, characters=one.body.characters)
    return replace(other, body=body, remarks=one.remarks) == one
