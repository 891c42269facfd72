"""The result of a cleaning (清理): rows in the front matter or in a CSV beside the file, and the numbers its text states."""

from __future__ import annotations

import csv
import dataclasses
import io
import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Protocol

from gongkai.model.documents import CleaningRow, Policy, StatedCount
from gongkai.model.problems import Misreading
from gongkai.model.validity import Conclusion
from gongkai.reading.beside import read_beside
from gongkai.reading.decoding import decode, one_line
from gongkai.reading.entries import Entry


class Report(Protocol):
    """Notes a misreading: its kind, line, message and hint, and what stands and should stand in the line."""

    def __call__(self, kind: str, line: int, message: str, hint: str, mend: tuple[str, str] | None = None) -> None: ...


CONCLUSIONS: Mapping[str, Conclusion] = {
    "继续有效": Conclusion.CONTINUES, "保留": Conclusion.CONTINUES, "拟保留": Conclusion.CONTINUES,
    "修改": Conclusion.AMENDED, "予以修改": Conclusion.AMENDED, "已修改": Conclusion.AMENDED,
    "拟修改": Conclusion.TO_AMEND, "需修改": Conclusion.TO_AMEND, "拟修订": Conclusion.TO_AMEND,
    "废止": Conclusion.REPEALED, "予以废止": Conclusion.REPEALED,
    "失效": Conclusion.LAPSED, "宣布失效": Conclusion.LAPSED,
    "期满失效": Conclusion.EXPIRED, "自行失效": Conclusion.EXPIRED, "已失效": Conclusion.EXPIRED,
}  # fmt: skip
"""The words that offices use, and what each concludes."""

COLUMNS = {
    "文号": "text", "发文字号": "text", "文件编号": "text",
    "名称": "title", "标题": "title", "题名": "title", "文件名称": "title", "文件标题": "title",
    "结论": "word", "清理结论": "word", "清理结果": "word", "清理意见": "word",
    "备注": "note", "理由": "note", "说明": "note",
}  # fmt: skip
_WORDS = "|".join(sorted(CONCLUSIONS, key=len, reverse=True))
_PAIR = re.compile(rf"(?:^|[,，;；、\s]\s*)({'|'.join(COLUMNS)})\s*[:：]\s*")
_PLAIN = re.compile(rf"^(?P<text>.+?)[\s,，;；:：|]+(?P<word>{_WORDS})(?:[\s,，;；:：|（(]+(?P<note>.+?)[）)]?)?$")
_RIGHT = "写作“- 文号 结论”，如“- 甲政发〔2018〕9号 废止”；结论用 继续有效、修改、拟修改、废止、失效、期满失效"

_NUMBER = r"\s*(?P<{}>[0-9]{{1,5}})\s*[件份部]"
_SAID = r"继续有效|拟修改|予以修改|修改|予以废止|废止|宣布失效|期满失效|自行失效|失效"
_STATED = re.compile(
    rf"{_NUMBER.format('before')}(?P<after>继续有效|拟修改|予以修改|予以废止|废止|宣布失效|期满失效|失效)"
    rf"|(?P<said>{_SAID})(?:的)?(?:行政)?(?:规范性)?(?:文件|目录)?(?:共计|共|有|为|：|:)?{_NUMBER.format('count')}"
    rf"|(?:(?:共|全面)?清理[^，。；、0-9]{{0,14}}|(?:合计|总计|总数|共计)[^，。；、0-9]{{0,10}}){_NUMBER.format('total')}"
)
_ONE_OF_SEVERAL = re.compile(r"(?:有效|修改|废止|失效)(?:和|及|与|或|、|的)?$")  # “废止和失效文件 3 件” counts both together
_TABLE_ROW = re.compile(rf"^\|\s*(?P<said>{_SAID}|合计|总计)[^|]*\|\s*(?P<count>[0-9]{{1,5}})\s*[件份部]?\s*\|")


def read_rows(entry: Entry, report: Report) -> tuple[CleaningRow, ...]:
    """The rows of the key 清理, each a mapping (文号, 结论 …) or a line of text. What cannot be read is reported."""
    cells = [(item.line, item.text, _cells(item.text)) for item in entry.items]
    cells += [(row.line, "", {COLUMNS.get(key, key): value for key, value in row.cells}) for row in entry.rows]
    rows = []
    for line, text, known in sorted(cells, key=lambda c: c[0]):
        if known is None:
            report("cleaning", line, f"清理的一行“{text}”读不出", _RIGHT)
        elif row := _row(known, line, report):
            rows.append(row)
    return tuple(rows)


