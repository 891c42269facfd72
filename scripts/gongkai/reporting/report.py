"""What a format tells: the problems of a run, those that are old or waived, and where their files lie in the repository."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from gongkai.checks import Rule
from gongkai.model.problems import Problem, Severity
from gongkai.model.waivers import Waiver


@dataclass(frozen=True, kw_only=True)
class Report:
    """`problems` count; `old` stand in the baseline; `waived` are set aside. `failing` is the least severity that fails.

    `folder` is the site's path within the repository, "" where the site is the repository; `settings` is how problems
    name the site's settings.
    """

    problems: Sequence[Problem]
    rules: Sequence[Rule]
    failing: Severity = Severity.ERROR
    old: Sequence[Problem] = ()
    waived: Sequence[tuple[Problem, Waiver]] = ()
    with_baseline: bool = False
    folder: str = ""
    settings: str = "site.yaml"

    def located(self, problem: Problem) -> str:
        """The path of a problem's file within the repository, with `/`: what the hosts of repositories want."""
        path = problem.place.path
        if path == self.settings != "site.yaml":
            return path  # a settings file elsewhere is named as the caller did
        return str(PurePosixPath(self.folder) / path)


def within_repository(folder: Path) -> str:
    """Where a site lies in its repository, "" at the root or where there is no repository."""
    here = folder.resolve()
    for above in (here, *here.parents):
        if (above / ".git").exists():
            return "" if above == here else here.relative_to(above).as_posix()
    return ""
