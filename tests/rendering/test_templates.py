"""The door to Jinja: variables are Context fields, own templates are sandboxed and blamed by line."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import meta, nodes

from gongkai.model.problems import CannotBuild
from gongkai.rendering.pages import page_type, page_types
from gongkai.rendering.render import render
from gongkai.rendering.templates import environment, read_overrides
from gongkai.rendering.world import World


@pytest.mark.parametrize("name", page_types())
def test_variables_are_fields(name: str, world: World, theme: Path) -> None:
    module = page_type(name)
    found: set[str] = set()
    waiting = [module.TEMPLATE]
    for template in waiting:
        tree = environment(world).parse((theme / "templates" / template).read_text(encoding="utf-8"))
        found |= meta.find_undeclared_variables(tree) - own_names(tree)
        waiting += [str(t) for t in meta.find_referenced_templates(tree) if t not in ("parts.html", "page_parts.html")]
    assert found == {f.name for f in dataclasses.fields(module.Context)}


def own_names(tree: nodes.Template) -> set[str]:
    """What a template itself defines at its top: blocks see it, though Jinja counts it as undeclared there."""
    names = {macro.name for macro in tree.find_all(nodes.Macro)}
    names |= {str(name) for one in tree.find_all(nodes.FromImport) for name in one.names}
    return names | {a.target.name for a in tree.body if isinstance(a, nodes.Assign) and isinstance(a.target, nodes.Name)}


def test_every_template_is_used(theme: Path) -> None:
    used = {page_type(name).TEMPLATE for name in page_types()} | {"layout.html", "portal_header.html", "portal_footer.html", "parts.html", "page_parts.html", "audit.html", "audit.css"}
    assert used == {path.name for path in (theme / "templates").iterdir()}


def test_every_block_is_explained_in_its_templates_head(theme: Path) -> None:
    inherited: set[str] = set()
    names = sorted(path.name for path in (theme / "templates").glob("*.html"))
    for name in sorted(names, key=lambda one: one not in ("layout.html", "standing_page.html")):
        text = (theme / "templates" / name).read_text(encoding="utf-8")
        head = re.match(r"\{# (.*?) #\}\n", text, re.DOTALL)
        assert head and re.search(r"[\u3400-\u9fff]", head[1]), f"{name}: says in Chinese what it is"
        explained = set(re.findall(r"^   (\w+)：\S", head[1], re.MULTILINE))
        blocks = set(re.findall(r"\{% block (\w+)", text))
        assert blocks - inherited - explained == set() and explained <= blocks, name
        if name in ("layout.html", "standing_page.html"):
            inherited |= blocks


def test_own_template(make_world: Callable[..., World]) -> None:
    own = '{% extends "default/withdrawn.html" %}{% block main %}{{ super() }}<p>甲区说明</p>{% endblock %}'
    html = render(make_world(overrides={"withdrawn.html": own}), "withdrawn", "policies/gone.html").text
    assert "甲区说明" in html and "本文件已于" in html


def test_own_layout_serves_all_pages(make_world: Callable[..., World]) -> None:
    own = '{% extends "default/layout.html" %}{% block portal_header %}<p>门户页眉</p>{% endblock %}'
    world = make_world(overrides={"layout.html": own})
    assert "门户页眉" in render(world, "policy", "new").text


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("一\n二\n{% if %}", 3),
        ("一\n{{ titel }}", 2),
        ("{{ title.__class__.__mro__ }}", 1),
        ("\n\n{{ ''.__class__.__base__.__subclasses__() }}", 3),
        ("一\n{% include 'nowhere.html' %}", 2),
        ("{{ [].append(1) }}", 1),
        ("{{ 1 / 0 }}", 1),
    ],
)
def test_broken_own_template(make_world: Callable[..., World], text: str, line: int) -> None:
    world = make_world(overrides={"withdrawn.html": text})
    with pytest.raises(CannotBuild, match=rf"^theme/templates/withdrawn\.html:{line}: "):
        render(world, "withdrawn", "policies/gone.html")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{{ titel }}", "没有“titel”这个变量"),
        ("{{ frame.nothing }}", "没有“nothing”这一项"),
        ("{{ title.__class__ }}", "不允许用“__class__”"),
        ("{% include 'nowhere.html' %}", "没有模板“nowhere.html”"),
        ("{{ title|loud }}", "没有“loud”这个过滤器"),
        ("{% if title %}一", "到末尾还有标签没有收：if"),
        ("{{ 1 / 0 }}", "除以了零"),
        ("{% block main %}{% endblock %}{% block main %}{% endblock %}", "块“main”写了两次"),
    ],
)
def test_faults_are_told_in_chinese(make_world: Callable[..., World], text: str, words: str) -> None:
    with pytest.raises(CannotBuild, match=f"^theme/templates/withdrawn.html:1: 模板有错：{words}$"):
        render(make_world(overrides={"withdrawn.html": text}), "withdrawn", "policies/gone.html")


def test_everything_is_escaped(make_world: Callable[..., World]) -> None:
    world = make_world(overrides={"withdrawn.html": "{{ title }}{{ '<i>' }}"})
    assert render(world, "withdrawn", "policies/gone.html").text == "下架的&lt;i&gt;"


def test_read_overrides(tmp_path: Path) -> None:
    folder = tmp_path / "site" / "theme" / "templates"
    folder.mkdir(parents=True)
    assert read_overrides(tmp_path / "site") == {}
    (folder / "home.html").write_text("首页", encoding="utf-8")
    assert read_overrides(tmp_path / "site") == {"home.html": "首页"}
    (folder / "home.html").write_bytes("首页".encode("gb18030"))
    with pytest.raises(CannotBuild, match="UTF-8"):
        read_overrides(tmp_path / "site")
    (folder / "home.html").unlink()
    (tmp_path / "secret.html").write_text("别处", encoding="utf-8")
    (folder / "home.html").symlink_to(tmp_path / "secret.html")
    with pytest.raises(CannotBuild, match="站点文件夹之外"):
        read_overrides(tmp_path / "site")


def test_the_default_theme_overrides_nothing(theme: Path) -> None:
    assert read_overrides(theme.parent) == {}
