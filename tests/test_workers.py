"""An answer is found out by another process, where there may be one."""

from __future__ import annotations

import os
import time

import pytest

from gongkai.workers import FORKS, Answer

forked = pytest.mark.skipif(not FORKS, reason="这个系统不能这样另起进程")


def is_gone(process: int) -> bool:
    """Whether a process we began is there no more, not even as one that nobody asked for its end."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    return False


@pytest.mark.parametrize("jobs", [1, pytest.param(2, marks=forked)])
def test_an_answer_comes_whole_and_from_whom_it_was_asked(jobs: int) -> None:
    answer = Answer(jobs, lambda: f"{os.getpid()} {'字' * 100_000}")
    number, words = answer.get().split()
    assert words == "字" * 100_000 and (int(number) == os.getpid()) == (jobs == 1)
    answer.drop()  # nothing is left to be dropped
    assert jobs == 1 or is_gone(int(number))


@forked
def test_what_another_process_cannot_find_out_is_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    answer = Answer(2, lambda: (_ for _ in ()).throw(OSError("没有这个文件夹")))
    assert answer.get() == "" and capfd.readouterr() == ("", "")


@forked
def test_who_is_asked_in_vain_does_not_live_on() -> None:
    begun, answer = time.monotonic(), Answer(2, lambda: str(time.sleep(60)))
    process = answer._process
    answer.drop()
    assert is_gone(process) and time.monotonic() - begun < 30
