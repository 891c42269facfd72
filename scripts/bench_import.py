"""量一量导入：每个字段认对多少、引用的文号、凭空多出的、正文丢了多少，错的逐条列出。

用法: .venv/bin/python scripts/bench_import.py PAGES [--json]
PAGES 里有判定过的原始网页和 Word 文件（*.txt *.html *.docx）和 gold.json；也由 scripts/bench.py import 调用。
比较时不计空白、括号的样式和全角半角；gold 的“*_可接受”也算对；gold 为空而给了值的，是凭空多出。
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

from gongkai.importing.characters import without_pinyin  # noqa: E402
from gongkai.importing.chrome import is_chrome, is_clock  # noqa: E402
from gongkai.importing.files import Imported, import_file  # noqa: E402
from gongkai.importing.info_box import pairs_of  # noqa: E402
from gongkai.model.documents import Policy  # noqa: E402
from gongkai.reading.body import read_body  # noqa: E402
from gongkai.reading.front_matter import read_front_matter, split  # noqa: E402
from gongkai.reading.settings import default_settings  # noqa: E402

FIELDS = {"标题": "标题", "文号": "文号", "成文日期": "成文日期", "发布日期": "公开日期", "发文机关": "发文机关", "索引号": "索引号",
          "有效性": "有效性", "主题分类": "主题分类"}  # fmt: skip
"""The gold's names of fields, and ours."""
_SHINGLE = 8


@dataclass
class Tally:
    """What all files came to."""

    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    invented: int = 0
    cited: Counter[str] = field(default_factory=Counter)
    letters: int = 0
    found: int = 0
    misses: list[str] = field(default_factory=list)


def main() -> int:
    """Import every judged file, compare, print one table and every miss."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", type=Path)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    settings = default_settings()
    tally = Tally()
    for case in json.loads((arguments.pages / "gold.json").read_text(encoding="utf-8")):
        for name in case["files"]:
            imported = import_file(arguments.pages / name, settings)
            if imported.refusal:
                refused = "乱码" in str(case.get("备注", "")) or case.get("类型") == "乱码"
                tally.misses += [] if refused else [f"{name} 没有导入：{imported.refusal}"]
            compare(name, case, imported, tally)
            recall(name, arguments.pages / (case["id"] + ".txt"), imported, tally)
    _print(tally, arguments.json)
    return 0


def compare(name: str, case: dict[str, object], imported: Imported, tally: Tally) -> None:
    """Each field against the gold, and what is cited."""
    front = imported.front or {}
    for key, ours in FIELDS.items():
        accepted = [even(case.get(key)), *map(even, case.get(f"{key}_可接受") or [])]  # type: ignore[arg-type]
        given = even(front.get(ours))
        tally.asked[key] += 1
        tally.right[key] += given in accepted
        if given not in accepted:
            tally.invented += not accepted[0]
            tally.misses.append(f"{name} {key}：认作“{given}”，应为“{'”或“'.join(accepted)}”")
    wanted, got = {even(n) for n in case["引用文号"]}, {even(n) for n in imported.cited}  # type: ignore[attr-defined]
    tally.cited.update({"对": len(wanted & got), "多": len(got - wanted), "少": len(wanted - got)})
    if wanted != got:
        tally.misses.append(f"{name} 引用：多 {sorted(got - wanted)}，少 {sorted(wanted - got)}")


def recall(name: str, text: Path, imported: Imported, tally: Tally) -> None:
    """How much of the page's main text our own reader finds in what was written: line by line, else by stretches of eight."""
    block, first, rest, rest_line, _ = split(imported.text)
    values, _ = read_front_matter(block, first, Policy, default_settings())
    shown = letters(read_body(rest, rest_line).text + " ".join(str(v) for v in (values or {}).values()))
    lost = []
    seen: set[str] = set()
    for line in text.read_text(encoding="utf-8").split("\n"):
        bare = letters(without_pinyin(line)[0])
        if is_chrome(line) or is_clock(line) or pairs_of(line) or not bare or bare in seen:
            continue
        seen |= {bare} if len(bare) > 20 else set()
        tally.letters += len(bare)
        if bare in shown:
            tally.found += len(bare)
            continue
        kept = sum(bare[i : i + _SHINGLE] in shown for i in range(max(1, len(bare) - _SHINGLE + 1)))
        part = len(bare) * kept // max(1, len(bare) - _SHINGLE + 1)
        tally.found += part
        lost.append(f"{line.strip()[:40]}（{len(bare) - part} 字）")
    if lost:
        tally.misses.append(f"{name} 正文里没有：{'；'.join(lost[:4])}")


def even(value: object) -> str:
    """A value without blanks, with one kind of brackets and width."""
    if value is None:
        return ""
    text = "、".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    return re.sub(r"[〕\]】﹞}]", ")", re.sub(r"[〔\[【﹝{]", "(", text))


def letters(text: str) -> str:
    """The letters and digits of a text, evened in width."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())


def _print(tally: Tally, as_json: bool) -> None:
    right, asked = sum(tally.right.values()), sum(tally.asked.values())
    true, more, less = (tally.cited[word] for word in "对多少")
    rows = {key: f"{tally.right[key] / tally.asked[key]:.1%} ({tally.right[key]}/{tally.asked[key]})" for key in FIELDS}
    rows["全部字段"] = f"{right / asked:.1%} ({right}/{asked})"
    rows["凭空多出"] = str(tally.invented)
    rows["引用文号 准/全"] = f"{true / max(1, true + more):.1%} / {true / max(1, true + less):.1%}"
    rows["正文字数找回"] = f"{tally.found / max(1, tally.letters):.3%} ({tally.letters - tally.found} / {tally.letters} 字没有)"
    if as_json:
        print(json.dumps({"rows": rows, "misses": tally.misses}, ensure_ascii=False, indent=1))
        return
    for key, value in rows.items():
        print(f"| {key} | {value} |")
    for miss in tally.misses:
        print("-", miss)


if __name__ == "__main__":
    sys.exit(main())
