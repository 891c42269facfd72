"""A site's own theme, looked at before anything is made: what could not work or would break the column's promises.

What strangers wrote gets no inline script or style (the content policy would silence it without a word) and no file from
another host. All faults are told at once, each with file and line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path

from gongkai.model.problems import CannotBuild
from gongkai.rendering.compiling import OWN_TEMPLATES
from gongkai.rendering.templates import syntax_fault, theme_folder

OWN_STYLE = "own.css"
_REFERENCES = re.compile(r"""\{%-?\s*(?:extends|include|import|from)\s+["']([^"']+)["']""")
_HTML = (
    (re.compile(r"<script\b(?![^>]*\bsrc\s*=)", re.IGNORECASE), "页面里的脚本不会运行", "写成 theme/scripts/ 里同名的文件"),
    (re.compile(r"<style\b", re.IGNORECASE), "页面里的样式不会起作用", f"写进 theme/style/{OWN_STYLE}"),
    (re.compile(r"""<[a-z][^<>]*\sstyle\s*=""", re.IGNORECASE), "标签上的 style 不会起作用", f"写进 theme/style/{OWN_STYLE}"),
    (re.compile(r"""<[a-z][^<>]*\son[a-z]+\s*=""", re.IGNORECASE), "标签上的 on… 脚本不会运行", "写成 theme/scripts/ 里同名的文件"),
    (
        re.compile(r"""<(?:script|img|iframe|video|audio|source|embed|object|input)\b[^>]*\s(?:src|srcset|data)\s*=\s*["']?(?:https?:)?//""", re.IGNORECASE),
        "向别的网站要文件", "把文件放进 theme/images/，或改成链接",
    ),
    (re.compile(r"""<link\b[^>]*\shref\s*=\s*["']?(?:https?:)?//""", re.IGNORECASE), "向别的网站要文件", "把文件放进 theme/ 里"),
    (re.compile(r"""<(?:iframe|object|embed|base|frame)\b""", re.IGNORECASE), "不能嵌入别的网页", "改成链接"),
    (re.compile(r"""(?:href|src|action)\s*=\s*["']?\s*javascript:""", re.IGNORECASE), "javascript: 的网址不会运行", "改成真正的网址"),
)  # fmt: skip
_CSS = ((re.compile(r"""@import|url\(\s*["']?(?:https?:)?//""", re.IGNORECASE), "向别的网站要文件，或引入别的样式表", "把文件放进 theme/ 里"),)


def examine(site_folder: Path, overrides: Mapping[str, str]) -> None:
    """CannotBuild with every fault of the site's own theme, one a line."""
    found = [*_template_faults(overrides), *_file_faults(site_folder)]
    if found:
        raise CannotBuild("\n".join(found))


def _template_faults(overrides: Mapping[str, str]) -> Iterator[str]:
    known = {path.name for path in (theme_folder() / "templates").iterdir()}
    used = {name for text in overrides.values() for name in _REFERENCES.findall(text)}
    for name, text in overrides.items():
        path = f"{OWN_TEMPLATES}/{name}"
        if name not in known and name not in used:
            yield _unknown(path, name, known)
        fault = syntax_fault(text)
        if fault:
            yield f"{path}:{fault[0]}: 模板有错：{fault[1]}"
        yield from _found(path, text, _HTML)


def _file_faults(site_folder: Path) -> Iterator[str]:
    own, default = site_folder / "theme", theme_folder()
    if not own.is_dir() or own.resolve() == default.resolve():
        return
    for folder, ending in (("style", ".css"), ("scripts", ".js")):
        known = {path.name for path in (default / folder).iterdir()} | ({OWN_STYLE} if folder == "style" else set())
        for path in sorted((own / folder).glob(f"*{ending}")):
            shown = f"theme/{folder}/{path.name}"
            if path.name not in known:
                yield _unknown(shown, path.name, known)
            try:
                text = path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                yield f"{shown}:1: 须用 UTF-8 编码"
                continue
            if folder == "style":
                yield from _found(shown, text, _CSS)


def _found(path: str, text: str, patterns: tuple[tuple[re.Pattern[str], str, str], ...]) -> Iterator[str]:
    faults = [(text.count("\n", 0, m.start()) + 1, words, hint) for pattern, words, hint in patterns for m in pattern.finditer(text)]
    yield from (f"{path}:{line}: {words}({hint})" for line, words, hint in sorted(faults))


def _unknown(path: str, name: str, known: set[str]) -> str:
    near = get_close_matches(name, known, n=1, cutoff=0.5)
    hint = f"是不是“{near[0]}”" if near else f"可以替换的：{'、'.join(sorted(known))}"
    return f"{path}:1: 没有用到这个文件({hint})"
