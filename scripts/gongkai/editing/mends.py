"""The mends of `check --fix` on an open text: offered only where they can be made on what stands there now."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from gongkai.editing.site import bytes_of
from gongkai.editing.texts import Replacement, difference
from gongkai.model.problems import Mend, Problem
from gongkai.model.settings import Settings
from gongkai.reporting.mending import mend_file


@dataclass(frozen=True, slots=True)
class QuickMend:
    """What one mend does: words for it, the problem it is for (None: all that can be mended), the file, the replacement."""

    title: str
    problem: Problem | None
    path: str
    replacement: Replacement


def quick_mends(problems: Iterable[Problem], text_of: Callable[[str], str], settings: Settings) -> list[QuickMend]:
    """A mend for each problem that has one; `text_of` gives the text of a path as it stands, open or not."""
    found = []
    for problem in problems:
        mend = problem.mend
        if mend and (replacement := _made(mend.place.path, [mend], text_of, settings)):
            found.append(QuickMend(_title(mend, problem.place.path), problem, mend.place.path, replacement))
    return found


def mend_all(path: str, problems: Iterable[Problem], text_of: Callable[[str], str], settings: Settings) -> QuickMend | None:
    """All mends within one text at once."""
    mends = [p.mend for p in problems if p.mend and p.mend.place.path == path]
    replacement = _made(path, mends, text_of, settings) if mends else None
    return QuickMend("改好这一篇里不用斟酌的", None, path, replacement) if replacement else None


def _made(path: str, mends: list[Mend], text_of: Callable[[str], str], settings: Settings) -> Replacement | None:
    before = text_of(path)
    mended = mend_file(path, bytes_of(before), mends, settings)
    return difference(before, mended.content.decode("utf-8")) if mended.made else None


def _title(mend: Mend, path: str) -> str:
    where = "" if mend.place.path == path else f"在 {mend.place.path} 里"
    return f"{where}给“{mend.key}”加上“{mend.right}”" if mend.key else f"{where}改为“{mend.right}”"
