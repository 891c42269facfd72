"""Python and the shipped JavaScript answer alike: same documents, same order, same words of the answer."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

from ..conftest import ROOT
from .parity import differences, node
from .texts import examples, small_column, substrings


def test_the_scripts_pass_their_own_tests(small_index: Path) -> None:
    run = subprocess.run(
        [node(), "--test", *map(str, sorted((ROOT / "tests" / "browser").glob("*.test.js")))],
        env={**os.environ, "GONGKAI_INDEX": str(small_index)},
        capture_output=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout.decode("utf-8")


def questions() -> list[dict[str, Any]]:
    column = small_column()[:-1]
    pieces = substrings(column, 120, 8, seed=3)
    typed = [f'"{piece}"' if place % 2 else piece for place, piece in enumerate(pieces)]
    typed += [f"{one} {other}" for one, other in zip(pieces[::3], pieces[1::3], strict=False)]
    typed += [f"{one} -{other}" for one, other in zip(pieces[::5], pieces[1::5], strict=False)]
    typed += [query for name in ("queries_read.json", "widenings.json") for query, *_ in examples(name)]
    typed += [piece[:1] + piece[2:] for piece in pieces[::4]] + [piece[::-1] for piece in pieces[::4]]
    typed += [entry.title for entry in column[::10]] + [entry.number for entry in column[::5]]
    asked: list[dict[str, Any]] = [{"query": query} for query in dict.fromkeys(typed)]
    asked += [{"query": query, "filters": {"有效性": ["有效", "废止"], "主题分类": "民政"}} for query in typed[:30]]
    asked += [{"query": query, "sort": "日期", "from": "2018", "to": "2021-06"} for query in typed[:30]]
    asked += [{"query": query, "literal": True, "facets": False} for query, *_ in examples("widenings.json")]
    asked += [{"query": query, "whole": True} for query, *_ in examples("widenings.json")]
    asked += [{"query": query, "offset": 10, "limit": 7} for query in typed[:30]]
    return asked


def test_they_answer_alike(small_index: Path) -> None:
    asked = questions()
    assert len(asked) >= 300
    assert differences(small_index, asked) == []
