"""One door to Jinja: the default theme's templates, and a site's own that replace them.

A site's own template is text by strangers: as soon as there is one, everything is rendered in the sandbox. It is given
the same plain values as the default one (strings, numbers, tuples of them: no objects that reach a file or a module).
`{% extends "default/policy.html" %}` in an own `policy.html` keeps all but the blocks it replaces.
"""

from __future__ import annotations

import dataclasses
import hashlib
import os
import traceback
from collections.abc import Callable, Mapping, MutableMapping
from contextlib import suppress
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from jinja2 import (
    BaseLoader,
    BytecodeCache,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
)
from jinja2.bccache import Bucket
from jinja2.exceptions import TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from gongkai.model.problems import CannotBuild
from gongkai.rendering.compiling import OWN_TEMPLATES, Alike, PlainCode, PrintingCode
from gongkai.rendering.default_theme import theme_folder
from gongkai.rendering.template_faults import in_chinese
from gongkai.rendering.world import World

__all__ = ["Markup", "environment", "read_overrides", "render_template", "syntax_fault", "theme_folder"]

FILTERS: Mapping[str, Callable[..., Any]] = {
    "thousands": lambda number: f"{number:,}",
}
_SUM = hashlib.sha256().digest_size
_SYNTAX = ImmutableSandboxedEnvironment(extensions=[Alike])


class _OurEnvironment(Environment):
    """For templates that are all ours."""

    code_generator_class = PlainCode

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """One dictionary: nobody adds to the globals later, and to look through two takes longer than many a template."""
        return {**self.globals, **(d or {})}


class _CarefulEnvironment(ImmutableSandboxedEnvironment):
    """For templates of which some are a site's own."""

    code_generator_class = PrintingCode


def read_overrides(site_folder: Path) -> dict[str, str]:
    """The site's own templates, name → text; none when the site's theme is the default theme itself."""
    folder = site_folder / OWN_TEMPLATES
    if not folder.is_dir() or folder.resolve() == (theme_folder() / "templates").resolve():
        return {}
    inside = site_folder.resolve()
    overrides: dict[str, str] = {}
    for path in sorted(folder.rglob("*.html")):
        name = path.relative_to(folder).as_posix()
        if not path.resolve().is_relative_to(inside):
            raise CannotBuild(f"{OWN_TEMPLATES}/{name}:1: 模板是指向站点文件夹之外的链接，不能使用")
        try:
            overrides[name] = path.read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            raise CannotBuild(f"{OWN_TEMPLATES}/{name}:1: 模板须用 UTF-8 编码") from error
    return overrides


def syntax_fault(text: str) -> tuple[int, str] | None:
    """Line and words of a template that cannot be read, None for a sound one."""
    try:
        _SYNTAX.parse(text)
    except TemplateSyntaxError as error:
        return error.lineno, in_chinese(error.message or "")
    return None


def render_template(world: World, name: str, context: object) -> str:
    """Render a template with the fields of a Context."""
    values = {name: getattr(context, name) for name in _variables(type(context))}  # type: ignore[arg-type]
    try:
        return _template(world, name).render(values)
    except TemplateSyntaxError as error:
        raise _cannot(world, error.name or name, error.lineno, error.message or "") from error
    except Exception as error:
        # Only a site's own template can be broken by an editor; a fault of ours keeps its traceback.
        place = _own_line(error)
        if place is None and not (world.overrides and isinstance(error, TemplateError)):
            raise
        missing = f"没有模板“{error.name}”" if isinstance(error, TemplateNotFound) else ""
        raise _cannot(world, *(place or (name, 1)), missing or str(error)) from error


@cache
def _variables(kind: type) -> tuple[str, ...]:
    """The names of what a Context gives to its template."""
    return tuple(field.name for field in dataclasses.fields(kind))


@lru_cache(maxsize=128)
def _template(world: World, name: str) -> Template:
    return environment(world).get_template(name)


@lru_cache(maxsize=2)
def environment(world: World) -> Environment:
    """The environment of a world. Sandboxed as soon as the site brings templates of its own."""
    default = FileSystemLoader(theme_folder() / "templates")
    kind = _CarefulEnvironment if world.overrides else _OurEnvironment
    own = _OwnTemplates(world.overrides)
    environment = kind(
        loader=ChoiceLoader([own, default, PrefixLoader({"default": default})]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
        extensions=[Alike],
        bytecode_cache=_Compiled(world.compiled) if world.compiled and not world.overrides else None,
    )
    environment.filters.update(FILTERS)
    return environment


class _Compiled(BytecodeCache):
    """Our templates as Python has them, kept in a folder for the next process. What is damaged there is as good as none."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """As Jinja asks for it. The SHA-256 stands before it, for Python takes code as it comes."""
        with suppress(OSError, ValueError, EOFError, TypeError):
            content = (self._folder / bucket.key).read_bytes()
            told, code = content[:_SUM], content[_SUM:]
            if hashlib.sha256(code).digest() == told:
                bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """As Jinja brings it, put in its place in one step: others may be reading there. A full disk is no reason to fail."""
        code = bucket.bytecode_to_string()
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            fresh = self._folder / f"{bucket.key}.{os.getpid()}"
            fresh.write_bytes(hashlib.sha256(code).digest() + code)
            fresh.replace(self._folder / bucket.key)


class _OwnTemplates(BaseLoader):
    """Templates held in memory that name their file, so that tracebacks and syntax errors can."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts

    def get_source(self, _environment: Environment, template: str) -> tuple[str, str | None, Callable[[], bool] | None]:
        """As Jinja asks for it: text, file, and whether it is still the same."""
        if template not in self._texts:
            raise TemplateNotFound(template)
        return self._texts[template], f"{OWN_TEMPLATES}/{template}", lambda: True


def _own_line(error: BaseException) -> tuple[str, int] | None:
    """The site's own template and line in which an error arose, None when it arose elsewhere."""
    found = None
    for step in traceback.extract_tb(error.__traceback__):
        if step.filename.startswith(f"{OWN_TEMPLATES}/"):
            found = (step.filename.removeprefix(f"{OWN_TEMPLATES}/"), step.lineno or 1)
    return found


def _cannot(world: World, name: str, line: int, message: str) -> CannotBuild:
    own = name in world.overrides
    path = f"{OWN_TEMPLATES}/{name}" if own else f"模板 {name}"
    return CannotBuild(f"{path}:{line}: 模板有错：{in_chinese(message)}")
