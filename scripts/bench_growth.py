"""量一量检索随规模怎样增长：造 1,000、10,000、50,000 份文件，各建一份索引，看一次冷查询载入多少。

用法: python3 scripts/bench.py growth [--sizes 1000 10000 50000] [--plot 图.svg] [--json]
要有 Node。每种规模问 60 个问题：标题片段、同一份文件里的两个词、常用词、文号；字节数是 gzip 后的，检索目录由搜索页自己带来，另列。
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

import synthetic  # noqa: E402
from bench_plot import Line, drawn  # noqa: E402
from bench_search import _p95, cold  # noqa: E402

_WRITE = """
import json, resource, sys, time
from pathlib import Path
import synthetic
from gongkai.searching.writing import write_index
count, folder, sources = int(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
begun = time.process_time()
facts = write_index([synthetic.entries(count, sources)], folder)
in_all = time.process_time() - begun
begun = time.process_time()
for _ in synthetic.entries(count, sources):
    pass
making = time.process_time() - begun
print(json.dumps([in_all - making, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, facts.parts, facts.bytes]))
"""
_ASKED = 15  # questions of each of four kinds


def main() -> int:
    """Measure and print; with --plot draw."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 50_000])
    parser.add_argument("--plot", type=Path)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    rows = [measured(size) for size in arguments.sizes]
    if arguments.plot:
        arguments.plot.write_text(_drawn(rows), encoding="utf-8", newline="\n")
    if arguments.json:
        print(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for row in rows:
            print("，".join(f"{key} {value}" for key, value in row.items()))
    return 0


def measured(size: int) -> dict[str, Any]:
    """What one size costs."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "search"
        command = [sys.executable, "-c", _WRITE, str(size), str(folder), str(ROOT / "policies")]
        run = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT / "scripts")
        seconds, memory, parts, written = json.loads(run.stdout)
        rows = cold(folder, [{"query": query, "facets": False} for query in questions(size)])
        sizes = {load: len(gzip.compress((folder / f"{load}.js").read_bytes(), 6)) for row in rows for load in row["loads"]}
        totals = [sum(sizes[load] for load in row["loads"] if load != "index") for row in rows]
        return {
            "份数": size,
            "每次查询平均KB": round(statistics.mean(totals) / 1e3, 1),
            "p95 KB": round(_p95(totals) / 1e3, 1),
            "检索目录KB": round(sizes["index"] / 1e3, 1),
            "轮次平均": round(statistics.mean(row["rounds"] - 1 for row in rows), 2),
            "轮次最多": max(row["rounds"] - 1 for row in rows),
            "第一页没核对满": sum(row["partial"] for row in rows),
            "毫秒p95": round(_p95([row["ms"] for row in rows])),
            "建索引CPU秒": round(seconds, 1),
            "内存峰值MB": round(memory),
            "分片": parts,
            "索引MB": round(written / 1e6),
        }


def questions(size: int) -> list[str]:
    """Asked of a column of so many documents; words of documents spread over it."""
    chance = random.Random(size)  # noqa: S311 — the same draw every time
    chosen = set(chance.sample(range(size), 4 * _ASKED))
    documents = [entry for place, entry in enumerate(synthetic.entries(size, ROOT / "policies")) if place in chosen]
    chance.shuffle(documents)
    kinds: list[list[str]] = [[], [], [], []]
    for place, entry in enumerate(documents):
        subject = entry.title.partition("关于印发")[2].partition("的通知")[0]
        words = [clause[:2] for line in entry.text.split("\n")[:3] for clause in line.split("，") if len(clause) > 3]
        asked = (subject[:6], " ".join(chance.sample(words, 2)), words[0], entry.number)
        kinds[place % 4].append(asked[place % 4])
    return [query for kind in kinds for query in kind]


def _drawn(rows: Sequence[dict[str, Any]]) -> str:
    """The growth as SVG: mean and p95 over the number of documents."""
    lines = [
        Line(name, [row[key] for row in rows], colour, dash)
        for name, key, colour, dash in (("p95", "p95 KB", "#8a5a00", "6 4"), ("平均", "每次查询平均KB", "#1a4f8b", ""))
    ]
    return drawn("一次冷查询载入的字节（KB）", "gzip 后的，不计搜索页自己", [row["份数"] for row in rows], lines)


if __name__ == "__main__":
    sys.exit(main())
