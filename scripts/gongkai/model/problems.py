"""What an editor can mend: a place, what stands there, what would be right."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Severity(Enum):
    """How bad a problem is; errors stop publishing. Values are the words of the JSON output (contract §3)."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def word(self) -> str:
        """The word that editors read."""
        return {"error": "错误", "warning": "警告", "info": "提示"}[self.value]

    @property
    def rank(self) -> int:
        """0 is the worst."""
        return _RANKS[self]

    @classmethod
    def from_word(cls, word: str) -> Severity | None:
        """The severity that `site.yaml` names, in Chinese or English; None when it names none."""
        for severity in cls:
            if word in (severity.value, severity.word):
                return severity
        return None


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A line of a source: path relative to the site with `/`, line from 1 (1 also where only the file is meant)."""

    path: str
    line: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True)
class Mend:
    """A change that needs no judgement: in the line of `place`, `wrong` becomes `right`.

    Where `key` is named, the value `right` joins those of that key in the front matter of `place.path` instead.
    """

    place: Place
    right: str
    wrong: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule yields: where, what was found, what would be right ("" where the message says it all), how to mend it."""

    place: Place
    message: str
    hint: str = ""
    mend: Mend | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding with the rule's id and the severity that this site gives it."""

    place: Place
    id: str
    severity: Severity
    message: str
    hint: str = ""
    mend: Mend | None = None

    def __str__(self) -> str:
        hint = f"({self.hint})" if self.hint else ""
        return f"{self.place}: {self.severity.word} {self.id} {self.message}{hint}".replace("\n", "⏎")

    def stops(self, stopping: Severity) -> bool:
        """Whether nothing is published with it, where everything at or above `stopping` counts."""
        return self.severity.rank <= stopping.rank

    @property
    def order(self) -> tuple[str, int, str, str]:
        """Problems are shown by file, line, rule."""
        return (self.place.path, self.place.line, self.id, self.message)


class CannotBuild(Exception):
    """The machine or the call is at fault, not an editor: one line says why, exit status 2."""


@dataclass(frozen=True, slots=True)
class Misreading:
    """Something in a source that was read with a guess or not at all; a rule of the same `kind` turns it into a finding.

    `mend` gives what stands in the line and what should stand there, where that is beyond doubt.
    """

    kind: str
    line: int
    message: str
    hint: str = ""
    mend: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule found in a text, with the id of the rule; it travels with the document until the checks are run."""

    rule: str
    finding: Finding
