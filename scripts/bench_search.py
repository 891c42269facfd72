"""量一量检索：排序好不好、每次查询要载入多少、文号是不是第一、结果全不全。

用法: .venv/bin/python scripts/bench_search.py CORPUS [--what ranking cost numbers exactness] [--json]
CORPUS 是真实语料（site/ queries.json extra/）；cost 要有 Node。也由 scripts/bench.py search 调用。
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

from gongkai import pipeline  # noqa: E402 — the package beside this file
from gongkai.console import Steps  # noqa: E402
from gongkai.remembering.remembered import remembering  # noqa: E402
from gongkai.searching.answering import SearchIndex, open_index  # noqa: E402
from gongkai.searching.cutting import head_lines  # noqa: E402
from gongkai.searching.entries import Entry  # noqa: E402
from gongkai.searching.gathering import entries  # noqa: E402
from gongkai.searching.number_query import canonical  # noqa: E402
from gongkai.searching.whoosh_reader import Baseline  # noqa: E402
from gongkai.searching.writing import write_index  # noqa: E402

_FIRST, _ALL = 10, 100_000
_SURE_KINDS = ("文号", "标题片段")
_COST = """
const { shipped } = require(process.argv[1]);
const questions = JSON.parse(require("node:fs").readFileSync(0, "utf-8"));
(async () => {
  for (const { query, ...options } of questions) {
    const gongkai = shipped(process.argv[2]);
    const begun = process.hrtime.bigint();
    const answer = await gongkai.search(query, options);
    const ms = Number(process.hrtime.bigint() - begun) / 1e6;
    console.log(JSON.stringify({ loads: gongkai.loads, rounds: gongkai.rounds, partial: answer.partial, ms }));
  }
})();
"""


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--config", type=Path, default=ROOT / "tests" / "corpus" / "site.yaml")
    parser.add_argument("--what", nargs="+", choices=tuple(_PARTS), default=list(_PARTS))
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    with corpus_index(arguments.corpus / "site", arguments.config) as (folder, found):
        figures = {name: _PARTS[name](folder, found, arguments.corpus) for name in arguments.what}
    if arguments.json:
        print(json.dumps(figures, ensure_ascii=False, indent=1))
        return 0
    for name, table in figures.items():
        print(f"\n{name}")
        for key, value in table.items():
            print(f"  {key:14} {value}")
    return 0


@contextmanager
def corpus_index(site: Path, config: Path) -> Iterator[tuple[Path, list[Entry]]]:
    """The index of a column, and the entries it was made from."""
    with tempfile.TemporaryDirectory() as name:
        call = pipeline.Call(site, config, Path(name) / "build", 2, date(2026, 11, 21))
        with remembering(call.output, keeps=False) as remembered:
            examined = pipeline._examine(call, Steps(pipeline.STEPS), remembered)
            found = [entry for batch in entries(examined.site, examined.links) for entry in batch]
        begun = time.perf_counter()
        facts = write_index([found], Path(name) / "search")
        print(f"建索引 {time.perf_counter() - begun:.1f} 秒，{facts.documents} 篇，{facts.parts} 个分片，{facts.bytes / 1e6:.1f} MB", file=sys.stderr)
        yield Path(name) / "search", found


def ranking(folder: Path, found: Sequence[Entry], corpus: Path) -> dict[str, Any]:
    """nDCG@10 and MRR by kind: ours, and Whoosh's own BM25F on the same bigrams."""
    index = open_index(folder)
    plain = Baseline(folder)
    names = {"policy": "policies", "interpretation": "interpretations", "page": "pages"}
    rows: dict[str, list[tuple[float, float, float, float]]] = {}
    for judged in json.loads((corpus / "queries.json").read_text("utf-8")):
        if not judged["relevant"]:
            continue
        relevant = set(judged["relevant"])
        ours = [f"{names[hit.kind]}/{hit.slug}" for hit in index.search(judged["q"], limit=_FIRST, facets=False).hits]
        theirs = [f"{names[kind]}/{slug}" for kind, slug in plain.search(judged["q"], _FIRST)]
        rows.setdefault(judged["kind"], []).append(
            (*_merit(ours, relevant), *_merit(theirs, relevant)),
        )
    table: dict[str, Any] = {"": "nDCG@10 我们/Whoosh默认  MRR 我们/Whoosh默认"}
    for kind, values in [*rows.items(), ("全部", [row for several in rows.values() for row in several])]:
        ndcg, mrr, other_ndcg, other_mrr = (statistics.mean(column) for column in zip(*values, strict=True))
        table[kind] = f"{ndcg:.3f}/{other_ndcg:.3f}  {mrr:.3f}/{other_mrr:.3f}  ({len(values)})"
    return table


