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
    name = hashlib.sha256(os.fsencode(output.resolve())).hexdigest()[:16]
    with open(Path(tempfile.gettempdir()) / f"gongkai-{name}.lock", "a+b") as file:
        if not _lock(file.fileno()):
            raise CannotBuild(f"另一个 gongkai build 正在往“{output}”里写。等它结束再来一次。")
        yield


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
