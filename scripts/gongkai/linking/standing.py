"""有效性 as effects, not edits: a policy's line of life from its dates, what others do to it, and what its editor wrote.

Rules, in this order: what other documents declare and what the dates say is evidence. A hand-written value that the
evidence contradicts is a contradiction, and the evidence is shown; one that says more than the evidence (废止 by a
document outside the column, 部分失效) is believed; without value or evidence the state is 待核.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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


def lives(
    policies: Mapping[str, Policy], effects_on: Mapping[str, Sequence[EffectLink]]
) -> dict[str, tuple[StateChange, ...]]:
    """The line of life of every policy by slug, from the evidence alone.

    A document that ended before it took effect never had an effect; one that ended later keeps the effects it had
    (a repealed repeal revives nothing; an amendment stays in the amended text).
    """
    done: dict[str, tuple[StateChange, ...]] = {}
    for slug in policies:
        _live(slug, policies, effects_on, done, frozenset())
    return done


def _live(
    slug: str,
    policies: Mapping[str, Policy],
    effects_on: Mapping[str, Sequence[EffectLink]],
    done: dict[str, tuple[StateChange, ...]],
    above: frozenset[str],
) -> tuple[StateChange, ...]:
    if slug in done:
        return done[slug]
    policy = policies[slug]
    changes: list[StateChange] = []
    for link in effects_on.get(slug, ()):
        if link.effect not in _CHANGES or link.source in above or link.source == slug:
            continue  # a circle of repeals proves nothing; a rule reports it
        source = policies[link.source]
        day = effective_from(source)
        ended = next((c for c in _live(link.source, policies, effects_on, done, above | {slug}) if c.state.ended), None)
        if ended and ended.since and day and ended.since <= day:
            continue
        state, reason = _CHANGES[link.effect]
        changes.append(StateChange(day, state, reason.format(name_of(source)), link.source))
    if policy.in_force_until:
        last = policy.in_force_until
        changes.append(StateChange(last + timedelta(days=1), Validity.LAPSED, f"有效期至{last.isoformat()}"))
    changes.sort(key=lambda c: (c.since or date.min, not c.state.ended, c.reason))
    life = _begun(policy)
    for change in changes:
        if life[-1].state.ended:
            break
        life.append(change)
    if not above:
        done[slug] = tuple(life)
    return tuple(life)


def _begun(policy: Policy) -> list[StateChange]:
    start = policy.in_force_from
    if start:
        day = f"自{start.isoformat()}起施行"
        return [StateChange(None, Validity.NOT_YET, day), StateChange(start, Validity.IN_FORCE, day)]
    first = effective_from(policy)
    return [StateChange(first, Validity.IN_FORCE, f"{first.isoformat()}发布" if first else "")]


def standing_of(policy: Policy, life: tuple[StateChange, ...], today: date) -> tuple[Standing, Contradiction | None]:
    """The state on a day, weighed against the hand-written value."""
    past = [c for c in life if c.since is None or c.since <= today] or [life[0]]
    upcoming = next((c for c in life if c.since and c.since > today), None)
    found = past[-1]
    written = policy.validity
    if written is None:
        known = found.state is not Validity.IN_FORCE
        return Standing(found if known else StateChange(None, Validity.TO_VERIFY, "没有标注有效性"), upcoming, life), None
    if contradicts(written, found, started=policy.in_force_from is not None):
        return Standing(found, upcoming, life), Contradiction(written, found)
    if written is found.state:
        return Standing(found, upcoming, life), None
    if written is Validity.TO_VERIFY and found.state is not Validity.IN_FORCE:
        return Standing(found, upcoming, life), None
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
