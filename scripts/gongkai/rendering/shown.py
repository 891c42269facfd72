"""What a page shows of the column, as a digest: a page whose digest is that of the last build need not be made again.

The pages of policies and of interpretations are told exactly: the document itself, and of others what stands on its page.
A page of a list or of a register is told by its rows and by what it has alike with every page of its list.
Every other page hangs on all facts of all documents, save the texts of policies and interpretations, which it never shows;
where these are others, it is told by its variables (`variables`), which are all that a template is given.
Whoever lets a page show more of another document says so here; `tests/remembering` compares with builds from nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from functools import cached_property
from operator import attrgetter

from gongkai.linking.links import Fault
from gongkai.linking.targets import local_path
from gongkai.model.documents import Document, Interpretation, Policy, Reference
from gongkai.model.validity import StateChange
from gongkai.reading.digests import Digests, digest
from gongkai.rendering.channels import channel_of_page
from gongkai.rendering.columns import tree_of
from gongkai.rendering.facets import listings, per_page
from gongkai.rendering.pages import lists, page_type
from gongkai.rendering.pages.search import INDEX, SUGGESTIONS
from gongkai.rendering.registers import NUMBERS, TITLES, leaves_of, sections_of, volumes
from gongkai.rendering.world import World

SEARCH = "search"
"""The type of the page that hangs on the index, too."""
_TOLD = frozenset({"policy", "interpretation", "lists", "register"})
"""Types of pages that are told without looking at their variables."""
_TOLD_OF_A_CHANGE = attrgetter(*(each.name for each in fields(StateChange)))  # a dataclass takes three times as long to say it


def beside(world: World) -> str:
    """The digest of what pages are made with beside the column, the addresses of the index excepted."""
    assets = {name: address for name, address in world.assets.items() if name not in (INDEX, SUGGESTIONS)}
    return digest(assets, sorted(world.overrides.items()), world.bundled)


def variables(world: World, name: str, key: str) -> str:
    """The digest of all that a page's template is given; "" for a page that is told by less."""
    if name in _TOLD and key not in (NUMBERS, TITLES):
        return ""
    return digest(page_type(name).context(world, key), sorted(world.overrides.items()), world.site.settings.address)


