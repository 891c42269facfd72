"""What came of asking for an address on the web."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Visit:
    """`status` is that of HTTP, 0 where no answer came; `error` says in Chinese why not. `asked` is in seconds since 1970."""

    status: int
    error: str = ""
    asked: float = 0.0

    @property
    def sound(self) -> bool:
        """Whether a reader who follows the link gets a page; one that asks who the reader is, or to come later, is one too."""
        return 200 <= self.status < 400 or self.status in (401, 403, 429, 503)
