"""Whether anything at all is another than at the last build: then there is nothing to be done."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from gongkai.publishing.carrying import stands as file_stands
from gongkai.publishing.manifest import NAME
from gongkai.publishing.staging import MARKER
from gongkai.reading import site as reading
from gongkai.reading.digests import digest
from gongkai.reading.history import read_history
from gongkai.remembering.contents import Reader
from gongkai.remembering.memory import Memory
from gongkai.remembering.sources import state_of


def whole(folder: Path, output: Path, today: date, baseline: Path | None, history_of: Path | None) -> str:
    """The digest of everything a build is made from, program and settings excepted, which are the memory's origin."""
    paths, files, refused = reading.find_sources(folder)
    beside = [(path, state_of(folder / path)) for path in files]
    theme = folder / "theme"
    own = [(path.relative_to(theme).as_posix(), digest(path.read_bytes())) for path in sorted(theme.rglob("*")) if path.is_file()]
    old = baseline.read_bytes() if baseline else b""
    return digest(str(output), today, sorted(Reader()(folder, paths).items()), beside, refused, own, old, read_history(history_of or folder))


def stands(memory: Memory, output: Path) -> bool:
    """Whether the last build is there, every file as it was left and none beside them."""
    if memory.output != output.resolve() or NAME not in memory.files:
        return False
    there = {path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file()}
    return there == {*memory.files, MARKER} and all(file_stands(output / path, file) for path, file in memory.files.items())