def _merit(ranked: Sequence[str], relevant: set[str]) -> tuple[float, float]:
    gains = [1 / math.log2(place + 2) for place, name in enumerate(ranked) if name in relevant]
    best = sum(1 / math.log2(place + 2) for place in range(min(_FIRST, len(relevant))))
    first = next((place for place, name in enumerate(ranked) if name in relevant), None)
    return sum(gains) / best, 0.0 if first is None else 1 / (first + 1)


def cost(folder: Path, found: Sequence[Entry], corpus: Path) -> dict[str, Any]:
    """Bytes (gzip −6 of what is sent), rounds and milliseconds of cold queries in Node, up to the first page of results."""
    judged = [each["q"] for each in json.loads((corpus / "queries.json").read_text("utf-8"))]
    pieces, pairs = _pieces(found)
    bare = {"facets": False, "literal": True}
    table: dict[str, Any] = {}
    sizes: dict[str, int] = {}
    for label, options, queries in (
        ("照字面、不数筛选", bare, judged),
        ("没有结果时放宽、不数筛选", {"facets": False}, judged),
        ("连同筛选计数", {}, judged),
        ("任意 500 段，照字面", bare, [_quoted([piece]) for piece in pieces]),
        ("任意 100 对，照字面", bare, [_quoted(pair) for pair in pairs]),
    ):
        rows = cold(folder, [{"query": query, **options} for query in queries])
        totals, kinds = [], {}
        for row in rows:
            total = 0
            for name in row["loads"]:
                if name == "index":
                    continue  # the search page brings it by itself
                size = sizes.setdefault(name, len(gzip.compress((folder / f"{name}.js").read_bytes(), 6)))
                kinds[name.split("/")[0]] = kinds.get(name.split("/")[0], 0) + size / len(rows)
                total += size
            totals.append(total)
        rounds = [row["rounds"] - 1 for row in rows]
        table[label] = (
            f"平均 {statistics.mean(totals) / 1e3:.1f} KB，p95 {_p95(totals) / 1e3:.1f}，最多 {max(totals) / 1e3:.1f}；"
            f"轮次平均 {statistics.mean(rounds):.2f}，p95 {_p95(rounds)}，最多 {max(rounds)}；"
            f"第一页没核对满的 {sum(row['partial'] for row in rows)}/{len(rows)}；"
            f"{_p95([row['ms'] for row in rows]):.0f} ms p95；" + "，".join(f"{kind} {size / 1e3:.1f}" for kind, size in kinds.items())
        )
    kinds = {kind: sum(len(gzip.compress(path.read_bytes(), 6)) for path in (folder / kind).glob("*.json")) for kind in ("terms", "leads", "columns", "texts")}
    table["搜索页自带的目录"] = f"{len(gzip.compress((folder / 'index.js').read_bytes(), 6)) / 1e3:.1f} KB"
    index = sum(size for kind, size in kinds.items() if kind != "texts")
    texts = b"".join((folder / "texts" / path.name).read_bytes() for path in (folder / "texts").glob("*.json"))
    table["索引/正文"] = f"{index / 1e6:.2f} / {kinds['texts'] / 1e6:.2f} MB gzip = {index / kinds['texts']:.3f}（正文 {len(texts) / 1e6:.1f} MB）"
    return table


