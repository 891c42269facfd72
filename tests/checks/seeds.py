"""A seeded mistake: what is changed in the clean column, and where a rule must say so. The `seeds_*.py` beside this hold them."""

from __future__ import annotations

import importlib
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.checks.clean_column import clean_files


@dataclass(frozen=True)
class Seed:
    """`old` in the file `path` becomes `new` (no `old`: a new file; no `new`: the file is gone).

    The rule must speak at the line of `at` (else of `new`) in the file `where` (else in `path`); `first`: at its first line.
    `also` are rules that must speak too, because the same mistake is another one at the same time; `beside` are files that the mistake needs.
    """

    rule: str
    path: str
    old: str
    new: str | bytes
    at: str = ""
    where: str = ""
    first: bool = False
    also: tuple[str, ...] = ()
    moved: str = ""
    beside: tuple[tuple[str, str | bytes], ...] = ()

    def files(self) -> dict[str, str | bytes]:
        """The column with the mistake."""
        files: dict[str, str | bytes] = {**clean_files(), **dict(self.beside)}
        if self.moved:
            files[self.moved] = files.pop(self.path)
        elif not self.old and not self.new:
            del files[self.path]
        elif not self.old or isinstance(self.new, bytes):
            files[self.path] = self.new
        else:
            text = files[self.path]
            assert isinstance(text, str)
            assert text.count(self.old) == 1, f"{self.rule}: {self.old!r} {text.count(self.old)} times in {self.path}"
            files[self.path] = text.replace(self.old, self.new)
        return files

    def place(self) -> str:
        """`path:line`, as a problem shows it."""
        path = self.where or self.moved or self.path
        if self.first:
            return f"{path}:1"
        content = self.files()[path]
        text = content if isinstance(content, str) else content.decode("gb18030")
        needle = self.at or self.new
        assert isinstance(needle, str)
        assert needle in text
        return f"{path}:{text[: text.index(needle)].count(chr(10)) + 1}"


def many(rule: str, path: str, *changes: tuple[str, str], **more: object) -> list[Seed]:
    """Several seeds of one rule in one file."""
    return [Seed(rule, path, old, new, **more) for old, new in changes]  # type: ignore[arg-type]


@cache
def seeded() -> Counter[str]:
    """How many mistakes there are for each rule, in all the modules of seeds."""
    names = sorted(path.stem for path in Path(__file__).parent.glob("seeds_*.py"))
    return Counter(seed.rule for name in names for seed in importlib.import_module(f"tests.checks.{name}").SEEDS)
