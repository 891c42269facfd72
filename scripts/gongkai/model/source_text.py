"""The text of a source as rules examine it: whole, with front matter, offsets that lead back to lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from gongkai.model.documents import Document
from gongkai.model.problems import Place

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_NEWLINE = re.compile("\n")


class Part(Enum):
    """What a line of a source belongs to."""

    FRONT_MATTER = "front matter"
    BODY = "body"
    CODE = "code"


@dataclass(frozen=True, eq=False)
class SourceText:
    """A decoded source, `\\n` line ends, next to the document that was read from it.

    `text` is the whole file; the body begins at `body_start`, an offset in characters. `plain` is the body as readers
    see it, without Markdown's signs; its offsets lead nowhere.
    """

    path: str
    text: str
    body_start: int
    document: Document
    plain: str

    @property
    def kind(self) -> str:
        """`policy`, `interpretation` or `page`."""
        return self.document.KIND

    @cached_property
    def starts(self) -> list[int]:
        """The offset at which each line begins."""
        return [0, *(match.end() for match in _NEWLINE.finditer(self.text))]

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their ends; `lines[n - 1]` is line n."""
        return self.text.split("\n")

    @cached_property
    def first_body_line(self) -> int:
        """The number of the body's first line."""
        return self.line_at(self.body_start)

    def line_at(self, offset: int) -> int:
        """The number, from 1, of the line that holds an offset."""
        return bisect_right(self.starts, offset)

    def at(self, offset: int) -> Place:
        """The place of an offset."""
        return Place(self.path, self.line_at(offset))

    def line_around(self, offset: int) -> str:
        """The whole line that holds an offset."""
        end = self.text.find("\n", offset)
        return self.text[self.text.rfind("\n", 0, offset) + 1 : end if end >= 0 else len(self.text)]

    def part(self, line: int) -> Part:
        """What a line, counted from 1, belongs to."""
        if line < self.first_body_line:
            return Part.FRONT_MATTER
        return Part.CODE if line in self._code_lines else Part.BODY

    @cached_property
    def _code_lines(self) -> frozenset[int]:
        """The lines of fenced code, the fences too."""
        if "```" not in self.text and "~~~" not in self.text:
            return frozenset()
        code: set[int] = set()
        fence = ""
        for number, line in enumerate(self.lines[self.first_body_line - 1 :], self.first_body_line):
            match = _FENCE.match(line)
            if fence:
                code.add(number)
                if match and match[1].startswith(fence) and not line[match.end() :].strip():
                    fence = ""
            elif match:
                code.add(number)
                fence = match[1]
        return frozenset(code)