def cold(folder: Path, questions: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """What the shipped scripts load for each question, each in a browser that has loaded nothing yet."""
    command = ["node", "-e", _COST, str(ROOT / "tests" / "browser" / "shipped.js"), str(folder)]
    run = subprocess.run(command, input=json.dumps(list(questions)), capture_output=True, text=True, check=True, encoding="utf-8")
    return [json.loads(line) for line in run.stdout.splitlines()]


def _p95(values: Sequence[float]) -> float:
    return sorted(values)[math.ceil(len(values) * 0.95) - 1]


def numbers(_folder: Path, found: Sequence[Entry], corpus: Path) -> dict[str, Any]:
    """文号 of real sites given to documents, six spellings each: how often that document is first."""
    chance = random.Random(7)  # noqa: S311 — the same draw every time
    lines = (corpus / "extra" / "wenhao_raw.jsonl").read_text("utf-8").splitlines()
    raw = dict.fromkeys(re.sub(r"[^\w〔〕]", "", json.loads(line)["raw"]) for line in lines)
    whole = [number for number in raw if re.fullmatch("[\u4e00-\u9fff]{2,12}〔(19|20)[0-9]{2}〕[1-9][0-9]{0,4}号", number)]
    chosen = chance.sample(whole, 500)
    own = [
        replace(entry, kind="policy", slug=f"n{place}", number=number, more=(), text=entry.text[:2000], headings=())
        for place, (number, entry) in enumerate(zip(chosen, chance.sample(list(found), 500), strict=True))
    ]
    with tempfile.TemporaryDirectory() as name:
        write_index([own], Path(name) / "search")
        index = SearchIndex(Path(name) / "search")
        missed = [
            f"{spelling}→{number}"
            for place, number in enumerate(chosen)
            for spelling in spellings(number)
            if (index.search(spelling, limit=1, facets=False).hits or (None,))[0] is None
            or index.search(spelling, limit=1, facets=False).hits[0].slug != f"n{place}"
        ]
    asked = len(chosen) * len(spellings(chosen[0]))
    return {"第一": f"{asked - len(missed)}/{asked}", "不是第一": missed[:10]}


def spellings(number: str) -> list[str]:
    """Six ways in which people type a 文号."""
    match = re.fullmatch("(.+)〔([0-9]{4})〕([0-9]+)号", number)
    assert match
    issuer, year, sequence = match.groups()
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    return [
        number,
        f"{issuer}[{year}]{sequence}号",
        f"{issuer}（{year}）第{sequence.zfill(3)}号",
        f"{issuer}【{year.translate(wide)}】 {sequence.translate(wide)} 号",
        f"{issuer}{year} {sequence}",
        f"{issuer}﹝{year}﹞{sequence}",
    ]


def exactness(folder: Path, found: Sequence[Entry], corpus: Path) -> dict[str, Any]:
    """Brute force against ours: 500 stretches of texts, 100 pairs of them, the judged queries."""
    index = open_index(folder)
    fold = index.folding.fold
    texts = {(each.kind, each.slug): fold("\n".join([*head_lines(each), each.text])) for each in found}
    pieces, pairs = _pieces(found)
    asked = [[piece] for piece in pieces] + pairs
    literal = [judged["q"] for judged in json.loads((corpus / "queries.json").read_text("utf-8"))]
    asked += [[word.strip('"“”') for word in query.split()] for query in literal if not canonical(fold(query.replace(" ", "")))]
    missed = false = 0
    wrong: list[str] = []
    for words in asked:
        answer = index.search(_quoted(words), limit=_ALL, facets=False, literal=True)
        ours = {(hit.kind, hit.slug) for hit in answer.hits}
        folded = [fold(word) for word in words]
        true = {key for key, text in texts.items() if all(word in text for word in folded)}
        missed, false = missed + len(true - ours), false + len(ours - true)
        if ours != true or not answer.exact or answer.total != len(true):
            wrong.append(" ".join(words))
    return {"查询": len(asked), "漏": missed, "误": false, "不符": wrong[:5]}


def _quoted(words: Sequence[str]) -> str:
    return " ".join(f'"{word}"' for word in words)


def _pieces(found: Sequence[Entry]) -> tuple[list[str], list[list[str]]]:
    """500 stretches of texts, and 100 pairs of others."""
    pieces = list(_stretches(found, random.Random(3), 700))  # noqa: S311 — the same draw every time
    return pieces[:500], [pieces[500 + 2 * n : 502 + 2 * n] for n in range(100)]


def _stretches(found: Sequence[Entry], chance: random.Random, count: int) -> Iterator[str]:
    made = 0
    while made < count:
        text = chance.choice(found).text
        size = chance.randint(1, 8)
        at = chance.randrange(max(1, len(text) - size))
        piece = text[at : at + size]
        if piece.strip() and not re.search('[\\n\\r\u2028"“”„‟「」『』〝〞〟＂«»]', piece) and piece.isprintable():
            made += 1
            yield piece


_PARTS: dict[str, Callable[[Path, Sequence[Entry], Path], dict[str, Any]]] = {
    "ranking": ranking,
    "cost": cost,
    "numbers": numbers,
    "exactness": exactness,
}

if __name__ == "__main__":
    sys.exit(main())
