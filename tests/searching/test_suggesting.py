"""Suggestions: what is found from where, and that a site of any size costs the same."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.searching import suggesting
from gongkai.searching.suggesting import (
    NUMBER,
    POLICY,
    TOPIC,
    Suggested,
    Suggestion,
    gathered,
    key_of,
    numbered,
    titled,
    write,
)
from gongkai.searching.terms import Folding

from ..conftest import Column, policy

FOLDING = Folding.standard()


def test_keys() -> None:
    assert key_of("国办发〔2019〕54号", FOLDING) == key_of("國辦發[2019] 54号", FOLDING) == "国办发201954号"
    title = titled("甲区关于养犬的通知", POLICY, FOLDING)
    assert title.always == ("甲区关于养犬的通知", "关于养犬的通知") and (title.key, title.places) == ("甲区关于养犬的通知", 8)
    assert numbered("国务院令第365号", FOLDING).always == ("国务院令第365号", "国务院令365号", "365号")


def test_gathered_best_first(column: Callable[..., Column]) -> None:
    found = column({
        "policies/old.md": policy("甲政发〔2019〕3号", "旧办法", "2019-03-01", "废止"),
        "policies/new.md": policy("甲政发〔2023〕7号", "新办法", more="主题分类: 综合政务\\政务公开\n废止: 甲政发〔2019〕3号\n"),
        "policies/draft.md": policy("甲政发〔2023〕8号", "草稿", more="草稿: true\n"),
    })  # fmt: skip
    suggested = [(one.text, one.kind) for one in gathered(found.site, found.links, FOLDING)]
    assert suggested == [
        ("综合政务", TOPIC), ("综合政务\\政务公开", TOPIC), ("甲政发〔2023〕7号", NUMBER), ("新办法", POLICY),
        ("甲政发〔2019〕3号", NUMBER), ("旧办法", POLICY),
    ]  # fmt: skip


def test_parts_stay_small_and_ordered(tmp_path: Path) -> None:
    titles = [f"关于{chr(0x4e00 + i % 3000)}{chr(0x5000 + i % 1700)}{i}工作的通知" for i in range(9_000)]
    name = write([titled(title, POLICY, FOLDING) for title in titles], tmp_path).script
    directory = json.loads((tmp_path / f"{name}.json").read_text("utf-8"))
    parts = list((tmp_path / "suggest").glob("*.js"))
    assert len(parts) == len(directory["firsts"]) + 1 == len(directory["names"]) // 8 + 1
    assert max(part.stat().st_size for part in parts) <= 50_000
    assert directory["firsts"] == sorted(directory["firsts"])
    commonest = json.loads((tmp_path / "suggest" / f"{directory['names'][part_of(directory, '关于0') :][:8]}.json").read_text("utf-8"))
    assert [entry[0] for entry in commonest["entries"] if entry[0] in titles[:6]] == titles[:6]


def part_of(directory: dict[str, Any], place: str) -> int:
    """Where in `names` the part begins that holds a place."""
    return 8 * max(0, bisect_right(directory["firsts"], place) - 1)


def test_same_bytes(tmp_path: Path) -> None:
    made = [titled("养犬办法", POLICY, FOLDING)]
    assert write(made, tmp_path / "a") == write(made, tmp_path / "b")


def test_only_what_is_another_is_written(tmp_path: Path) -> None:
    titles = [f"关于{chr(0x4e00 + i % 3000)}{chr(0x5000 + i % 1700)}{i}工作的通知" for i in range(3_000)]
    before = write([titled(title, POLICY, FOLDING) for title in titles], tmp_path / "before")
    known = {file.path: file.sha256 for file in before.files}
    titles[17] = titles[17].replace("工作", "改革")
    suggestions = [titled(title, POLICY, FOLDING) for title in titles]
    anew, again = write(suggestions, tmp_path / "anew"), write(suggestions, tmp_path / "again", known)
    others = [file for file in anew.files if known.get(file.path) != file.sha256]
    assert again == Suggested(anew.script, others, [file.path for file in anew.files if file not in others])
    assert sorted(path.relative_to(tmp_path / "again").as_posix() for path in (tmp_path / "again").rglob("*.js*")) == sorted(file.path for file in others)
    assert len(others) > 2 and len(again.taken) > 10  # the ends of the parts behind may be others


@given(st.lists(st.tuples(st.text("甲乙丙7号第\ud840", max_size=20), st.booleans()), max_size=15), st.integers(20, 100))
@settings(max_examples=150, deadline=None)
def test_places_are_as_they_are_described(texts: list[tuple[str, bool]], most: int) -> None:
    suggestions = [numbered(text, FOLDING) if is_number else titled(text, POLICY, FOLDING) for text, is_number in texts]
    with patch.object(suggesting, "_ALIKE", 8):
        places = suggesting._places(suggestions)
    sizes = [len(suggestion.text) for suggestion in suggestions]
    described = described_places(suggestions)
    assert [(places[number], ranks) for number, ranks in places.parts([most] * len(suggestions), most - 1)] == described
    assert [(places[number], ranks) for number, ranks in places.parts(sizes, most)] == described_parts(described, sizes, most)


def described_places(suggestions: list[Suggestion]) -> list[tuple[str, list[int]]]:
    """Each place with who is found from it, straight from the docstrings."""
    shared = {key for each in suggestions for key in each.always if 2 < len(key) <= 4}
    found: dict[str, list[int]] = {}
    counts: Counter[str] = Counter()

    def put(place: str, rank: int, most: int) -> None:
        counts[place] += 1
        if counts[place] <= most:
            found.setdefault(place, []).append(rank)

    for rank, each in enumerate(suggestions):
        for start in range(each.places):
            window = each.key[start : start + 4]
            put(f"{window[:2]}0", rank, 6)
            if len(window) > 2:
                put(f"{window[:2]}1{window[2:]}", rank, 6)
        for key in each.always:
            if key in shared or len(key) > 4:
                put(f"{key[:2]}1{key[2:16]}", rank, 8)
    return [(place, sorted(set(found[place]))) for place in sorted(found)]


def described_parts(places: list[tuple[str, list[int]]], sizes: list[int], most: int) -> list[tuple[str, list[int]]]:
    parts: list[tuple[str, set[int]]] = []
    for place, ranks in places:
        if not parts or sum(sizes[rank] for rank in parts[-1][1]) > most:
            parts.append((place, set()))
        parts[-1][1].update(ranks)
    return [(place, sorted(ranks)) for place, ranks in parts]
