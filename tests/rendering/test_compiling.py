"""Our own templates as Python: they print as Jinja prints, and what is made once is the same for all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some
from jinja2 import nodes
from markupsafe import Markup, escape

from gongkai.rendering import compiling
from gongkai.rendering.compiling import Alike, printed
from gongkai.rendering.pages import lists
from gongkai.rendering.render import render, tasks
from gongkai.rendering.templates import environment
from gongkai.rendering.world import World


@given(some.text() | some.text(alphabet="&<>'\"甲 ") | some.integers() | some.text(alphabet="&<").map(Markup))
def test_printed_as_jinja_prints(value: object) -> None:
    assert printed(value) == escape(value)


def test_pages_are_those_of_the_sandbox(make_world: Callable[..., World]) -> None:
    """Where a site has one template of its own, all are compiled as Jinja does it."""
    plain, careful = make_world(), make_world(overrides={"portal_header.html": "{# 门户 #}\n"})
    assert environment(careful).sandboxed and not environment(plain).sandboxed
    pages = {task: render(plain, *task).text for task in tasks(plain)}
    for task, text in pages.items():
        assert text == render(careful, *task).text, task


def parts_alike(theme: Path, world: World) -> list[tuple[str, nodes.CallBlock]]:
    found = []
    for path in sorted((theme / "templates").glob("*.html")):
        tree = environment(world).parse(path.read_text(encoding="utf-8"), path.name)
        found += [(path.name, one) for one in tree.find_all(nodes.CallBlock) if place_of(one)]
    return found


def place_of(block: nodes.CallBlock) -> bool:
    callee = block.call.node
    return isinstance(callee, nodes.ExtensionAttribute) and callee.identifier == Alike.identifier


def said(node: nodes.Node) -> str:
    """`frame.around` of the expression that says so."""
    return f"{said(node.node)}.{node.attr}" if isinstance(node, nodes.Getattr) else node.name if isinstance(node, nodes.Name) else "?"


def test_parts_alike_show_what_they_name(theme: Path, world: World) -> None:
    parts = parts_alike(theme, world)
    assert len(parts) >= 10
    for name, block in parts:
        named = {said(one) for one in block.call.args[1].items}  # type: ignore[attr-defined]
        body = nodes.Scope(block.body)
        assert not list(body.find_all((nodes.Block, nodes.Include))), f"{name}: what a site may put in its place"
        own = {one.name for one in body.find_all(nodes.Name) if one.ctx == "store"} | {"navigation", "badge"}  # macros beside it
        whole = {said(one.node) for one in body.find_all(nodes.Getattr)}
        names = {one.name for one in body.find_all(nodes.Name)} - own - whole | {said(one) for one in body.find_all(nodes.Getattr)}
        for shown in names - own:
            assert any(f"{shown}.".startswith(f"{one}.") for one in named | own) or shown == "frame", (name, shown, named)


def test_what_is_kept_to_be_made_once_may_be_little(make_world: Callable[..., World], monkeypatch: pytest.MonkeyPatch) -> None:
    plain = [render(world, name, key).text for world in (make_world(),) for name, key in tasks(world)]
    monkeypatch.setattr(lists, "_MOST_ROWS", 1)
    monkeypatch.setattr(compiling, "_MOST", 1)
    assert [render(world, name, key).text for world in (make_world(),) for name, key in tasks(world)] == plain


@pytest.mark.parametrize("own", [True, False])
def test_own_templates_are_not_made_once(make_world: Callable[..., World], own: bool) -> None:
    text = '{% extends "default/layout.html" %}{% block side %}{% alike frame.around %}<b>{{ frame.title }}</b>{% endalike %}{% endblock %}'
    world = make_world(overrides={"layout.html": text} if own else {})
    titles = [page.partition("<b>")[2].partition("</b>")[0] for page in (render(world, name, key).text for name, key in tasks(world))]
    assert len(set(titles)) > 5 if own else set(titles) == {""}
