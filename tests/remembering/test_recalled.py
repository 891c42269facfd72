"""What an editor and a preview take over of what builds remember: never what they would not have read themselves."""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from gongkai import pipeline, worker_tasks
from gongkai.call import Call
from gongkai.console import Steps
from gongkai.editing.site import KeptSite, Picture
from gongkai.publishing.locking import hold
from gongkai.reading.spool import close_spools, texts_of
from gongkai.remembering import place
from tests.conftest import QUIET, interpretation, policy

FILES = {
    "site.yaml": "名称: 甲区政府信息公开\n栏目:\n  - {名称: 政策文件, 列表: 政策}\n" + QUIET,
    "policies/p.md": policy(more="解读链接: i\n", body="第一段,半角的逗号。"),
    "policies/q.md": policy("甲政发〔2024〕8号", title="关于路灯的通知", issued="2024-01-02", body="见甲政发〔2023〕7号。"),
    "interpretations/i.md": interpretation(),
}
Looking = Callable[[], tuple[Picture, list[str]]]


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    """A site that has been built, and whose build is remembered."""
    monkeypatch.setenv(place.WHERE, str(tmp_path / "cache"))
    site = tmp_path / "site"
    for path, text in FILES.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text, encoding="utf-8", newline="\n")
    call = Call(site, site / "site.yaml", site / "build", 1, date(2026, 11, 21), remembers=True)
    pipeline.build(call, Steps(pipeline.STEPS, io.StringIO()))
    return call


@pytest.fixture
def look(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Looking:
    """The site as an editor has it that is just opened, and the sources that it read."""
    read: list[str] = []
    group = worker_tasks.read_group
    monkeypatch.setattr(worker_tasks, "read_group", lambda paths: read.extend(paths) or group(paths))

    def looked() -> tuple[Picture, list[str]]:
        read.clear()
        spool = tmp_path / f"spool{len(list(tmp_path.glob('spool*')))}"
        spool.mkdir()
        return KeptSite(spool).look(call, {}), list(read)

    return looked


def facts(picture: Picture) -> tuple[object, ...]:
    """All that an editor shows of a site; of a text what it says, not where it lies."""
    documents = list(picture.site.documents())
    told = [dataclasses.replace(d, body=dataclasses.replace(d.body, stored=d.body.stored.__class__())) for d in documents]
    return told, [texts_of(document.body.stored) for document in documents], picture.problems


def test_an_editor_reads_only_what_no_build_has_read(call: Call, look: Looking, tmp_path: Path) -> None:
    (call.folder / "policies" / "q.md").write_text(FILES["policies/q.md"].replace("路灯", "街灯"), encoding="utf-8", newline="\n")
    (call.folder / "policies" / "r.md").write_text(policy("甲政发〔2025〕1号", issued="2025-01-02"), encoding="utf-8", newline="\n")
    (call.folder / "interpretations" / "i.md").unlink()
    remembered, read = look()
    assert read == ["policies/q.md", "policies/r.md"]
    # The build's own texts may go at any time.
    for file in (tmp_path / "cache").rglob("texts-*"):
        file.unlink()
    (tmp_path / "cache").rename(tmp_path / "gone")
    close_spools()
    forgotten, read = look()
    assert read == ["policies/p.md", "policies/q.md", "policies/r.md"]
    assert facts(remembered) == facts(forgotten)
    assert "P131" in {problem.id for problem in remembered.problems["policies/p.md"]}


def test_another_program_or_other_settings_remember_nothing(call: Call, look: Looking, monkeypatch: pytest.MonkeyPatch) -> None:
    assert look()[1] == []
    call.config.write_text(FILES["site.yaml"] + "文种: [通知]\n", encoding="utf-8")
    assert len(look()[1]) == 3
    call.config.write_text(FILES["site.yaml"], encoding="utf-8")
    assert look()[1] == []
    monkeypatch.setattr("gongkai.remembering.origin._program", lambda: "another")
    assert len(look()[1]) == 3


def test_a_build_that_goes_on_and_a_damaged_memory_are_no_hindrance(call: Call, look: Looking, tmp_path: Path) -> None:
    memory = next((tmp_path / "cache").rglob("memory"))
    with hold(memory.parent / "lock") as held:
        assert held
        assert len(look()[1]) == 3
    memory.write_bytes(memory.read_bytes()[:-1] + b"x")
    assert len(look()[1]) == 3


def test_texts_that_are_gone_are_read_again(call: Call, look: Looking, tmp_path: Path) -> None:
    for file in (tmp_path / "cache").rglob("texts-*"):
        file.unlink()
    picture, read = look()
    assert len(read) == 3
    assert all(texts_of(document.body.stored)[1] for document in picture.site.documents())
