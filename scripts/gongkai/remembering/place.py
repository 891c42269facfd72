"""Where a memory lies: among the user's own caches, one folder for each place that is built."""

from __future__ import annotations

import hashlib
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from platformdirs import user_cache_path

from gongkai.publishing.locking import hold

WHERE = "GONGKAI_CACHE"
"""The variable that names another folder for the memories, for a pipeline that keeps one between its runs: such a folder is
copied about, so nothing as large as a build is put into it."""
_LOCK = "lock"
_UNUSED = 90 * 24 * 3600  # seconds after which the memory of another column is cleared away


def folder_of(output: Path) -> Path:
    """Where the memory of what is built at `output` lies, if there is one."""
    name = hashlib.sha256(os.fsencode(output.resolve())).hexdigest()[:16]
    named = os.environ.get(WHERE)
    return (Path(named) if named else user_cache_path("gongkai", appauthor=False)) / name


def holds_builds() -> bool:
    """Whether a build may be kept where the memories lie."""
    return not os.environ.get(WHERE)


def is_ours(folder: Path) -> bool:
    """Whether a folder is there into which nobody but this user could have written."""
    return folder.is_dir() and not folder.is_symlink() and (not hasattr(os, "getuid") or folder.stat().st_uid == os.getuid())


@contextmanager
def held(output: Path, keeps: bool) -> Iterator[Path | None]:
    """The folder for as long as the block runs; None where none is to be kept, none can be had, or another process holds it."""
    if not keeps:
        yield None
        return
    folder = folder_of(output)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        ours = is_ours(folder)
        if ours and os.name != "nt":
            folder.chmod(0o700)
    except OSError:
        ours = False
    if not ours:
        yield None
        return
    with hold(folder / _LOCK) as ours:
        yield folder if ours else None
        if ours:
            _clear(folder)


def _clear(used: Path) -> None:
    """Columns come and go: what has not been used for long is cleared away."""
    with suppress(OSError):
        os.utime(used)
        for other in used.parent.iterdir():
            if other != used and other.is_dir() and time.time() - other.stat().st_mtime > _UNUSED:
                shutil.rmtree(other, ignore_errors=True)
