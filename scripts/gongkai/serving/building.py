"""The serving side's hold on the process that builds: begun when needed, begun again when it has died, ended with us."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from gongkai.call import Call
from gongkai.pipeline import Haste
from gongkai.serving.outcome import HALT, Outcome, call_as_json, outcome_from_json

_PATIENCE = 5.0  # seconds for a process to end before it is ended
_SCRIPTS = Path(__file__).resolve().parents[2]


class Builder:
    """Builds one call after another. `scratch` is a folder for its temporary files, so that none outlive the preview."""

    def __init__(self, scratch: Path) -> None:
        self._scratch = scratch
        self._process: subprocess.Popen[str] | None = None
        self._speaking = threading.Lock()
        self._latest: Outcome | None = None

    def build(self, call: Call, folder: Path, haste: Haste = Haste.NONE, halted: Callable[[], bool] = lambda: False) -> Outcome:
        """Wait for a build over what lies in `folder`; a process that died is an outcome too. `halted` is asked when the
        call has been made: whether `halt` was called too early to have been heard."""
        process = self._running()
        assert process.stdin is not None and process.stdout is not None
        try:
            with self._speaking:
                process.stdin.write(call_as_json(call, folder, haste) + "\n" + (HALT + "\n" if halted() else ""))
                process.stdin.flush()
            line = process.stdout.readline()
            if line:
                self._latest = outcome_from_json(line, self._latest)
                return self._latest
        except (OSError, ValueError):
            pass  # it died while we spoke to it
        self.close()
        return Outcome(failure="生成网页的进程意外结束，没有生成；再保存一次就会重来。")

    def halt(self) -> None:
        """Have the build that goes on given up, if it does something that can wait; from another thread than `build`."""
        process = self._process
        if process is not None and process.stdin is not None:
            with self._speaking, contextlib.suppress(OSError, ValueError):  # it ended meanwhile
                process.stdin.write(HALT + "\n")
                process.stdin.flush()

    def close(self) -> None:
        """End the process and wait for that."""
        process, self._process, self._latest = self._process, None, None
        if process is None:
            return
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):  # nobody may be reading it any more
                    stream.close()
        process.terminate()
        try:
            process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def _running(self) -> subprocess.Popen[str]:
        if self._process is None or self._process.poll() is not None:
            path = os.pathsep.join(filter(None, (str(_SCRIPTS), os.environ.get("PYTHONPATH"))))
            temporary = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(self._scratch))
            environment = {**os.environ, **temporary, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"}
            command = [sys.executable, "-m", "gongkai.serving.builder"]
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8", env=environment
            )  # fmt: skip
        return self._process
