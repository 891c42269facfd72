"""文号目录 and 标题目录: the registers, each with a page of its own and as many as its volumes fill."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from gongkai.model.documents import Document, Interpretation, Policy
from gongkai.rendering import registers, urls, views
from gongkai.rendering.frame import Frame, Link, Place, frame
from gongkai.rendering.leaves import Leaf, leaves
from gongkai.rendering.registers import NUMBERS, TITLES, Volume
from gongkai.rendering.world import World

TEMPLATE = "register.html"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a register: its name, how a volume is headed, what there is to say about its order."""

    register: str
    name: str
    heading: str
    order: str
    volumes_everywhere: bool


_WORDS = (
    Words(
        register=NUMBERS,
        name="文号目录",
        heading="文号目录：{}",
        order="按机关代字的拼音排列；每个机关代字下，先近后远，同年按序号。",
        volumes_everywhere=False,
    ),
    Words(
        register=TITLES,
        name="标题目录",
        heading="标题目录：{}",
        order="按标题中第一个实词的拼音排列，不计发文机关、地名和“关于印发”等字样。",
        volumes_everywhere=True,
    ),
)


@dataclass(frozen=True, slots=True)
class Choice:
    """A volume with its number of documents; `here` is the one being read."""

    href: str
    text: str
    count: int
    here: bool


class Row(NamedTuple):
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


def keys(world: World) -> Sequence[str]:
    """Of each register its own page, named as it is, then every page of every volume, named as volume and number."""
    return [key for words in _WORDS for key in (words.register, *registers.leaves_of(world, words.register))]


def address(world: World, key: str) -> str:
    """`lists/<register>.html`; of a volume `lists/<slug>.html`, from the second page on `lists/<slug>-2.html`."""
    words, volume, number = _read(world, key)
    return urls.list_address(volume.slug, number) if volume else urls.list_address(words.register)


def _read(world: World, key: str) -> tuple[Words, Volume | None, int]:
    """The register a key names, the volume (None: the register's own page) and its page."""
    for words in _WORDS:
        if key == words.register:
            return words, None, 1
        if key in registers.leaves_of(world, words.register):
            return words, *registers.leaves_of(world, words.register)[key]
    raise KeyError(key)


def context(world: World, key: str) -> Context:
    """One page of a register."""
    words, volume, number = _read(world, key)
    page = address(world, key)
    if volume is None:
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
