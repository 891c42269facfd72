"""Of pages that were taken over only that is asked again to which there may be another answer now."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai import worker_tasks
from gongkai.searching import self_test
from tests.conftest import policy
from tests.remembering.edits import FILES, write
from tests.remembering.test_same_as_from_nothing import build, files_of


def test_what_is_gone_and_led_to_no_more_has_no_page_looked_at_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(self_test, "tasks", lambda *_: [])
    site = tmp_path / "site"
    write(site, {**FILES, "policies/gone.md": policy("甲政发〔2024〕7号", "关于路灯的通知", "2024-05-01").replace("有效性: 有效", "有效性: 失效")})
    build(site, tmp_path / "warm", True)
    build(site, tmp_path / "cold", False)
    again: list[object] = []
    examine_group = worker_tasks.examine_group
    monkeypatch.setattr(worker_tasks, "examine_group", lambda pages: (again.append(pages), examine_group(pages))[1])
    (site / "policies" / "gone.md").unlink()  # and with it its page, and the list of what lapsed
    assert build(site, tmp_path / "warm", True) == build(site, tmp_path / "cold", False)
    files = files_of(tmp_path / "warm")
    assert files == files_of(tmp_path / "cold")
    assert again == []
    assert "policies/gone.html" not in files


LEADING = (
    '{% extends "default/interpretation.html" %}\n'
    '{% block explains %}<p><a href="../policies/p5.html#tiao-1">第一条</a></p>{% endblock %}\n'
)


def test_an_anchor_that_goes_away_is_missed_on_a_page_that_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(self_test, "tasks", lambda *_: [])
    site, text = tmp_path / "site", FILES["policies/p5.md"]
    write(site, {**FILES, "theme/templates/interpretation.html": LEADING})
    told = {}
    for name, body in (("there", "第一条　招生。\n"), ("gone", "第二条　招生。\n"), ("back", "第一条　招生。\n"), ("longer", "第一条　招生。\n\n第二条　报名。\n")):
        write(site, {"policies/p5.md": f"{text}\n{body}"})
        warm = build(site, tmp_path / "warm", True)
        assert warm == build(site, tmp_path / "cold", False)
        assert files_of(tmp_path / "warm") == files_of(tmp_path / "cold")
        told[name] = [problem.message for problem in warm[0] if problem.id == "O106"]
    assert told == {"there": [], "gone": ["网页链接的“policies/p5.html”里没有锚点“tiao-1”"], "back": [], "longer": []}
