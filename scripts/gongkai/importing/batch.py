"""Many files one after another: what came of each, and how many of each outcome."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from gongkai.importing.files import Desk, Imported, hash_of, import_file
from gongkai.model.settings import Settings


class Outcome(Enum):
    """What came of a file; the value is what the summary calls it."""

    WRITTEN = "写成"
    SEEN = "看过"
    KNOWN = "以前导入过"
    REFUSED = "没有导入"


@dataclass(frozen=True, slots=True)
class Step:
    """One file and what came of it; `target` is where it was written now or before."""

    path: Path
    outcome: Outcome
    imported: Imported
    target: Path | None = None


def import_all(files: Sequence[Path], settings: Settings, desk: Desk | None, kind: str, simplify: bool, afresh: bool) -> Iterator[Step]:
    """Import each file; `desk` is None where nothing is to be written, `afresh` also reads what was imported before."""
    for path in files:
        source_hash = _hash(path) if desk else ""
        known = desk.done(source_hash) if desk else None
        if known and not afresh:
            yield Step(path, Outcome.KNOWN, Imported(path), known)
            continue
        slug = desk.slug_for(path) if desk else ""
        imported = import_file(path, settings, kind, simplify, slug)
        if imported.refusal:
            yield Step(path, Outcome.REFUSED, imported)
        elif desk and known:
            yield Step(path, Outcome.WRITTEN, imported, known)
        elif desk:
            target, doubts = desk.write(imported, source_hash, slug)
            yield Step(path, Outcome.WRITTEN, replace(imported, doubts=[*imported.doubts, *doubts]), target)
        else:
            yield Step(path, Outcome.SEEN, imported)


def _hash(path: Path) -> str:
    """The hash of a file; "" where it cannot be read, which importing it will tell."""
    try:
        return hash_of(path)
    except OSError:
        return ""


def summary(steps: Counter[Outcome]) -> str:
    """“共 5 个文件：写成 4，没有导入 1。”"""
    counts = "，".join(f"{outcome.value} {steps[outcome]}" for outcome in Outcome if steps[outcome])
    return f"共 {sum(steps.values())} 个文件：{counts}。"
