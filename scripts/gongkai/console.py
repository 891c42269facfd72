"""What people and programs read on the terminal: steps and progress, sums of problems. One door to rich."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, TextIO, TypeVar

from gongkai.model.problems import Problem, Severity

if TYPE_CHECKING:
    from rich.console import Console

_Item = TypeVar("_Item")
_UNSEEN = dict.fromkeys(map(ord, "\a\b\v\f\r"))  # what moves the cursor is no word


class Steps:
    """Announces the named steps of a build (`[3/6] 检查`), each with its time; progress only where someone watches."""

    def __init__(self, names: Sequence[str], stream: TextIO | None = None) -> None:
        self._names = list(names)
        self._stream = stream or sys.stderr
        self._console = _console(self._stream)
        self.seconds: dict[str, float] = {}

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """One step: its line appears when it ends, with what `note` said of it."""
        self._note = ""
        begun = time.perf_counter()
        yield
        self.seconds[name] = time.perf_counter() - begun
        number = self._names.index(name) + 1
        line = f"[{number}/{len(self._names)}] {name}{self._note}，{self.seconds[name]:.1f} 秒"
        if self._console:
            self._console.print(line, markup=False)
        else:
            self._stream.write(line + "\n")
            self._stream.flush()

    def note(self, words: str) -> None:
        """What this step came to."""
        self._note = f"：{words}"

    def progress(self, items: Iterable[_Item], total: int, name: str) -> Iterator[_Item]:
        """Pass items on and show how many of `total` have come."""
        if not self._console:
            yield from items
            return
        rich = import_module("rich.progress")
        columns = (rich.TextColumn("{task.description}"), rich.BarColumn(), rich.MofNCompleteColumn(), rich.TimeElapsedColumn())
        # No thread of its own: workers are forked while the bar is on the screen.
        with rich.Progress(*columns, console=self._console, transient=True, auto_refresh=False) as bar:
            task = bar.add_task(name, total=total)
            shown = time.monotonic()
            for item in items:
                yield item
                bar.advance(task)
                if time.monotonic() - shown > 0.1:
                    bar.refresh()
                    shown = time.monotonic()

    def say(self, words: str) -> None:
        """A line for people. There may be thousands, so none of them is laid out by rich."""
        self._stream.write(words.translate(_UNSEEN) + "\n")


def _console(stream: TextIO) -> Console | None:
    """What draws on a terminal; None where nobody watches, who would wait for rich to be loaded."""
    if not stream.isatty():
        return None
    console: Console = import_module("rich.console").Console(file=stream, highlight=False, soft_wrap=True)
    return console if console.is_terminal else None


def tally(problems: Sequence[Problem]) -> str:
    """“2 个错误，5 个警告”, or that there is none."""
    counts = {severity: sum(p.severity is severity for p in problems) for severity in Severity}
    words = [f"{count} 个{severity.word}" for severity, count in counts.items() if count]
    return "，".join(words) or "没有发现问题"


def print_out(text: str) -> None:
    """Write to standard output as UTF-8 with plain line ends, whatever the terminal's own encoding is."""
    print_pieces((text,))


def print_pieces(pieces: Iterable[str]) -> None:
    """The same, piece by piece, for what is too long to hold."""
    sys.stdout.flush()
    buffer = getattr(sys.stdout, "buffer", None)
    for piece in pieces:
        if buffer is None:
            sys.stdout.write(piece)
        else:
            buffer.write(piece.encode("utf-8", "replace"))
    if buffer is not None:
        buffer.flush()
