"""量一量生成好的专栏给读者看的样子：政策页多重、慢速 4G 上多快、离线的链接断不断。纸上的样子由 bench_paper.py 量。

用法: python3 scripts/bench.py pages BUILD [--only 重量,链接,慢速] [--runs 5]

慢速 4G 照 Chromium 开发者工具的一档（下行 1.6 Mbit/s、往返 150 毫秒），服务器不压缩，每次都是第一次来（不用缓存）。
没有 chromium 的，慢速一项写“没有量”。
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import statistics
import sys
import tempfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from tests.browser.chromium import Chromium, chromium_path  # noqa: E402
from tests.browser.every_page import served  # noqa: E402

_HEAVIEST = 60 * 1024  # bytes, gzip
_SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
_FILES_OF_A_PAGE = re.compile(r'(?:<script[^>]* src|rel="stylesheet"[^>]* href)="([^"]+)"')
_LINKS = re.compile(r'\s(?:href|src|action)="([^"]*)"')
_IDS = re.compile(r'\sid="([^"]+)"')
_NOT_MEASURED = "没有量"


def main() -> int:
    """Measure what is asked for and print it as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=Path)
    parser.add_argument("--only", default=",".join(_PARTS))
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    wanted = arguments.only.split(",")
    found = {name: measure(arguments.build, arguments.runs) for name, measure in _PARTS.items() if name in wanted}
    print(json.dumps(found, ensure_ascii=False, indent=1))
    return 0


def weights(built: Path, _runs: int) -> dict[str, Any]:
    """Bytes of each policy page with its style sheets and scripts, each file gzipped on its own; of those that are heavy, how
    much the document's own words alone would take."""
    packed: dict[Path, int] = {}

    def size(file: Path) -> int:
        if file not in packed:
            packed[file] = len(gzip.compress(file.read_bytes()))
        return packed[file]

    def words(page: Path) -> int:
        return len(gzip.compress(json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))["正文"].encode()))

    found, shared = {}, 0
    for page in sorted((built / "policies").glob("*.html")):
        names = _FILES_OF_A_PAGE.findall(page.read_text(encoding="utf-8"))
        shared = max(shared, sum(size((page.parent / name).resolve()) for name in names))
        found[page] = size(page) + sum(size((page.parent / name).resolve()) for name in names)
    by_weight = sorted(found, key=lambda page: (found[page], page.name))
    heavy = [page for page in reversed(by_weight) if found[page] > _HEAVIEST]
    ours = sorted(size(page) - words(page) for page in found if page.with_suffix(".json").is_file())
    return {
        "政策页": len(found), "中位数KB": _kb(statistics.median(found.values())), "p95KB": _kb(found[by_weight[len(found) * 95 // 100]]),
        "最重的": by_weight[-1].name, "最重KB": _kb(found[by_weight[-1]]), "其中各页共用的样式和脚本KB": _kb(shared),
        "网页比文件自己的字多KB（中位数、p95、最多）": [_kb(ours[len(ours) // 2]), _kb(ours[len(ours) * 95 // 100]), _kb(ours[-1])],
        "超过60KB的": [
            {"页": page.name, "KB": _kb(found[page]), "文件自己的字KB": _kb(words(page)), "网页其余KB": _kb(size(page) - words(page))} for page in heavy
        ],
    }  # fmt: skip


def _kb(size: float) -> float:
    return round(size / 1024, 1)


def links(built: Path, _runs: int) -> dict[str, Any]:
    """Every link and anchor of every page, followed as from disk; which pages the home page leads to."""
    files = {path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file()}
    ids: dict[str, frozenset[str]] = {}
    targets: dict[str, tuple[tuple[str, str], ...]] = {}
    for name in sorted(one for one in files if one.endswith(".html")):
        text = (built / name).read_text(encoding="utf-8")
        ids[name] = frozenset(map(unescape, _IDS.findall(text)))
        targets[name] = tuple(_within(name, text))
    dead = [
        f"{name}: {path}#{anchor}" if anchor else f"{name}: {path}"
        for name, those in targets.items()
        for path, anchor in those
        if path not in files or (anchor and path in ids and anchor not in ids[path])
    ]
    reached, ahead = {"index.html"}, ["index.html"]
    while ahead:
        for path, _ in targets[ahead.pop()]:
            if path in targets and path not in reached:
                reached.add(path)
                ahead.append(path)
    withdrawn = {name for name in targets if 'class="page-withdrawn"' in (built / name).read_text(encoding="utf-8")}
    return {
        "网页": len(targets), "链接和锚点": sum(map(len, targets.values())), "断的": len(dead), "断的例子": dead[:10],
        "首页走不到的网页（已下架的说明和404除外）": sorted(set(targets) - reached - withdrawn - {"404.html"})[:10],
    }  # fmt: skip


def _within(name: str, text: str) -> Iterator[tuple[str, str]]:
    """Path and anchor of each link of a page that stays in the column."""
    root = re.search(r'<html[^>]* data-root="(/[^"]*)"', text)  # 404.html counts from the root of the server
    base = f"file:///column/{name}" if root is None else "file:///"
    for target in map(unescape, _LINKS.findall(text)):
        if target.startswith("#"):
            yield name, unquote(target[1:])
            continue
        parts = urlsplit(urljoin(base, target))
        if parts.scheme != "file":
            continue
        within = root[1] if root else "/column/"
        yield unquote(parts.path).removeprefix(within), unquote(parts.fragment)


def slow(built: Path, runs: int) -> dict[str, Any]:
    """Seconds of a first visit on a slow line, by Chromium's own clock: median and worst of the runs."""
    command = chromium_path()
    if command is None:
        return {_NOT_MEASURED: "没有 chromium"}
    policy = f"policies/{weights(built, 1)['最重的']}"
    found = {}
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, served(built) as base, Chromium(command, Path(folder)) as browser:
        browser.size(390, 844)
        browser.call("Network.emulateNetworkConditions", **_SLOW_4G)
        for name in ("index.html", policy, "search.html"):
            seen, done = [], []
            for _ in range(runs):
                browser.call("Network.clearBrowserCache")
                browser.open(base + name)
                browser.wait("performance.getEntriesByType('navigation')[0].loadEventEnd > 0 && performance.getEntriesByName('first-contentful-paint').length")
                seen.append(browser.run("performance.getEntriesByName('first-contentful-paint')[0].startTime") / 1000)
                done.append(browser.run("performance.getEntriesByType('navigation')[0].loadEventEnd") / 1000)
            found[name] = {
                "首次见到内容": round(statistics.median(seen), 2), "载入完": round(statistics.median(done), 2),
                "最慢的一次": round(max(done), 2),
            }  # fmt: skip
    return found


_PARTS = {"重量": weights, "链接": links, "慢速": slow}

if __name__ == "__main__":
    sys.exit(main())
