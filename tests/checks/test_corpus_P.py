"""The defects that are known in five real texts, as pages bring them: each is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai.checks.examining import TextExaminer
from gongkai.model.documents import Policy
from gongkai.model.settings import Settings
from gongkai.model.source_text import SourceText

KNOWN = {
    "seed-000": {"P141", "P140", "P131"},
    "seed-001": {"P131"},
    "seed-002": {"P140", "P131"},
    "seed-003": {"P134", "P135", "P131"},
    "seed-004": {"P133", "P136", "P131"},
}


@pytest.mark.parametrize("name", KNOWN)
def test_what_is_known_of_a_text_is_found(corpus: Path, name: str) -> None:
    text = (corpus / "pages" / f"{name}.txt").read_text(encoding="utf-8")
    source = SourceText(f"{name}.md", text, 0, Policy(path=f"{name}.md", slug=name, url=f"{name}.html"), text)
    assert {remark.rule for remark in TextExaminer(Settings())(source) if remark.rule[0] == "P"} == KNOWN[name]
