"""The two steps that every examination of a site takes, whoever has read its sources: a build, a preview, an editor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from gongkai import checks
from gongkai.call import Call
from gongkai.checks import Rule, Verdict
from gongkai.linking.links import Links
from gongkai.model.documents import Document, Unread
from gongkai.model.problems import Finding, Remark
from gongkai.model.settings import Settings
from gongkai.model.site import Published, Site
from gongkai.reading import site as reading
from gongkai.reading.history import read_history
from gongkai.reading.published import read_published
from gongkai.reading.withdrawals import read_withdrawals
from gongkai.reporting.old_problems import Baseline, Sorted, read_baseline, sort_out


def put_together(
    call: Call, settings: Settings, documents: Iterable[Document | Unread], files: dict[str, int], refused: list[Unread],
    published: tuple[Published, ...] | None = None,
) -> Site:  # fmt: skip
    """The site of these documents, with what is known of it from elsewhere: its files, what it published (where that is not
    `published`), Git, its withdrawals."""
    heads, withdrawals = reading.heads_of(call.folder, files), read_withdrawals(call.folder, settings)
    published = read_published(call.output) if published is None else published
    history = read_history(call.history_of or call.folder)
    return reading.make_site(settings, call.today, documents, files, refused, heads, published, history, withdrawals)


def judge(
    site: Site, links: Links, attached: Iterable[Remark], baseline: Baseline, asked: Iterable[Rule] | None = None,
    known: Mapping[str, tuple[Finding, ...]] | None = None,
) -> tuple[Sorted, Verdict]:
    """Every problem of a linked site, those that the baseline names apart; and the verdict that they come from.

    `attached` is of attachments; `asked` are the only rules to run, where not all are wanted; `known` is what rules find that
    need not run.
    """
    verdict = checks.examine(site, links, attached, asked, known)
    return sort_out(verdict.problems, baseline, frozenset(source.path for source in site.unread)), verdict


def baseline_at(path: Path | None) -> Baseline:
    """The baseline in a file; CannotBuild where it is none. An empty one where there is no file."""
    return read_baseline(path) if path else Baseline()
