"""Rules look at a text while it is read: a few passes over it decide which of them look closer.

A rule's WORDS, SIGNS, PAIRS, THREES, REPEATS and PIECES (`waking`) say what must be in a text for the rule to find anything: any one
of them wakes it. Each is looked for once for all rules, so that a text without any costs a few passes, whatever the number
of rules. A rule with none of them sees every text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

from gongkai.checks import Rule, rules
from gongkai.checks.waking import PieceSearch, SignSearch, WordSearch, codes_of, has_repeated_line, has_three
from gongkai.model.problems import Finding, Remark
from gongkai.model.settings import Settings
from gongkai.model.source_text import SourceText

MOST = 50
"""As many findings of one rule are kept of one text; the last says how many more there are."""


class TextExaminer:
    """What all rules that the settings leave on say about a text; in attachments, only those with IN_ATTACHMENTS."""

    def __init__(self, settings: Settings, *, in_attachments: bool = False) -> None:
        on = [rule for rule in rules() if rule.examine and settings.severities.get(rule.id, rule.severity)]
        self._rules = [rule for rule in on if rule.in_attachments or not in_attachments]
        self._wakers = _wakers(tuple(self._rules))

    def __call__(self, source: SourceText) -> tuple[Remark, ...]:
        """The remarks of every rule, by rule."""
        woken = self.woken(source.text)
        return tuple(Remark(rule.id, found) for rule in self._rules if rule.id in woken for found in _kept(rule, source))

    def woken(self, text: str) -> set[str]:
        """The ids of the rules that look at a text."""
        wakers, codes = self._wakers, codes_of(text)
        woken = wakers.pieces.owners(codes) | wakers.always
        if wakers.threes and has_three(codes):
            woken |= wakers.threes
        if wakers.repeats and has_repeated_line(text):
            woken |= wakers.repeats
        woken |= wakers.signs.owners(text, codes)
        woken.update(owner for _, _, owner in wakers.words.found(text, codes))
        return woken


@dataclass(frozen=True, slots=True)
class _Wakers:
    always: frozenset[str]
    words: WordSearch
    signs: SignSearch
    threes: frozenset[str]
    repeats: frozenset[str]
    pieces: PieceSearch


@cache
def _wakers(asked: tuple[Rule, ...]) -> _Wakers:
    return _Wakers(
        frozenset(rule.id for rule in asked if rule.sees_all),
        WordSearch({rule.id: rule.words for rule in asked}),
        SignSearch({rule.id: rule.signs for rule in asked}, {rule.id: rule.pairs for rule in asked}),
        frozenset(rule.id for rule in asked if rule.threes),
        frozenset(rule.id for rule in asked if rule.repeats),
        PieceSearch({rule.id: rule.pieces for rule in asked}),
    )


def _kept(rule: Rule, source: SourceText) -> Iterator[Finding]:
    assert rule.examine
    findings = iter(rule.examine(source))
    last = None
    for last in islice(findings, MOST):
        yield last
    more = sum(1 for _ in findings)
    if more and last:
        yield Finding(last.place, f"这篇里同样的问题还有 {more} 处，没有一一列出", last.hint)
