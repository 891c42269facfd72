"""The same promises on real texts, where they lie beside the checkout."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

import pytest

from gongkai.searching import verifying
from gongkai.searching.answering import open_index
from gongkai.searching.entries import Entry
from gongkai.searching.excerpts import Excerpt
from gongkai.searching.writing import write_index

from .parity import differences
from .texts import PlainSearch, substrings

_FIELD = re.compile(r"^(标题|文号|发文机关|发文日期|有效性): (.*)$", re.MULTILINE)
EVERY = 4  # one document in so many: enough of every kind, and quick


def entries(folder: Path) -> list[Entry]:
    """A reading of the corpus good enough for searching it: first-level keys, the body without its signs."""
    found: list[Entry] = []
    paths = [path for kind in ("policies", "interpretations") for path in sorted((folder / kind).glob("*.md"))]
    for path in paths[::EVERY]:
        kind = path.parent.name
        _, front, body = path.read_text("utf-8").split("---\n", 2)
        fields = dict(_FIELD.findall(front))
        lines = [re.sub(r"^#+ |[*_`|]", "", line).strip() for line in body.splitlines()]
        found.append(
            Entry(
                "policy" if kind == "policies" else "interpretation",
                path.stem,
                f"{kind}/{path.stem}.html",
                fields.get("标题", path.stem).strip("'\""),
                fields.get("文号", ""),
                fields.get("发文日期", "")[:10],
                fields.get("有效性", ""),
                {"发文机关": tuple(filter(None, [fields.get("发文机关", "")]))},
                "\n".join(filter(None, lines)),
            )
        )
    return found


@pytest.fixture(scope="module")
def texts(corpus: Path) -> list[Entry]:
    return entries(corpus / "site")


@pytest.fixture(scope="module")
def folder(texts: list[Entry], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus") / "search"
    write_index([texts], folder)
    return folder


def test_exactly_the_documents_that_hold_the_words(texts: list[Entry], folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verifying, "excerpt", lambda *_: Excerpt("", (), "", ""))  # of thousands of hits each; nobody looks at them here
    index, plain = open_index(folder), PlainSearch(texts)
    for piece in substrings(texts, 100, 8, seed=4):
        answer = index.search(f'"{piece}"', limit=10_000, literal=True)
        assert answer.exact
        assert {(hit.kind, hit.slug) for hit in answer.hits} == plain.find([piece]), piece


def test_python_and_javascript_answer_alike(corpus: Path, texts: list[Entry], folder: Path) -> None:
    asked = [judged["q"] for judged in json.loads((corpus / "queries.json").read_text("utf-8"))]
    asked += substrings(texts, 220, 8, seed=5)
    asked += [entry.title for entry in random.Random(6).sample(texts, 20)]
    assert differences(folder, [{"query": query} for query in asked]) == []
