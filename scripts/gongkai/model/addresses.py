"""Addresses that sources alone decide; a published address never changes (contract §2)."""

from __future__ import annotations

from gongkai.model.settings import Column

_RESERVED_FILES = frozenset({"index.html", "search.html", "sitemap.html", "404.html"})
_RESERVED_FOLDERS = ("lists/", "columns/", "policies/", "interpretations/", "search/", "assets/", "data/", "files/", "feeds/")

LISTS: dict[str, str] = {"政策": "lists/policies.html", "解读": "lists/interpretations.html", "机关": "lists/organs.html"}
"""Where a column leads that is a whole list."""


def attachment_address(path: str) -> str:
    """Where a file beside a document is published: `policies/2023/x.csv` → `policies/files/2023/x.csv`.

    Files of standing pages go to `files/…`, so that no file can take the place of a page.
    """
    top, _, rest = path.partition("/")
    return f"files/{rest}" if top == "content" else f"{top}/files/{rest}"


def column_address(column: Column) -> str:
    """Where a column leads: a list, a standing page, the index of a folder, or a page made for it; not percent-encoded."""
    if column.listing:
        return LISTS.get(column.listing, LISTS["政策"])
    if column.page:
        return f"{column.page.removesuffix('.md')}.html"
    if column.folder:
        return f"{column.folder}/index.html"
    return f"columns/{column.code}.html"


def organ_address(code: str) -> str:
    """The page of an organ: its guide, catalogue, reports and documents lie beside it."""
    return f"organs/{code}/index.html"


def is_reserved(address: str) -> bool:
    """Whether the generator itself writes there, so that no standing page may have the address."""
    address = address.lower()  # Windows and many servers know no case
    return address in _RESERVED_FILES or address.startswith(_RESERVED_FOLDERS)
