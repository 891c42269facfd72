"""What a policy's page says to programs in the words of schema.org/Legislation.

It stands in the page as a data block: such a block is never run, so that the strict policy on scripts lets it be, and search
engines read it nowhere else. Addresses are whole where `site.yaml` says where the column is, else relative to the page.
"""

from __future__ import annotations

import json
from typing import Any

from gongkai.model.documents import Policy, day_of
from gongkai.model.validity import Effect, Validity
from gongkai.rendering import urls
from gongkai.rendering.templates import Markup
from gongkai.rendering.world import World

_FORCE = {
    Validity.IN_FORCE: "InForce", Validity.AMENDED: "InForce", Validity.PARTLY_LAPSED: "PartiallyInForce",
    Validity.REPEALED: "NotInForce", Validity.LAPSED: "NotInForce", Validity.NOT_YET: "NotInForce",
}  # fmt: skip
_EFFECTS = {
    Effect.REPEALS: "legislationRepeals", Effect.DECLARES_LAPSED: "legislationRepeals", Effect.AMENDS: "legislationAmends",
    Effect.RESTS_ON: "legislationEnsuresImplementationOf",
}  # fmt: skip
_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "txt": "text/plain", "pdf": "application/pdf",
}  # fmt: skip
_AS_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def legislation(world: World, policy: Policy) -> Markup:
    """The data block's content: JSON in which no “<” can end the block."""
    text = _AS_JSON(record(world, policy))
    return Markup(text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"))


def record(world: World, policy: Policy) -> dict[str, Any]:
    """The policy with its state, its files, what it does to others and what explains it. What is unknown is left out."""
    links, standing = world.links, world.links.standing(policy)

    def at(address: str) -> str:
        return urls.on_the_web(world.site.settings.address, address) or urls.relative(policy.url, address)

    def named(other: Policy) -> dict[str, str]:
        found = {"@type": "Legislation", "name": other.title, "url": at(other.url)}
        return {**found, "legislationIdentifier": str(other.number)} if other.number else found

    start, end = policy.in_force_from or policy.issued, policy.in_force_until
    force = _FORCE.get(standing.state)
    known: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Legislation",
        "name": policy.title,
        "url": at(policy.url),
        "inLanguage": "zh-CN",
        "legislationIdentifier": str(policy.number or ""),
        "legislationType": policy.genre,
        "legislationDate": _day(policy.written or policy.issued),
        "datePublished": _day(day_of(policy.published)),
        "temporalCoverage": f"{start.isoformat()}/{_day(end) or '..'}" if start else "",
        "legislationLegalForce": f"https://schema.org/{force}" if force else "",
        "legislationPassedBy": [{"@type": "GovernmentOrganization", "name": organ} for organ in policy.organs],
        "about": policy.topic,
        "keywords": "，".join(policy.keywords),
        "abstract": policy.abstract,
        "encoding": [
            {"@type": "MediaObject", "contentUrl": at(d.address), "encodingFormat": _TYPES[d.form], "contentSize": f"{len(d.content)} B"}
            for d in world.downloads(policy)
        ],
        "subjectOf": [{"@type": "Article", "name": i.title, "url": at(i.url)} for i in links.interpretations_of(policy)],
    }
    for link in links.effects_of.get(policy.slug, ()):
        other = links.policies.get(link.target)
        if link.effect in _EFFECTS and other:
            known.setdefault(_EFFECTS[link.effect], []).append(named(other))
    reverse: dict[str, list[dict[str, str]]] = {}
    for link in links.effects_on.get(policy.slug, ()):
        if link.effect in _EFFECTS:
            reverse.setdefault(_EFFECTS[link.effect], []).append(named(links.policies[link.source]))
    known["@reverse"] = reverse
    return {key: value for key, value in known.items() if value}


def _day(day: object) -> str:
    return day.isoformat() if hasattr(day, "isoformat") else ""
