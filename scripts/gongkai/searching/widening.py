"""Nothing found → what else may have been meant, each way named so that a page can say it. Twin: theme/search/widening.js.

Ways, in this order; the first that finds something is taken: 同义词 (the site's own list), 拼音 (how words of titles
sound, in full or by initials), 改字 (one character of a word is otherwise in a title), 漏词 (words that are nowhere
are left out), 拆词 (a word is taken as two). A 文号 is never widened. What 拼音 and 改字 take instead stands in titles: the
leads of these are asked for together with the postings.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gongkai.searching import sounds
from gongkai.searching.query import Plan
from gongkai.searching.store import Store
from gongkai.searching.terms import from_units

_LONGEST = 24  # code units of a word that is corrected
_LONGEST_APART = 6  # and of one that is taken as two wherever that may be
_MOST_LEADS = 8  # parts of leads that titles may ask for
_NEAR = 60  # places in GB 2312: characters of about one sound
_LEVEL_1 = 3755
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Widened:
    """`how` is one of the ways; `words` are looked for instead, all of one alternative; `dropped` were left out."""

    how: str
    alternatives: tuple[tuple[str, ...], ...]
    dropped: tuple[str, ...] = ()

    @property
    def is_of_titles(self) -> bool:
        return self.how in ("拼音", "改字")

    @property
    def query(self) -> str:
        return " ".join(self.alternatives[0])

    def as_json(self) -> dict[str, object]:
        return {"how": self.how, "query": from_units(self.query), "dropped": [from_units(word) for word in self.dropped]}


def ways(store: Store, plan: Plan) -> Iterator[Widened]:
    """What to try, the likeliest first."""
    words = plan.alternatives[-1] if plan.alternatives else ()
    if not words or plan.number:
        return
    yield from _synonyms(words, store.synonyms())
    titles = store.titles()
    nowhere = [word for word in words if not store.word(word).documents]
    suspects = nowhere or list(words)
    for spelled in _spelled(words, suspects, titles, store):
        yield Widened("拼音", (spelled,))
    mended = tuple(_mended(word, titles) or word if word in suspects else word for word in words)
    if mended != words:
        yield Widened("改字", (mended,))
    left = tuple(word for word in words if word not in nowhere)
    if nowhere and left:
        yield Widened("漏词", (left,), tuple(nowhere))
    elif len(words) > 1:
        rarest = min(words, key=lambda word: (len(store.word(word).documents), word))
        yield Widened("漏词", (tuple(word for word in words if word != rarest),), (rarest,))
    apart = tuple(part for word in words for part in (_apart(word, store) or (word,)))
    if apart != words:
        yield Widened("拆词", (apart,))


def _synonyms(words: Sequence[str], synonyms: Mapping[str, Sequence[str]]) -> Iterator[Widened]:
    for place, word in enumerate(words):
        for key in sorted(synonyms):
            if key in word:
                others = [word.replace(key, other) for other in synonyms[key]]
                yield Widened("同义词", tuple((*words[:place], other, *words[place + 1 :]) for other in others))


def _spelled(words: Words, suspects: Sequence[str], titles: Sequence[str], store: Store) -> Iterator[Words]:
    """The words as characters that sound so: all letters together first, for blanks may part syllables or words."""
    if not any(map(sounds.is_spelling, suspects)):
        return
    read = sounds.read(store.joined("sounds"))
    whole = "".join(words)
    if len(words) > 1 and all(map(sounds.is_spelling, (*words, whole))):
        yield from ((word,) for word in sounds.spelled(whole, titles, read))
    meant = [
        (sounds.spelled(word, titles, read) or [""])[0] if word in suspects and sounds.is_spelling(word) else word
        for word in words
    ]
    if all(meant):
        yield tuple(meant)


def place_in_gb2312(character: str) -> int:
    """Among the Han characters, the first level of which is in the order of sounds; −1 for others."""
    try:
        row, cell = character.encode("gb2312")
    except (UnicodeEncodeError, ValueError):
        return -1
    place = (row - 0xB0) * 94 + cell - 0xA1
    return place if 0 <= place < _LEVEL_1 else -1


def _mended(word: str, titles: Sequence[str]) -> str:
    """What stands in titles and is one change away from the word; "" for nothing."""
    if not 3 <= len(word) <= _LONGEST:
        return ""
    counts: dict[str, int] = {}
    for title in titles:
        for found in set(_close(word, title)):
            counts[found] = counts.get(found, 0) + 1
    return min(counts, key=lambda found: (_change(word, found), -counts[found], found), default="")


def _close(word: str, title: str) -> Iterator[str]:
    """The stretches of a title that are one change away from the word: one half of them is the word's, or where two
    characters were exchanged in the middle, what follows these."""
    half = len(word) // 2
    sides = ((word[:half], 0, len(word) - half), (word[half:], half, 0), (word[half + 1 :], half + 1, 0))
    for part, before, after in sides:
        at = title.find(part)
        while at >= 0:
            for more in (0, 1, -1):
                low, high = (at - before - more, at + len(part)) if before else (at, at + len(part) + after + more)
                if low >= 0 and high <= len(title) and _change(word, title[low:high]) < _FAR:
                    yield title[low:high]
            at = title.find(part, at + 1)


_FAR = 9


def _change(one: str, other: str) -> int:
    """How unlikely it is that `other` was meant and `one` typed: 0 a character of like sound, 1 two exchanged, 2 one
    twice or once too few, 3 another character, 4 one too many or too few; _FAR for more than one change."""
    if one == other:
        return _FAR
    low = 0
    while low < min(len(one), len(other)) and one[low] == other[low]:
        low += 1
    high = 0
    while high < min(len(one), len(other)) - low and one[-1 - high] == other[-1 - high]:
        high += 1
    typed, meant = one[low : len(one) - high], other[low : len(other) - high]
    if len(typed) == len(meant) == 1:
        places = place_in_gb2312(typed), place_in_gb2312(meant)
        return 0 if min(places) >= 0 and abs(places[0] - places[1]) <= _NEAR else 3
    if len(typed) == 2 and typed == meant[::-1]:
        return 1
    if len(typed) + len(meant) == 1:
        extra, whole = (typed, one) if typed else (meant, other)
        inside = 0 < low < len(whole) - 1 or len(whole) == 1
        return 2 if extra * 2 in whole else 4 if inside else _FAR
    return _FAR


def title_leads(store: Store, words: Words) -> list[int]:
    """The parts of leads in which most titles that hold all the words have theirs."""
    counts: dict[int, int] = {}
    for title, part in zip(store.titles(), store.title_parts(), strict=True):
        if all(word in title for word in words):
            counts[part] = counts.get(part, 0) + 1
    return sorted(counts, key=lambda part: (-counts[part], part))[:_MOST_LEADS]


def _apart(word: str, store: Store) -> Words:
    """The two words it is most likely made of: those that most documents have both of."""
    best: Words = ()
    most = 0
    for one, other in halves(word, store):
        first, second = store.word(one).documents, store.word(other).documents
        both = sum(document in second for document in first)
        if both > most:
            best, most = (one, other), both
    return best


def halves(word: str, store: Store) -> list[tuple[str, str]]:
    """The ways to take a word as two. Where two characters of it meet that meet nowhere else, the words part there."""
    breaks = set(store.word(word).breaks)
    if len(breaks) > 1 or (not breaks and len(word) > _LONGEST_APART):
        return []
    return [(word[:at], word[at:]) for at in range(2, len(word) - 1) if not breaks or at in breaks]
