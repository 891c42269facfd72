"""检索对不对、快不快：在真的 Chromium 里、从 file:// 打开生成好的栏目，拿公开的网页逐篇死查来对照。

用法: .venv/bin/python scripts/exactness.py BUILD [--queries queries.json] [--stretches 500] [--pairs 100] [--cold 60]
BUILD 是 gongkai build 生成的文件夹。要有 chromium，和 requirements-test.lock 里的库；也由 scripts/bench.py exactness 调用。

What is right is told by published_texts.py, which knows nothing of the index.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.browser.chromium import Chromium, chromium_path  # noqa: E402 — the driver of the browser tests

from published_texts import Published, normal, published  # noqa: E402 — beside this file

_QUOTES = '"“”„‟「」『』〝〞〟＂«»'
_WATCH = """{
  const gongkai = window.gongkai = {};
  let open, shown;
  Object.defineProperty(gongkai, 'open', {configurable: true, set(made) { open = made; },
    get() { window.asked = window.asked || performance.now(); return open; }});
  new MutationObserver(() => {
    const status = document.getElementById('search-status');
    if (shown || !status || !status.textContent || status.textContent.includes('正在')) return;
    shown = true;
    requestAnimationFrame(() => setTimeout(() => { window.drawn = performance.now(); }));
  }).observe(document, {childList: true, subtree: true, characterData: true});
}"""
_ASK = """gongkai.search(%s, %s).then(answer => (
  {total: answer.total, exact: answer.exact, urls: answer.hits.map(hit => hit.url)}))"""


def questions(pages: Sequence[Published], stretches: int, pairs: int) -> list[list[str]]:
    """Words that stand somewhere: single ones of one to eight characters, then two of one document."""
    chance = random.Random(3)  # noqa: S311 — the same draw every time
    asked: list[list[str]] = []
    while len(asked) < stretches + pairs:
        body = chance.choice(pages).body
        words = [_stretch(body, chance) for _ in range(1 if len(asked) < stretches else 2)]
        if all(words):
            asked.append(words)
    return asked


def _stretch(body: str, chance: random.Random) -> str:
    size = chance.randint(1, 8)
    at = chance.randrange(max(1, len(body) - size))
    piece = body[at : at + size].strip(" ")
    return "" if set(piece) & set("\n" + _QUOTES) or not piece.isprintable() else piece


def of_judged(path: Path) -> list[list[str]]:
    """The judged queries as words, without those that name a 文号: these are read, not looked for."""
    queries = [judged["q"] for judged in json.loads(path.read_text("utf-8"))]
    return [[word.strip(_QUOTES) for word in query.split()] for query in queries]


def exactness(browser: Chromium, build: Path, asked: Sequence[Sequence[str]]) -> dict[str, Any]:
    """Every question to the page, literally, and to the texts: the first answer as a reader gets it, then all of its hits."""
    pages = published(build)
    browser.open((build / "search.html").as_uri())
    browser.wait("!!window.gongkai && !!gongkai.search && document.readyState === 'complete'")
    here = {page.url for page in pages}
    missed = wrong = wanted = shown = totals = about = 0
    examples: list[str] = []
    for words in asked:
        query = " ".join(f'"{word}"' for word in words)
        folded = [normal(word).replace("\n", "") for word in words]
        true = {page.url for page in pages if all(word in page.whole for word in folded)}
        first = browser.run(_ASK % (_js(query), _js({"literal": True, "facets": False})))
        every = browser.run(_ASK % (_js(query), _js({"literal": True, "facets": False, "limit": 100_000})))
        # Standing pages are not read here; they count neither way.
        ours = {url for url in every["urls"] if url in here}
        others = len(every["urls"]) - len(ours)
        wanted, shown = wanted + len(true), shown + len(ours)
        missed, wrong = missed + len(true - ours), wrong + len(ours - true)
        about += not first["exact"]
        equal = first["total"] - others == len(true) and every["total"] - others == len(true)
        totals += first["exact"] and not equal
        if true != ours or (first["exact"] and not equal):
            examples.append(f"{query}: {len(true)} 实有，{len(ours)} 查到；缺 {sorted(true - ours)[:2]}，多 {sorted(ours - true)[:2]}")
    return {
        "查询": len(asked), "应有": wanted, "召回": (wanted - missed) / max(1, wanted), "精确": (shown - wrong) / max(1, shown),
        "总数说准而不准": totals, "总数说约": about, "例": examples[:10],
    }  # fmt: skip


def cold(browser: Chromium, build: Path, queries: Sequence[str]) -> dict[str, Any]:
    """Each query on a page that is loaded anew, with nothing kept: milliseconds from the page's first step of the search,
    and from the beginning of the navigation, to the frame that shows the answer; those of them its scripts ran."""
    for method, given in (
        ("Network.setCacheDisabled", {"cacheDisabled": True}), ("Performance.enable", {}),
        ("Page.addScriptToEvaluateOnNewDocument", {"source": _WATCH}),
    ):  # fmt: skip
        browser.call(method, **given)
    rows: list[tuple[float, float, float, float]] = []
    for query in queries:
        browser.open("about:blank?")
        before = _metrics(browser)
        browser.open((build / "search.html").as_uri() + "?q=" + quote(query))
        browser.wait("!!window.drawn")
        asked, drawn = browser.run("[window.asked, window.drawn]")
        after = _metrics(browser)
        script, task = ((after[name] - before.get(name, 0)) * 1000 for name in ("ScriptDuration", "TaskDuration"))
        rows.append((drawn - asked, drawn, script, task))
    names = ("检索 ms", "连同打开网页 ms", "其中脚本 ms", "主线程 ms")
    slowest = sorted(zip(rows, queries, strict=True), reverse=True)[:3]
    return {
        "最慢": {query: round(row[0]) for row, query in slowest},
    } | {
        name: {"平均": round(statistics.mean(values)), "p95": round(sorted(values)[math.ceil(len(values) * 0.95) - 1]), "最多": round(max(values))}
        for name, values in zip(names, zip(*rows, strict=True), strict=True)
    }  # fmt: skip


def _metrics(browser: Chromium) -> dict[str, float]:
    return {one["name"]: one["value"] for one in browser.call("Performance.getMetrics")["metrics"]}


def _js(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def main() -> int:
    """Ask, compare, print. 1 where something is missing or false."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=Path)
    parser.add_argument("--queries", type=Path, help="判定过的查询，一个 JSON 列表，每条有 q")
    parser.add_argument("--stretches", type=int, default=500)
    parser.add_argument("--pairs", type=int, default=100)
    parser.add_argument("--cold", type=int, default=60, help="冷查询的次数")
    arguments = parser.parse_args()
    command = chromium_path()
    if command is None:
        sys.exit("没有 chromium，量不了。")
    asked = questions(published(arguments.build), arguments.stretches, arguments.pairs)
    judged = of_judged(arguments.queries) if arguments.queries else []
    with tempfile.TemporaryDirectory() as profile, Chromium(command, Path(profile), patience=300.0) as browser:
        figures = {"全不全": exactness(browser, arguments.build, [*judged, *asked]) if asked or judged else {}}
        typed = [" ".join(words) for words in [*judged, *asked]][: arguments.cold]
        figures["快不快"] = cold(browser, arguments.build, typed) if typed else {}
    print(json.dumps(figures, ensure_ascii=False, indent=1))
    sound = figures["全不全"]
    return int(bool(sound) and (sound["召回"] < 1 or sound["精确"] < 1 or bool(sound["总数说准而不准"])))


if __name__ == "__main__":
    sys.exit(main())
