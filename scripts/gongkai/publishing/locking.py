"""Only one build at a time may write to a place. A lock ends with its holder; that of an output, beside which nothing may
lie, is among the system's temporary files."""

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
    name = hashlib.sha256(os.fsencode(output.resolve())).hexdigest()[:16]
    with hold(Path(tempfile.gettempdir()) / f"gongkai-{name}.lock") as held:
        if not held:
            raise CannotBuild(f"另一个 gongkai build 正在往“{output}”里写。等它结束再来一次。")
        yield


@contextmanager
def hold(file: Path) -> Iterator[bool]:
    """Hold what the file stands for, for as long as the block runs; False where another process holds it."""
    with open(file, "a+b") as opened:
        yield _lock(opened.fileno())


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
