"""What the search field suggests while one types: titles, 文号, 主题, under `search/suggest/`.

A suggestion is found by every place of its words where the typed may begin: “公积金” finds 《住房公积金管理条例》. Keys are
folded words without punctuation, so a 文号 needs no brackets. Of the many documents that share two (or four) characters
in the midst of their titles only the best few are kept; a 文号 and the beginning of a title always are. So 50,000
documents cost a reader no more than 500: the directory and two or three parts. The directory stands there twice: named by
its content for the search page, and as `suggest.js` beside the index for all other pages, which then need not change with it.

Directory: `kinds`, `firsts` (from which place on a part holds) and `names` of the parts, eight characters each.
A place is two characters of the key, "0" among the best of these two or "1", and what follows in the key.
Part: `entries`, each text and kind, the best first. Twin: theme/search/suggest.js.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from gongkai.linking.links import Links
from gongkai.model.documents import Policy
from gongkai.model.site import Site
from gongkai.reading.digests import digest
from gongkai.searching.cutting import clean
from gongkai.searching.inversion.beginnings import WINDOW, Places, codes_of, windows
from gongkai.searching.parts import File, PartWriter, as_json, as_list, quoted
from gongkai.searching.terms import HAN, PLAIN, Folding

FOLDER = "suggest"
# A kind that names a filter leads to that filter; the others are words to search for.
KINDS: tuple[Mapping[str, str], ...] = (
    {"label": "文件"},
    {"label": "解读"},
    {"label": "页面"},
    {"label": "文号"},
    {"label": "主题", "filter": "主题分类"},
)
POLICY, INTERPRETATION, PAGE, NUMBER, TOPIC = range(5)
_BEST = 6  # of those that share two characters, and of those that share four
_WITHIN = WINDOW  # characters of a key that a place tells of it in the midst of a title
_DEPTH = 16  # characters of a key that a place tells of a beginning
_ALIKE = 100  # beginnings at one place
_STARTS = 40  # places in a title where the typed may begin
_PART = 40_000  # bytes after which a part is closed
_DIGIT = re.compile("[0-9]")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Words to suggest, of which kind, and the keys by which they are found always. By the first _WITHIN characters from each of so
    many first places of `key` on they are found where they are among the best."""

    text: str
    kind: int
    key: str
    always: tuple[str, ...]
    places: int


class Suggested(NamedTuple):
    """What was written: the name of the directory as a page loads it, "" where there is nothing to suggest, and the files; `taken` are
    the paths of those that were there already."""

    script: str
    files: list[File]
    taken: list[str]


def write_suggestions(site: Site, links: Links, folder: Path, known: Mapping[str, str]) -> Suggested:
    """Write them into `folder` (the index's own), but for files that are `known`."""
    suggestions = list(gathered(site, links, Folding.standard()))
    return write(suggestions, folder, known) if suggestions else Suggested("", [], [])


def made_from(site: Site, links: Links) -> str:
    """The digest of all that suggestions are made from."""
    # No source has such a character in a line, and 10,000 joined lines are told sooner than as many values.
    policies = ["\x1f".join((p.topic, p.slug, str(p.day), str(p.number or ""), p.title, str(links.standing(p).state.binding))) for p in site.public_policies]
    others = ("\x1f".join([document.title for document in some]) for some in (site.public_interpretations, site.public_pages))
    return digest("\x1e".join(policies), *others)


def gathered(site: Site, links: Links, folding: Folding) -> Iterator[Suggestion]:
    """The best first: topics, then what is in force, then the newest."""
    topics = sorted({policy.topic for policy in site.public_policies if policy.topic})
    levels = dict.fromkeys(
        "\\".join(topic.split("\\")[:count]) for topic in topics for count in range(1, topic.count("\\") + 2)
    )
    for topic in levels:
        yield titled(topic, TOPIC, folding)
    binding = [policy for policy in site.public_policies if links.standing(policy).state.binding]
    ended = [policy for policy in site.public_policies if not links.standing(policy).state.binding]
    seen: set[tuple[int, str]] = set()
    for policy in _newest(binding) + _newest(ended):
        number = str(policy.number or "")
        if number and (NUMBER, number) not in seen:
            seen.add((NUMBER, number))
            yield numbered(number, folding)
        if policy.title and (POLICY, policy.title) not in seen:
            seen.add((POLICY, policy.title))
            yield titled(policy.title, POLICY, folding)
    for kind, documents in ((INTERPRETATION, site.public_interpretations), (PAGE, site.public_pages)):
        for document in documents:
            if document.title and (kind, document.title) not in seen:
                seen.add((kind, document.title))
                yield titled(document.title, kind, folding)


