"""What can be taken away of each policy. Made twice of one policy it is the same, byte for byte."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from gongkai.linking.links import Links
from gongkai.model.documents import Policy
from gongkai.model.settings import Settings
from gongkai.typesetting import plain, word
from gongkai.typesetting.letter import Letter, letter

KINDS: dict[str, tuple[str, Callable[[Letter], bytes]]] = {"docx": ("Word 文档", word.docx), "txt": ("纯文本", plain.text)}
"""Ending → what people call it, and what makes it."""


@dataclass(frozen=True, slots=True)
class Download:
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
    def bundled(self) -> str:
        """The ending of the files that go into ZIPs, "" where none are wanted."""
        wanted = self.settings.downloads
        return next((kind for kind in KINDS if kind in wanted), "") if "zip" in wanted else ""

    def __call__(self, policy: Policy) -> tuple[Download, ...]:
        return _made(self, policy.slug)


@lru_cache(maxsize=2)  # the page tells the sizes, then the publisher writes the files
def _made(downloads: Downloads, slug: str) -> tuple[Download, ...]:
    policy = downloads.links.policies[slug]
    wanted = [kind for kind in KINDS if kind in downloads.settings.downloads]
    if not wanted:
        return ()
    made = letter(policy, downloads.links.standing(policy), downloads.settings)
    stem = policy.url.removesuffix(".html")
    return tuple(Download(f"{stem}.{kind}", KINDS[kind][0], kind, KINDS[kind][1](made)) for kind in wanted)
