"""The same questions to Python and to the shipped JavaScript."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from gongkai.searching.answering import open_index

from ..conftest import ROOT, not_here


def node() -> str:
    """The command; without Node the test is skipped with one line, in CI it fails."""
    found = shutil.which("node")
    if not found:
        not_here("没有 Node.js，跳过 JavaScript 测试")
    return str(found)


def differences(folder: Path, questions: Sequence[dict[str, Any]]) -> list[str]:
    """Questions that the two answer differently, with both answers."""
    run = subprocess.run(
        [node(), str(ROOT / "tests" / "browser" / "answers.js"), str(folder)],
        input=json.dumps(list(questions)).encode("utf-8"),
        capture_output=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr.decode("utf-8")
    theirs = [json.loads(line) for line in run.stdout.decode("utf-8").split("\n") if line]
    assert len(theirs) == len(questions)
    index = open_index(folder)
    different: list[str] = []
    for question, answer in zip(questions, theirs, strict=True):
        options = {("from_" if key == "from" else key): value for key, value in question.items() if key != "query"}
        ours = json.loads(json.dumps(index.search(question["query"], **options).as_json()))
        if ours != answer:
            different.append(f"{question}\n  Python: {ours}\n  JavaScript: {answer}")
    return different
