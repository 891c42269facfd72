"""What README tells a newcomer to write is right as it stands there, in the column of this repository."""

from __future__ import annotations

import re
from collections.abc import Callable

from gongkai.drafting.register import read_register
from gongkai.model.document_number import read_number
from gongkai.reading.settings import read_settings
from tests.conftest import ROOT, Column


def test_the_example_has_no_problem(column: Callable[..., Column]) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    example, explanation = re.findall(r"^```\n(---\n.*?)^```$", readme, re.DOTALL | re.MULTILINE)
    files = {"policies/2024-guihua.md": example, "interpretations/jd-guihua.md": explanation}
    found = column(files, settings=(ROOT / "site.yaml").read_text(encoding="utf-8"))
    assert [str(problem) for problem in found.every if problem.place.path in files] == []


def test_the_example_takes_nothing_that_the_column_has() -> None:
    register = read_register(ROOT, read_settings(ROOT / "site.yaml"))
    written = re.findall(r"^文号: (.+)$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert [register.numbers.get(number) for text in written if (number := read_number(text).number)] == [None]
    assert not {"2024-guihua", "jd-guihua"} & set(register.slugs)
