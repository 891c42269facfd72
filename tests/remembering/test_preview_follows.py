"""A preview that follows what is edited shows the pages that one begun anew would show; once caught up, every file is the same."""

from __future__ import annotations

import io
import os
import random
import shutil
import threading
from datetime import date
from pathlib import Path

import pytest

from gongkai import pipeline
from gongkai.console import Steps
from gongkai.pipeline import Haste
from gongkai.serving.builder import Building
from gongkai.serving.outcome import Outcome
from tests.conftest import policy
from tests.remembering.edits import FILES, edit, lengthen, write
from tests.remembering.test_same_as_from_nothing import files_of

ROUNDS = int(os.environ.get("GONGKAI_ROUNDS", "1"))
LATER = ("search", "search.html", "data", "feeds", "feed.xml", "sitemap.xml", "manifest.json", "downloads")


class Preview:
    """The process that builds, without the process."""

    def __init__(self, site: Path, folder: Path) -> None:
        self.call = pipeline.Call(site, site / "site.yaml", site / "build", 1, date(2026, 11, 21))
        folder.mkdir()
        self.pages = folder / "pages"
        self.halted = threading.Event()
        self._build = Building(folder / "scratch", self.halted)

    def build(self, haste: Haste = Haste.SOME) -> Outcome:
        return self._build(self.call, self.pages, Steps(pipeline.STEPS, io.StringIO()), haste)


def pages_of(folder: Path) -> dict[str, bytes]:
    """Without what may come later."""
    return {path: content for path, content in files_of(folder).items() if path.split("/")[0] not in LATER and not path.endswith(".zip")}


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_the_pages_are_those_of_a_preview_begun_anew(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    site = tmp_path / "site"
    write(site, FILES)
    preview = Preview(site, tmp_path / "kept")
    done: list[str] = []
    for number in range(7):
        caught_up = chance.random() < 0.4
        hasty = preview.build(Haste.GREAT)
        outcome = preview.build() if hasty.provisional else hasty
        anew = Preview(site, tmp_path / f"new{number}")
        fresh = anew.build()
        assert (outcome.published, outcome.problems, outcome.documents) == (fresh.published, fresh.problems, fresh.documents), done
        assert pages_of(preview.pages) == pages_of(anew.pages), done
        if caught_up:
            assert not preview.build(Haste.NONE).unfinished, done
            assert files_of(preview.pages) == files_of(anew.pages), done
        shutil.rmtree(tmp_path / f"new{number}")
        done.append(lengthen(site, chance) if chance.random() < 0.5 else edit(site, chance))


def test_a_text_that_changes_nothing_else_is_linked_once_and_the_index_waits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    write(site, FILES)
    preview = Preview(site, tmp_path / "kept")
    assert not preview.build().unfinished
    monkeypatch.setattr(pipeline, "make_links", lambda _: pytest.fail("everything was linked anew"))
    source = site / "policies/p5.md"
    source.write_text(source.read_text("utf-8") + "\n加一段话。\n", encoding="utf-8", newline="\n")
    source.write_text(source.read_text("utf-8") + "\n联系手机13800138000。\n", encoding="utf-8", newline="\n")
    outcome = preview.build(Haste.GREAT)
    assert outcome.published and outcome.unfinished and outcome.provisional
    assert [problem.id for problem in outcome.problems if problem.place.path == "policies/p5.md" and problem.id == "P102"] == ["P102"]
    assert preview.build().problems == outcome.problems
    assert "加一段话。" in (preview.pages / "policies/p5.html").read_text("utf-8")


def test_catching_up_is_given_up_for_what_is_saved_meanwhile(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write(site, FILES)
    preview = Preview(site, tmp_path / "kept")
    preview.build()
    write(site, {"policies/p5.md": policy("甲政发〔2025〕6号", "关于招生的新通知", "2025-05-01")})
    assert preview.build().unfinished
    write(site, {"policies/p5.md": policy("甲政发〔2025〕6号", "关于招生的新通知", "2025-05-01", body="又改了。")})
    preview.halted.set()
    given_up = preview.build(Haste.NONE)
    assert given_up.unfinished and not given_up.published
    preview.halted.clear()
    assert preview.build().published
    assert "又改了。" in (preview.pages / "policies/p5.html").read_text("utf-8")
    assert not preview.build(Haste.NONE).unfinished
