"""有效性: the states a policy can be in, and the effects of one document on another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum


class Validity(Enum):
    """The state of a policy, as contract §2 lists them."""

    IN_FORCE = "有效"
    NOT_YET = "尚未施行"
    AMENDED = "已修改"
    PARTLY_LAPSED = "部分失效"
    REPEALED = "废止"
    LAPSED = "失效"
    TO_VERIFY = "待核"

    @property
    def slug(self) -> str:
        """The name in addresses and style classes."""
        return self.name.lower().replace("_", "-")

    @property
    def binding(self) -> bool:
        """Whether an office may still rest a decision on the document, wholly or in part."""
        return self in (Validity.IN_FORCE, Validity.AMENDED, Validity.PARTLY_LAPSED)

    @property
    def ended(self) -> bool:
        """Whether the document has ceased to apply."""
        return self in (Validity.REPEALED, Validity.LAPSED)

    @property
    def sign(self) -> str:
        """A shape beside the word, so that colour is never alone."""
        return {"有效": "●", "已修改": "◐", "部分失效": "◐", "废止": "○", "失效": "○", "尚未施行": "◔", "待核": "？"}[
            self.value
        ]


class Effect(Enum):
    """What a document does to another; the value is the front-matter key (contract §2)."""

    REPEALS = "废止"
    AMENDS = "修改"
    DECLARES_LAPSED = "宣布失效"
    FORWARDS = "转发"
    RESTS_ON = "依据"

    @property
    def passive(self) -> str:
        """The heading under which the other document lists it."""
        return {"废止": "被废止于", "修改": "被修改于", "宣布失效": "被宣布失效于", "转发": "被转发于", "依据": "作为依据于"}[
            self.value
        ]


class Conclusion(Enum):
    """What a cleaning (清理) concludes about a document; the order is that of the lists an office publishes.

    修改 means that the cleaning's own document amends it, 拟修改 that another one will; 期满失效 records what had happened
    already, 失效 (or 宣布失效) is the cleaning's own doing. Source: standards §6.5.
    """

    CONTINUES = "继续有效"
    AMENDED = "修改"
    TO_AMEND = "拟修改"
    REPEALED = "废止"
    LAPSED = "失效"
    EXPIRED = "期满失效"

    @property
    def effect(self) -> Effect | None:
        """What the conclusion does to the document from the cleaning's day on; None where it leaves it as it was."""
        return {"修改": Effect.AMENDS, "废止": Effect.REPEALS, "失效": Effect.DECLARES_LAPSED}.get(self.value)

    @property
    def keeps(self) -> bool:
        """Whether an office may rest on the document after the cleaning."""
        return self in (Conclusion.CONTINUES, Conclusion.AMENDED, Conclusion.TO_AMEND)


@dataclass(frozen=True, slots=True)
class StateChange:
    """From `since` on (None: from the start, or on an unknown day) the policy is in `state`, because of `reason`.

    `by` is the slug of the document of this column that caused it, "" where none did.
    """

    since: date | None
    state: Validity
    reason: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """A policy's state on a day: the change that is in effect, the next one to come, and the whole line of life."""

    now: StateChange
    upcoming: StateChange | None
    life: tuple[StateChange, ...]

    @property
    def state(self) -> Validity:
        """The state today."""
        return self.now.state

    def after(self, today: date) -> tuple[StateChange, ...]:
        """The changes still to come, in their order."""
        if self.upcoming is None:
            return ()
        coming = tuple(c for c in self.life if c.since and c.since > today)
        return coming if self.upcoming in coming else (self.upcoming, *coming)

    @property
    def marked(self) -> bool:
        """Whether the state of today is what the editor wrote and no date or document bears it out."""
        return self.now not in self.life[:1] and self.now.since is None

    def on(self, day: date) -> Validity | None:
        """The state on a day, from dates and documents alone; None before the first."""
        known = [c for i, c in enumerate(self.life) if (c.since <= day if c.since else i == 0)]
        return known[-1].state if known else None
