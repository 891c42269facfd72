"""检索对不对、快不快：在真的 Chromium 里、从 file:// 打开生成好的栏目，拿公开的网页逐篇死查来对照。

用法: .venv/bin/python scripts/exactness.py BUILD [--queries queries.json] [--stretches 500] [--pairs 100] [--cold 60]
BUILD 是 gongkai build 生成的文件夹。要有 chromium，和 requirements-test.lock 里的库；也由 scripts/bench.py exactness 调用。

The texts are read off the published pages, and made comparable by rules written here anew: nothing of the index, and
nothing of the code that writes or reads it, has a part in saying what is right.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import re
import statistics
import sys
import tempfile
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from html.parser import HTMLParser
from importlib import resources
from pathlib import Path
from typing import Any
from urllib.parse import quote

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.browser.chromium import Chromium, chromium_path  # noqa: E402 — the driver of the browser tests

_SIGNS = (
    ("〔［[（﹝【〖", "("), ("〕］]）﹞】〗", ")"), ("“”„‟「」『』〝〞〟«»", '"'), ("‘’‚‛`´", "'"), ("﹐", ","), ("。．｡", "."), ("﹕∶", ":"),
    ("—–‐‑‒―−─━", "-"), ("〜∼～", "~"), ("•・‧∙⋅●", "·"), ("〈", "<"), ("〉", ">"),
)  # fmt: skip
_QUOTES = '"“”„‟「」『』〝〞〟＂«»'
_BLOCKS = {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "td", "th", "tr", "table", "blockquote", "pre", "dt",
           "dd", "figure", "figcaption", "br", "hr", "section"}  # fmt: skip
_VOID = {"br", "hr", "img", "input", "col", "source", "wbr", "meta", "link"}
# From the first thing the page does for a search to the frame after the answer stands there.
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


@dataclass(frozen=True, slots=True)
class Published:
    """The text of a page: what stands in its body, block by block, as it is; and with what the document is known by, made
    comparable."""

    url: str
    body: str
    whole: str


class _Page(HTMLParser):
    """Collects the text of the body, and what the page says the document is: its heading, the line under it, the policies
    it explains, and who answers for it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.body: list[str] = []
        self.head: list[str] = []
        self._open: list[tuple[str, str]] = []  # element, and what it belongs to: "body", "head", "label" or ""
        self._label = ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        names = (dict(attributes).get("class") or "").split()
        where = self._where(tag, names, self._open[-1][1] if self._open else "")
        self._break(tag, where)
        if tag == "img" and where == "body":
            self.body.append(dict(attributes).get("alt") or "")
        if tag not in _VOID:
            self._open.append((tag, where))

    def _where(self, tag: str, names: Sequence[str], outer: str) -> str:
        if outer == "body" or (tag == "div" and "text" in names):
            return "body"
        if tag == "dt":
            self._label = ""
            return "label"
        if tag == "h1" or "byline" in names or (tag == "dd" and self._label in ("解读人", "联系电话")):
            return "head"
        if "explains-title" in names:
            return "explained"
        if outer == "explained":
            return "title" if tag == "a" else ""
        return "" if "form" in names else outer

    def handle_endtag(self, tag: str) -> None:
        while any(element == tag for element, _ in self._open):
            element, where = self._open.pop()
            self._break(element, where)
            if element == tag:
                break

    def handle_data(self, data: str) -> None:
        where = self._open[-1][1] if self._open else ""
        if where == "body":
            # A line's end in the markup of a paragraph is white space; one in a <pre> is an end.
            pre = any(element == "pre" for element, _ in self._open)
            self.body.append(data if pre else data.replace("\n", " "))
        elif where == "head":
            self.head += [data, "\n", _in_chinese(data), "\n"]
        elif where == "title":
            self.head.append(f"《{data}》\n")
        elif where == "label":
            self._label += data.strip()

    def _break(self, tag: str, where: str) -> None:
        if tag in _BLOCKS and where == "body":
            self.body.append("\n")


def published(build: Path) -> list[Published]:
    """Every policy and interpretation of a build, as its page and the file for programs beside it show it."""
    found: list[Published] = []
    for folder in ("policies", "interpretations"):
        for path in sorted((build / folder).glob("*.html")):
            page = _Page()
            page.feed(path.read_text("utf-8"))
            lines = ["".join(page.head)]
            beside = path.with_suffix(".json")
            if beside.exists():
                lines += _lines(json.loads(beside.read_text("utf-8")))
            body = "".join(page.body)
            found.append(Published(f"{folder}/{path.name}", body, normal("\n".join([*lines, body]))))
    return found


def _lines(told: Mapping[str, Any]) -> Iterator[str]:
    """What a policy is known by, each a line of its own; its day also as it is written in Chinese."""
    yield from (told.get(key, "") for key in ("标题", "文号", "统一编号", "索引号", "概述"))
    yield from told.get("发文机关", ())
    yield "、".join(told.get("关键词", ()))
    day = told.get("发文日期") or told.get("成文日期") or told.get("公开日期") or ""
    yield from (day[:10], _in_chinese(day))


def _in_chinese(day: str) -> str:
    """`2020-08-14` as 2020年8月14日; "" where there is no day."""
    match = re.match(r"(\d{4})-(\d\d)-(\d\d)", day)
    return f"{match[1]}年{int(match[2])}月{int(match[3])}日" if match else ""


@lru_cache(maxsize=1)
def _simple() -> dict[str, str]:
    text = resources.files("opencc").joinpath("dictionary", "TSCharacters.txt").read_text("utf-8")
    pairs = (line.split("\t") for line in text.splitlines() if "\t" in line)
    return {one: others.split(" ")[0] for one, others in pairs if len(one) == 1}


@cache
def _plain(character: str) -> str:
    """One character, of whatever width, case and script, as all its like; "" for what cannot be seen."""
    wide = unicodedata.normalize("NFKC", character)
    if len(wide) == 1 and (0xFF00 <= ord(character) <= 0xFFEF or 0x2E80 <= ord(character) <= 0x2FDF or 0xF900 <= ord(character) <= 0xFAFF):
        character = wide
    seen: list[str] = []
    while character not in seen:
        seen.append(character)
        character = _simple().get(character, character)
    character = min(seen[seen.index(character) :])
    if character in "\n\r\v\f\x85\u2028\u2029":
        return "\n"
    if unicodedata.category(character) == "Zs" or character == "\t":
        return " "
    if unicodedata.category(character) in ("Cf", "Cc") or 0xFE00 <= ord(character) <= 0xFE0F:
        return ""
    character = next((plain for signs, plain in _SIGNS if character in signs), character)
    lower = character.lower()
    return lower if len(lower) == 1 else character


def normal(text: str) -> str:
    """Text in which a word is looked for. A blank counts only between two letters or digits that are not Han."""
    plain = re.sub(" +", " ", "".join(map(_plain, text)))
    pieces = plain.split(" ")
    joined = pieces[0]
    for piece in pieces[1:]:
        joined += (" " if _is_letter(joined[-1:]) and _is_letter(piece[:1]) else "") + piece
    return joined


def _is_letter(character: str) -> bool:
    return bool(character) and character.isalnum() and not "\u2e80" <= character <= "\u9fff" and ord(character) < 0x10000


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
