"""Templates that were compiled once are taken as they were compiled; what is damaged, or of a site's own, never."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from gongkai.rendering import templates
from gongkai.rendering.render import render, tasks
from gongkai.rendering.world import World


def pages(world: World, compiled: Path | None) -> list[str]:
    """All of them, made in a process that has made none."""
    templates.environment.cache_clear()
    templates._template.cache_clear()
    world = replace(world, compiled=compiled, self_same=object())
    return [render(world, name, key).text for name, key in tasks(world)]


@pytest.fixture
def never(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From then on nothing may be compiled."""
    return lambda: monkeypatch.setattr(templates._OurEnvironment, "compile", lambda _self, source, name, *_: pytest.fail(f"{name} 又编了一遍"))


def test_what_was_compiled_is_not_compiled_again(make_world: Callable[..., World], tmp_path: Path, never: Callable[[], None]) -> None:
    world = make_world()
    plain = pages(world, None)
    assert pages(world, tmp_path / "compiled") == plain
    never()
    assert pages(world, tmp_path / "compiled") == plain


@pytest.mark.parametrize("damage", [b"", b"x", bytes(100)], ids=["cut", "short", "altered"])
def test_what_is_damaged_is_as_good_as_none(make_world: Callable[..., World], tmp_path: Path, never: Callable[[], None], damage: bytes) -> None:
    world, folder = make_world(), tmp_path / "compiled"
    plain = pages(world, folder)
    for path in folder.iterdir():
        path.write_bytes(path.read_bytes()[:40] + damage)
    assert pages(world, folder) == plain
    never()
    assert pages(world, folder) == plain, "and it is put right"


def test_where_nothing_can_be_kept_it_is_compiled(make_world: Callable[..., World], tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert pages(make_world(), tmp_path / "file") == pages(make_world(), None)


def test_templates_of_a_site_are_not_kept(make_world: Callable[..., World], tmp_path: Path) -> None:
    world = make_world(overrides={"list.html": '{% extends "default/list.html" %}'})
    assert pages(world, tmp_path / "compiled") == pages(world, None)
    assert not (tmp_path / "compiled").exists()
