"""Where the sources of a column lie. Little is loaded for this: a build that has nothing to do loads no more."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from gongkai.model.faults import why
from gongkai.model.problems import Misreading

if TYPE_CHECKING:
    from gongkai.model.documents import Unread

TOPS = ("policies", "interpretations", "content")
"""The three folders of sources."""
HIDDEN = ".", "~$"
"""How the names begin of what is nobody's content (`.git`, `~$x.docx`, `.DS_Store`)."""


def find_sources(folder: Path) -> tuple[list[str], dict[str, int], list[Unread]]:
    """Markdown files, other files with their size in bytes, and what must not be followed; all relative to `folder`."""
    sources: list[str] = []
    files: dict[str, int] = {}
    refused: list[Unread] = []

    def refuse(path: Path, why: str, mend: str) -> None:
        refused.append(import_module("gongkai.model.documents").Unread(path.relative_to(folder).as_posix(), (Misreading("name", 1, why, mend),)))

    for top in TOPS:
        if (folder / top).is_symlink():
            refuse(folder / top, "是符号链接，没有读", "放文件夹本身")
            continue
        begins = len(str(folder / top)) - len(top)
        for entry in _walk(folder / top, refuse):
            path = entry.path[begins:].replace(os.sep, "/")
            if entry.is_symlink():
                refuse(Path(entry.path), "是符号链接，没有读", "放文件本身")
            elif not entry.is_file():
                refuse(Path(entry.path), "不是普通的文件，没有读", "移到别处")
            elif path.lower().endswith(".md"):
                sources.append(path)
            else:
                files[path] = entry.stat().st_size
    return sorted(sources), dict(sorted(files.items())), refused


def _walk(folder: Path, refuse: Callable[[Path, str, str], None]) -> Iterator[os.DirEntry[str]]:
    """Files below a folder, those that are hidden excepted."""
    try:
        entries = sorted(os.scandir(folder), key=lambda e: e.name)
    except FileNotFoundError:
        return
    except OSError as error:
        refuse(folder, f"文件夹打不开（{why(error)}）", "看看权限；它应当是一个文件夹")
        return
    for entry in entries:
        if entry.name.startswith(HIDDEN):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), refuse)
        else:
            yield entry
