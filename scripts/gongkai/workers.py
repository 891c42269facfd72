"""The one seam through which work is shared among processes; results come in the order of the tasks, however many work."""

from __future__ import annotations

import ctypes
import gc
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from itertools import islice
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")
_STEPS_BACK = 10  # of the 19 by which a process can stand back
FORKS = sys.platform == "linux"
"""Whether a process can be had that has everything at hand without being sent it."""
_KEPT = ((-3, 32 << 20), (-1, 64 << 20))  # M_MMAP_THRESHOLD, M_TRIM_THRESHOLD
_PIECE = 1 << 16  # bytes
_LOOK = 0.05  # seconds between two looks whether the work is still wanted


def default_jobs() -> int:
    """As many as there are processors for us, at most 16: beyond that the main process is the bottleneck."""
    available = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(16, available))


class Workers:
    """Runs tasks in `jobs` processes, or here where `jobs` is 1. `prepare` runs once in each before its first task.

    `fresh` processes share nothing with this one: for a process with threads, which it is not safe to fork. `yielding`
    ones leave the processors to whoever else wants them, where the system has that. `aside` is one process for what is
    to go on beside the work here, where more than one are allowed. A `flow` begins so many tasks `ahead` for each process.
    """

    def __init__(
        self, jobs: int, prepare: Callable[..., None], *given: Any, fresh: bool = False, yielding: bool = False, aside: bool = False, ahead: int = 3
    ) -> None:
        self._executor: ProcessPoolExecutor | None = None
        self._ahead = ahead * jobs
        if jobs <= 1:
            prepare(*given)
            return
        # A forked worker has the whole column at hand without copying it; where there is no safe fork it is sent one.
        _give_back()
        method = "fork" if FORKS and not fresh else "spawn"
        # Only now is loaded what this takes: a build that has nothing to do begins none.
        context, futures = import_module("multiprocessing").get_context(method), import_module("concurrent.futures")
        self._executor = futures.ProcessPoolExecutor(1 if aside else jobs, mp_context=context, initializer=_begin, initargs=(yielding, prepare, *given))

    @property
    def are_several(self) -> bool:
        """Whether the work is done in other processes."""
        return self._executor is not None

    def start(self, work: Callable[[_Task], _Result], tasks: Iterable[_Task]) -> Iterator[_Result]:
        """Begin all tasks at once (in other processes); iterating waits for each in turn."""
        if self._executor is None:
            return map(work, tasks)
        return self._executor.map(work, tasks)

    def flow(
        self, work: Callable[[_Task], _Result], tasks: Iterable[_Task], halt: Callable[[], None] = lambda: None
    ) -> Iterator[_Result]:
        """As `start`, for tasks or results that are large: only a few are begun ahead of the one that is waited for, so
        that no more than these are in memory, and no further task is taken before. While waiting, `halt` is asked now and
        then; it raises where the work is no longer wanted."""
        if self._executor is None:
            return (_wanted(work(task), halt) for task in tasks)
        waiting = iter(tasks)
        begun = deque(self._executor.submit(work, task) for task in islice(waiting, self._ahead))
        return self._flowing(work, begun, waiting, self._executor, halt)

    @staticmethod
    def _flowing(
        work: Callable[[_Task], _Result], begun: deque[Future[_Result]], waiting: Iterator[_Task], executor: ProcessPoolExecutor,
        halt: Callable[[], None],
    ) -> Iterator[_Result]:  # fmt: skip
        while begun:
            future = begun.popleft()
            while not import_module("concurrent.futures").wait((future,), _LOOK).done:
                halt()
            result = _wanted(future.result(), halt)
            begun.extend(executor.submit(work, task) for task in islice(waiting, 1))
            yield result

    def abandon(self) -> None:
        """What is being done is no longer wanted: nothing more is begun, and nobody waits for what is. (Ending a process in
        the middle of a task can leave the others waiting for ever.)"""
        if self._executor:
            self._executor.shutdown(wait=False, cancel_futures=True)
            self._executor = None

    def close(self) -> None:
        """Wait until every process has ended."""
        if self._executor:
            self._executor.shutdown(wait=True, cancel_futures=True)


class Answer:
    """What `ask` finds out, in a process of its own meanwhile, where more than one are allowed and can be had without loading
    anything for it; else when it is wanted."""

    def __init__(self, jobs: int, ask: Callable[[], str]) -> None:
        self._ask, self._process, self._end = ask, 0, 0
        if jobs > 1 and FORKS:
            self._end, end = os.pipe()
            self._process = os.fork()
            if not self._process:
                _tell(ask, end)
            os.close(end)

    def get(self) -> str:
        """The answer; "" where it could not be found out."""
        if not self._process:
            return self._ask()
        told = b""
        while piece := os.read(self._end, _PIECE):
            told += piece
        self._leave()
        return told.decode()

    def drop(self) -> None:
        """It is no longer wanted."""
        if self._process:
            os.kill(self._process, signal.SIGKILL)
            self._leave()

    def _leave(self) -> None:
        os.close(self._end)
        os.waitpid(self._process, 0)
        self._process = 0


def _tell(ask: Callable[[], str], end: int) -> NoReturn:
    """Answer, and end at once: what this process has at hand is the other's to clear away."""
    try:
        told = ask().encode()
        while told:
            told = told[os.write(end, told) :]
    finally:
        os._exit(0)


def keep_what_is_freed() -> None:
    """Memory that is freed waits here for what comes next, where the C library can do that: for processes that take and free
    a few MB again and again, and end soon. Otherwise the system gives every page anew, and clears it."""
    adjust = getattr(ctypes.CDLL(None), "mallopt", None) if sys.platform == "linux" else None
    if adjust and import_module("multiprocessing").parent_process():  # this one may live on
        for limit in _KEPT:
            adjust(*limit)


def _give_back() -> None:
    """Memory that is free goes back to the system, where the C library can do that: processes to be forked hold it as well."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim:
        trim(0)


def _wanted(result: _Result, halt: Callable[[], None]) -> _Result:
    halt()
    return result


def _begin(yielding: bool, prepare: Callable[..., None], *given: Any) -> None:
    """A worker ends with the process that began it, even one that was killed, and leaves Ctrl-C to it."""
    if yielding and hasattr(os, "nice"):
        os.nice(_STEPS_BACK)
    gc.freeze()  # what was there before is no garbage of this process, and to look through it would copy it
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if sys.platform == "linux":
        ask_for_a_signal_at_its_end = 1  # PR_SET_PDEATHSIG
        ctypes.CDLL(None).prctl(ask_for_a_signal_at_its_end, signal.SIGKILL)
    prepare(*given)
