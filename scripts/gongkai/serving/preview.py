"""The state of a preview: the last good pages, the last outcome, and who waits for the next one."""

from __future__ import annotations

import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from gongkai.call import Call
from gongkai.console import tally
from gongkai.model.problems import CannotBuild, Problem
from gongkai.pipeline import Haste
from gongkai.serving.building import Builder
from gongkai.serving.outcome import Outcome, Shown


class Preview:
    """Rebuilds into a folder of its own, never into `build/`; read by the threads that serve.

    `call` is asked for each build, since the day and the baseline may be others by then. `say` tells people on the terminal.
    """

    def __init__(self, call: Callable[[], Call], say: Callable[[str], None]) -> None:
        self._call = call
        self._say = say
        self._home = Path(tempfile.mkdtemp(prefix="gongkai-preview-"))
        scratch = self._home / "scratch"
        scratch.mkdir()
        self._builder = Builder(scratch)
        self._number = 0
        self._begun = time.time_ns()
        self._news = threading.Condition()
        self._catching_up = self._interrupted = False
        self.unfinished = self.provisional = False
        self.pages: Path | None = None
        self.sources: dict[str, Shown] = {}  # what the pages at hand come from, by their address
        self.outcome = Outcome()
        self.version = self._version()

    def rebuild(self, changed: frozenset[str]) -> None:
        """Build after `changed` (paths relative to the site; none for the first build) and let the open pages know.

        Where nothing can be published the last good pages stay.
        """
        begun = time.monotonic()
        self._interrupted = False
        self._number += 1
        folder = self._home / "pages"
        try:
            outcome = self._builder.build(self._call(), folder, Haste.GREAT)
        except CannotBuild as error:
            outcome = Outcome(failure=str(error))
        self.unfinished = outcome.unfinished or (self.unfinished and not outcome.published)
        self.provisional = outcome.provisional
        told = self.outcome.problems
        with self._news:
            same = not outcome.published and outcome == self.outcome
            if not outcome.documents:  # nothing was read: what is known of the pages that stay still holds
                outcome = Outcome(outcome.published, outcome.problems, self.outcome.documents, outcome.failure)
            self.outcome = outcome
            if outcome.published:
                self.pages = folder
                self.sources = {shown.url: shown for shown in outcome.documents if shown.url}
            if not same:
                self.version = self._version()
                self._news.notify_all()
        self._tell(changed, outcome, told, time.monotonic() - begun)

    def catch_up(self) -> None:
        """Make what was left for later: the rules on the whole column at once, then the index and the like, which is given
        up when `halt` says that something has changed."""
        haste = Haste.SOME if self.provisional else Haste.NONE
        begun, told = time.monotonic(), self.outcome.problems
        self._catching_up = True
        try:
            outcome = self._builder.build(self._call(), self._home / "pages", haste, lambda: self._interrupted)
        except CannotBuild:
            return
        finally:
            self._catching_up = False
        self.unfinished, self.provisional = outcome.unfinished, False
        if outcome.published and outcome.problems != self.outcome.problems:
            with self._news:
                self.outcome = outcome
                self._number += 1
                self.version = self._version()
                self._news.notify_all()
            self._tell(frozenset(), outcome, told, time.monotonic() - begun)

    def halt(self) -> None:
        """Something has changed: what can wait is given up."""
        self._interrupted = True
        if self._catching_up:
            self._builder.halt()

    def wait(self, version: str, seconds: float) -> str:
        """The version that follows `version`; the same one when the time is up."""
        with self._news:
            if self.version == version:
                self._news.wait(seconds)
            return self.version

    def close(self) -> None:
        """End the building process and leave nothing behind."""
        self._builder.close()
        shutil.rmtree(self._home, ignore_errors=True)

    def _version(self) -> str:
        """Of this build of this run: pages left open from an earlier run are older too."""
        return f"{self._begun:x}-{self._number}"

    def _tell(self, changed: frozenset[str], outcome: Outcome, told: Sequence[Problem], seconds: float) -> None:
        """On the terminal: the problems that were not `told` before, and how it went."""
        what = "" if not changed else min(changed) if len(changed) == 1 else f"{min(changed)} 等 {len(changed)} 处"
        known = frozenset(told)
        for problem in outcome.problems:
            if problem not in known:
                self._say(str(problem))
        result = outcome.failure or tally(outcome.problems)
        stays = "" if outcome.published or self.pages is None else "；网页还是上一次的"
        self._say(f"{time.strftime('%H:%M:%S')} {what + '改了，' if what else ''}生成用了 {seconds:.1f} 秒：{result}{stays}")
