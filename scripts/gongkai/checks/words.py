"""The wrong forms of `wording.yaml` and where they stand in a text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from gongkai.checks.waking import WordSearch
from gongkai.reading.entries import read_tree


@dataclass(frozen=True, slots=True)
class WrongWord:
    """A form that is wrong, the right one, where it is known from, and the letters next to which it is no mistake."""

    wrong: str
    right: str
    source: str
    not_after: str = ""
    not_before: str = ""


@cache
def wrong_words(chapter: str) -> Mapping[str, WrongWord]:
    """The wrong forms of one chapter of `wording.yaml`, by form."""
    tree, _, misread = read_tree((Path(__file__).parent / "wording.yaml").read_text(encoding="utf-8"))
    assert isinstance(tree, dict), misread
    found: dict[str, WrongWord] = {}
    for group in tree[chapter]:
        for entry in group["词"]:
            wrong, right, *guards = entry.split(" ")
            after = "".join(g.removeprefix("前非") for g in guards if g.startswith("前非"))
            before = "".join(g.removeprefix("后非") for g in guards if g.startswith("后非"))
            assert len(guards) == bool(after) + bool(before) and wrong not in found, entry
            found[wrong] = WrongWord(wrong, right, group["出处"], after, before)
    return found


@cache
def _search(chapter: str) -> WordSearch:
    return WordSearch({"": wrong_words(chapter)})


def found_wrong(chapter: str, text: str) -> Iterator[tuple[int, WrongWord]]:
    """Offset and entry of each wrong form of a chapter that stands in a text where its guards let it be one."""
    words = wrong_words(chapter)
    ended = 0
    hits = sorted(_search(chapter).found(text), key=lambda hit: (hit[0], -len(hit[1])))
    for offset, form, _ in hits:
        word = words[form]
        end = offset + len(form)
        guarded = (text[offset - 1 : offset] or " ") in word.not_after or (text[end : end + 1] or " ") in word.not_before
        if offset >= ended and not guarded:
            ended = end
            yield offset, word
