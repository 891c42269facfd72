"""Every reference of a column resolved: sources in, `Links` out. Read `make_links` first."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from gongkai.linking.citations import cited_policies, resolve_citations
from gongkai.linking.cleanings import effects_of_rows, make_cleanings, resolve_rows
from gongkai.linking.data_links import related_pages, resolve_data
from gongkai.linking.links import CleanedRow, EffectLink, Fault, FaultyReference, Links
from gongkai.linking.names import Names, named_in
from gongkai.linking.standing import lives, name_of, standing_of
from gongkai.linking.targets import local_path, odd_name, resolve_targets
from gongkai.model.documents import Document, Interpretation, Policy, Reference
from gongkai.model.site import Site

_Pairs = dict[str, list[str]]


def make_links(site: Site) -> Links:
    """All links of a column, and every reference that is not a sound one."""
    names = Names(site)
    faults: list[FaultyReference] = []
    explained_by, explains, web = _explanations(site, names, faults)
    rows = {policy.path: resolve_rows(policy, names) for policy in site.policies if policy.cleaning}
    effects = _effects(site, names, rows, faults)
    _attachments(site, faults)
    effective = {p.slug: p for p in site.policies if not site.is_awaited(p) and site.by_url[p.url] is p}
    effective_paths = {slug: policy.path for slug, policy in effective.items()}
    on_all: dict[str, list[EffectLink]] = defaultdict(list)
    for path, effect in effects:
        if effect.target and path == effective_paths.get(effect.source):
            on_all[effect.target].append(effect)
    public = {p.slug: p for p in site.public_policies}
    hidden = {p.slug for p in site.policies} - set(effective)
    shown_paths = {p.path for p in site.public_policies}
    line = lives(effective, on_all)
    standings, contradictions = {}, {}
    for slug, policy in public.items():
        standings[slug], contradiction = standing_of(policy, line[slug], site.today)
        if contradiction:
            contradictions[slug] = contradiction
    data_links = resolve_data(site, names)
    citations = {d.path: resolve_citations(d, names, site) for d in site.documents()}
    cites = {d.url: cited_policies(citations[d.path], d) for d in site.documents() if site.is_public(d)}
    cited_by: dict[str, list[str]] = defaultdict(list)
    for document in (*site.public_policies, *site.public_interpretations, *site.public_pages):
        for slug in cites[document.url]:
            cited_by[slug].append(document.url)
    effects_of: dict[str, list[EffectLink]] = defaultdict(list)
    for path, effect in effects:
        if path not in shown_paths or effect.target in hidden:
            continue  # what is not published yet must not be named on a page
        target = effective.get(effect.target)
        withdrawn = target is not None and effect.target not in public
        shown = replace(effect, target="", text=name_of(target)) if target and withdrawn else effect
        effects_of[effect.source].append(shown)
    cleanings, reviews = make_cleanings(site, rows, standings)
    return Links(
        policies=public,
        interpretations={i.slug: i for i in site.public_interpretations},
        explained_by=explained_by,
        explains=explains,
        data_links=data_links,
        related_pages=related_pages(site, data_links),
        web_interpretations=web,
        effects_of={s: tuple(e) for s, e in effects_of.items()},
        effects_on={s: tuple(e for e in found if e.source in public) for s, found in on_all.items()},
        cleanings=cleanings,
        reviews=reviews,
        cites=cites,
        cited_by={s: tuple(urls) for s, urls in cited_by.items()},
        standings=standings,
        contradictions=contradictions,
        citations=citations,
        body_targets={d.path: resolve_targets(d, site) for d in site.documents() if d.body.links},
        issuers=names.issuers,
        faults=tuple(faults),
    )


def _explanations(
    site: Site, names: Names, faults: list[FaultyReference]
) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """解读链接 and 解读对象, each resolved, then held against the other side; a link of either side is shown on both."""
    from_policy: dict[tuple[str, str], Reference] = {}
    from_interpretation: dict[tuple[str, str], Reference] = {}
    sound: dict[tuple[str, str], tuple[Policy, Interpretation]] = {}
    web: dict[str, tuple[str, ...]] = {}
    for policy in site.policies:
        if not policy.interpretations:
            continue
        urls = tuple(r.text for r in policy.interpretations if r.text.lower().startswith(("http://", "https://")))
        if site.is_public(policy):
            web[policy.slug] = urls
        for reference in policy.interpretations:
            if reference.text in urls:
                continue
            found = _resolved(policy, "解读链接", reference, Interpretation, names, site, faults)
            if isinstance(found, Interpretation):
                from_policy[policy.path, found.path] = reference
                sound[policy.path, found.path] = (policy, found)
    objects: dict[str, list[str]] = defaultdict(list)
    for interpretation in site.interpretations:
        for reference in interpretation.explains:
            found = _resolved(interpretation, "解读对象", reference, Policy, names, site, faults)
            if isinstance(found, Policy):
                from_interpretation[found.path, interpretation.path] = reference
                sound[found.path, interpretation.path] = (found, interpretation)
                objects[interpretation.path].append(found.path)
    explained_by: _Pairs = defaultdict(list)
    explains: _Pairs = defaultdict(list)
    for pair, (policy, interpretation) in sound.items():
        said, answered = from_policy.get(pair), from_interpretation.get(pair)
        if not answered and said:
            fault = Fault.CONTRADICTORY if objects[interpretation.path] else Fault.ONE_SIDED
            faults.append(FaultyReference(fault, "解读链接", policy.at(said.line), said.text, policy.path, interpretation.path))
        elif not said and answered:
            place = interpretation.at(answered.line)
            faults.append(FaultyReference(Fault.ONE_SIDED, "解读对象", place, answered.text, interpretation.path, policy.path))
        if site.is_public(policy) and site.is_public(interpretation):
            explained_by[policy.slug].append(interpretation.slug)
            explains[interpretation.slug].append(policy.slug)
    order = {i.slug: n for n, i in enumerate(site.public_interpretations)}
    return (
        {slug: tuple(sorted(found, key=lambda s: order[s])) for slug, found in explained_by.items()},
        {slug: tuple(found) for slug, found in explains.items()},
        {slug: found for slug, found in web.items() if found},
    )


def _effects(
    site: Site, names: Names, rows: dict[str, tuple[CleanedRow, ...]], faults: list[FaultyReference]
) -> list[tuple[str, EffectLink]]:
    """废止 修改 宣布失效 转发 依据 and the 清理 of every policy, each with the policy's path.

    A 文号 or title of a document outside the column is no fault.
    """
    effects = []
    for policy in site.policies:
        own = []
        for effect, references in policy.effects():
            for reference in references:
                resolved = names.resolve(reference.text, Policy, policy)
                target = ""
                if resolved.document:
                    found = _resolved(policy, effect.value, reference, Policy, names, site, faults)
                    target = found.slug if found else ""
                elif resolved.fault is not Fault.DANGLING or not names_a_document(reference.text, site):
                    _resolved(policy, effect.value, reference, Policy, names, site, faults)
                own.append(EffectLink(effect, policy.slug, target, reference.text, policy.at(reference.line)))
        own += effects_of_rows(policy, rows.get(policy.path, ()), own)
        effects += [(policy.path, effect) for effect in own]
    return effects


def names_a_document(text: str, site: Site) -> bool:
    """Whether a reference names a document that may well lie outside the column: a 文号 of another organ, or a 《title》."""
    _, number = named_in(text)
    if number is None:
        return text.startswith(("《", "〈")) and text.endswith(("》", "〉"))
    own = {issuer for organ in site.settings.organs for issuer in organ.issuers}
    return number.issuer not in own


def _attachments(site: Site, faults: list[FaultyReference]) -> None:
    for document in site.documents():
        for reference in getattr(document, "attachments", ()):
            path = local_path(reference.text, document)
            if path not in site.files or odd_name(path):
                place = document.at(reference.line)
                faults.append(FaultyReference(Fault.DANGLING, "附件", place, reference.text, document.path))


def _resolved(
    source: Document,
    key: str,
    reference: Reference,
    wanted: type[Document],
    names: Names,
    site: Site,
    faults: list[FaultyReference],
) -> Document | None:
    """The document that a reference means; a fault is noted where there is none, or none that is public."""
    resolved = names.resolve(reference.text, wanted, source)
    place = source.at(reference.line)
    if resolved.document is None:
        candidates = resolved.candidates or names.near(reference.text, wanted)
        faults.append(FaultyReference(resolved.fault or Fault.DANGLING, key, place, reference.text, source.path, "", candidates))
        return None
    target = resolved.document
    if target is source:
        faults.append(FaultyReference(Fault.SELF, key, place, reference.text, source.path, target.path))
        return None
    if site.is_public(source) and not site.is_public(target):
        faults.append(FaultyReference(Fault.WITHHELD, key, place, reference.text, source.path, target.path))
    return target
