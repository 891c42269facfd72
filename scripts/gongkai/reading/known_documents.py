"""Well-known documents: which 文号 belongs to which title. The facts lie in `known_documents.yaml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from gongkai.model.document_number import DocumentNumber, read_number
from gongkai.reading.entries import read_tree

_ORGAN = re.compile(r"^国务院(?:办公厅)?(?:秘书局)?")
_ENCLOSED = re.compile(r"^(?:关于)?(?:印发|转发)(?P<title>.+)的通知$")


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """A number, its full title first, then the shorter ways in which others name it."""

    number: DocumentNumber
    titles: tuple[str, ...]


@cache
def known_documents() -> tuple[KnownDocument, ...]:
    """Every document of the list, in its order."""
    tree, _, _ = read_tree((Path(__file__).parent / "known_documents.yaml").read_text(encoding="utf-8"))
    assert isinstance(tree, dict)
    found = []
    for text, title in tree.items():
        number = read_number(text).number
        assert number is not None, text
        found.append(KnownDocument(number, _titles(title)))
    return tuple(found)


def _titles(full: str) -> tuple[str, ...]:
    """国务院办公厅关于印发政府网站发展指引的通知 is also 关于印发政府网站发展指引的通知 and 政府网站发展指引."""
    bare = _ORGAN.sub("", full)
    enclosed = _ENCLOSED.match(bare)
    short = enclosed["title"].removeprefix("《").removesuffix("》") if enclosed else ""
    return tuple(dict.fromkeys(title for title in (full, bare, short) if title))
