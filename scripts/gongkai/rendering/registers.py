"""The registers: every document by 文号 and by title, as the index at the end of a printed volume would have it.

A register has volumes (a 机关代字, an initial), a volume has sections (a year, a first character), and fills as many
pages as it needs. Search answers the same questions sooner; the registers answer them without scripts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from gongkai.model.documents import Document, Interpretation, Policy
from gongkai.rendering import urls
from gongkai.rendering.pinyin import OTHERS, by_sound, initial
from gongkai.rendering.world import World

NUMBERS, TITLES = "numbers", "titles"
ROWS = 200  # of one page: some 60 KB, a fifth of it on the wire
_FILLING = re.compile("^(?:中华人民共和国|关于|印发|转发|批转|公布|发布|做好|[《〈“‘（]|的)")
_OFFICES = re.compile("(?:人民政府办公[室厅]|人民政府|办公[室厅])$")


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A document under the heading of its section."""

    section: str
    document: Document


@dataclass(frozen=True, slots=True, eq=False)
class Volume:
    """A part of a register: slug, words for it, its entries in order."""

    slug: str
    label: str
    entries: tuple[Entry, ...]

    @property
    def pages(self) -> int:
        """How many pages it fills."""
        return -(-len(self.entries) // ROWS)

    def page(self, number: int) -> tuple[Entry, ...]:
        """The entries of one page."""
        return self.entries[(number - 1) * ROWS : number * ROWS]


@cache
def sections_of(volume: Volume) -> Mapping[str, int]:
    """Each section of a volume and the page it begins on."""
    found: dict[str, int] = {}
    for place, entry in enumerate(volume.entries):
        found.setdefault(entry.section, place // ROWS + 1)
    return found


@lru_cache(maxsize=2)
def volumes(world: World, register: str) -> tuple[Volume, ...]:
    """The volumes of a register, in order."""
    return _REGISTERS[register](world)


@lru_cache(maxsize=4)
def leaves_of(world: World, register: str) -> Mapping[str, tuple[Volume, int]]:
    """Every page of every volume by key."""
    return {
        f"{volume.slug} {number}": (volume, number)
        for volume in volumes(world, register)
        for number in range(1, volume.pages + 1)
    }


def _by_number(world: World) -> tuple[Volume, ...]:
    """By 机关代字; in it the latest year first, in a year by sequence."""
    held: dict[str, list[tuple[int, int, Policy]]] = {}
    for policy in world.site.public_policies:
        number = policy.number
        if number:
            year = number.year or (policy.day.year if policy.day else 0)
            held.setdefault(number.issuer + number.form, []).append((-year, number.sequence, policy))
    return tuple(
        Volume(
            f"number-{urls.short_hash(issuer)}",
            issuer,
            tuple(
                Entry(f"{-year}年" if year else "年份不详", policy)
                for year, _, policy in sorted(held[issuer], key=lambda e: (e[0], e[1], e[2].slug))
            ),
        )
        for issuer in sorted(held, key=by_sound)
    )


def _by_title(world: World) -> tuple[Volume, ...]:
    """By the initial of the first telling word: 《云麓区养犬管理办法》 is filed under 养."""
    held: dict[str, list[tuple[tuple[int, ...], str, Document]]] = {}
    documents: tuple[Document, ...] = (*world.site.public_policies, *world.site.public_interpretations)
    for document in documents:
        word = telling(document.title, _openings(world, document.organs if isinstance(document, (Policy, Interpretation)) else ()))
        held.setdefault(initial(word), []).append((by_sound(word), word[:1], document))
    letters = sorted(held, key=lambda letter: (letter == OTHERS, letter))
    return tuple(
        Volume(
            f"titles-{'others' if letter == OTHERS else letter.lower()}",
            letter,
            tuple(
                Entry(OTHERS if letter == OTHERS else first, document)
                for _, first, document in sorted(held[letter], key=lambda e: (e[0], e[2].title, e[2].url))
            ),
        )
        for letter in letters
    )


def telling(title: str, openings: re.Pattern[str]) -> str:
    """A title from its first telling word on: without who issued it, where (`openings_of`), and “关于印发《”."""
    rest = title
    while rest:
        shorter = _FILLING.sub("", rest, count=1)
        if found := openings.match(shorter):
            shorter = shorter[found.end() :]
        if shorter == rest:
            return rest
        rest = shorter.lstrip(" \u3000、，")
    return title


def openings_of(names: Iterable[str]) -> re.Pattern[str]:
    """What a title begins with that begins with one of these names, the first of them."""
    return re.compile("|".join(re.escape(name) for name in names if name) or "(?!)")


@lru_cache(maxsize=1024)
def _openings(world: World, organs: tuple[str, ...]) -> re.Pattern[str]:
    """Who issued a document of these organs, and where; and every other organ of the column, and its place."""
    own = sorted((*organs, *(_place(name) for name in organs)), key=len, reverse=True)
    return openings_of((*own, *_names(world)))


@lru_cache(maxsize=2)
def _names(world: World) -> tuple[str, ...]:
    settings = world.site.settings
    names = [settings.host, *(organ.name for organ in settings.organs)]
    return tuple(sorted({*names, *(_place(name) for name in names)}, key=len, reverse=True))


def _place(organ: str) -> str:
    """甲区人民政府 → 甲区; "" where the name tells no place."""
    bare = _OFFICES.sub("", organ)
    return bare if bare != organ else ""


_REGISTERS: Mapping[str, Callable[[World], tuple[Volume, ...]]] = {NUMBERS: _by_number, TITLES: _by_title}
