"""Documents whose files are gone: `content/withdrawn.csv`, one a row, so that their addresses go on saying so."""

from __future__ import annotations

from pathlib import Path

from gongkai.model.records import DataFile, Withdrawal
from gongkai.model.settings import Settings
from gongkai.reading.beside import read_beside
from gongkai.reading.records import read_records
from gongkai.reading.tables import read_table

PATH = "content/withdrawn.csv"


def read_withdrawals(folder: Path, settings: Settings) -> DataFile:
    """The rows of the list, and what was odd about it; none where a site has no such file."""
    raw = read_beside(folder, PATH)
    if raw is None:
        return DataFile(PATH)
    table, misreadings = read_table(PATH, raw)
    rows, odd = read_records(table, Withdrawal, "撤下", settings)
    return DataFile(PATH, rows, None, (*misreadings, *odd))