def _newest(policies: Sequence[Policy]) -> list[Policy]:
    return sorted(policies, key=lambda p: (-p.day.toordinal() if p.day else 0, p.slug))


def key_of(text: str, folding: Folding) -> str:
    """Folded, word characters only. Twin: keyOf in suggest.js."""
    return clean(text).translate(_word_characters(folding))


class _WordCharacters(dict[int, str]):
    """What each character of a text comes to in a key; those that were asked for are remembered."""

    def __init__(self, folding: Folding) -> None:
        self._folding = folding

    def __missing__(self, code: int) -> str:
        kinds = self._folding.kinds
        return self.setdefault(code, "".join(c for c in self._folding.fold(chr(code)) if kinds[ord(c)] in (PLAIN, HAN)))


_word_characters = lru_cache(maxsize=1)(_WordCharacters)


def titled(text: str, kind: int, folding: Folding) -> Suggestion:
    """A title or 主题: from its beginning, from 关于 on, and from each of its first places on."""
    key = key_of(text.rpartition("\\")[2], folding)
    about = key.find("关于")
    return Suggestion(text, kind, key, (key, key[about:]) if about > 0 else (key,), max(0, min(len(key) - 1, _STARTS)))


def numbered(number: str, folding: Folding) -> Suggestion:
    """A 文号: the whole, and as it is typed without 第 and from its year on."""
    whole = key_of(number, folding)
    digits = _DIGIT.search(whole)
    always = dict.fromkeys((whole, whole.replace("第", ""), whole[digits.start() if digits else len(whole) :]))
    return Suggestion(number, NUMBER, whole, tuple([key for key in always if len(key) > 1]), int(len(whole) > 1))


def write(suggestions: Sequence[Suggestion], folder: Path, known: Mapping[str, str] | None = None) -> Suggested:
    """Write the parts and the directory. What is `known`, SHA-256 by path below `folder`, is not written where it is the same."""
    (folder / FOLDER).mkdir(parents=True, exist_ok=True)
    writer = PartWriter(folder, known)
    places = _places(suggestions)
    told = [b"[%b,%d]" % (quoted(suggestion.text), suggestion.kind) for suggestion in suggestions]
    firsts: list[str] = []
    names: list[str] = []
    for number, ranks in places.parts([len(suggestion.text.encode()) + 6 for suggestion in suggestions], _PART):
        firsts.append(_parting(places[number - 1], places[number]) if number else "")
        names.append(writer.write(FOLDER, b'{"entries":%b}\n' % as_list([told[rank] for rank in ranks])))
    directory = as_json({"kinds": list(KINDS), "firsts": firsts, "names": "".join(names)})
    writer.put(FOLDER, directory)
    return Suggested(f"{FOLDER}/{writer.write(FOLDER, directory)}", writer.files, writer.taken)


def _places(suggestions: Sequence[Suggestion]) -> Places:
    """All that is kept. A place counts how often it was asked for; those whose keys are so short that they are asked for as a
    beginning too have one count for both."""
    found = windows([suggestion.key for suggestion in suggestions], [suggestion.places for suggestion in suggestions])
    others: dict[str, list[int]] = {}
    short: dict[str, list[tuple[int, int]]] = {}
    for rank, suggestion in enumerate(suggestions):
        for key in suggestion.always:
            if len(key) > _WITHIN:
                ranks = others.setdefault(key[:_DEPTH], [])
                if len(ranks) < _ALIKE:
                    ranks.append(rank)
            elif len(key) > 2:
                short.setdefault(key, []).append((rank, _ALIKE))
    shared = dict(zip(codes_of(list(short)).tolist(), short, strict=True))
    for code, rank in found.among(shared):
        short[shared[code]].append((rank, _BEST))
    for key, asked in short.items():  # of one rank, the window comes first
        if ranks := [rank for count, (rank, most) in enumerate(sorted(asked), 1) if count <= most]:
            others[key] = ranks
    return Places(found, shared, others, _BEST)


def _parting(last: str, place: str) -> str:
    """The shortest beginning of a place that comes after the last place before it: what a directory need tell."""
    return next(place[:length] for length in range(1, len(place) + 1) if place[:length] > last)
