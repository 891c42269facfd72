"""Which sources and which attachments need not be read again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from gongkai.remembering.contents import state_of

if TYPE_CHECKING:  # as in `memory`
    from gongkai.checks.named_files import NamedFile
    from gongkai.model.problems import Remark
    from gongkai.remembering.memory import Memory, Source


def unchanged(known: Mapping[str, Source], now: Mapping[str, str]) -> dict[str, Source]:
    """Of the sources that are known, those that need not be read again; `now` is the digest of what each holds."""
    return {path: known[path] for path, content in now.items() if content and path in known and known[path].digests.content == content}


def looked_at(memory: Memory, folder: Path, files: Iterable[NamedFile]) -> dict[NamedFile, tuple[tuple[int | str, ...], tuple[Remark, ...]]]:
    """The attachments that are as they were when they were looked at, with what was found in them."""
    found = {}
    for file in files:
        known = memory.looks.get(file)
        if known and known[0] == state_of(folder / file.path):
            found[file] = known
    return found
