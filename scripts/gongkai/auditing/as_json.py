"""An audit as JSON, for the next audit to compare with and for other programs."""

from __future__ import annotations

import json
from typing import Any

from gongkai.auditing.audit import Audit
from gongkai.auditing.previous import VERSION
from gongkai.model.problems import Severity


def as_json(audit: Audit) -> str:
    """The whole audit; the same column, day and previous audit give the same bytes."""
    state, words = audit.verdict
    figures = audit.figures
    tree: dict[str, Any] = {
        "version": VERSION,
        "name": audit.name,
        "date": audit.today.isoformat(),
        "verdict": {"state": state.value, "words": words},
        "problems": {
            **{severity.value: audit.severities[severity] for severity in Severity}, "old": audit.old, "waived": len(audit.waived)
        },
        "items": [
            {
                "key": r.item.key, "part": r.item.part, "name": r.item.name, "source": r.item.source, "state": r.state.value,
                "words": r.sentence, "byHand": r.item.by_hand, "count": r.count,
                "change": audit.changes[r.item.key].value if r.item.key in audit.changes else "",
                "evidence": [
                    {"path": e.place.path, "line": e.place.line, "words": e.words, "address": e.address} for e in r.evidence
                ],
            }
            for r in audit.results
        ],
        "stale": [
            {"column": s.name, "newest": s.newest.isoformat(), "days": s.period, "due": s.due.isoformat(), "left": s.left}
            for s in figures.stale
        ],
        "coverage": [
            {"organ": c.organ.name, "item": c.item.id, "documents": len(c.documents),
             "newest": c.newest.isoformat() if c.newest else ""}
            for c in figures.coverage.cells
        ],
        "interpretation": {
            "counted": figures.interpretation.wanted_what,
            "years": [{"year": y.year, "wanted": y.wanted, "explained": y.explained} for y in figures.interpretation.years],
            "lags": [{"lag": name, "policies": count} for name, count in figures.interpretation.lags],
            "led": [{"year": year, "interpretations": count} for year, count in figures.interpretation.led],
        },
        "inventory": {organ: {s.value: n for s, n in counts.items()} for organ, counts in figures.inventory.items()},
        "byOrgan": {organ: {s.value: n for s, n in counts.items()} for organ, counts in figures.by_organ},
        "byRule": {rule.id: {s.value: n for s, n in counts.items()} for rule, counts in figures.by_rule},
        "waived": [
            {"path": p.place.path, "line": p.place.line, "id": p.id, "reason": w.reason,
             "until": w.until.isoformat() if w.until else ""}
            for p, w in audit.waived
        ],
        "previous": audit.previous.date if audit.previous else "",
    }  # fmt: skip
    return json.dumps(tree, ensure_ascii=False, indent=1) + "\n"
