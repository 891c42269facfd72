"""What a column has given out already: 文号, 索引号 and file names; from them the next ones.

A 索引号 never changes once published and is never given twice (standards §9.2), so the next one is above all there are,
withdrawn documents and drafts included.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from gongkai.drafting.asking import number_of
from gongkai.model.document_number import DocumentNumber, read_number
from gongkai.model.documents import Document, Page
from gongkai.model.problems import CannotBuild
from gongkai.model.records import Withdrawal
from gongkai.model.settings import Settings
from gongkai.reading.decoding import decode
from gongkai.reading.documents import FOLDERS
from gongkai.reading.front_matter import read_front_matter, split
from gongkai.reading.site import find_sources
from gongkai.reading.withdrawals import PATH, read_withdrawals

_INDEX = re.compile(r"^(?P<head>\S*?)(?P<year>(?:19|20)\d{2})(?P<between>\D{1,3})(?P<sequence>\d{1,12})$")


@dataclass(slots=True)
class Register:
    """The numbers and names that are taken. `index_numbers` are paired with the document's first organ."""

    slugs: dict[str, str] = field(default_factory=dict)
    numbers: dict[DocumentNumber, str] = field(default_factory=dict)
    index_numbers: list[tuple[str, str]] = field(default_factory=list)
    topics: Counter[str] = field(default_factory=Counter)

    def next_number(self, issuer: str, year: int) -> DocumentNumber:
        """The number after the highest that `issuer` gave in a year; number 1 where it gave none."""
        taken = [n.sequence for n in self.numbers if n.issuer == issuer and n.year == year and not n.form]
        return DocumentNumber(issuer, year, max(taken, default=0) + 1)

    def next_index_number(self, organ: str, year: int) -> str:
        """The index number after the highest of a year, in the form the organ's own documents use most, else the site's.

        "" where no document has one whose form is `……2020-00031`.
        """
        forms = self._forms(name for name, by in self.index_numbers if by == organ) or self._forms(n for n, _ in self.index_numbers)
        if not forms:
            return ""
        (head, between, width), _ = max(forms.items(), key=lambda item: (item[1], item[0]))
        taken = [
            int(match["sequence"])
            for name, _ in self.index_numbers
            if (match := _INDEX.match(name)) and match["head"] == head and int(match["year"]) == year
        ]
        return f"{head}{year}{between}{max(taken, default=0) + 1:0{width}d}"

    def check_number(self, text: str) -> None:
        """CannotBuild where a 文号 cannot be read or is taken."""
        number = number_of(text)
        if number in self.numbers:
            raise CannotBuild(f"“{number}”已经是 {self.numbers[number]} 的文号。")

    def check_index_number(self, text: str) -> None:
        """CannotBuild where a 索引号 is taken."""
        if text and any(text == taken for taken, _ in self.index_numbers):
            raise CannotBuild(f"索引号“{text}”已经用过了。")

    def find(self, name: str) -> str:
        """The path of the document that a slug, a path or a 文号 in any brackets means; "" for none."""
        slug = PurePosixPath(name.replace("\\", "/")).name.removesuffix(".md")
        number = read_number(name).number
        return self.slugs.get(slug, "") or (self.numbers.get(number, "") if number else "")

    @staticmethod
    def _forms(names: Iterable[str]) -> Counter[tuple[str, str, int]]:
        matches = (_INDEX.match(name) for name in names)
        return Counter((m["head"], m["between"], len(m["sequence"])) for m in matches if m)


def read_register(folder: Path, settings: Settings) -> Register:
    """Read the front matter of all documents of a site; what cannot be read takes at least its file name."""
    register = Register()
    sources, _, _ = find_sources(folder)
    for path in sources:
        document_class = FOLDERS[path.split("/", 1)[0]]
        if document_class is Page:
            continue
        register.slugs[PurePosixPath(path).stem] = path
        _enter(register, path, (folder / path).read_bytes(), document_class, settings)
    for row in read_withdrawals(folder, settings).records:
        if isinstance(row, Withdrawal) and row.url.startswith(("policies/", "interpretations/")):
            register.slugs.setdefault(PurePosixPath(row.url).stem, f"{PATH} 里撤下的")
            number = read_number(row.number).number if row.number else None
            if number:
                register.numbers.setdefault(number, f"{PATH} 里撤下的")
    return register


def _enter(register: Register, path: str, raw: bytes, document_class: type[Document], settings: Settings) -> None:
    text, _ = decode(raw)
    block, first, *_ = split(text or "")
    values, _ = read_front_matter(block, first, document_class, settings)
    if not values:
        return
    if number := values.get("number"):
        register.numbers[number] = path
    if index_number := values.get("index_number"):
        register.index_numbers.append((index_number, next(iter(values.get("organs", ())), "")))
    if topic := values.get("topic"):
        register.topics[topic] += 1