def with_list(policy: Policy, folder: Path) -> Policy:
    """The policy with the rows of its 清理目录 added.

    The CSV lies beside the policy or below it; nothing outside the site is opened. Problems of the CSV are the policy's.
    """
    if not policy.cleaning_list:
        return policy
    misreadings: list[Misreading] = []

    def report(kind: str, line: int, message: str, hint: str, mend: tuple[str, str] | None = None) -> None:
        misreadings.append(Misreading(kind, line, message, hint, mend))

    line = policy.lines.get("清理目录", 1)
    name = PurePosixPath(policy.cleaning_list.replace("\\", "/"))
    path = PurePosixPath(policy.path).parent / name
    rows: tuple[CleaningRow, ...] = ()
    if name.is_absolute() or ".." in name.parts or ":" in str(name):
        report("cleaning", line, f"清理目录“{policy.cleaning_list}”不能用", "把 CSV 放在本文件旁边，写它的文件名")
    else:
        raw = read_beside(folder, str(path))
        if raw is None:
            report("cleaning", line, f"清理目录“{policy.cleaning_list}”打不开", "把 CSV 放在本文件旁边，写它的文件名")
        else:
            rows = _listed(raw, str(path), line, report)
    return dataclasses.replace(policy, cleaning=policy.cleaning + rows, misreadings=(*policy.misreadings, *misreadings))


def stated_counts(markdown: str, first_line: int) -> tuple[StatedCount, ...]:
    """Every number of documents that a cleaning's text gives, by conclusion or for the whole, with its line."""
    return tuple(
        count for offset, line in enumerate(markdown.split("\n")) for count in _counts(line, first_line + offset)
    )


def _counts(line: str, number: int) -> Iterator[StatedCount]:
    row = _TABLE_ROW.match(line)
    if row:
        yield StatedCount("" if row["said"] in ("合计", "总计") else row["said"], int(row["count"]), number)
        return
    for match in _STATED.finditer(line):
        if match["said"] and _ONE_OF_SEVERAL.search(line, 0, match.start()):
            continue
        if match["total"]:
            yield StatedCount("", int(match["total"]), number)
        elif match["before"]:
            yield StatedCount(match["after"], int(match["before"]), number)
        else:
            yield StatedCount(match["said"], int(match["count"]), number)


def _cells(item: str) -> dict[str, str] | None:
    """The attributes of a row from `文号: …, 结论: …` or from `文号 结论 备注`."""
    text = item.strip().removeprefix("{").removesuffix("}").strip()
    parts = _PAIR.split(text)
    if len(parts) > 1 and not parts[0]:
        return {COLUMNS[key]: value.strip() for key, value in zip(parts[1::2], parts[2::2], strict=True)}
    match = _PLAIN.match(text)
    return {key: value or "" for key, value in match.groupdict().items()} if match else None


def _row(cells: Mapping[str, str], line: int, report: Report, path: str = "", key_line: int = 0) -> CleaningRow | None:
    """A row; the problems of a row of the CSV at `path` stand at the key 清理目录, which has the line `key_line`."""
    at, where = (key_line, f"{path} 第 {line} 行") if path else (line, "清理的一行")
    text, title, word = (one_line(cells.get(key, "")) for key in ("text", "title", "word"))
    conclusion = CONCLUSIONS.get(word)
    unknown = [key for key in cells if key not in COLUMNS.values()]
    if unknown:
        report("cleaning", at, f"{where}里不认识的键“{unknown[0]}”", "可用：文号、名称、结论、备注")
    if not text and not title:
        report("cleaning", at, f"{where}没有文号", _RIGHT)
    elif conclusion is None:
        said = f"结论“{word}”不在可用的词里" if word else "没有结论"
        report("cleaning", at, f"{where}“{text or title}”{said}", "可用：继续有效、修改、拟修改、废止、失效、期满失效")
    else:
        bare = title[1:-1] if title.startswith("《") and title.endswith("》") and title.count("《") == 1 else title
        return CleaningRow(text or f"《{bare}》", conclusion, line, path, word, bare, one_line(cells.get("note", "")))
    return None


def _listed(raw: bytes, path: str, key_line: int, report: Report) -> tuple[CleaningRow, ...]:
    text, odd = decode(raw)
    for misreading in odd:
        report("cleaning", key_line, f"{path} 的{misreading.message}", misreading.hint)
    if text is None:
        return ()
    reader = csv.reader(io.StringIO(text))
    rows = []
    try:
        header = [one_line(cell) for cell in next(reader, [])]
        names = [COLUMNS.get(cell, "") for cell in header]
        if "word" not in names or not {"text", "title"} & set(names):
            report("cleaning", key_line, f"{path} 第 1 行没有“文号”和“结论”两列", "第一行写 文号,名称,结论,备注")
            return ()
        for cells in reader:
            if any(cell.strip() for cell in cells):
                known = {name: cell for name, cell in zip(names, cells, strict=False) if name}
                row = _row(known, reader.line_num, report, path, key_line)
                if row:
                    rows.append(row)
    except csv.Error:
        report("cleaning", key_line, f"{path} 第 {reader.line_num} 行读不出", "用 Excel 另存为“CSV UTF-8（逗号分隔）”")
    return tuple(rows)
