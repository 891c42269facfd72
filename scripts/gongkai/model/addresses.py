"""Addresses that sources alone decide; a published address never changes (contract §2)."""

from __future__ import annotations


def attachment_address(path: str) -> str:
    """Where a file beside a document is published: `policies/2023/x.csv` → `policies/files/2023/x.csv`.

    Files of standing pages go to `files/…`, so that no file can take the place of a page.
    """
    top, _, rest = path.partition("/")
    return f"files/{rest}" if top == "content" else f"{top}/files/{rest}"
