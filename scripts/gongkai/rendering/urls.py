"""Addresses: all of them relative, each ending in a file name, so that the column works wherever it is put."""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import sha256
from urllib.parse import quote

HOME = "index.html"
SEARCH = "search.html"
SITEMAP = "sitemap.html"
NOT_FOUND = "404.html"
FEED = "feed.xml"
LISTS = "lists/index.html"
POLICY_LIST = "lists/policies.html"
INTERPRETATION_LIST = "lists/interpretations.html"
CORRECTIONS = "lists/corrections.html"
NUMBER_REGISTER = "lists/numbers.html"
TITLE_REGISTER = "lists/titles.html"

_SAFE = "/~!$&'()*+,;=:@-._"
_SCHEME = re.compile(r"^(https?|mailto|tel):", re.IGNORECASE)


@lru_cache(maxsize=65536)
def encoded(address: str) -> str:
    """A path, with a fragment if it has one, as it stands in an attribute: percent-encoded where HTML asks for it."""
    path, mark, fragment = address.partition("#")
    return quote(path, safe=_SAFE) + mark + quote(fragment, safe=_SAFE)


@lru_cache(maxsize=1024)
def root_from(page: str) -> str:
    """The way from a page to the site's root: "" or "../" once for each folder."""
    return "../" * page.count("/")


def relative(page: str, to: str) -> str:
    """The address `to` (relative to the site's root, perhaps with a fragment) as seen from `page`."""
    here = page[: page.rfind("/") + 1]
    if here and to.startswith(here):
        near = encoded(to[len(here) :])
        return f"./{near}" if ":" in near.partition("/")[0] else near
    return root_from(page) + encoded(to)


def on_the_web(base: str, address: str) -> str:
    """The whole address of a page, where `site.yaml` says under which address the column is published; else ""."""
    return f"{base.rstrip('/')}/{encoded(address)}" if base else ""


def is_outside(address: str) -> bool:
    """Whether an address leads out of the column and is of a kind that a page may link to."""
    return bool(_SCHEME.match(address))


@lru_cache(maxsize=4096)
def short_hash(name: str) -> str:
    """Eight characters that stand for a Chinese name in an address, the same in every build."""
    return sha256(name.encode()).hexdigest()[:8]


def list_address(slug: str, number: int = 1) -> str:
    """The address of page `number` of a list."""
    return f"lists/{slug}.html" if number == 1 else f"lists/{slug}-{number}.html"


def bundle_address(slug: str) -> str:
    """Where the ZIP with the files of a list is."""
    return f"data/{slug}.zip"
