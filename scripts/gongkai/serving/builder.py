"""The process that builds, `python -m gongkai.serving.builder`: a call on each line of its input, an outcome on each of its output.

It stands apart from the process that serves, so that no build, however it ends, takes the preview down; and it stays,
so that what a later build can use again may be kept here.
"""

from __future__ import annotations

import gc
import io
import os
import queue
import signal
import sys
import tempfile
import threading
import traceback
from pathlib import Path

from gongkai import pipeline
from gongkai.call import Call
from gongkai.console import Steps
from gongkai.making.rewriting import FOLDER
from gongkai.making.touching import Latest
from gongkai.model.faults import told
from gongkai.model.problems import CannotBuild
from gongkai.pipeline import Haste
from gongkai.remembering.origin import origin
from gongkai.remembering.remembered import Remembering, recalled
from gongkai.serving.outcome import HALT, Outcome, Shown, call_from_json, documents_of, outcome_as_json

_COLLECT = 20
"""Builds in haste after which what they left is cleared away in their midst; else it waits for one that nobody waits for."""


class _Halted(Exception):
    """What was being done can wait: something more urgent has come."""


class Building:
    """Builds one call after another; what one leaves to the next is kept here, its texts among the preview's temporary files."""

    def __init__(self, folder: Path, halted: threading.Event) -> None:
        self._remembered = Remembering(folder, keeps=False)
        self._latest: Latest | None = None
        self._documents: tuple[Shown, ...] = ()
        self._halted = halted
        self._begun = False

    def __call__(self, call: Call, folder: Path, steps: Steps, haste: Haste) -> Outcome:
        """Build over what lies in the folder; nothing that goes wrong is raised."""
        latest, self._latest = self._latest, None
        if not self._begun:
            self._begun = True
            self._remembered.of(origin(call)).sources = recalled(call, self._remembered.texts)
        sources = self._remembered.memory.sources
        try:
            examined, problems, published, self._latest = pipeline.preview(call, folder, steps, self._remembered, latest, haste, self._halt)
            index = self._remembered.memory.parts.get(FOLDER)
            left = published and index is not None and not index.digest
            texts_alone = self._latest is not None and self._latest.provisional
            if not texts_alone and (documents := documents_of(examined)) != self._documents:
                self._documents = documents
            return Outcome(published, tuple(problems), self._documents, "", left, texts_alone)
        except _Halted:
            # What was read is not yet in the pages: for the next build it is as if it had not been.
            self._latest, self._remembered.memory.sources = latest, sources
            return Outcome(unfinished=True)
        except CannotBuild as error:
            return Outcome(failure=str(error))
        except OSError as error:
            # A file that vanished between two looks: its removal is a change, which begins the next build.
            return Outcome(failure=told(error))
        except Exception:
            traceback.print_exc()
            return Outcome(failure="程序出错，这一次没有生成；详情在运行 gongkai serve 的窗口里。")

    def _halt(self) -> None:
        if self._halted.is_set():
            raise _Halted


def main() -> None:
    """Answer until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in the terminal is for the process that serves
    answers, sys.stdout = sys.stdout, sys.stderr  # whatever prints must not speak between the answers
    lines: queue.Queue[str] = queue.Queue()
    halted = threading.Event()
    threading.Thread(target=_listen, args=(lines, halted), daemon=True).start()
    build = Building(Path(tempfile.mkdtemp(prefix="gongkai-")), halted)
    gc.disable()  # a whole column is at hand, and to look through it all takes long: not while somebody waits for a page
    told: Outcome | None = None
    hasty = 0
    while line := lines.get():
        call, folder, haste = call_from_json(line)
        outcome = build(call, folder, Steps(pipeline.STEPS, io.StringIO() if told else None), haste)
        answers.write(outcome_as_json(outcome, told) + "\n")
        answers.flush()
        told = outcome
        hasty = hasty + 1 if haste is not Haste.NONE else 0
        if hasty % _COLLECT == 0:
            gc.collect()


def _listen(lines: queue.Queue[str], halted: threading.Event) -> None:
    """Pass on the calls; "" when the input has ended.

    They are read by a stream of this thread's own: a forked worker closes `sys.stdin`, and would wait for ever for the lock
    of a stream that is being read.
    """
    for line in os.fdopen(os.dup(sys.stdin.fileno()), encoding="utf-8"):
        if line.strip() == HALT:
            halted.set()
        else:
            halted.clear()
            lines.put(line)
    lines.put("")


if __name__ == "__main__":
    main()
