"""和同行比：同样的文件，同一台机器，要多久、占多少内存。中位数和比率，JSON。

用法: .venv/bin/python scripts/bench_peers.py [SITE] [--config FILE] [--build BUILD] [--sizes 1000 10000] [--peer hugo pagefind …]
      [--peers-to 10000] [--runs 3] [--plots docs/images/整站]
SITE 是一个栏目（如真实语料 ../shared/corpus/site），只比检索；--sizes 造这么多份，比整站和检索。也由 scripts/bench.py peers 调用。

检索：我们是写索引连同 .js 孪生，读的是切好的文字；Pagefind 读的是只有标题和正文的最小网页，比真的网页省事；
给了 --build（gongkai build 的结果），读的就是那里公开的政策和解读网页。
整站：见 bench_whole.py；给了 --plots，另画“<它>时间.svg”“<它>内存.svg”。各个命令轮流跑，忙的机器上看处理器秒；写文件放在 TMPDIR，刚删过大量文件的盘新建文件要慢十倍。
"""

from __future__ import annotations

import argparse
import html
import json
import os
import pickle
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import bench
import bench_whole
import synthetic
from gongkai import pipeline
from gongkai.console import Steps
from gongkai.remembering.remembered import remembering
from gongkai.searching.entries import Entry
from gongkai.searching.gathering import entries
from peer_runs import Command, installed, run, wheels

ROOT = Path(__file__).resolve().parent.parent
_BATCH = 128  # documents that are inverted in one go
_INDEX = """
import gc, pickle, sys
from pathlib import Path
from gongkai.searching import self_test
from gongkai.searching.writing import write_index
from gongkai.workers import Workers, keep_what_is_freed
gc.set_threshold(100_000, 50, 50)  # as a build does
class Kept:  # read by who prepares it, as a build's texts are
    def __init__(self, path):
        self.path = path
    def __iter__(self):
        return iter(pickle.loads(self.path.read_bytes()))
folder = Path(sys.argv[2])
indexers = Workers(2, keep_what_is_freed)
facts = write_index(map(Kept, sorted(Path(sys.argv[1]).iterdir())), folder, run=indexers.flow)
indexers.close()
if sys.argv[3:]:
    asked = self_test.tasks(folder, facts.documents, 2, Path(sys.argv[3]))
    workers = Workers(2, int)
    missed = [each for found in workers.start(self_test.failures, asked) for each in found]
    if missed:
        sys.exit(f"自检没有通过：{missed[:3]}")
    workers.close()
"""
_PAGE = '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>{title}</title><body><h1>{title}</h1><p>{number}</p>{text}</body></html>'
def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path, nargs="?")
    parser.add_argument("--config", type=Path)
    parser.add_argument("--build", type=Path, help="SITE 生成的网页，给 Pagefind 读")
    parser.add_argument("--sizes", type=int, nargs="+", default=[], metavar="份数")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--peer", nargs="*", choices=bench_whole.PEERS, default=["hugo", "pagefind"])
    parser.add_argument("--peers-to", type=int, metavar="份数", help="更大的只做我们自己的：Pagefind 的内存随份数涨")
    parser.add_argument("--plots", type=Path, help="图的文件名怎样开头")
    arguments = parser.parse_args()
    figures: dict[str, Any] = {}
    whole: dict[int, dict[str, Any]] = {}
    if arguments.site:
        config = arguments.config or arguments.site / "site.yaml"
        figures["检索，" + arguments.site.resolve().as_posix()] = _indexed(lambda: _of_site(arguments.site, config), arguments.build, arguments.runs)
    for size in arguments.sizes:
        peers = arguments.peer if size <= (arguments.peers_to or size) else []
        with tempfile.TemporaryDirectory() as folder:
            whole[size] = figures[f"整站，造的 {size:,} 份"] = bench_whole.compared(size, peers, arguments.runs, Path(folder))
        if "pagefind" in peers:
            figures[f"检索，造的 {size:,} 份"] = _indexed(partial(_made, size), None, arguments.runs)
    for name, plot in bench_whole.plots(whole).items() if arguments.plots and whole else ():
        arguments.plots.with_name(f"{arguments.plots.name}{name}.svg").write_text(plot, encoding="utf-8", newline="\n")
    print(json.dumps(figures, ensure_ascii=False, indent=1))
    return 0


