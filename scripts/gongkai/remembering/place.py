"""Where a memory lies: among the user's own caches, one folder for each place that is built."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from platformdirs import user_cache_path

from gongkai.publishing.locking import hold
from gongkai.remembering.memory import Remembering

WHERE = "GONGKAI_CACHE"
"""The variable that names another folder for the memories, for a pipeline that keeps one between its runs."""
_UNUSED = 90 * 24 * 3600  # seconds after which the memory of another column is cleared away


@contextmanager
def remembering(output: Path, keeps: bool = True) -> Iterator[Remembering]:
    """The memory of what is built at `output`, for as long as the block runs; one that is forgotten afterwards where it is
    not to be kept, no folder for it can be had, or another process holds it."""
    with _folder(output, keeps) as folder:
        if folder:
            yield Remembering(folder, True)
            return
        forgotten = Path(tempfile.mkdtemp(prefix="gongkai-"))
        try:
            yield Remembering(forgotten, False)
        finally:
            shutil.rmtree(forgotten, ignore_errors=True)


@contextmanager
def _folder(output: Path, keeps: bool) -> Iterator[Path | None]:
    if not keeps:
        yield None
        return
    name = hashlib.sha256(os.fsencode(output.resolve())).hexdigest()[:16]
    named = os.environ.get(WHERE)
    folder = (Path(named) if named else user_cache_path("gongkai", appauthor=False)) / name
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        ours = not folder.is_symlink() and (not hasattr(os, "getuid") or folder.stat().st_uid == os.getuid())
        if ours and os.name != "nt":
            folder.chmod(0o700)
    except OSError:
        ours = False
    if not ours:
        yield None
        return
    with hold(folder) as held:
        yield folder if held else None
        if held:
            _clear(folder)


def _clear(used: Path) -> None:
    """Columns come and go: what has not been used for long is cleared away."""
    with suppress(OSError):
        os.utime(used)
        for other in used.parent.iterdir():
            if other != used and other.is_dir() and time.time() - other.stat().st_mtime > _UNUSED:
                shutil.rmtree(other, ignore_errors=True)
