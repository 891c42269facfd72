"""What reading an attachment comes to: passages, and what a person should know of the file."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """Some lines of a file, and where they are, in Chinese."""

    where: str
    text: str


@dataclass(frozen=True, slots=True)
class Oddity:
    """Of a file: `broken`, `unseen` (not or not wholly read), `hidden` (there, but not shown) or `author` (whose name it holds)."""

    kind: str
    message: str
    hint: str = ""


_PERSON = re.compile(r"(?!.*(?:局|办|府|室|会|院|厅|委|部|科|处|所|站|校|队|中心|公司|集团|用户|管理员|作者|电脑|未知)$)[\u4e00-\u9fff·]{2,5}")


def person_in(author: str) -> str:
    """The name of somebody that a file's author is, "" where it is an office, a program or a machine."""
    name = "".join(author.split())
    return name if _PERSON.fullmatch(name) else ""
