"""What a page shows of the column, as a digest: a page whose digest is that of the last build need not be made again.

The pages of policies and of interpretations are told exactly: the document itself, and of others what stands on its page.
Every other page hangs on all facts of all documents, save the texts of policies and interpretations, which it never shows.
Whoever lets a page show more of another document says so here; `tests/remembering` compares with builds from nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from gongkai.linking.links import Fault
from gongkai.linking.targets import local_path
from gongkai.model.documents import Document, Policy, Reference
from gongkai.reading.digests import Digests, digest
from gongkai.rendering.channels import channel_of_page
from gongkai.rendering.columns import tree_of
from gongkai.rendering.pages.search import INDEX, SUGGESTIONS
from gongkai.rendering.world import World


class Shown:
    """`shown(type, key)` is the digest of a page of this world. `digests` are those of the sources, by path."""

    def __init__(self, world: World, digests: Mapping[str, Digests]) -> None:
        self._world, self._links, self._site = world, world.links, world.site
        self._digests = digests
        self._rows: dict[str, str] = {}
        self._exact: Mapping[str, Callable[[str], str]] = {"policy": self._policy, "interpretation": self._interpretation}

    def __call__(self, name: str, key: str) -> str:
        exact = self._exact.get(name)
        if exact:
            return exact(key)
        # That page alone names the index, which is another one with every letter of a text.
        return digest(self._everything, self._world.assets) if name == "search" else self._everything

    @cached_property
    def _around(self) -> str:
        """What stands on every page: its frame, and which lists there are to lead to."""
        world, site = self._world, self._site
        assets = {name: address for name, address in world.assets.items() if name not in (INDEX, SUGGESTIONS)}
        organs = sorted({name for policy in site.public_policies for name in policy.organs})
        nodes = [node.trail for node in tree_of(world).nodes]
        return digest(
            site.settings, site.today, site.preview, assets, sorted(world.overrides.items()), sorted(channel_of_page(world).items()), organs,
            nodes, world.bundled, bool(site.corrected),
        )  # fmt: skip

    @cached_property
    def _everything(self) -> str:
        site, links = self._site, self._links
        told: list[object] = [self._around, sorted(site.files.items()), site.withdrawals]
        told += [self._row(policy) for policy in site.policies]
        told += [self._row(interpretation) for interpretation in site.interpretations]
        told += [self._digests[page.path] for page in site.pages]
        told += [links.targets_in(document) for document in (*site.interpretations, *site.pages)]
        told += [links.cited_in(page) for page in site.pages]
        told += [sorted(each.items()) for each in (
            links.explained_by, links.explains, links.effects_of, links.effects_on, links.cites, links.cited_by, links.cleanings,
            links.reviews, links.related_pages, links.web_interpretations,
        )]  # fmt: skip
        told += [sorted((path, sorted(found.items())) for path, found in links.data_links.items())]
        return digest(*told)

    def _policy(self, slug: str) -> str:
        links = self._links
        policy = links.policies[slug]
        cleaning = links.cleanings.get(slug)
        reviews = links.reviews.get(slug, ())
        effects = (*links.effects_of.get(slug, ()), *links.effects_on.get(slug, ()))
        explained = links.interpretations_of(policy)
        others: set[str] = {*links.cites.get(policy.url, ()), *(review.by for review in reviews)}
        others.update(change.by for change in links.standing(policy).life)
        for effect in effects:
            others |= {effect.source, effect.target}
        if cleaning:
            others.update(cleaned.target for cleaned in cleaning.rows)
        pages = (*links.cited_by.get(slug, ()), *links.related_pages.get(policy.path, ()))
        return digest(
            self._own(policy, policy.attachments), self._row(policy), effects, cleaning, reviews, links.web_interpretations.get(slug), pages,
            self._policies(others),
            [self._row(self._site.by_url[url]) for url in pages],
            [(self._row(interpretation), links.targets_in(interpretation)) for interpretation in explained],
        )  # fmt: skip

    def _interpretation(self, slug: str) -> str:
        links = self._links
        interpretation = links.interpretations[slug]
        explained = links.policies_of(interpretation)
        others = set(links.cites.get(interpretation.url, ()))
        others.update(change.by for policy in explained for change in links.standing(policy).life)
        beside = [self._row(other) for policy in explained for other in links.interpretations_of(policy)]
        return digest(
            self._own(interpretation, interpretation.attachments), [self._row(policy) for policy in explained], beside,
            self._policies(others), self._unknown.get(interpretation.path),
        )  # fmt: skip

    @cached_property
    def _unknown(self) -> Mapping[str, list[str]]:
        """What interpretations say they explain and this column has not."""
        found: dict[str, list[str]] = {}
        for fault in self._links.faults:
            if fault.key == "解读对象" and fault.fault in (Fault.DANGLING, Fault.AMBIGUOUS):
                found.setdefault(fault.place.path, []).append(fault.text)
        return found

    def _own(self, document: Document, attachments: Iterable[Reference]) -> str:
        """A document on its own page: every byte of it, where its text leads, and the files it names."""
        files = [self._site.files.get(local_path(reference.text, document)) for reference in attachments]
        return digest(
            self._around, self._digests[document.path], self._links.targets_in(document), self._links.cited_in(document), files
        )

    def _policies(self, slugs: Iterable[str]) -> list[str]:
        known = self._links.policies
        return [self._row(known[slug]) for slug in sorted(slugs) if slug in known]

    def _row(self, document: Document) -> str:
        """A document on the pages of others: its facts, and its state."""
        row = self._rows.get(document.path)
        if row is None:
            standing = self._links.standings.get(document.slug) if isinstance(document, Policy) else None
            row = self._rows[document.path] = digest(self._digests[document.path].facts, document.url, standing)
        return row
