"""A command run in this process: all that `python -m gongkai` does but to begin a process of its own, which takes longest."""

from __future__ import annotations

import contextlib
import io
import os
from collections.abc import Iterator
from pathlib import Path
from subprocess import CompletedProcess
from unittest import mock

from gongkai.commands import main


@contextlib.contextmanager
def _standing_in(folder: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def gongkai(*arguments: str | Path, cwd: Path | None = None) -> CompletedProcess[str]:
    """The status and what is printed. A day of its own, so that the tests say the same in any year; --today goes before it. No
    other process helps, unless --jobs asks for it: what one is told costs more than these columns."""
    given, out, error = list(map(str, arguments)), io.StringIO(), io.StringIO()
    if given[0] in ("build", "check") and "--jobs" not in given:
        given += ["--jobs", "1"]
    with (
        mock.patch.dict(os.environ, {"SOURCE_DATE_EPOCH": "1795219200"}),
        _standing_in(cwd or Path.cwd()),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(error),
    ):
        try:
            status = main(given)
        except SystemExit as ended:
            status = int(ended.code or 0)
    return CompletedProcess(given, status, out.getvalue(), error.getvalue())
