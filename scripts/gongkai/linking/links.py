"""Links: who explains, affects and cites whom, in both directions, and what could not be linked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from gongkai.model.documents import CleaningRow, Document, Interpretation, Page, Policy, Reference
from gongkai.model.problems import Place
from gongkai.model.validity import Conclusion, Effect, Standing, StateChange, Validity


class Fault(Enum):
    """Why a reference is not a sound link."""

    DANGLING = "dangling"  # names nothing in this column
    AMBIGUOUS = "ambiguous"  # names several documents
    WRONG_KIND = "wrong kind"  # names an interpretation where a policy is wanted, or the reverse
    WITHHELD = "withheld"  # names a draft, a document still to be published, or a withdrawn one
    ONE_SIDED = "one-sided"  # sound, but the other side does not say it
    CONTRADICTORY = "contradictory"  # the other side says that it explains other documents
    SELF = "self"  # names the document itself


@dataclass(frozen=True, slots=True)
class FaultyReference:
    """A reference with a fault: which key of which document, what it says, and what would mend it."""

    fault: Fault
    key: str
    place: Place
    text: str
    source: str
    target: str = ""
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EffectLink:
    """`source` (a slug of this column) has `effect` on `target` (slug, "" when outside the column, then `text` names it)."""

    effect: Effect
    source: str
    target: str
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Contradiction:
    """The hand-written state cannot be true: `evidence` is the change that says otherwise."""

    written: Validity
    evidence: StateChange


@dataclass(frozen=True, slots=True)
class CitedNumber:
    """What a citation in running text came to: the length of its 机关代字 in `left`, and the policy's slug or ""."""

    issuer_length: int
    target: str


@dataclass(frozen=True, slots=True)
class BodyTarget:
    """Where a link or picture of a text leads: `href` relative to the site's root, or `outside` an address elsewhere.

    `broken` says in Chinese why it leads nowhere, "" when it does lead somewhere.
    """

    href: str = ""
    outside: str = ""
    broken: str = ""


@dataclass(frozen=True, slots=True)
class DataLink:
    """Where a reference in a data file leads: `href` relative to the site's root, or `outside`; `broken` says why nowhere.

    `column` is the code of a column, `path` that of a document's source, `file` that of an attachment.
    """

    href: str = ""
    title: str = ""
    outside: str = ""
    broken: str = ""
    column: str = ""
    path: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class CleanedRow:
    """A row of a cleaning and the policy that it names: its slug, or "" where this column has no such policy."""

    row: CleaningRow
    target: str


@dataclass(frozen=True, slots=True)
class Cleaning:
    """A cleaning (清理) that the public policy `source` announces.

    `since` is the day its conclusions take effect, `until` the day up to which documents were cleaned (清理截止日, else
    `since`); None where no date is given. `unlisted` are the slugs of the documents that it should have listed and did not.
    """

    source: str
    since: date | None
    until: date | None
    rows: tuple[CleanedRow, ...]
    unlisted: tuple[str, ...] = ()

    @property
    def totals(self) -> dict[Conclusion, int]:
        """Documents by conclusion, in the order of the conclusions, those that occur."""
        counts = Counter(cleaned.row.conclusion for cleaned in self.rows)
        return {conclusion: counts[conclusion] for conclusion in Conclusion if counts[conclusion]}


@dataclass(frozen=True, slots=True)
class Review:
    """What a cleaning concluded about a policy: slug of the cleaning's document, its day, the row."""

    by: str
    since: date | None
    row: CleaningRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """All links of a column. Keys are slugs of policies and interpretations, or paths of texts; `cites` is by address.

    `cited_by` gives the addresses of the public documents that cite a policy; `issuers` are the known 机关代字;
    `data_links` is by page and words of the reference, `related_pages` gives the addresses of the public pages whose
    相关文件 or data name a document, by its path;
    `cleanings` is by the slug of the policy that announces one, `reviews` by the policy reviewed, the oldest first.
    """

    policies: Mapping[str, Policy]
    interpretations: Mapping[str, Interpretation]
    explained_by: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    explains: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    effects_of: Mapping[str, tuple[EffectLink, ...]] = field(default_factory=dict)
    effects_on: Mapping[str, tuple[EffectLink, ...]] = field(default_factory=dict)
    cites: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    cited_by: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    standings: Mapping[str, Standing] = field(default_factory=dict)
    contradictions: Mapping[str, Contradiction] = field(default_factory=dict)
    citations: Mapping[str, tuple[CitedNumber, ...]] = field(default_factory=dict)
    body_targets: Mapping[str, tuple[BodyTarget, ...]] = field(default_factory=dict)
    cleanings: Mapping[str, Cleaning] = field(default_factory=dict)
    reviews: Mapping[str, tuple[Review, ...]] = field(default_factory=dict)
    data_links: Mapping[str, Mapping[str, DataLink]] = field(default_factory=dict)
    related_pages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    web_interpretations: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    issuers: frozenset[str] = frozenset()
    faults: tuple[FaultyReference, ...] = ()

    def interpretations_of(self, policy: Policy) -> tuple[Interpretation, ...]:
        """The published interpretations of a policy that either side declares."""
        return tuple(self.interpretations[s] for s in self.explained_by.get(policy.slug, ()))

    def policies_of(self, interpretation: Interpretation) -> tuple[Policy, ...]:
        """The published policies that an interpretation explains, whichever side declares it."""
        return tuple(self.policies[s] for s in self.explains.get(interpretation.slug, ()))

    def standing(self, policy: Policy) -> Standing:
        """The state of a published policy."""
        return self.standings[policy.slug]

    def cited_in(self, document: Document) -> tuple[CitedNumber, ...]:
        """What each of `document.body.citations` came to, in the same order."""
        return self.citations.get(document.path, ())

    def targets_in(self, document: Document) -> tuple[BodyTarget, ...]:
        """What each of `document.body.links` came to, in the same order."""
        return self.body_targets.get(document.path, ())

    def data_link(self, page: Page, reference: Reference) -> DataLink:
        """Where a reference of a page's data, or of its 相关文件, leads."""
        return self.data_links[page.path][reference.text]
