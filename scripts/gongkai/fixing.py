"""`check --fix`: what can be mended without judgement, shown first, written only when that is wanted."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from enum import Enum
from pathlib import Path

from gongkai.console import Steps, print_pieces
from gongkai.model.problems import Problem
from gongkai.model.settings import Settings
from gongkai.reporting.mended_files import Change, changes, difference, write


class Wish(Enum):
    """What to do once the difference has been shown."""

    ASK = "ask"
    WRITE = "write"
    SHOW = "show"


class Outcome(Enum):
    """What came of it."""

    NOTHING = "nothing"  # there was nothing to mend
    SHOWN = "shown"  # nothing was written
    WRITTEN = "written"


def fix(folder: Path, problems: Sequence[Problem], settings: Settings, wish: Wish, steps: Steps) -> Outcome:
    """Show what the problems' mends would change, then write it, ask, or leave it."""
    mends = [problem.mend for problem in problems if problem.mend]
    found = list(changes(folder, mends, settings))
    worth = [change for change in found if change.mended.made]
    for change in worth:
        print_pieces(difference(change))
    for change in found:
        for mend in change.mended.refused:
            steps.say(f"{mend.place}: 这一处要人来改，没有动")
    if not worth:
        steps.say("没有可以自动改的。")
        return Outcome.NOTHING
    what = f"{len(worth)} 个文件，{sum(len(change.mended.made) for change in worth)} 处"
    if wish is Wish.SHOW or (wish is Wish.ASK and not _agreed(what, steps)):
        steps.say(f"可以改 {what}；什么也没有写。")
        return Outcome.SHOWN
    return _write(folder, worth, steps)


def _write(folder: Path, worth: list[Change], steps: Steps) -> Outcome:
    written = [change for change in worth if write(folder, change)]
    for change in worth:
        if change not in written:
            steps.say(f"{change.path}: 刚才被别人改动过，没有写；再运行一次")
    steps.say(f"改了 {len(written)} 个文件，{sum(len(change.mended.made) for change in written)} 处。")
    return Outcome.WRITTEN if written else Outcome.SHOWN


def _agreed(what: str, steps: Steps) -> bool:
    if not sys.stdin.isatty():
        steps.say("这里没有人可以问；要写入，加 --yes。")
        return False
    steps.say(f"写入这些改动（{what}）吗？输入 y 再按回车，别的都算不写：")
    return sys.stdin.readline().strip().lower() in ("y", "yes", "是")
