"""By what a source is known again: the bytes it has, and the facts that pages of other documents may show of it."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable, Iterable
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # a build that has nothing to do loads little
    from gongkai.model.body import Body
    from gongkai.model.documents import Document, Unread

_NOT_SHOWN = frozenset({"body", "misreadings", "remarks", "waivers", "lines"})
"""What no page of another document shows. Of `body` its headings and links are facts, its text is not."""


class Digests(NamedTuple):
    """`content` is that of the file's bytes, "" where the document also hangs on files beside it; `facts` is that of all
    that the document says of itself outside its text; `own` is that of the file's bytes, whatever else it hangs on."""

    content: str
    facts: str
    own: str = ""


def digest(*told: object) -> str:
    """Of the words by which values describe themselves: equal values have equal digests, in any process."""
    words = [each if isinstance(each, bytes) else repr(each).encode("utf-8", "surrogatepass") for each in told]
    return hashlib.blake2b(b"\0".join((*words, b"")), digest_size=16).hexdigest()


def digest_of_pieces(pieces: Iterable[bytes]) -> str:
    """As `digest`, of bytes that need not be in memory all at once."""
    known = hashlib.blake2b(digest_size=16)
    for piece in pieces:
        known.update(piece)
    known.update(b"\0")
    return known.hexdigest()


def digests_of(raw: bytes, document: Document | Unread, beside: bool) -> Digests:
    """Of a source just read; `beside`: the document was read from other files too."""
    own = digest(raw)
    content = "" if beside else own
    kind: type = type(document)
    body: Body | None = getattr(document, "body", None)
    if body is None:  # it could not be read
        return Digests(content, "", own)
    return Digests(content, digest(kind.__name__, _shown_of(kind)(document), body.headings, body.links), own)


@cache
def _shown_of(kind: type) -> Callable[[object], tuple[object, ...]]:
    """What reads the facts off a document of a kind."""
    return attrgetter(*(field.name for field in dataclasses.fields(kind) if field.name not in _NOT_SHOWN))
