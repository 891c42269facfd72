"""What is found is what stands on the published pages: the demonstration column, asked in Chromium from disk and read page
by page with rules of its own (scripts/exactness.py; with the real corpus: scripts/bench.py exactness)."""

from __future__ import annotations

from pathlib import Path

import pytest

import exactness
from gongkai import pipeline
from gongkai.console import Steps

from ..conftest import ROOT, TODAY
from .chromium import Chromium


@pytest.fixture(scope="module")
def column(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("column") / "build"
    _, published = pipeline.build(pipeline.Call(ROOT, ROOT / "site.yaml", output, 2, TODAY), Steps(pipeline.STEPS))
    assert published
    return output


def test_every_word_of_the_pages_is_found_and_nothing_else(chromium: Chromium, column: Path) -> None:
    pages = exactness.published(column)
    assert len(pages) > 20
    asked = exactness.questions(pages, stretches=40, pairs=10)
    told = exactness.exactness(chromium, column, [*asked, ["管理办法"], ["温鹿区"], ["查无此事的一句话"]])
    assert told["例"] == []
    assert (told["召回"], told["精确"], told["总数说准而不准"]) == (1.0, 1.0, 0)


def test_a_cold_search_is_quick(chromium: Chromium, column: Path) -> None:
    told = exactness.cold(chromium, column, ["养老服务", "温鹿政办〔2021〕3号", "管理 办法"])
    assert told["检索 ms"]["p95"] < 2_000, "five times what is promised: a busy machine is no failure"


@pytest.mark.parametrize(
    ("text", "same"),
    [("温鹿政办﹝２０２１﹞３号", "温鹿政办(2021)3号"), ("養老 服務", "养老服务"), ("Open  Data 与", "open data与"), ("“甲”—乙", '"甲"-乙'),
     ("甲、乙", "甲、乙"), ("甲\u200b乙", "甲乙")],
)  # fmt: skip
def test_texts_are_made_comparable(text: str, same: str) -> None:
    assert exactness.normal(text) == exactness.normal(same) == same
