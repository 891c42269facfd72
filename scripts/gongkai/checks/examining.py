"""Rules look at a text while it is read: one pass over it decides which of them look closer.

A rule's TRIGGERS are regular expressions, each short and beginning with rare characters, that match wherever the rule
might find something; a text in which none of them matches is not shown to it. All triggers of all rules are one
expression, so that a text without any costs a single scan. A rule without TRIGGERS sees every text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from gongkai.checks import Rule, rules
from gongkai.model.problems import Finding, Remark
from gongkai.model.settings import Settings
from gongkai.model.source_text import SourceText

MOST = 50
"""As many findings of one rule are kept of one text; the last says how many more there are."""


class TextExaminer:
    """What all rules that the settings leave on say about a text."""

    def __init__(self, settings: Settings) -> None:
        on = [rule for rule in rules() if rule.examine and settings.severities.get(rule.id, rule.severity)]
        self._always = [rule for rule in on if not rule.triggers]
        self._waiting = [(rule, re.compile("|".join(rule.triggers))) for rule in on if rule.triggers]
        self._any = re.compile("|".join(dict.fromkeys(t for rule, _ in self._waiting for t in rule.triggers)))

    def __call__(self, source: SourceText) -> tuple[Remark, ...]:
        """The remarks of every rule, by rule."""
        wanted = [*self._always, *self._woken(source.text)]
        return tuple(Remark(rule.id, finding) for rule in wanted for finding in _kept(rule, source))

    def _woken(self, text: str) -> list[Rule]:
        woken: list[Rule] = []
        waiting = self._waiting
        match = self._any.search(text) if waiting else None
        while match and waiting:
            at = match.start()
            here = {rule.id for rule, trigger in waiting if trigger.match(text, at)}
            woken += [rule for rule, _ in waiting if rule.id in here]
            waiting = [pair for pair in waiting if pair[0].id not in here]
            match = self._any.search(text, at + 1)
        return woken


def _kept(rule: Rule, source: SourceText) -> Iterator[Finding]:
    assert rule.examine
    findings = iter(rule.examine(source))
    last = None
    for last in islice(findings, MOST):
        yield last
    more = sum(1 for _ in findings)
    if more and last:
        yield Finding(last.place, f"这篇里同样的问题还有 {more} 处，没有一一列出", last.hint)
