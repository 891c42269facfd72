"""量一量生成好的专栏给读者看的样子：政策页多重、慢速 4G 上多快、离线的链接断不断、打印出来和 docx 是不是公文的版式。

用法: python3 scripts/bench.py pages BUILD [--only 重量,链接,慢速,打印,docx] [--runs 5]

慢速 4G 照 Chromium 开发者工具的一档（下行 1.6 Mbit/s、往返 150 毫秒），服务器不压缩，每次都是第一次来（不用缓存）。
打印要 chromium 和 poppler，docx 要 LibreOffice（soffice）；没有的写“没有量”。
"""

from __future__ import annotations

import argparse
import base64
import gzip
import json
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from html import unescape
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from tests.browser.chromium import Chromium, chromium_path  # noqa: E402
from tests.browser.every_page import served  # noqa: E402

_MM = 25.4 / 72  # of a point
_FULL = 27  # letters at least: a line of text from edge to edge, which no first line of a paragraph is
_EDGE = 30 / _MM  # points from the right: a line that ends farther in is not full
_FOOT = 740  # points from the top: below it the number of the page stands
_SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
_FILES_OF_A_PAGE = re.compile(r'(?:<script[^>]* src|rel="stylesheet"[^>]* href)="([^"]+)"')
_LINKS = re.compile(r'\s(?:href|src|action)="([^"]*)"')
_IDS = re.compile(r'\sid="([^"]+)"')
_MARK = re.compile(r"^\s*(?:· |\d+\. )", re.MULTILINE)
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
    """Bytes of each policy page with its style sheets and scripts, each file gzipped on its own."""
    packed: dict[Path, int] = {}

    def size(file: Path) -> int:
        if file not in packed:
            packed[file] = len(gzip.compress(file.read_bytes()))
        return packed[file]

    found = {}
    for page in sorted((built / "policies").glob("*.html")):
        names = _FILES_OF_A_PAGE.findall(page.read_text(encoding="utf-8"))
        found[page.name] = size(page) + sum(size((page.parent / name).resolve()) for name in names)
    heaviest = max(found, key=lambda name: found[name])
    return {
        "政策页": len(found), "最重的": heaviest, "最重KB": round(found[heaviest] / 1024, 1),
        "中位数KB": round(statistics.median(found.values()) / 1024, 1),
    }  # fmt: skip


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


def printed(built: Path, _runs: int) -> dict[str, Any]:
    """The longest policy as Chromium prints it: margins in mm, lines of a page, letters of a line."""
    command = chromium_path()
    if command is None or not shutil.which("pdftotext"):
        return {_NOT_MEASURED: "没有 chromium 或 poppler"}
    page = max((built / "policies").glob("*.txt"), key=lambda one: one.stat().st_size).with_suffix(".html")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        with Chromium(command, Path(folder) / "profile") as browser:
            browser.open(page.as_uri())
            data = browser.call("Page.printToPDF", preferCSSPageSize=True, printBackground=True)["data"]
        (Path(folder) / "p.pdf").write_bytes(base64.b64decode(data))
        return {"文件": page.name, **_measured(Path(folder) / "p.pdf")}


def _measured(pdf: Path) -> dict[str, Any]:
    boxes = _told(["pdftotext", "-bbox-layout", str(pdf), "-"])
    width, height = map(float, re.findall(r'<page width="([\d.]+)" height="([\d.]+)"', boxes)[0])
    pages = []
    for one in boxes.split("<page ")[1:]:
        found = [tuple(map(float, m)) for m in re.findall(r'<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)"', one)]
        pages.append([line for line in found if line[1] < _FOOT])
    every = [line for lines in pages for line in lines]
    steps = [round(b - a, 1) for lines in pages for a, b in pairwise(sorted({round(line[1], 1) for line in lines}))]
    letters = [len(line.strip()) for line in _told(["pdftotext", "-layout", str(pdf), "-"]).splitlines()]
    return {
        "纸": f"{round(width * _MM)}×{round(height * _MM)} 毫米", "页": len(pages),
        "左边距毫米": round(min(line[0] for line in every) * _MM, 1),
        "右边距毫米": round(statistics.mode(round(width - line[2]) for line in every if width - line[2] < _EDGE) * _MM, 1),
        "每面最多行": max(len({round(line[1]) for line in lines}) for lines in pages),
        "最常见的行距磅": statistics.mode(steps), "满行的字": statistics.mode(count for count in letters if count >= _FULL),
    }  # fmt: skip


def office(built: Path, _runs: int) -> dict[str, Any]:
    """Every .docx opened by LibreOffice: its words beside those of the source, the margins and letters it finds."""
    program = shutil.which("soffice")
    files = sorted((built / "policies").glob("*.docx"))[:200]
    if program is None or not files:
        return {_NOT_MEASURED: "没有 LibreOffice" if files else "没有 docx"}
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        out = Path(folder)
        start = [program, f"-env:UserInstallation={(out / 'profile').as_uri()}", "--headless"]
        _told([*start, "--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder, *map(str, files)])
        longest = max(files, key=lambda file: file.stat().st_size)
        for kind in ("fodt", "pdf"):
            _told([*start, "--convert-to", kind, "--outdir", folder, str(longest)])
        differing = []
        for file in files:
            source = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))["正文"]
            if _bare(source) not in _bare((out / f"{file.stem}.txt").read_text(encoding="utf-8-sig")):
                differing.append(file.name)
        page = _measured(out / f"{longest.stem}.pdf") if shutil.which("pdftotext") else {_NOT_MEASURED: "没有 poppler"}
        flat = (out / f"{longest.stem}.fodt").read_text(encoding="utf-8")
    layout = re.search(r"<style:page-layout-properties [^>]*fo:page-width[^>]*>", flat)
    sides = dict(re.findall(r'fo:margin-(top|right|left)="([\d.]+)in"', layout[0] if layout else ""))
    return {
        "打开的": len(files), "文字与源文件不同的": differing, "量的": longest.name,
        "上、右、左边距毫米": [round(float(sides.get(side, 0)) * 25.4, 1) for side in ("top", "right", "left")],
        "字体": sorted(set(re.findall(r'style:font-face style:name="[^"]*[^1"]" svg:font-family="([^"&]+)"', flat))),
        "转成 PDF": page,
    }  # fmt: skip


def _bare(text: str) -> str:
    """Words without blanks and without the marks that lists are given."""
    return re.sub(r"\s", "", _MARK.sub("", text))


def _told(command: list[str]) -> str:
    return subprocess.run(command, check=True, capture_output=True, timeout=600).stdout.decode("utf-8", "replace")


_PARTS = {"重量": weights, "链接": links, "慢速": slow, "打印": printed, "docx": office}

if __name__ == "__main__":
    sys.exit(main())
