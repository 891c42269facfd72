"""Mended files: the difference for people to look at, and one atomic write each, unless the file has changed meanwhile."""

from __future__ import annotations

import os
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from gongkai.model.problems import Mend
from gongkai.model.settings import Settings
from gongkai.reporting.mending import Mended, mend_file


@dataclass(frozen=True, slots=True)
class Change:
    """A file of the site (path relative to it), its bytes as they were read, and what its mends come to."""

    path: str
    before: bytes
    mended: Mended


def changes(folder: Path, mends: Iterable[Mend], settings: Settings) -> Iterator[Change]:
    """What the mends would do, file by file, in the order of paths; nothing is written."""
    by_path: dict[str, list[Mend]] = defaultdict(list)
    for mend in mends:
        by_path[mend.place.path].append(mend)
    for path in sorted(by_path):
        content = (folder / path).read_bytes()
        yield Change(path, content, mend_file(path, content, by_path[path], settings))


def difference(change: Change) -> Iterator[str]:
    """The unified difference, with one line of context; line ends are shown as plain ones."""
    before, after = (_lines(content) for content in (change.before, change.mended.content))
    for line in unified_diff(before, after, f"a/{change.path}", f"b/{change.path}", n=1, lineterm=""):
        yield line + "\n"


def write(folder: Path, change: Change) -> bool:
    """Put the mended file in the place of the old one, with its permissions; False where it is no longer what was read."""
    target = folder / change.path
    beside = target.with_name(f".{target.name}.gongkai-new")
    try:
        with open(beside, "wb") as file:
            file.write(change.mended.content)
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(target, beside)
        if target.is_symlink() or target.read_bytes() != change.before:
            return False
        beside.replace(target)
    except FileNotFoundError:
        return False
    finally:
        beside.unlink(missing_ok=True)
    return True


def _lines(content: bytes) -> list[str]:
    text = content.decode("utf-8-sig", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
