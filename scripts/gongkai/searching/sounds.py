"""How characters of titles sound, and what was meant by one who typed that: `zhufang`, `zfgjj`, `zhufanggjj`. Twin:
theme/search/sounds.js.

Readings come from pypinyin's table (MIT), read as data from its wheel: one wheel for every platform. The index states
those of its titles' characters: a line per syllable, which characters it is the commonest reading of, and after a blank
those that have it besides. Tones and dieresis are left out, as people type; ü is v.
"""

from __future__ import annotations

import importlib.util
import json
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

READINGS = 3  # of a character, the commonest first; further ones are of names and old texts
MOST = 40  # letters that are read
Sounds = Mapping[str, Sequence[str]]
"""The syllables of each character, the commonest first."""


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    package = importlib.util.find_spec("pypinyin")
    if package is None or package.origin is None:
        raise RuntimeError("pypinyin is not installed")
    # Importing the package would load its phrases too, of which nothing is needed.
    table: dict[str, str] = json.loads((Path(package.origin).parent / "pinyin_dict.json").read_text("utf-8"))
    return table


def readings(character: str) -> tuple[str, ...]:
    """The syllables of a character as they are typed."""
    apart = unicodedata.normalize("NFD", _table().get(str(ord(character)), "")).replace("u\u0308", "v")
    plain = "".join(c for c in apart if not unicodedata.combining(c))
    return tuple(dict.fromkeys(filter(None, plain.split(","))))[:READINGS]


def told(titles: str) -> str:
    """What the index says of the characters of its titles."""
    first: dict[str, list[str]] = {}
    other: dict[str, list[str]] = {}
    for character in sorted(set(titles)):
        for place, syllable in enumerate(readings(character) if character <= "\uffff" else ()):
            (other if place else first).setdefault(syllable, []).append(character)
    lines = (f"{each}{''.join(first.get(each, ()))} {''.join(other.get(each, ()))}" for each in sorted({*first, *other}))
    return "\n".join(line.rstrip() for line in lines)


def read(column: str) -> Sounds:
    """told(), reversed."""
    sounds: dict[str, list[str]] = {}
    others: list[tuple[str, str]] = []
    for line in column.split("\n"):
        common, _, rest = line.partition(" ")
        syllable = "".join(c for c in common if c.isascii())
        for character in common[len(syllable) :]:
            sounds[character] = [syllable]
        others += ((character, syllable) for character in rest)
    for character, syllable in others:
        sounds.setdefault(character, []).append(syllable)
    return sounds


def is_spelling(word: str) -> bool:
    """Whether a folded word may be one of sounds."""
    return 2 <= len(word) <= MOST and word.isascii() and word.isalpha()


def spelled(letters: str, titles: Sequence[str], sounds: Sounds, limit: int = 1) -> list[str]:
    """The stretches of titles that sound like this, the likeliest first: those spelled in full before those by initials,
    words before single characters, then those most titles have."""
    counts: dict[str, int] = {}
    worth: dict[str, int] = {}
    beginnings = {each for each, syllables in sounds.items() if letters[0] in {syllable[0] for syllable in syllables}}
    for title in titles:
        here: dict[str, int] = {}
        for at, character in enumerate(title):
            if character not in beginnings:
                continue
            for length, guessed in _matches(title, at, letters, sounds):
                stretch = title[at : at + length]
                here[stretch] = min(guessed, here.get(stretch, guessed))
        for stretch, guessed in here.items():
            counts[stretch] = counts.get(stretch, 0) + 1
            worth[stretch] = guessed
    return sorted(counts, key=lambda each: (worth[each], len(each) == 1, -counts[each], each))[:limit]


def _matches(title: str, at: int, letters: str, sounds: Sounds) -> Iterator[tuple[int, int]]:
    """(how many characters from `at` on, how much of them is guessed) for each way to read all the letters."""
    if at >= len(title):
        return
    for place, syllable in enumerate(sounds.get(title[at], ())):
        for piece in dict.fromkeys((syllable, _initial(syllable), syllable[0])):
            guessed = int(place > 0) + int(piece != syllable)
            if letters == piece or (len(letters) < len(syllable) and syllable.startswith(letters)):
                yield 1, guessed if letters == piece else int(place > 0) + 1
            elif letters.startswith(piece):
                for length, more in _matches(title, at + 1, letters[len(piece) :], sounds):
                    yield 1 + length, guessed + more


def _initial(syllable: str) -> str:
    return syllable[:2] if syllable[1:2] == "h" else syllable[:1]
