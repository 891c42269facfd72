"""What the pages of both registers show: `pages/number_register.py` and `pages/title_register.py` differ in words alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.model.documents import Document, Interpretation, Policy
from gongkai.rendering import registers, urls, views
from gongkai.rendering.frame import Frame, Link, Place, frame
from gongkai.rendering.leaves import Leaf, leaves
from gongkai.rendering.registers import Volume
from gongkai.rendering.world import World

INDEX = "index"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a register: its name, how a volume is headed, what there is to say about its order."""

    register: str
    name: str
    heading: str
    order: str
    volumes_everywhere: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """A volume with its number of documents; `here` is the one being read."""

    href: str
    text: str
    count: int
    here: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A document: a policy has a number and a badge, an interpretation a form."""

    href: str
    title: str
    number: str
    date: str
    badge: views.Badge | None
    form: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its rows; `anchor` is "" where the section began on an earlier page."""

    anchor: str
    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """Variables of register.html."""

    frame: Frame
    title: str
    order: str
    total: int
    page: int
    pages: int
    volumes: tuple[Choice, ...]
    contents: tuple[Link, ...]
    sections: tuple[Section, ...]
    leaves: tuple[Leaf, ...]
    previous: str
    following: str


def keys(world: World, words: Words) -> Sequence[str]:
    """The register's own page, then every page of every volume."""
    return [INDEX, *registers.leaves_of(world, words.register)]


def address(world: World, words: Words, key: str) -> str:
    """`lists/<register>.html`; of a volume `lists/<slug>.html`, from the second page on `lists/<slug>-2.html`."""
    if key == INDEX:
        return urls.list_address(words.register)
    volume, number = registers.leaves_of(world, words.register)[key]
    return urls.list_address(volume.slug, number)


def context(world: World, words: Words, key: str) -> Context:
    """One page of a register."""
    page = address(world, words, key)
    if key == INDEX:
        every = registers.volumes(world, words.register)
        return Context(
            frame=frame(world, "register", words.name, Place(page, None, (("分类浏览", urls.LISTS),))),
            title=words.name,
            order=words.order,
            total=sum(len(volume.entries) for volume in every),
            page=1,
            pages=1,
            volumes=_volumes(world, words, None),
            contents=(),
            sections=(),
            leaves=(),
            previous="",
            following="",
        )
    volume, number = registers.leaves_of(world, words.register)[key]
    title = words.heading.format(volume.label)
    steps = (("分类浏览", urls.LISTS), (words.name, urls.list_address(words.register)))
    return Context(
        frame=frame(world, "register", title if number == 1 else f"{title}（第{number}页）", Place(page, None, steps)),
        title=title,
        order="",
        total=len(volume.entries),
        page=number,
        pages=volume.pages,
        volumes=_volumes(world, words, volume) if words.volumes_everywhere else (),
        contents=tuple(
            Link(section, ("" if start == number else _near(volume, start)) + f"#{urls.encoded(_anchor(section))}")
            for section, start in registers.sections_of(volume).items()
        ),
        sections=_sections(world, page, volume, number),
        leaves=leaves(number, volume.pages, lambda one: _near(volume, one)),
        previous=_near(volume, number - 1) if number > 1 else "",
        following=_near(volume, number + 1) if number < volume.pages else "",
    )


def _volumes(world: World, words: Words, here: Volume | None) -> tuple[Choice, ...]:
    every = registers.volumes(world, words.register)
    return tuple(Choice(_near(one, 1), one.label, len(one.entries), one is here) for one in every)


def _sections(world: World, page: str, volume: Volume, number: int) -> tuple[Section, ...]:
    rows: dict[str, list[Row]] = {}
    for entry in volume.page(number):
        rows.setdefault(entry.section, []).append(_row(world, page, entry.document))
    begins = registers.sections_of(volume)
    return tuple(
        Section(_anchor(name), name, tuple(those)) if begins[name] == number else Section("", f"{name}（续）", tuple(those))
        for name, those in rows.items()
    )


def _row(world: World, page: str, document: Document) -> Row:
    policy = document if isinstance(document, Policy) else None
    return Row(
        href=urls.relative(page, document.url),
        title=document.title,
        number=str(policy.number or "") if policy else "",
        date=document.day.isoformat() if document.day else "",
        badge=views.standing_badge(world, policy) if policy else None,
        form=document.explained_by if isinstance(document, Interpretation) else "",
    )


def _near(volume: Volume, number: int) -> str:
    """Lists lie beside each other in one folder."""
    return urls.list_address(volume.slug, number).removeprefix("lists/")


def _anchor(section: str) -> str:
    return f"s-{section}"
