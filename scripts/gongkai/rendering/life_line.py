"""A policy's life as a line to look at: 制定, 施行, 修改, 废止 at equal distances, each stretch in the colour of its state.

Only places and words are worked out here; the template draws them as SVG and the list below it says the same in words.
All measures are units of the drawing, in which letters are 14 high.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from gongkai.model.documents import Policy
from gongkai.model.validity import Standing, StateChange, Validity

STEP, EDGE = 108, 54
_EVENTS = {
    Validity.AMENDED: "修改", Validity.PARTLY_LAPSED: "部分失效", Validity.REPEALED: "废止", Validity.LAPSED: "失效",
    Validity.TO_VERIFY: "待核", Validity.IN_FORCE: "施行", Validity.NOT_YET: "制定",
}  # fmt: skip


class Event(NamedTuple):
    """A point of the line: what happened, when ("" = unknown), the style of the state it began, whether it is to come."""

    x: int
    word: str
    day: str
    state: str
    coming: bool


class Stretch(NamedTuple):
    """The line between two points, in the style of the state that holds there."""

    start: int
    end: int
    state: str
    coming: bool


class LifeLine(NamedTuple):
    """A whole drawing; `words` says in one line what it shows."""

    width: int
    events: tuple[Event, ...]
    stretches: tuple[Stretch, ...]
    words: str


def life_line(policy: Policy, standing: Standing, today: date) -> LifeLine | None:
    """The drawing of a policy's life; None where there is nothing but its beginning."""
    changes = [*standing.life]
    changes += [c for c in standing.after(today) if c not in changes]
    if len(changes) < 2:
        return None
    told = [_told(policy, change, first=not i) for i, change in enumerate(changes)]
    events: list[Event] = []
    stretches: list[Stretch] = []
    for i, (change, (word, day)) in enumerate(zip(changes, told, strict=True)):
        x = EDGE + i * STEP
        coming = day is not None and day > today
        events.append(Event(x, word, day.isoformat() if day else "", change.state.slug, coming))
        if i + 1 < len(changes):
            following = told[i + 1][1]
            stretches.append(Stretch(x, x + STEP, change.state.slug, following is not None and following > today))
    last = events[-1]
    width = last.x + EDGE
    if not changes[-1].state.ended:  # it goes on
        width = last.x + STEP
        stretches.append(Stretch(last.x, width - 12, last.state, True))
    words = "，".join(f"{event.day}{event.word}" for event in events)
    return LifeLine(width, tuple(events), tuple(stretches), words)


def _told(policy: Policy, change: StateChange, first: bool) -> tuple[str, date | None]:
    """The word for a change, and its day: the first one is the making of the document."""
    if first and change.state in (Validity.NOT_YET, Validity.IN_FORCE):
        return "制定", policy.written or policy.issued or change.since
    if change.state is Validity.LAPSED and change.reason.startswith("有效期至"):
        return "期满失效", change.since
    return _EVENTS[change.state], change.since