def _indexed(given: Callable[[], Iterable[list[Entry]]], build: Path | None, runs: int) -> dict[str, Any]:
    """The index alone, theirs and ours; {} where theirs is not to be had."""
    if not installed("pagefind"):
        return {}
    with tempfile.TemporaryDirectory() as folder:
        column = Path(folder) / "entries"
        column.mkdir()
        for number, batch in enumerate(given()):
            (column / f"{number:06}").write_bytes(pickle.dumps(batch))
        if build:
            _take_pages(build, Path(folder) / "pages")
        return _compared(_commands(column, Path(folder)), runs, Path(folder))


def _of_site(site: Path, config: Path) -> Iterator[list[Entry]]:
    with tempfile.TemporaryDirectory() as folder, remembering(Path(folder), keeps=False) as remembered:
        call = pipeline.Call(site, config, Path(folder) / "build", os.cpu_count() or 1, date(2026, 11, 21))
        examined = pipeline._examine(call, Steps(pipeline.STEPS), remembered)
        yield from map(list, entries(examined.site, examined.links))


def _made(size: int) -> Iterator[list[Entry]]:
    return _batches(synthetic.entries(size, ROOT / "policies"))


def _batches(found: Iterable[Entry]) -> Iterator[list[Entry]]:
    batch: list[Entry] = []
    for entry in found:
        batch.append(entry)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    yield batch


def _stored(column: Path) -> Iterator[Entry]:
    for path in sorted(column.iterdir()):
        yield from pickle.loads(path.read_bytes())  # noqa: S301 — written above


def _take_pages(build: Path, pages: Path) -> None:
    """The published pages of documents."""
    for kind in ("policies", "interpretations"):
        (pages / kind).mkdir(parents=True)
        for path in (build / kind).glob("*.html"):
            shutil.copyfile(path, pages / kind / path.name)


def _commands(column: Path, folder: Path) -> dict[str, Command]:
    """The index alone: theirs of the pages that lie there, else of smallest ones; ours without and with the self-test."""
    pages = folder / "pages"
    for entry in () if pages.exists() else _stored(column):
        paragraphs = "".join(f"<p>{html.escape(line)}</p>" for line in entry.text.split("\n"))
        path = pages / entry.kind / f"{entry.slug}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_PAGE.format(title=html.escape(entry.title), number=html.escape(entry.number), text=paragraphs), "utf-8")
    ours = [sys.executable, "-c", _INDEX, str(column), "{run}/search"]
    return {
        "pagefind": ([sys.executable, "-m", "pagefind", "--site", str(pages), "--output-path", "{run}/pagefind"], wheels("pagefind")),
        "我们": (ours, ROOT / "scripts"),
        "我们，连自检": ([*ours, str(ROOT / "theme")], ROOT / "scripts"),
    }


def _compared(commands: dict[str, Command], runs: int, folder: Path) -> dict[str, Any]:
    """Medians of each, and ours against the peer, which comes first."""
    rounds = [{name: run(command, folder)[0] for name, command in commands.items()} for _ in range(runs)]  # in turn: the machine may be busy
    figures: dict[str, Any] = {name: bench.medians([each[name] for each in rounds]) for name in commands}
    peer, *ours = figures
    for name in ours:
        figures[f"{name} / {peer}"] = {key: round(figures[name][key] / figures[peer][key], 3) for key in figures[peer]}
    return figures


if __name__ == "__main__":
    sys.exit(main())
