"""What one open text alone says: the remarks of reading it and of the rules that examine texts. A matter of milliseconds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from gongkai import checks
from gongkai.checks.examining import TextExaminer
from gongkai.editing.site import bytes_of
from gongkai.editing.texts import moved
from gongkai.linking.links import Links
from gongkai.model.body import Stored
from gongkai.model.problems import Place, Problem
from gongkai.model.settings import Settings
from gongkai.model.site import Site
from gongkai.reading import site as reading
from gongkai.reading.documents import read_document
from gongkai.reading.settings import settings_of
from gongkai.reading.spool import SpoolWriter, Texts
from gongkai.reporting.old_problems import Baseline, sort_out

_NO_LINKS = Links(policies={}, interpretations={})
_IN_ATTACHMENT = "附件“"


@dataclass(frozen=True, slots=True)
class Judged:
    """The problems of a text as the whole site was checked with it."""

    lines: Sequence[str]
    problems: tuple[Problem, ...]


class _NoSpool(SpoolWriter):
    """Keeps nothing: no rule that is run here asks for a text again."""

    def __init__(self) -> None:
        pass

    def keep(self, texts: Texts) -> Stored:
        return Stored()


def own_problems(path: str, text: str, settings: Settings, baseline: Baseline, today: date) -> tuple[Problem, ...]:
    """What can be said of a text without the rest of the site; `path` is that of a source or of the settings."""
    quiet = replace(settings, misreadings=())
    if path == settings.path:
        site = reading.make_site(settings_of(bytes_of(text), path), today, [], {}, [])
    else:
        document = read_document(path, bytes_of(text), quiet, _NoSpool(), _examiner(settings))
        site = reading.make_site(quiet, today, [document], {}, [])
    return _problems(site, path, baseline)


def with_the_old(path: str, lines: Sequence[str], own: Sequence[Problem], judged: Judged | None) -> tuple[Problem, ...]:
    """The problems of a text that has changed since the site was checked: its own as they are now, the others as they were,
    on the lines to which these have moved."""
    if judged is None:
        return tuple(own)
    kept = []
    for problem in judged.problems:
        if problem.id in _of_text() and not problem.message.startswith(_IN_ATTACHMENT):
            continue
        line = moved(problem.place.line, judged.lines, lines)
        mend = problem.mend
        if mend and mend.place == problem.place:
            mend = replace(mend, place=Place(path, line))
        kept.append(replace(problem, place=Place(path, line), mend=mend))
    return tuple(sorted((*own, *kept), key=lambda problem: problem.order))


def _problems(site: Site, path: str, baseline: Baseline) -> tuple[Problem, ...]:
    asked = [rule for rule in checks.rules() if rule.id in _of_text()]
    verdict = checks.examine(site, _NO_LINKS, asked=asked)
    found = sort_out(verdict.problems, baseline, frozenset(source.path for source in site.unread))
    return tuple(problem for problem in found.new if problem.place.path == path)


@cache
def _of_text() -> frozenset[str]:
    return frozenset(rule.id for rule in checks.rules() if rule.of_text)


_examiners: dict[int, tuple[Settings, TextExaminer]] = {}


def _examiner(settings: Settings) -> TextExaminer:
    """The examiner of these settings; only the newest is kept."""
    kept = _examiners.get(0)
    if kept is None or kept[0] is not settings:
        _examiners[0] = kept = (settings, TextExaminer(settings))
    return kept[1]
