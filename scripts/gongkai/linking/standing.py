"""有效性 as effects, not edits: a policy's line of life from its dates, what others do to it, and what its editor wrote.

Rules, in this order: what other documents declare and what the dates say is evidence. A hand-written value that the
evidence contradicts is a contradiction, and the evidence is shown; one that says more than the evidence (废止 by a
document outside the column, 部分失效) is believed; without value or evidence the state is 待核.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from gongkai.linking.links import Contradiction, EffectLink
from gongkai.model.documents import Policy, day_of
from gongkai.model.validity import Effect, Standing, StateChange, Validity

_CHANGES = {
    Effect.REPEALS: (Validity.REPEALED, "被{}废止"),
    Effect.DECLARES_LAPSED: (Validity.LAPSED, "被{}宣布失效"),
    Effect.AMENDS: (Validity.AMENDED, "经{}修改"),
}


def effective_from(policy: Policy) -> date | None:
    """The day on which a policy begins to have effects: 施行日期, else 发文 成文 公开日期; None where no date is given."""
    return policy.in_force_from or policy.issued or policy.written or day_of(policy.published)


def name_of(policy: Policy) -> str:
    """How a reason names a policy."""
    return str(policy.number) if policy.number else f"《{policy.title}》"


@dataclass(frozen=True, slots=True)
class Life:
    """A policy's line of life from the evidence alone, and every state that ends it according to some evidence."""

    changes: tuple[StateChange, ...]
    ends: tuple[StateChange, ...]

    @property
    def end(self) -> StateChange | None:
        """The change that ends the policy."""
        return self.changes[-1] if self.changes[-1].state.ended else None


def lives(policies: Mapping[str, Policy], effects_on: Mapping[str, Sequence[EffectLink]]) -> dict[str, Life]:
    """The line of life of every policy by slug, from the evidence alone.

    A document that ended before it took effect never had an effect; one that ended later keeps the effects it had
    (a repealed repeal revives nothing; an amendment stays in the amended text). Documents are taken in such an order
    that whatever acts on one has been settled before; in a circle, which a rule reports, what is not settled is passed over.
    """
    waiting = {slug: {e.source for e in effects_on.get(slug, ()) if e.effect in _CHANGES} - {slug} for slug in policies}
    acts_on: dict[str, list[str]] = {slug: [] for slug in policies}
    for slug, sources in waiting.items():
        for source in sources:
            acts_on[source].append(slug)
    ready = deque(sorted(slug for slug, sources in waiting.items() if not sources))
    circled = deque(sorted(slug for slug, sources in waiting.items() if sources))
    done: dict[str, Life] = {}
    while ready or circled:
        slug = ready.popleft() if ready else circled.popleft()
        if slug in done:
            continue
        done[slug] = _live(policies[slug], policies, effects_on.get(slug, ()), done)
        for target in acts_on[slug]:
            waiting[target].discard(slug)
            if not waiting[target]:
                ready.append(target)
    return done


def _live(
    policy: Policy, policies: Mapping[str, Policy], effects: Sequence[EffectLink], done: Mapping[str, Life]
) -> Life:
    changes: list[StateChange] = []
    for link in effects:
        if link.effect not in _CHANGES or link.source not in done:
            continue
        source, end = policies[link.source], done[link.source].end
        day = effective_from(source)
        if end and end.since and day and end.since <= day:
            continue
        state, reason = _CHANGES[link.effect]
        changes.append(StateChange(day, state, reason.format(name_of(source)), link.source))
    if policy.in_force_until and policy.in_force_until < date.max:  # 9999-12-31 says 长期有效
        last = policy.in_force_until
        changes.append(StateChange(last + timedelta(days=1), Validity.LAPSED, f"有效期至{last.isoformat()}"))
    changes.sort(key=_by_day)
    ends = tuple(c for c in changes if c.state.ended)
    first_end = (ends[0].since or date.min) if ends else date.max
    start = policy.in_force_from
    line = _begun(policy)
    if start and first_end <= start:  # it ended before it ever applied
        return Life((line[0], ends[0]) if ends[0].since else (ends[0],), ends)
    for change in changes:
        if start and (change.since or date.min) < start:
            change = replace(change, since=start)  # an amendment of what does not yet apply comes into force with it
        line.append(change)
        if change.state.ended:
            break
    return Life(tuple(line), ends)


def _by_day(change: StateChange) -> tuple[date, bool, bool, str]:
    """By day; on one day an end before an amendment, 废止 before 失效."""
    return (change.since or date.min, not change.state.ended, change.state is not Validity.REPEALED, change.reason)


def _begun(policy: Policy) -> list[StateChange]:
    start = policy.in_force_from
    if start:
        day = f"自{start.isoformat()}起施行"
        return [StateChange(None, Validity.NOT_YET, day), StateChange(start, Validity.IN_FORCE, day)]
    first = effective_from(policy)
    return [StateChange(first, Validity.IN_FORCE, f"{first.isoformat()}发布" if first else "")]


def standing_of(policy: Policy, life: Life, today: date) -> tuple[Standing, Contradiction | None]:
    """The state on a day, weighed against the hand-written value."""
    line = life.changes
    past = [c for c in line if c.since is None or c.since <= today] or [line[0]]
    upcoming = next((c for c in line if c.since and c.since > today), None)
    found = past[-1]
    written = policy.validity
    if written is None:
        known = found.state is not Validity.IN_FORCE
        return Standing(found if known else StateChange(None, Validity.TO_VERIFY, "没有标注有效性"), upcoming, line), None
    if found.state.ended and written is not found.state:  # two ends, such as 期满 and then 废止: the editor may choose
        found = next((c for c in life.ends if c.state is written and (c.since or date.min) <= today), found)
    if contradicts(written, found, started=policy.in_force_from is not None):
        return Standing(found, upcoming, line), Contradiction(written, found)
    if written is found.state:
        return Standing(found, upcoming, line), None
    if written is Validity.TO_VERIFY and found.state is not Validity.IN_FORCE:
        return Standing(found, upcoming, line), None
    marked = StateChange(None, written, "" if written is Validity.TO_VERIFY else "发文机关标注", "")
    return Standing(marked, None if written.ended else upcoming, (*past, marked)), None


def contradicts(written: Validity, found: StateChange, *, started: bool) -> bool:
    """Whether a hand-written state and the evidence cannot both be true; `started`: a 施行日期 is given."""
    if written is found.state or written is Validity.TO_VERIFY:
        return False
    if found.state.ended or found.state is Validity.NOT_YET:
        return not (found.state is Validity.NOT_YET and written.ended)
    if written is Validity.NOT_YET:
        return started
    return written is Validity.IN_FORCE
