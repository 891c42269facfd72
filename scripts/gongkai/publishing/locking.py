"""Only one build at a time may write to a place. The lock lies with the system's temporary files and ends with its holder."""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from gongkai.model.problems import CannotBuild


@contextmanager
def only_build(output: Path) -> Iterator[None]:
    """Hold the place for as long as the block runs; CannotBuild where another build holds it."""
    with hold(output) as held:
        if not held:
            raise CannotBuild(f"另一个 gongkai build 正在往“{output}”里写。等它结束再来一次。")
        yield


@contextmanager
def hold(folder: Path) -> Iterator[bool]:
    """Hold a folder for as long as the block runs; False where another process holds it."""
    name = hashlib.sha256(os.fsencode(folder.resolve())).hexdigest()[:16]
    with open(Path(tempfile.gettempdir()) / f"gongkai-{name}.lock", "a+b") as file:
        yield _lock(file.fileno())


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
