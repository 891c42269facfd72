"""The index is asked for what it must find before it is published; an index that lost something is caught."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from gongkai.model.problems import CannotBuild
from gongkai.searching import self_test
from gongkai.searching.codec import ALPHABET, FINALS
from gongkai.searching.inversion.asking import unheld
from gongkai.searching.self_test import Failure, Task, failures, tasks, words_of
from gongkai.searching.store import Store
from gongkai.searching.writing import write_index

from ..conftest import ROOT
from .texts import small_column

COUNT = len(small_column())


@pytest.fixture
def index(small_index: Path, tmp_path: Path) -> Path:
    shutil.copytree(small_index, tmp_path / "search")
    return tmp_path / "search"


def missed(index: Path, theme: Path | None = None) -> list[Failure]:
    return [failure for task in tasks(index, COUNT, 2, theme) for failure in failures(task)]


def with_node(index: Path, theme: Path = ROOT / "theme") -> Task:
    if not shutil.which("node"):
        pytest.skip("没有 Node.js，跳过 JavaScript 测试")
    return Task(index, range(COUNT), theme / "search")


def test_a_sound_index_passes_in_both_readers(index: Path) -> None:
    assert missed(index, ROOT / "theme") == []


def test_every_document_is_asked_for_by_its_number_its_title_and_its_text(index: Path) -> None:
    asked = [document for task in tasks(index, COUNT, 3) for document in task.documents]
    assert asked == list(range(COUNT))
    store = Store(index)
    for document in asked:
        unit = store.unit(store.first_units[document])
        words = [word for word, _ in words_of(store, document)]
        heads = [store.folding.fold(line) for line in (unit["number"], unit["title"]) if line]
        assert words[: len(heads)] == heads
        assert len(words) - len(heads) == self_test.STRETCHES or not unit["text"].replace("\n", "") or unit["slug"] == "folds"


def test_a_document_that_is_missing_is_noticed(index: Path) -> None:
    with pytest.raises(CannotBuild, match=rf"^检索自检没有通过，没有发布：应有 7 篇，索引里是 {COUNT} 篇。"):
        tasks(index, 7, 1)


def lose(index: Path, field: str = "text") -> None:
    """Of every list of postings, as many numbers that tell another place."""
    elsewhere = dict.fromkeys(map(ord, ALPHABET[:FINALS]), ALPHABET[0])
    for path in (index / "terms").glob("*.json"):
        content: dict[str, Any] = json.loads(path.read_bytes())
        path.write_text(json.dumps({**content, field: content[field].translate(elsewhere)}), "utf-8")
        path.with_suffix(".js").write_text(f'gongkai.part("terms/{path.stem}",{path.read_text("utf-8")})', "utf-8")


def test_postings_that_are_lost_are_noticed(index: Path) -> None:
    lose(index)
    found = missed(index)
    assert len({failure.slug for failure in found}) > COUNT * 0.9
    told = self_test.told(found)
    assert re.fullmatch("policy .* 用“.*”查不到（Python）", told[0])
    assert told[20:] == (f"另有 {len(found) - 20} 处",)


def test_postings_that_are_lost_are_noticed_by_the_scripts(index: Path) -> None:
    task = with_node(index)
    lose(index)
    found = failures(task)
    assert {failure.reader for failure in found} == {"JavaScript"}
    assert len({failure.slug for failure in found}) > COUNT * 0.9


def test_units_are_found_as_a_search_finds_them(index: Path) -> None:
    """Every term of every document, asked for in every unit: as the reader's own postings tell, also of a term that stands for
    others, and of one that stands nowhere."""
    store = Store(index)
    words = [word for document in range(COUNT) for word, _ in words_of(store, document)]
    terms = {term for word in words for _, term in store.folding.terms(word[:2]) + store.folding.terms(word[:1])} | {0x4E00_4E00}
    asked = [(term, unit) for term in sorted(terms) for unit in range(store.first_units[-1])]
    told = unheld([term for term, _ in asked], [unit for _, unit in asked], store.lists, len(store.levels))
    postings = {term: store.posting(term).units for term in terms}
    assert sorted(told) == [place for place, (term, unit) in enumerate(asked) if not postings[term].get(unit)]
    assert any(first < last for first, last in map(store.folding.span, terms))


def test_a_mark_that_is_none_is_noticed(index: Path) -> None:
    for path in (index / "terms").glob("*.json"):
        content: dict[str, Any] = json.loads(path.read_bytes())
        path.write_text(json.dumps({**content, "marks": content["marks"].replace(ALPHABET[0], ALPHABET[9])}), "utf-8")
    with pytest.raises(CannotBuild, match=r"^检索自检没有通过，没有发布：刚写的索引读不出"):
        missed(index)


def twins_that_are_run(index: Path) -> None:
    """The same parts, as scripts that are more than a call with JSON."""
    for path in index.rglob("*.js"):
        script = path.read_text("utf-8")
        path.write_text(script.replace("gongkai.part(", "void gongkai.part(", 1), "utf-8")


def test_parts_that_are_other_scripts_are_run(index: Path) -> None:
    task = with_node(index)
    twins_that_are_run(index)
    assert failures(task) == []
    lose(index)
    twins_that_are_run(index)
    assert len({failure.slug for failure in failures(task)}) > COUNT * 0.9


def test_a_part_that_is_no_script_is_said_to_be(index: Path) -> None:
    task = with_node(index)
    next((index / "texts").glob("*.js")).write_text('gongkai.part("texts/a",{"units":', "utf-8")
    with pytest.raises(CannotBuild, match=r"^检索自检没有通过，没有发布：网页的检索脚本出错（.*SyntaxError.*）"):
        failures(task)


def test_scripts_that_fail_are_said_to(index: Path, tmp_path: Path) -> None:
    task = with_node(index, tmp_path / "theme")
    shutil.copytree(ROOT / "theme", tmp_path / "theme")
    broken = tmp_path / "theme" / "search" / "codec.js"
    broken.write_text(broken.read_text("utf-8").replace("gongkai.codec =", "gongkai.codex ="), "utf-8")
    with pytest.raises(CannotBuild, match=r"^检索自检没有通过，没有发布：网页的检索脚本出错（.*Error.*）。这是程序的错，请连同这一行报告。$"):
        failures(task)


def test_scripts_that_do_not_end_are_said_to(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(command: list[str], **options: Any) -> None:
        raise subprocess.TimeoutExpired(command, options["timeout"])

    monkeypatch.setattr(subprocess, "run", never)
    with pytest.raises(CannotBuild, match=r"^检索自检没有做完，没有发布：node 用了 1200 秒还没有答复。$"):
        failures(Task(index, range(COUNT), ROOT / "theme" / "search"))


def test_parts_that_cannot_be_read_are_said_to_be(index: Path) -> None:
    next((index / "texts").glob("*.json")).write_text("{", "utf-8")
    with pytest.raises(CannotBuild, match=r"^检索自检没有通过，没有发布：刚写的索引读不出"):
        missed(index)
    (index / "index.json").unlink()
    with pytest.raises(CannotBuild, match=r"^检索自检没有通过，没有发布：刚写的索引读不出"):
        tasks(index, COUNT, 1)


def test_the_same_index_is_asked_the_same(tmp_path: Path) -> None:
    write_index([small_column()], tmp_path / "a")
    write_index([small_column()], tmp_path / "b")
    one, other = Store(tmp_path / "a"), Store(tmp_path / "b")
    assert [list(words_of(one, each)) for each in range(COUNT)] == [list(words_of(other, each)) for each in range(COUNT)]
