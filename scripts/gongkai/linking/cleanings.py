"""Cleanings (清理): which policy each row means, what the conclusions do, which documents a cleaning passed over.

Source: standards §6.5: what a cleaning does not list among the documents that stay in force must not be rested on any more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from gongkai.linking.links import CleanedRow, Cleaning, EffectLink, Review
from gongkai.linking.names import Names, named_in, same_title
from gongkai.linking.standing import effective_from
from gongkai.model.documents import CleaningRow, Policy
from gongkai.model.site import Site
from gongkai.model.validity import Standing


def resolve_rows(policy: Policy, names: Names) -> tuple[CleanedRow, ...]:
    """The rows of a policy's cleaning with the policies they name; a row cannot name the policy itself."""
    return tuple(CleanedRow(row, _slug(row, policy, names)) for row in policy.cleaning)


def effects_of_rows(policy: Policy, rows: Iterable[CleanedRow], said: Iterable[EffectLink]) -> list[EffectLink]:
    """What the conclusions do, but for what the policy's own 废止 修改 宣布失效 say already."""
    known = {(link.effect, link.target or link.text) for link in said}
    effects = []
    for cleaned in rows:
        effect = cleaned.row.conclusion.effect
        if effect and (effect, cleaned.target or cleaned.row.text) not in known:
            effects.append(EffectLink(effect, policy.slug, cleaned.target, cleaned.row.text, policy.at_row(cleaned.row)))
    return effects


def make_cleanings(
    site: Site, rows: Mapping[str, tuple[CleanedRow, ...]], standings: Mapping[str, Standing]
) -> tuple[dict[str, Cleaning], dict[str, tuple[Review, ...]]]:
    """The cleanings that public policies announce, by slug, and what each said of every policy; `rows` is by path."""
    cleanings: dict[str, Cleaning] = {}
    reviews: dict[str, list[Review]] = defaultdict(list)
    public = {policy.slug: policy for policy in site.public_policies}
    for slug, policy in public.items():
        resolved = rows.get(policy.path)
        if not resolved:
            continue
        since = effective_from(policy)
        until = policy.cleaned_until or since
        unlisted = _unlisted(policy, resolved, until, public, standings) if until else ()
        cleanings[slug] = Cleaning(slug, since, until, resolved, unlisted)
        for cleaned in resolved:
            if cleaned.target in public:
                reviews[cleaned.target].append(Review(slug, since, cleaned.row))
    return cleanings, {slug: tuple(sorted(found, key=lambda r: r.since or date.min)) for slug, found in reviews.items()}


def _slug(row: CleaningRow, policy: Policy, names: Names) -> str:
    _, number = named_in(row.text)
    found = names.numbered(number) if number else []
    if len(found) > 1 and row.title:
        found = [p for p in found if same_title(row.title, p.title)]
    document = found[0] if len(found) == 1 else names.resolve(row.text, Policy, policy).document if not found else None
    return document.slug if document and document is not policy else ""


def _unlisted(
    policy: Policy, rows: Iterable[CleanedRow], until: date, public: Mapping[str, Policy], standings: Mapping[str, Standing]
) -> tuple[str, ...]:
    """Documents of the same organs, in force on the last day of the cleaning, that it does not list.

    Where the documents it lists bear a 统一编号, only others that bear one are 行政规范性文件 that it had to list.
    """
    listed = {cleaned.target for cleaned in rows}
    known = [public[slug] for slug in listed if slug in public]
    organs = set(policy.cleaned_organs) or {*policy.organs, *(p.organs[0] for p in known if p.organs)}
    unified = any(p.unified_number for p in known)
    return tuple(
        slug
        for slug, other in sorted(public.items())
        if slug not in listed
        and other is not policy
        and other.organs[:1] and other.organs[0] in organs
        and (other.unified_number if unified else other.number)
        and (day := other.day) and day <= until
        and not (standings[slug].marked and standings[slug].state.ended)  # it ended on a day that nobody wrote down
        and (state := standings[slug].on(until)) and state.binding
    )  # fmt: skip
