"""What templates are given of documents: plain words, addresses and dates, nothing that reaches further."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from gongkai.linking.targets import local_path
from gongkai.model.addresses import attachment_address
from gongkai.model.body import Heading
from gongkai.model.documents import Document, Interpretation, Page, Policy, Reference
from gongkai.model.fields import Field, Form, fields_of
from gongkai.model.validity import StateChange, Validity
from gongkai.rendering import urls
from gongkai.rendering.facets import organ_slug, topic_slug
from gongkai.rendering.frame import Link, shown
from gongkai.rendering.templates import Markup
from gongkai.rendering.world import World

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_BOXED = {kind.KIND: tuple(f for f in fields_of(kind) if f.box) for kind in (Policy, Interpretation, Page)}


class Later(NamedTuple):
    """From `since` (`2031-01-01`) on `badge` takes the place of the one before it; the reader's browser sees to it."""

    since: str
    badge: Badge


class Badge(NamedTuple):
    """A state: its word, a shape beside it so that colour is never alone, the name of its style, and what it will become."""

    slug: str
    word: str
    sign: str
    later: tuple[Later, ...] = ()


class PolicyRow(NamedTuple):
    """A policy where others name it."""

    href: str
    title: str
    number: str
    organ: str
    date: str
    badge: Badge


class InterpretationRow(NamedTuple):
    """An interpretation where others name it, with what it explains.

    One that is drawn brings its picture (address and words, "" where it has none) and the way to the same in words.
    """

    href: str
    title: str
    form: str
    organ: str
    date: str
    explains: tuple[PolicyRow, ...]
    picture: str = ""
    in_words: str = ""


class PageRow(NamedTuple):
    """A standing page in its column's list."""

    href: str
    title: str
    date: str
    abstract: str


class Fact(NamedTuple):
    """A row of the info box: label and words, each of which may lead somewhere."""

    label: str
    words: tuple[Link, ...]


class Attachment(NamedTuple):
    """A file to download; `href` is "" where the file is missing."""

    href: str
    name: str
    form: str
    size: str


class Change(NamedTuple):
    """A state with its day and its reason in words, among them the document that brought it about."""

    badge: Badge
    since: str
    words: tuple[Link, ...]


class ContentsItem(NamedTuple):
    """A heading in the table of contents; `depth` 0 is the highest that the text has."""

    href: str
    text: str
    depth: int


@lru_cache(maxsize=16)
def badge(state: Validity) -> Badge:
    """The badge of a state."""
    return Badge(state.slug, state.value, state.sign)


def standing_badge(world: World, policy: Policy) -> Badge:
    """The badge of a policy today, with those that the days to come will put in its place."""
    standing = world.links.standing(policy)
    coming = standing.after(world.site.today)
    if not coming:
        return badge(standing.state)
    later = tuple(Later(c.since.isoformat(), badge(c.state)) for c in coming if c.since)
    return Badge(standing.state.slug, standing.state.value, standing.state.sign, later)


def policy_row(world: World, page: str, policy: Policy) -> PolicyRow:
    """A policy as seen from a page."""
    return PolicyRow(
        href=urls.relative(page, policy.url),
        title=policy.title,
        number=str(policy.number or ""),
        organ=f"{policy.organs[0]}等" if len(policy.organs) > 1 else "".join(policy.organs),
        date=policy.day.isoformat() if policy.day else "",
        badge=standing_badge(world, policy),
    )


def interpretation_row(
    world: World, page: str, interpretation: Interpretation, with_policies: bool = False
) -> InterpretationRow:
    """An interpretation as seen from a page, if wanted with the policies it explains."""
    policies = world.links.policies_of(interpretation) if with_policies else ()
    return InterpretationRow(
        href=urls.relative(page, interpretation.url),
        title=interpretation.title,
        form=interpretation.explained_by,
        organ="、".join(interpretation.organs),
        date=interpretation.day.isoformat() if interpretation.day else "",
        explains=tuple(policy_row(world, page, policy) for policy in policies),
    )


