"""Taking a document down: the day in its own front matter, or, where its file is gone, a row in the list of the withdrawn."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from gongkai.model.fields import fields_of
from gongkai.model.file_names import is_address
from gongkai.model.problems import CannotBuild, Mend, Place
from gongkai.model.records import Withdrawal
from gongkai.model.settings import Settings
from gongkai.reading.documents import FOLDERS, address_of
from gongkai.reading.published import read_published
from gongkai.reading.site import find_sources
from gongkai.reading.withdrawals import PATH, read_withdrawals
from gongkai.reporting.mended_files import changes, write

_KEYS = [field.key for field in fields_of(Withdrawal)]


@dataclass(frozen=True, slots=True)
class Withdrawing:
    """What is to be taken down (an address, a path or a file name), from which day, why, and its title where nothing tells it."""

    name: str
    day: date
    why: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """The file that was written, and the address that will say so."""

    path: str
    url: str


def withdraw(folder: Path, output: Path, settings: Settings, wanted: Withdrawing) -> Taken:
    """Write the fact into the sources; CannotBuild where the document cannot be told, or the fact stands there already."""
    if "\n" in wanted.why or "\n" in wanted.title:
        raise CannotBuild("下架原因和标题各写一行。")
    name = wanted.name.replace("\\", "/").removeprefix("./")
    found = {path: address_of(path) for path in find_sources(folder)[0]}
    named = [path for path, (slug, url) in found.items() if name in (path, slug, url)]
    if len(named) > 1:
        raise CannotBuild(f"“{wanted.name}”可能是 {'、'.join(named)}，写全路径。")
    if named:
        return _in_file(folder, named[0], found[named[0]][1], settings, wanted)
    return _in_list(folder, output, name, settings, wanted)


def _in_file(folder: Path, path: str, url: str, settings: Settings, wanted: Withdrawing) -> Taken:
    said = {"下架日": wanted.day.isoformat(), "下架原因": wanted.why}
    mends = [Mend(Place(path), text, key=key) for key, text in said.items() if text]
    change = next(changes(folder, mends, settings))
    if change.mended.refused:
        key = change.mended.refused[0].key
        raise CannotBuild(f"{path} 里写不进“{key}: {said[key]}”：也许已经写了，也许前置信息读不出。打开文件自己写。")
    if not write(folder, change):
        raise CannotBuild(f"{path} 刚才被别人改动过，没有写；再运行一次。")
    return Taken(path, url)


def _in_list(folder: Path, output: Path, name: str, settings: Settings, wanted: Withdrawing) -> Taken:
    published = {record.url: record for record in read_published(output)}
    url = next((record.url for record in published.values() if name in (record.slug, record.url)), "") or _address(name)
    if not url:
        raise CannotBuild(f"站点里没有“{wanted.name}”，上一次公开的也没有。写它原来的网址，如 policies/2020-35.html。")
    if any(isinstance(row, Withdrawal) and row.url == url for row in read_withdrawals(folder, settings).records):
        raise CannotBuild(f"{PATH} 里已经有“{url}”了，没有再写。")
    record = published.get(url)
    title = wanted.title or (record.title if record else "")
    if not title:
        raise CannotBuild(f"不知道“{url}”原来的标题，用 --title 写明。")
    row = {"网址": url, "标题": title, "文号": record.number if record else "", "下架日": wanted.day.isoformat(), "下架原因": wanted.why}
    _append(folder / PATH, row)
    return Taken(PATH, url)


def _address(name: str) -> str:
    """The address that a name means when no file and no record has it; "" where it means none."""
    path = PurePosixPath(name)
    if name.endswith(".md") and path.parts[0] in FOLDERS:
        name = address_of(name)[1]
    return name if is_address(name) else ""


def _append(path: Path, row: dict[str, str]) -> None:
    """One more row, as the file is written already; a new file has a mark, by which Excel knows UTF-8."""
    before = path.read_bytes() if path.is_file() else b""
    if path.is_symlink():
        raise CannotBuild(f"{PATH} 是符号链接，没有写。")
    try:
        text = before.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CannotBuild(f"{PATH} 不是 UTF-8，没有写。用 Excel 另存为“CSV UTF-8（逗号分隔）”，再运行一次。") from None
    head = text.split("\n", 1)[0].strip()
    delimiter = "\t" if "\t" in head and "," not in head else ","
    end = "\r\n" if "\r\n" in text else "\n"
    made = io.StringIO()
    writer = csv.writer(made, delimiter=delimiter, lineterminator=end)
    columns = [Withdrawal.ALIASES.get(cell.strip(), cell.strip()) for cell in next(csv.reader([head], delimiter=delimiter), [])]
    if not columns:
        columns = _KEYS
        writer.writerow(columns)
    missing = [key for key in ("网址", "标题", "下架日") if key not in columns]
    if missing:
        raise CannotBuild(f"{PATH} 第 1 行没有“{missing[0]}”这一列，没有写。第一行写 {','.join(_KEYS)}。")
    writer.writerow([row.get(column, "") for column in columns])
    between = "" if not text or text.endswith("\n") else end
    mark = b"" if before else "\ufeff".encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.gongkai-new")
    try:
        beside.write_bytes(mark + before + (between + made.getvalue()).encode("utf-8"))
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
