"""Of the terms only what an edit touched is merged again, and what comes of it is what merging everything comes to."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from gongkai.searching import grouping, leads, term_merging
from gongkai.searching.entries import Entry
from gongkai.searching.inversion import lists, merging
from gongkai.searching.keeping import IndexFacts
from gongkai.searching.writing import write_index

from .test_same import Column, altered, read
from .texts import small_column

COLUMN = small_column(60)


@pytest.fixture
def again(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Small parts, so that there are many, in many ranges; and of each index that was merged in part, what its groups were."""
    for module, name, size in (
        (lists, "_LEAST", 400), (lists, "_MOST", 460), (lists, "LARGEST", 900), (merging, "_LEAST", 3000), (merging, "_MOST", 6000),
        (grouping, "GROUP", 4), (leads, "_CLOSED", 3000),
    ):  # fmt: skip
        monkeypatch.setattr(module, name, size)
    seen: list[list[str]] = []
    same = term_merging._same
    monkeypatch.setattr(term_merging, "_same", lambda *given: seen.append(same(*given)) or seen[-1])
    return seen


@pytest.fixture
def column(tmp_path: Path) -> Column:
    return Column(tmp_path / "column")


def shortened(entry: Entry, chance: random.Random) -> Entry:
    """Without some of its blocks, and the terms that stand nowhere else."""
    blocks = entry.text.split("\n")
    return replace(entry, text="\n".join(block[:: chance.choice((1, 1, 2))] for block in blocks if chance.random() < 0.8), headings=())


def edges(facts: IndexFacts) -> list[list[tuple[int, ...]]]:
    return [[cut[:3] for cut in merged.cuts] for merged in facts.kept.terms]


def test_every_part_is_the_one_that_merging_everything_makes(column: Column, tmp_path: Path, again: list[list[str]]) -> None:
    chance = random.Random(11)
    entries = list(COLUMN)
    last: IndexFacts | None = None
    moved = counted = ranged = 0
    for number in range(20):
        facts = column.write(entries, size=chance.choice((7, 7, 7, 20)))
        write_index([entries], tmp_path / "anew")
        assert read(column.index) == read(tmp_path / "anew"), number
        for path in sorted((tmp_path / "anew").rglob("*"), reverse=True):
            path.unlink() if path.is_file() else path.rmdir()
        if last:
            counted += len(facts.kept.terms) == len(last.kept.terms) and facts.parts != last.parts
            moved += edges(facts) != edges(last)
            ranged += [each[:2] for each in facts.kept.terms] != [each[:2] for each in last.kept.terms]
        last = facts
        for _ in range(chance.choice((1, 1, 1, 2, 5))):
            place = chance.randrange(len(entries))
            entries[place] = shortened(entries[place], chance) if chance.random() < 0.4 else altered(entries[place], chance)
        place = chance.randrange(len(entries))
        if number % 9 == 8:
            entries.append(replace(entries[place], slug=f"{entries[place].slug}-{number}"))
        elif number % 9 == 4:
            del entries[place]
    assert len(again) > 10 and sum(any(names) for names in again) > 8, "merged in part, and groups stayed"
    assert moved > 6 and counted > 2 and ranged, "parts began elsewhere, there were more or fewer, ranges ended elsewhere"


def test_an_edit_touches_a_few_parts_and_no_others_are_merged(column: Column, again: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    column.write(list(COLUMN))
    monkeypatch.setattr(merging, "merged", lambda _: pytest.fail("a whole range is merged"))
    words = replace(COLUMN[5], text=COLUMN[5].text.replace("第2条", "第2條", 1) + "\n养犬。")
    column.write([*COLUMN[:5], words, *COLUMN[6:]])
    [names] = again
    assert 0 < names.count("") < len(names) / 3
    column.write([*COLUMN[:5], replace(words, validity="废止"), *COLUMN[6:]])
    assert all(again[1]), "no term tells a state"


def cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-4])


def alter(path: Path) -> None:
    path.write_bytes(bytes(4) + path.read_bytes()[4:])


@pytest.mark.parametrize("damage", [cut_off, alter, Path.unlink])
@pytest.mark.parametrize("kind", ["costs", "batches", "parts"])
def test_what_is_kept_and_damaged_is_left_alone(column: Column, tmp_path: Path, again: list[list[str]], kind: str, damage: Callable[[Path], None]) -> None:
    column.write(list(COLUMN))

    def files() -> Iterator[Path]:
        kept = column.kept
        if kind == "costs":
            yield from (column.prepared / merged.costs for merged in kept.terms)
        elif kind == "batches":
            yield from (batch.path for several in kept.batches.values() for batch in several)
        else:
            yield from (column.index / "terms").glob("*.json")

    column.sound = frozenset(path.relative_to(column.index).as_posix() for path in column.index.rglob("*") if path.is_file())
    for path in sorted(files()):
        damage(path)
        if kind == "parts":
            column.sound -= {path.relative_to(column.index).as_posix()}
    entries = [*COLUMN[:3], replace(COLUMN[3], number="甲政发〔2025〕77号"), *COLUMN[4:]]
    column.write(entries)
    write_index([entries], tmp_path / "anew")
    assert read(column.index) == read(tmp_path / "anew")
    assert not again