def drawn(world: World, page: str, row: InterpretationRow, interpretation: Interpretation) -> InterpretationRow:
    """The row with what a 图解 shows: its first picture, and the heading under which it says the same in words."""
    pictures = zip(interpretation.body.links, world.links.targets_in(interpretation), strict=True)
    shown = next((target.href for link, target in pictures if link.picture and target.href), "")
    words = next((h.anchor for h in interpretation.body.headings if "文字" in h.text), "")
    return row._replace(
        picture=urls.relative(page, shown) if shown else "",
        in_words=f"{row.href}#{urls.encoded(words)}" if words else "",
    )


_ABSTRACT = "内容概述"


def facts(world: World, page: str, document: Document) -> tuple[Fact, ...]:
    """The info box: what the document is about, then the fields that have a label there and a value, in their order, then
    the site's own keys. A phone shows six rows or so at first: that is what most readers came to learn."""
    rows = [
        Fact(field.box, _words(world, page, field, value))
        for field, value in ((f, getattr(document, f.attribute)) for f in _BOXED[document.KIND])
        if value not in (None, "", ())
    ]
    rows += [Fact(label, (Link(text),)) for label, text in document.extra.items() if text]
    return tuple(sorted(rows, key=lambda row: row.label != _ABSTRACT))


def _words(world: World, page: str, field: Field, value: object) -> tuple[Link, ...]:
    if field.attribute == "organs" and isinstance(value, tuple):
        lists = _organ_lists(world)
        return tuple(
            Link(name, urls.relative(page, urls.list_address(lists[name])) if name in lists else "") for name in value
        )
    if field.form is Form.TOPIC and isinstance(value, str):
        first, _, second = value.partition("\\")
        steps = [(first, first), *([(second, value)] if second else [])]
        return tuple(Link(name, urls.relative(page, urls.list_address(topic_slug(topic)))) for name, topic in steps)
    if isinstance(value, tuple):
        return tuple(Link(str(word)) for word in value)
    if field.form in (Form.DATE, Form.MOMENT):
        return (Link(shown(value)),)  # type: ignore[arg-type]
    return (Link(str(value)),)


@lru_cache(maxsize=2)
def _organ_lists(world: World) -> dict[str, str]:
    """The organs that have a list of policies, with its slug."""
    names = {name for policy in world.site.public_policies for name in policy.organs}
    return {name: organ_slug(world, name) for name in sorted(names)}


def attachments(world: World, page: str, document: Document, references: tuple[Reference, ...]) -> tuple[Attachment, ...]:
    """The files that a document names, with form and size."""
    found = []
    for reference in references:
        path = local_path(reference.text, document)
        size = world.site.files.get(path)
        name = path.rpartition("/")[2]
        stem, _, ending = name.rpartition(".")
        found.append(
            Attachment(
                "" if size is None else urls.relative(page, attachment_address(path)),
                reference.caption or stem or name,
                ending.upper() if stem else "",
                "" if size is None else readable_size(size),
            )
        )
    return tuple(found)


def readable_size(size: int) -> str:
    """`812 B`, `35 KB`, `1.4 MB`."""
    if size < 1024:
        return f"{size} B"
    if size < 1024 * 1024:
        return f"{max(1, round(size / 1024))} KB"
    return f"{size / 1024 / 1024:.1f} MB"


def change(world: World, page: str, state: StateChange) -> Change:
    """A state as a page tells it. The day is said once: not again where the reason has it."""
    since = state.since.isoformat() if state.since else ""
    words = [Link(state.reason)] if state.reason else []
    by = world.links.policies.get(state.by) if state.by else None
    if by:
        name = str(by.number or f"《{by.title}》")
        before, found, after = state.reason.partition(name)
        if found:
            words = [Link(before), Link(name, urls.relative(page, by.url)), Link(after)]
    if since and not _DAY.search(state.reason):
        words.insert(0, Link(f"{since} "))
    return Change(badge(state.state), since, tuple(word for word in words if word.text))


def finished_text(world: World, document: Document) -> Markup:
    """The text of a document. `reading.body` passes no HTML of a source on, so it is safe as it is."""
    return Markup(world.body_html(document))


def contents(headings: tuple[Heading, ...]) -> tuple[ContentsItem, ...]:
    """The table of contents: the two highest levels of a text; none for a text with a single heading."""
    if len(headings) < 2:
        return ()
    top = min(heading.level for heading in headings)
    return tuple(
        ContentsItem(f"#{urls.encoded(heading.anchor)}", heading.text, heading.level - top)
        for heading in headings
        if heading.level - top < 2
    )
