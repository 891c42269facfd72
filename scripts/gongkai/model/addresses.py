"""Addresses that sources alone decide; a published address never changes (contract §2)."""

from __future__ import annotations

_RESERVED_FILES = frozenset({"index.html", "search.html", "sitemap.html", "404.html"})
_RESERVED_FOLDERS = ("lists/", "columns/", "policies/", "interpretations/", "search/", "assets/", "data/", "files/")


def attachment_address(path: str) -> str:
    """Where a file beside a document is published: `policies/2023/x.csv` → `policies/files/2023/x.csv`.

    Files of standing pages go to `files/…`, so that no file can take the place of a page.
    """
    top, _, rest = path.partition("/")
    return f"files/{rest}" if top == "content" else f"{top}/files/{rest}"


def is_reserved(address: str) -> bool:
    """Whether the generator itself writes there, so that no standing page may have the address."""
    address = address.lower()  # Windows and many servers know no case
    return address in _RESERVED_FILES or address.startswith(_RESERVED_FOLDERS)
