"""An index written with what the last one left is the one written from nothing, and whatever it got wrong would be noticed."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from gongkai.reading.digests import digest
from gongkai.reading.spool import SpoolWriter
from gongkai.searching.entries import Entry
from gongkai.searching.gathering import EntryBatch
from gongkai.searching.keeping import Before, IndexFacts, Kept
from gongkai.searching.parts import twin
from gongkai.searching.same import differing
from gongkai.searching.store import Store
from gongkai.searching.writing import write_index

from .texts import small_column

COLUMN = small_column()


class Column:
    """A column whose index is written again and again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._builds = 0
        self.kept = Kept()
        self.prepared = folder / "prepared"
        self.sound: frozenset[str] | None = None
        """The files of the last index that are as they were left; None where all are that are there."""
        for name in ("prepared", "texts"):
            (folder / name).mkdir(parents=True)

    @property
    def index(self) -> Path:
        return self._folder / f"index{self._builds}"

    def write(self, entries: list[Entry], size: int = 7) -> IndexFacts:
        last = self.index
        self._builds += 1

        def take(paths: object) -> None:
            for path in paths:  # type: ignore[attr-defined]
                (self.index / path).parent.mkdir(exist_ok=True)
                (self.index / path).hardlink_to(last / path)

        sound = self.sound

        def has(paths: Iterable[str]) -> bool:
            return all((last / path).exists() if sound is None else path in sound for path in paths)

        before = Before(self.prepared, self.kept, has, take, last)
        spool = SpoolWriter(self._folder / "texts")
        batches = []
        for first in range(0, len(entries), size):
            some = entries[first : first + size]
            held = tuple((replace(entry, text="", headings=()), spool.keep(("", entry.text, entry.headings)), "") for entry in some)
            batches.append(EntryBatch(held, digest(some)))
        spool.close()
        facts = write_index(batches, self.index, before=before)
        self.kept = facts.kept
        return facts


@pytest.fixture
def column(tmp_path: Path) -> Column:
    return Column(tmp_path / "column")


def read(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def altered(entry: Entry, chance: random.Random) -> Entry:
    kind = chance.choice(("text", "number", "state", "title"))
    if kind == "text":
        return replace(entry, text=entry.text + "\n第九条　" + chance.choice(("加装电梯", "停车〔2020〕5号", "ABC 公司")) + "。")
    if kind == "number":
        return replace(entry, number=f"甲政发〔20{chance.randint(10, 26)}〕{chance.randint(1, 99)}号")
    return replace(entry, validity=chance.choice(("有效", "失效", "已修改"))) if kind == "state" else replace(entry, title=entry.title + chance.choice("甲乙丙"))


def test_written_with_what_the_last_one_left_it_is_the_one_written_from_nothing(column: Column, tmp_path: Path) -> None:
    chance = random.Random(7)
    entries = list(COLUMN)
    taken = rewritten = renumbered = 0
    for number in range(12):
        last = column.index
        facts = column.write(entries, size=chance.choice((7, 7, 7, 30)))
        write_index([entries], tmp_path / f"anew{number}")
        anew = read(tmp_path / f"anew{number}")
        assert read(column.index) == anew
        assert sorted([*(file.path for file in facts.files), *facts.taken]) == sorted(anew)
        if number:
            taken += bool(facts.taken)
            renumbered += facts.changed is None
            rewritten += bool(facts.changed)
            assert facts.changed is None or differing(last, column.index, facts.changed) == []
        place = chance.randrange(len(entries))
        if chance.random() < 0.25:
            del entries[place]
        elif chance.random() < 0.2:
            entries.append(replace(entries[place], slug=f"{entries[place].slug}-{number}"))
        else:
            entries[place] = altered(entries[place], chance)
    assert taken > 5 and rewritten > 3 and renumbered > 1


def test_only_the_documents_that_are_others_are_told(column: Column) -> None:
    column.write(COLUMN)
    store = Store(column.index)
    entries = [replace(entry, text=entry.text + "\n添一句话。") if entry is COLUMN[3] else entry for entry in COLUMN]
    facts = column.write(entries)
    assert facts.changed is not None
    assert [store.unit(store.first_units[number])["slug"] for number in facts.changed] == [COLUMN[3].slug]
    assert column.write(entries).changed == ()


def test_what_is_prepared_is_not_prepared_again_and_is_left_alone_where_it_is_damaged(
    column: Column, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    column.write(COLUMN)
    whole = read(column.index)
    for several in column.kept.batches.values():
        for batch in several:
            batch.path.write_bytes(b"other" + batch.path.read_bytes()[5:-1])
    column.write(COLUMN)
    assert read(column.index) == whole
    monkeypatch.setattr("gongkai.searching.keeping.prepare", lambda _: pytest.fail("prepared again"))
    column.write(COLUMN)
    assert read(column.index) == whole


def spoil(folder: Path, kind: str, field: str, alter: dict[int, str]) -> None:
    """Alter a list in every part of a kind, under other names: those of parts are of their content."""
    store = Store(folder)
    index = json.loads((folder / "index.json").read_bytes())
    names = index["terms"]["names"] if kind == "terms" else index["leads"] if kind == "leads" else store.joined("names")
    spoilt = "".join(name[::-1] for name in (names[start : start + 6] for start in range(0, len(names), 6)))
    for path in list((folder / kind).glob("*.json")):
        content = path.read_text("utf-8")
        told = json.loads(content)
        if field in told:
            told[field] = told[field].translate(alter)
        else:
            told[kind if kind == "leads" else "units"][-1]["text"] += "多"
        name, _, number = path.stem.partition("-")
        path.unlink()
        (path.parent / f"{name[::-1]}-{number}.json").write_text(json.dumps(told), "utf-8")
    text = (folder / "index.json").read_text("utf-8").replace(names, spoilt)
    (folder / "index.json").write_text(text, "utf-8")
    (folder / "index.js").write_bytes(twin("index", text.encode()))


@pytest.mark.parametrize(("kind", "field", "alter"), [
    ("terms", "text", {0x21: " "}), ("terms", "marks", {0x20: "!", 0x21: " "}), ("terms", "title", {0x21: "#"}), ("leads", "", {}), ("texts", "", {}),
])  # fmt: skip
def test_what_is_told_otherwise_of_unchanged_documents_is_noticed(column: Column, tmp_path: Path, kind: str, field: str, alter: dict[int, str]) -> None:
    column.write(COLUMN)
    shutil.copytree(column.index, tmp_path / "spoilt")
    assert differing(column.index, tmp_path / "spoilt", ()) == []
    spoil(tmp_path / "spoilt", kind, field, alter)
    found = differing(column.index, tmp_path / "spoilt", ())
    assert found and found == differing(tmp_path / "spoilt", column.index, ())
    assert differing(column.index, tmp_path / "spoilt", found) == []


def test_a_row_of_a_column_that_is_another_is_noticed(column: Column) -> None:
    column.write(COLUMN)
    last = column.index
    column.write([replace(entry, validity="废止") if entry.slug == COLUMN[0].slug and entry.kind == COLUMN[0].kind else entry for entry in COLUMN])
    store = Store(column.index)
    found = differing(last, column.index, ())
    assert {store.unit(store.first_units[number])["slug"] for number in found} == {COLUMN[0].slug}
