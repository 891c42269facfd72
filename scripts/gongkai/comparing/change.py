"""What a comparison is made of: the two columns, and each change between them in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from gongkai.linking.links import Links
from gongkai.model.documents import Document, Policy
from gongkai.model.problems import Problem
from gongkai.model.site import Site


class Kind(Enum):
    """What a change is about; the order is the order of the report, the value its heading."""

    WITHDRAWN = "不再公开或改了网址"
    STATE = "有效性变了"
    ORPHANED = "解读的对象没有了或不再有效"
    CORRECTED = "更正"
    ADDED = "新公开"
    RENAMED = "标题、文号、日期改了"
    CHANGED = "其他内容改了"
    DRAFTS = "草稿和待发布"
    UNLINKED = "断开的关联"
    LINKED = "新的关联"
    NEW_PROBLEM = "新的问题"
    MENDED = "改好的问题"


@dataclass(frozen=True, slots=True)
class Change:
    """One change: what it is about, the source that it is seen in (of the commit where it is gone now), and the words."""

    kind: Kind
    path: str
    words: str


@dataclass(frozen=True, slots=True)
class Side:
    """A column as it was or is: read, linked, checked. `bodies` gives what stands below the front matter, by path."""

    site: Site
    links: Links
    problems: tuple[Problem, ...]
    bodies: Mapping[str, bytes]


def named(document: Document) -> str:
    """How the report names a document."""
    number = f"（{document.number}）" if isinstance(document, Policy) and document.number else ""
    return f"《{document.title}》{number}"
