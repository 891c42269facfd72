"""Mistakes put into sound text: each is found by its rule, at its line, and nothing else is reported."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from tests.checks.clean_column import SETTINGS, clean_files
from tests.checks.seeds_P import ATTACHMENTS, ENDINGS, KEYS, MORE, SENTENCES, SOUND
from tests.conftest import Column, policy

Files = dict[str, str | bytes]
ENDED = {"doc": "L119", "rtf": "L114"}
"""What is said of a format itself."""


def document(number: int, paragraphs: Sequence[str], more: str = MORE) -> str:
    """One of the documents that the clean column gets: its numbers go on where those of the column end."""
    heads = f"公开日期: 2023-06-01\n{more}"
    return policy(f"甲政发〔2023〕{number + 4}号", f"关于改造第{number}批旧小区的通知", more=heads, body="\n\n".join(paragraphs))


def told(column: Callable[..., Column], files: Files) -> list[str]:
    """Every problem of the clean column with these files besides, as `rule path:line`."""
    made = column({path: text for path, text in {**clean_files(), **files}.items() if path != "site.yaml"}, SETTINGS)
    return [f"{p.id} {p.place}" for p in made.every]


def line_of(text: str, paragraph: str) -> int:
    return text[: text.index(f"\n{paragraph}\n")].count("\n") + 2


def test_the_sound_text_has_no_problem(column: Callable[..., Column]) -> None:
    assert told(column, {"policies/p.md": document(0, SOUND)}) == []


@pytest.mark.parametrize("rule", SENTENCES)
def test_each_mistake_is_found_where_it_is_and_nothing_else(column: Callable[..., Column], rule: str) -> None:
    files: Files = {}
    expected = []
    for seed in SENTENCES[rule]:
        for after in (2, 5, 11) if seed not in SOUND else (SOUND.index(seed),):
            path = f"policies/p{len(files):02}.md"
            files[path] = document(len(files), [*SOUND[: after + 1], seed, *SOUND[after + 1 :]])
            before = document(0, [*SOUND[: after + 1], "#HERE#", *SOUND[after + 1 :]])
            expected.append(f"{rule} {path}:{line_of(before, '#HERE#')}")
    assert told(column, files) == expected


@pytest.mark.parametrize("rule", ATTACHMENTS)
def test_each_fault_of_an_attachment_is_found_at_the_line_that_names_it(column: Callable[..., Column], rule: str) -> None:
    files: Files = {}
    for number, (content, ending) in enumerate(zip(ATTACHMENTS[rule], ENDINGS[rule], strict=True)):
        files[f"policies/p{number}.{ending}"] = content
        files[f"policies/p{number}.md"] = document(number, SOUND, f"{MORE}附件: p{number}.{ending}\n")
    also = [f"{ENDED[ending]} policies/p{n}.md:9" for n, ending in enumerate(ENDINGS[rule]) if ending in ENDED]
    assert sorted(told(column, files)) == sorted([*also, *(f"{rule} policies/p{n}.md:9" for n in range(3))])


@pytest.mark.parametrize("rule", KEYS)
def test_each_key_at_odds_with_the_text_is_found(column: Callable[..., Column], rule: str) -> None:
    texts = {f"policies/p{n}.md": document(n, SOUND, more) for n, more in enumerate(KEYS[rule])}
    note = line_of(texts["policies/p0.md"], SOUND[-1])
    assert told(column, dict(texts)) == [f"{rule} policies/p{n}.md:{line}" for n, line in ((0, note), (1, 8), (1, note), (2, 8), (2, note))]
