"""docs/对照.md: every row of the list of requirements, each with addresses that the built demonstration has and rules that
there are. The list itself lies beside some checkouts; there the table is compared with it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gongkai import checks, commands

from .browser.every_page import build_demonstration
from .conftest import ROOT

TABLE = ROOT / "docs" / "对照.md"
LIST = ROOT.parent / "shared" / "domain" / "seed-features.md"
IDS = {"A": 24, "B": 15, "C": 16, "D": 14, "E": 12, "F": 13, "G": 12}
ROW = re.compile(r"^\| ([A-G]\d+) \|([^|]+)\|([^|]+)\|([^|]*)\|([^|]*)\|$", re.MULTILINE)
ADDRESS = re.compile(r"`([^`]+)`")
RULE = re.compile(r"\b([A-Z]\d{3})\b(?:—([A-Z]\d{3}))?")


def rows() -> list[tuple[str, ...]]:
    return [tuple(cell.strip() for cell in row) for row in ROW.findall(TABLE.read_text(encoding="utf-8"))]


def test_every_requirement_has_its_row() -> None:
    assert [row[0] for row in rows()] == [f"{part}{n}" for part, count in IDS.items() for n in range(1, count + 1)]
    assert {row[2] for row in rows()} == {"全", "部分", "外链"}
    without = [row[0] for row in rows() if not row[3] and not row[4]]
    assert without == [], "neither an address nor a reason"


def test_the_table_is_that_of_the_list() -> None:
    if not LIST.is_file():
        pytest.skip("没有要求的原表（../shared/domain），跳过与它的比较")
    text = LIST.read_text(encoding="utf-8").split("## G.")[0]
    wanted = {id: verdict[:2] if verdict.startswith(("部分", "外链")) else verdict[:1]
              for id, verdict in re.findall(r"^\| ([A-F]\d+) \|.*\| ([^|]+) \|$", text, re.MULTILINE)}  # fmt: skip
    assert {row[0]: row[2] for row in rows() if row[0][0] != "G"} == wanted


def test_every_address_is_in_the_demonstration(tmp_path: Path) -> None:
    built = build_demonstration(tmp_path)
    gone = [(row[0], address) for row in rows() for address in ADDRESS.findall(row[3]) if not (built / address).is_file()]
    assert gone == []
    shown = {row[0] for row in rows() if ADDRESS.findall(row[3])}
    owed = {row[0] for row in rows() if row[2] in ("全", "部分") and row[0][0] in "ABCDF"}
    assert owed - shown == {"A18"}, "a district has no gazette: its page is in docs/页面.md"


def test_every_rule_and_command_is_there() -> None:
    known = {rule.id for rule in checks.rules()}
    named = {id for row in rows() for pair in RULE.findall(row[4]) for id in pair if id}
    assert named - known == set()
    named_commands = {name for row in rows() for name in re.findall(r"`gongkai (\w+)", row[4])}
    assert named_commands - {path.stem.strip("_") for path in Path(commands.__file__).parent.glob("*.py")} == set()
