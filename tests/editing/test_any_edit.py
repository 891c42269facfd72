"""Whatever is typed, and wherever an editor asks meanwhile, the server stays up, writes no traceback and ends up right."""

from __future__ import annotations

import random
import shutil
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types

from gongkai.commands import main
from tests.conftest import ROOT
from tests.editing.conftest import NEW, OLD, SETTINGS, TEXT, TODAY, site
from tests.editing.editor import Editor
from tests.editing.test_texts import PIECES_TYPED

EDITS = 150


def test_no_sequence_of_edits_and_questions_breaks_the_server(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chance = random.Random(20261121)
    folder = site(tmp_path / "s")
    texts = {path: (folder / path).read_text(encoding="utf-8") for path in (NEW, OLD, TEXT, "site.yaml")}
    good = dict(texts)
    with Editor(folder, "--today", TODAY) as editor:
        for path in texts:
            editor.open(path)
        for number in range(EDITS):
            path = chance.choice(list(texts)) if number % 5 else "site.yaml"
            text = texts[path]
            start = chance.randrange(len(text) + 1)
            end = min(len(text), start + chance.choice((0, 0, 1, 3, 30)))
            texts[path] = text[:start] + chance.choice(PIECES_TYPED) + text[end:]
            editor.change(path, texts[path])
            if number % 3 == 0:
                ask_anything(editor, path, chance)
            if number % 40 == 39:
                editor.save(path, good[path])
                (folder / TEXT).unlink(missing_ok=True)
                editor.touch(TEXT)
        site(folder)
        editor.touch(TEXT)
        last = {path: editor.change(path, text) for path, text in good.items()}
        editor.change(NEW, good[NEW].replace("〔2024〕", "[2024]"))
        editor.until(NEW, "F101")
        for path in (OLD, TEXT):
            editor.arrival(path, last[path])
        editor.quiet(1.5)
        found = sorted(editor.lines(NEW))
    site(folder, {NEW: good[NEW].replace("〔2024〕", "[2024]"), "site.yaml": SETTINGS})
    capsys.readouterr()
    main(["check", "--site", str(folder), "--today", TODAY])
    lines = capsys.readouterr().out.splitlines()
    assert found == sorted(line.removeprefix(f"{NEW}:") for line in lines if line.startswith(f"{NEW}:"))


def ask_anything(editor: Editor, path: str, chance: random.Random) -> None:
    """Every question, at a place that may well lie outside the text."""
    name, place = types.TextDocumentIdentifier(editor.uri(path)), types.Position(chance.randrange(14), chance.randrange(40))
    here = types.Range(place, place)
    questions: list[Any] = [
        editor.client.text_document_completion_async(types.CompletionParams(name, place)),
        editor.client.text_document_hover_async(types.HoverParams(name, place)),
        editor.client.text_document_definition_async(types.DefinitionParams(name, place)),
        editor.client.text_document_references_async(types.ReferenceParams(types.ReferenceContext(True), name, place)),
        editor.client.text_document_code_action_async(types.CodeActionParams(name, here, types.CodeActionContext([]))),
    ]
    for question in questions:
        editor.wait(question)


def test_real_documents_have_the_problems_that_check_finds(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, config = tmp_path / "s", ROOT / "tests" / "corpus" / "site.yaml"
    chosen = sorted((corpus / "site" / "policies").glob("*.md"))[::25] + sorted((corpus / "site" / "interpretations").glob("*.md"))[::5]
    for source in chosen:
        target = folder / source.relative_to(corpus / "site")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)
    main(["check", "--site", str(folder), "--config", str(config), "--today", TODAY])
    by_path: dict[str, list[str]] = {}
    for line in capsys.readouterr().out.splitlines():
        path, _, rest = line.partition(":")
        by_path.setdefault(path, []).append(rest)
    worst = sorted((path for path in by_path if path.endswith(".md")), key=lambda path: -len(by_path[path]))[:20]
    assert len(worst) == 20
    with Editor(folder, "--config", str(config), "--today", TODAY) as editor:
        for path in worst:
            editor.open(path)
        for path in worst:
            editor.arrival(path, 1)
        editor.quiet(3.0)
        found = {path: sorted(editor.lines(path)) for path in worst}
    assert found == {path: sorted(by_path[path]) for path in worst}
