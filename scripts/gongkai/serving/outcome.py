"""What a build of the preview came to, as it travels from the process that builds to the one that serves."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from gongkai.call import Call
from gongkai.model.documents import Document, Interpretation, Policy
from gongkai.model.problems import Place, Problem, Severity
from gongkai.pipeline import Examined, Haste

HALT = "halt"
"""The line that has a build given up which only catches up."""
DRAFT, AWAITED, WITHDRAWN, UNREAD, PUBLIC = "草稿", "未到发布日", "已下架", "读不出", "已公开"


@dataclass(frozen=True, slots=True)
class Shown:
    """A document as the preview lists it. `url` is "" where it has no page; `mark` says why the public has none, or ""."""

    path: str
    state: str
    url: str = ""
    kind: str = ""
    title: str = ""
    number: str = ""
    day: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whether there are new pages; the problems; the documents; in `failure` why nothing could be built at all; and whether
    something was left for later that nobody looks at while writing, or the problems of the column as a whole are those of before."""

    published: bool = False
    problems: tuple[Problem, ...] = ()
    documents: tuple[Shown, ...] = ()
    failure: str = ""
    unfinished: bool = False
    provisional: bool = False


def documents_of(examined: Examined) -> tuple[Shown, ...]:
    """Every document of a column by its path, those that could not be read among them."""
    site = examined.site
    rows = [_shown(examined, document) for document in site.documents()]
    rows += [Shown(source.path, UNREAD) for source in site.unread]
    return tuple(sorted(rows, key=lambda row: row.path))


def _shown(examined: Examined, document: Document) -> Shown:
    site = examined.site
    state, mark = PUBLIC, ""
    if document.draft:
        state, mark = DRAFT, "预览：草稿，未公开"
    elif site.is_withdrawn(document):
        state = WITHDRAWN
    elif site.is_future(document):
        said = str(document.publish_from)[:16] if isinstance(document, Policy) and document.publish_from else ""
        state, mark = AWAITED, f"预览：{said or '还没有到发布日'}{'发布' if said else ''}，未公开"
    elif isinstance(document, Policy) and site.is_public(document):
        state = examined.links.standing(document).state.value
    has_page = site.is_public(document) or (state == WITHDRAWN and site.by_url.get(document.url) is document)
    number = str(document.number or "") if isinstance(document, Policy) else ""
    kind = document.KIND_WORD if isinstance(document, (Policy, Interpretation)) else "栏目页面"
    day = document.day.isoformat() if document.day else ""
    return Shown(document.path, state, document.url if has_page else "", kind, document.title or document.slug, number, day, mark)


def outcome_as_json(outcome: Outcome, before: Outcome | None = None) -> str:
    """One line; the documents are left out where they are the very ones of the outcome `before`, which the reader has."""
    problems = [(p.place.path, p.place.line, p.id, p.severity.value, p.message, p.hint) for p in outcome.problems]
    same = before is not None and outcome.documents is before.documents
    documents = None if same else [[getattr(shown, name) for name in Shown.__slots__] for shown in outcome.documents]
    return json.dumps([outcome.published, problems, documents, outcome.failure, outcome.unfinished, outcome.provisional], ensure_ascii=True)


def outcome_from_json(line: str, before: Outcome | None = None) -> Outcome:
    """The line read back; ValueError where it is none."""
    published, problems, documents, failure, unfinished, provisional = json.loads(line)
    if documents is None and before is None:
        raise ValueError("there is no outcome before")
    return Outcome(
        published,
        tuple(Problem(Place(path, at), id, Severity(word), message, hint) for path, at, id, word, message, hint in problems),
        tuple(Shown(*row) for row in documents) if documents is not None or before is None else before.documents,
        failure,
        unfinished,
        provisional,
    )


def call_as_json(call: Call, folder: Path, haste: Haste) -> str:
    """One line: what to build, the folder for its pages, how soon."""
    paths = (folder, call.folder, call.config, call.output, call.baseline)
    return json.dumps([[str(path) if path else None for path in paths], call.jobs, call.today.isoformat(), haste.value])


def call_from_json(line: str) -> tuple[Call, Path, Haste]:
    """The line read back."""
    paths, jobs, today, haste = json.loads(line)
    folder, site, config, output, baseline = paths
    given: dict[str, Any] = {"baseline": Path(baseline) if baseline else None}
    return Call(Path(site), Path(config), Path(output), jobs, date.fromisoformat(today), **given), Path(folder), Haste(haste)
