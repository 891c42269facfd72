"""What can be taken away of each policy. Made twice of one policy it is the same, byte for byte."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import NamedTuple

from gongkai.linking.links import Links
from gongkai.model.documents import Policy
from gongkai.model.settings import Settings
from gongkai.typesetting import plain, word
from gongkai.typesetting.letter import Letter, letter

Maker = Callable[[Letter], bytes]
KINDS = {"docx": "Word 文档", "txt": "纯文本", "pdf": "PDF"}
"""Ending → what people call it, in the order of the page."""
_MAKERS: dict[str, Maker] = {"docx": word.docx, "txt": plain.text}


@cache
def maker(kind: str) -> Maker | None:
    """What makes files of a kind; None where the extra that it takes is not installed."""
    if kind not in _MAKERS and find_spec("weasyprint"):  # slow to load, so only where it is wanted
        with suppress(OSError):  # installed, but without the libraries of the system that it needs
            made: Maker = import_module("gongkai.typesetting.pdf").pdf
            return made
    return _MAKERS.get(kind)


class Download(NamedTuple):
    """A file beside a policy's page: its address, what people call it, its ending, its content."""

    address: str
    name: str
    form: str
    content: bytes


@dataclass(frozen=True, slots=True, eq=False)
class Downloads:
    """`downloads(policy)` makes the files that the settings ask for. Can be handed to a worker process."""

    links: Links
    settings: Settings

    @property
    def missing(self) -> tuple[str, ...]:
        """The kinds that the settings ask for and this machine cannot make."""
        return tuple(kind for kind in KINDS if kind in self.settings.downloads and not maker(kind))

    @property
    def bundled(self) -> str:
        """The ending of the files that go into ZIPs, "" where none are wanted."""
        wanted = self.settings.downloads
        return next((kind for kind in KINDS if kind in wanted), "") if "zip" in wanted else ""

    def __call__(self, policy: Policy) -> tuple[Download, ...]:
        return _made(self, policy.slug)


@lru_cache(maxsize=2)  # the page tells the sizes, then the publisher writes the files
def _made(downloads: Downloads, slug: str) -> tuple[Download, ...]:
    policy = downloads.links.policies[slug]
    wanted = [(kind, make) for kind in KINDS if kind in downloads.settings.downloads and (make := maker(kind))]
    if not wanted:
        return ()
    made = letter(policy, downloads.links.standing(policy), downloads.settings)
    stem = policy.url.removesuffix(".html")
    return tuple(Download(f"{stem}.{kind}", KINDS[kind], kind, make(made)) for kind, make in wanted)
