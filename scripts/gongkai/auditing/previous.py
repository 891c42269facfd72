"""The last audit, as its JSON tells it, and what has changed since, item by item."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from gongkai.auditing.results import Result, State
from gongkai.model.faults import why
from gongkai.model.problems import CannotBuild

VERSION = 1
"""Of the JSON's form."""


class Change(Enum):
    """How an item compares with the last audit; values are the words of the JSON."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    NEW = "new"

    @property
    def word(self) -> str:
        """The word that people read."""
        return {"better": "变好", "worse": "变差", "same": "不变", "new": "新的一项"}[self.value]


@dataclass(frozen=True, slots=True)
class Previous:
    """The day of the last audit, and of each item by its key the state and the number of pieces of evidence."""

    date: str
    items: Mapping[str, tuple[State, int]]


def read_previous(path: Path) -> Previous:
    """Read the JSON of an audit; CannotBuild where it is none."""
    try:
        tree = json.loads(path.read_text(encoding="utf-8"))
        if tree["version"] != VERSION:
            raise ValueError(tree["version"])
        items = {str(i["key"]): (State(i["state"]), int(i["count"])) for i in tree["items"]}
        return Previous(str(tree["date"]), items)
    except OSError as error:
        raise CannotBuild(f"上次的报告“{path}”打不开（{why(error)}）。") from error
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise CannotBuild(f"上次的报告“{path}”读不出。用上次 gongkai audit --json 写出的那个文件。") from error


def changes_since(previous: Previous, results: Iterable[Result]) -> dict[str, Change]:
    """Better or worse by state, then by number. What was or is looked at by hand cannot be compared."""
    return {result.item.key: _change(previous.items.get(result.item.key), result) for result in results}


def _change(before: tuple[State, int] | None, result: Result) -> Change:
    if before is None:
        return Change.NEW
    order = (State.PASS, State.WARN, State.FAIL)
    was, now = before[0], result.state
    if was not in order or now not in order:
        return Change.SAME if was is now else Change.NEW
    old, new = (order.index(was), before[1]), (order.index(now), result.count)
    return Change.SAME if old == new else Change.BETTER if new < old else Change.WORSE
