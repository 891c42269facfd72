"""The names by which a document can be called: file name, path, address, 文号, title."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from gongkai.linking.links import Fault
from gongkai.model.document_number import DocumentNumber, read_number
from gongkai.model.documents import Document, Policy
from gongkai.model.site import Site

_BLANK = re.compile(r"[\s\u3000]+")
_SAME_TITLE = 0.6
"""Share of equal characters from which two titles may name one document; below it a 文号 and a title disagree."""


_HINTS = 50
"""Dangling references that get a hint: looking through all names for each of thousands would take minutes."""
_ALIKE = 0.8
_NAMED = re.compile(r"^《(?P<title>.+)》[（(]?(?P<number>[^《》]+?)[）)]?$")
_NUMBERED = re.compile(r"^(?P<number>[^《》（）()]*[〔［\[（(【﹝]\s*\d{4}\s*[〕］\]）)】﹞][^《》（）()]*号)[（(《](?P<title>.+?)[》）)]+$")


@dataclass(frozen=True, slots=True)
class Resolved:
    """The one document that a name means, or the fault and the documents it might mean."""

    document: Document | None
    fault: Fault | None = None
    candidates: tuple[str, ...] = ()


class Names:
    """Every document of a column by every name."""

    def __init__(self, site: Site) -> None:
        self._asked = 0
        self._aliases = site.settings.issuer_aliases
        self._by_slug: dict[str, list[Document]] = defaultdict(list)
        self._by_path: dict[str, Document] = {}
        self._by_number: dict[DocumentNumber, list[Policy]] = defaultdict(list)
        self._by_title: dict[str, list[Document]] = defaultdict(list)
        for document in site.documents():
            self._by_slug[document.slug].append(document)
            self._by_path[document.path] = document
            self._by_path.setdefault(document.url, document)
            if document.title:
                self._by_title[bare_title(document.title)].append(document)
            if isinstance(document, Policy) and document.number:
                self._by_number[self.canonical(document.number)].append(document)
        self.issuers = frozenset(
            (*site.settings.known_issuers, *self._aliases, *(n.issuer for n in self._by_number),
             *(p.number.issuer for p in site.policies if p.number), *(o.name for o in site.settings.organs))
        )  # fmt: skip

    def canonical(self, number: DocumentNumber) -> DocumentNumber:
        """The number with its issuer's usual name: 国令第365号 is 国务院令第365号."""
        if not number.form:
            return number
        issuer = self._aliases.get(number.issuer, number.issuer)
        return DocumentNumber(issuer, number.year, number.sequence, number.form)

    def numbered(self, number: DocumentNumber) -> list[Policy]:
        """The policies of that number; more than one where editions share it."""
        return self._by_number.get(self.canonical(number), [])

    def resolve(self, text: str, wanted: type[Document], source: Document) -> Resolved:
        """The document of kind `wanted` that `source` calls `text`."""
        for candidates in self._readings(text, source):
            fitting = [d for d in candidates if isinstance(d, wanted)]
            if len(fitting) == 1:
                return Resolved(fitting[0])
            if fitting:
                return Resolved(None, Fault.AMBIGUOUS, tuple(d.path for d in fitting))
            if candidates:
                return Resolved(None, Fault.WRONG_KIND, tuple(d.path for d in candidates))
        return Resolved(None, Fault.DANGLING)

    def near(self, text: str, wanted: type[Document]) -> tuple[str, ...]:
        """File names like `text`, for the hint of a dangling reference."""
        self._asked += 1
        if self._asked > _HINTS:
            return ()
        slug, title = posixpath.basename(text).removesuffix(".md"), bare_title(text)
        if slug.isascii():
            alike = _Alike(slug)
            close = [s for s, found in self._by_slug.items() if isinstance(found[0], wanted) and alike(s)]
        else:
            slug, alike = title, _Alike(title)
            close = [f[0].slug for t, f in self._by_title.items() if isinstance(f[0], wanted) and (title in t or alike(t))]
        return tuple(sorted(close, key=lambda s: (-SequenceMatcher(None, s, slug).ratio(), s))[:2])

    def _readings(self, text: str, source: Document) -> Iterable[list[Document]]:
        name = text.strip().replace("\\", "/")
        if "/" in name and not name.startswith("《"):
            bare = name.lstrip("/")
            for base in ("", posixpath.dirname(source.path), "policies", "interpretations"):
                path = posixpath.normpath(posixpath.join(base, bare))
                for ending in ("", ".md"):
                    if path + ending in self._by_path:
                        yield [self._by_path[path + ending]]
            return
        yield self._by_slug.get(name.removesuffix(".md"), [])
        title, number = named_in(name)
        if number:
            yield [p for p in self.numbered(number) if not title or same_title(title, p.title)]
            return
        yield self._by_title.get(bare_title(name), [])


def same_title(one: str, other: str) -> bool:
    """Whether two titles may well name the same document: one holds the other, or they differ in little."""
    a, b = bare_title(one), bare_title(other)
    return not a or not b or a in b or b in a or SequenceMatcher(None, a, b).ratio() >= _SAME_TITLE


def named_in(text: str) -> tuple[str, DocumentNumber | None]:
    """Title ("" where there is none) and number of `《题名》（文号）`, `文号（题名）` or a bare 文号."""
    for form in (_NAMED, _NUMBERED):
        match = form.match(text.strip())
        number = read_number(match["number"]).number if match else None
        if match and number:
            return match["title"], number
    return "", read_number(text).number


@lru_cache(maxsize=16_384)
def bare_title(title: str) -> str:
    """A title without blanks and without the 《》 that may be put around the whole of it; 〈〉 inside counts as 《》."""
    bare = _BLANK.sub("", title).replace("〈", "《").replace("〉", "》")
    depth = 0
    for place, sign in enumerate(bare):
        depth += (sign == "《") - (sign == "》")
        if depth == 0:
            return bare[1:-1] if place == len(bare) - 1 and place > 0 else bare
    return bare


class _Alike:
    """Whether a name is like this one. Thousands are asked, and nearly all of them told apart by letters it has not."""

    def __init__(self, name: str) -> None:
        self._size, self._letters = len(name), frozenset(name)
        self._matcher = SequenceMatcher(None, "", name)

    def __call__(self, other: str) -> bool:
        if 2 * sum(map(self._letters.__contains__, other)) <= _ALIKE * (self._size + len(other)):
            return False  # an upper bound of the ratio
        self._matcher.set_seq1(other)
        return all(ratio() > _ALIKE for ratio in (self._matcher.real_quick_ratio, self._matcher.quick_ratio, self._matcher.ratio))
