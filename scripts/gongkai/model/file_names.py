"""What a file may be called so that its name does as an address and on every system."""

from __future__ import annotations

import re

_SAFE = re.compile(r"^[A-Za-z0-9\u3400-\u9fff][\w\u3400-\u9fff.\-〔〕（）]*$")
_DEVICE = re.compile(r"^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)", re.IGNORECASE)
_LONGEST = 240
"""Bytes of UTF-8: most systems take 255, and `.html` comes after it."""


def is_safe(name: str) -> bool:
    """Whether a name without its ending does as a part of an address: letters, digits, Chinese, `-`, `_`."""
    return bool(_SAFE.match(name)) and not name.endswith(".")


def is_device(name: str) -> bool:
    """Whether Windows takes the name for a device, whatever its ending."""
    return bool(_DEVICE.match(name))


def is_too_long(name: str) -> bool:
    """Whether the page of a document with this name could not be written."""
    return len(name.encode()) > _LONGEST


def is_address(url: str) -> bool:
    """Whether it may be the address of a document's page: relative to the column, ending in .html, no way out of it."""
    parts = url.removesuffix(".html").split("/")
    return url.endswith(".html") and all(is_safe(p) and not is_device(p) and not is_too_long(p) for p in parts)