class Shown:
    """`shown(type, key)` is the digest of a page of this world. `digests` are those of the sources, by path. What is `around` every
    page, and all `facts` of all documents, need not be told again where they are known to be the same."""

    def __init__(self, world: World, digests: Mapping[str, Digests], around: str = "", facts: str = "") -> None:
        self._known_around, self._known_facts = around, facts
        self._world, self._links, self._site = world, world.links, world.site
        self._digests = digests
        self._rows: dict[str, str] = {}
        self._listed: dict[str, str] = {}
        self._alike: dict[str, str] = {}
        self._exact: Mapping[str, Callable[[str], str]] = {
            "policy": self._policy, "interpretation": self._interpretation, "lists": self._list, "register": self._register,
        }  # fmt: skip

    def __call__(self, name: str, key: str) -> str:
        exact = self._exact.get(name)
        if exact:
            return exact(key)
        # The page of search alone names the index, which is another one with every letter of a text.
        return digest(self.facts, self._world.assets) if name == SEARCH else self.facts

    @cached_property
    def around(self) -> str:
        """What stands on every page: its frame, and which lists there are to lead to."""
        if self._known_around:
            return self._known_around
        world, site = self._world, self._site
        organs = sorted({name for policy in site.public_policies for name in policy.organs})
        nodes = [node.trail for node in tree_of(world).nodes]
        return digest(
            site.settings, site.today, site.preview, beside(world), sorted(channel_of_page(world).items()), organs, nodes, bool(site.corrected),
        )  # fmt: skip

    @cached_property
    def facts(self) -> str:
        """All facts of all documents, and how they hang together."""
        if self._known_facts:
            return self._known_facts
        site, links = self._site, self._links
        told: list[object] = [self.around, sorted(site.files.items()), site.withdrawals]
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
        return digest((
            *self._own(policy, policy.attachments), self._row(policy), effects, cleaning, reviews, links.web_interpretations.get(slug), pages,
            self._policies(others),
            [self._row(self._site.by_url[url]) for url in pages],
            [(self._row(interpretation), links.targets_in(interpretation)) for interpretation in explained],
        ))  # fmt: skip

    def _interpretation(self, slug: str) -> str:
        links = self._links
        interpretation = links.interpretations[slug]
        explained = links.policies_of(interpretation)
        others = set(links.cites.get(interpretation.url, ()))
        others.update(change.by for policy in explained for change in links.standing(policy).life)
        beside = [self._row(other) for policy in explained for other in links.interpretations_of(policy)]
        return digest(
            *self._own(interpretation, interpretation.attachments), [self._row(policy) for policy in explained], beside,
            self._policies(others), self._unknown.get(interpretation.path),
        )  # fmt: skip

    def _list(self, key: str) -> str:
        slug, _, number = key.rpartition(" ")
        if slug not in self._alike:  # whatever stands on the first page beside its rows stands on all, or follows from their number
            first = lists.context(self._world, f"{slug} 1")
            self._alike[slug] = digest(self.around, replace(first, policies=(), interpretations=()))
        size = per_page(self._world)
        rows = listings(self._world)[slug].documents[(int(number) - 1) * size : int(number) * size]
        return digest(self._alike[slug], number, "".join([self._listed.get(document.path) or self._row_in_lists(document) for document in rows]))

    def _register(self, key: str) -> str:
        found = next((register for register in (NUMBERS, TITLES) if key in leaves_of(self._world, register)), None)
        if found is None:
            return self.facts
        volume, number = leaves_of(self._world, found)[key]
        if volume.slug not in self._alike:
            others = [(other.slug, other.label, len(other.entries)) for other in volumes(self._world, found)]
            self._alike[volume.slug] = digest(self.around, volume.slug, volume.label, others, list(sections_of(volume).items()))
        rows = (part for entry in volume.page(number) for part in (entry.section, self._row(entry.document)))
        return digest(self._alike[volume.slug], number, *rows)

    def _row_in_lists(self, document: Document) -> str:
        """A document in a list: an interpretation stands there with what it explains."""
        told = self._row(document)
        if isinstance(document, Interpretation):
            explained = [self._row(policy) for policy in self._links.policies_of(document)]
            told = digest(told, self._links.targets_in(document), explained)
        self._listed[document.path] = told
        return told

    @cached_property
    def _unknown(self) -> Mapping[str, list[str]]:
        """What interpretations say they explain and this column has not."""
        found: dict[str, list[str]] = {}
        for fault in self._links.faults:
            if fault.key == "解读对象" and fault.fault in (Fault.DANGLING, Fault.AMBIGUOUS):
                found.setdefault(fault.place.path, []).append(fault.text)
        return found

    def _own(self, document: Document, attachments: Iterable[Reference]) -> tuple[object, ...]:
        """A document on its own page: every byte of it, where its text leads, and the files it names."""
        files = [self._site.files.get(local_path(reference.text, document)) for reference in attachments]
        return self.around, self._digests[document.path], self._links.targets_in(document), self._links.cited_in(document), files

    def _policies(self, slugs: Iterable[str]) -> list[str]:
        known = self._links.policies
        return [self._row(known[slug]) for slug in sorted(slugs) if slug in known]

    def _row(self, document: Document) -> str:
        """A document on the pages of others: its facts, and its state."""
        row = self._rows.get(document.path)
        if row is None:
            standing = self._links.standings.get(document.slug) if isinstance(document, Policy) else None
            told = [change and _TOLD_OF_A_CHANGE(change) for change in (standing.now, standing.upcoming, *standing.life)] if standing else None
            row = self._rows[document.path] = digest((self._digests[document.path].facts, document.url, told))
        return row
