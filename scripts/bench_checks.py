"""量一量检查：全部规则要多久、与生成网页之比、哪几条最慢；问题多到 5,000、50,000 个时占多少内存。时间都是处理器时间。

用法: .venv/bin/python scripts/bench_checks.py SITE [--config FILE] [--runs 3]
也由 scripts/bench.py checks 调用。用一个进程，好把规则在读取里花的时间也算进去。
"""

from __future__ import annotations

import argparse
import inspect
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

from gongkai import checks, pipeline  # noqa: E402 — the package beside this file
from gongkai.checks.built_pages import PageExaminer  # noqa: E402
from gongkai.checks.examining import TextExaminer  # noqa: E402
from gongkai.console import Steps  # noqa: E402
from gongkai.making import pages  # noqa: E402
from gongkai.reporting.formats import FORMATS  # noqa: E402
from gongkai.reporting.old_problems import baseline_of, write_baseline  # noqa: E402
from gongkai.reporting.report import Report  # noqa: E402
from gongkai.searching import self_test  # noqa: E402

_TODAY = date(2026, 11, 21)
_FILES = 500
_SLOWEST = 8
_POLICY = "---\n标题: 第{n}份通知\n文号: 甲政发〔2023〕{n}号\n发文机关: 甲区人民政府\n发文日期: 2023-05-30\n有效性: 有效\n---\n\n{body}"
_BROKEN = "见[某某管理办法](../2023/guanli-banfa-{n}-{i}.md)。\n\n"


def main() -> int:
    """Measure and print as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path)
    parser.add_argument("--config", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--memory-of", metavar="格式", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    config = arguments.config or arguments.site / "site.yaml"
    if arguments.memory_of:
        print(json.dumps(_peak(arguments.site, config, arguments.memory_of)))
        return 0
    print(json.dumps({**_times(arguments.site, config, arguments.runs), "内存": list(_memory())}, ensure_ascii=False, indent=1))
    return 0


class _Steps(Steps):
    """Steps that know how long the processor was at each."""

    def __init__(self) -> None:
        super().__init__(pipeline.STEPS)
        self.processor: dict[str, float] = {}

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        begun = time.process_time()
        with super().step(name):
            yield
        self.processor[name] = time.process_time() - begun


def _times(site: Path, config: Path, runs: int) -> dict[str, Any]:
    """Medians of some runs, and the ratio in each: a machine that is slow for a while is so in one part of a run."""
    seconds = _watched()
    each = [_run(site, config, seconds) for _ in range(runs)]
    middle = {key: statistics.median(run[key] for run in each) for key, value in each[0].items() if isinstance(value, (int, float))}
    return {**each[0], **middle, f"{_RATIO}，每次": [run[_RATIO] for run in each]}


def _run(site: Path, config: Path, seconds: dict[str, float]) -> dict[str, Any]:
    """Processor seconds of all rules: of texts in the reading, of the column after it, of pages in the rendering and after;
    of the rendering without them; their ratio; the slowest rules."""
    seconds.clear()
    with tempfile.TemporaryDirectory() as folder:
        call = pipeline.Call(site, config, Path(folder) / "build", 1, _TODAY)
        steps = _Steps()
        examined = pipeline.check(call, steps)
        in_texts, after = seconds.pop(_TEXTS, 0.0), steps.processor["检查"]
        slowest = sorted(seconds.items(), key=lambda pair: -pair[1])[:_SLOWEST]
        baseline = Path(folder) / "baseline.json"  # so that no error stops the build whose rendering is measured
        write_baseline(baseline_of(examined.problems), baseline)
        call = pipeline.Call(site, config, Path(folder) / "build", 1, _TODAY, baseline)
        _, published = pipeline.build(call, steps)
        if not published:
            sys.exit("有读不进来的文件，没有发布，量不了。")
        of_pages = seconds.pop(_PAGES, 0.0)
        rendering = steps.processor["生成网页"] - of_pages - seconds.pop(_ASKING, 0.0)
        of_pages += seconds.pop(_COLUMN, 0.0)
    return {
        "规则": len(checks.rules()),
        "问题": len(examined.problems),
        "看正文 秒": round(in_texts, 2),
        "看栏目 秒": round(after, 2),
        "看网页 秒": round(of_pages, 2),
        "生成网页 秒": round(rendering, 2),
        "源文件的规则与生成网页之比": round((in_texts + after) / rendering, 3),
        _RATIO: round((in_texts + after + of_pages) / rendering, 3),
        "最慢的规则 秒": {id: round(taken, 3) for id, taken in slowest},
    }


_RATIO = "全部规则与生成网页之比"
_TEXTS, _PAGES, _COLUMN, _ASKING = "texts", "pages", "column", "asking"


def _watched() -> dict[str, float]:
    """Processor seconds by rule, filled while the checks run; `_TEXTS`, `_PAGES` and `_COLUMN` are all that the examination
    of texts, of single pages and of the finished column takes; `_ASKING` is what the index is asked while pages are made."""
    seconds: dict[str, float] = defaultdict(float)

    def timed(id: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def run(*given: Any, **named: Any) -> Any:
            begun = time.process_time()
            found = work(*given, **named)
            found = list(found) if isinstance(found, Iterator) else found
            seconds[id] += time.process_time() - begun
            return found

        run.__signature__ = inspect.signature(work)  # type: ignore[attr-defined]
        return run

    for rule in checks.rules():
        object.__setattr__(rule, "check", timed(rule.id, rule.check))
        if rule.examine:
            object.__setattr__(rule, "examine", timed(rule.id, rule.examine))
    TextExaminer.__call__ = timed(_TEXTS, TextExaminer.__call__)  # type: ignore[method-assign]
    PageExaminer.__call__ = timed(_PAGES, PageExaminer.__call__)  # type: ignore[method-assign]
    pages.examine_built = timed(_COLUMN, pages.examine_built)
    self_test.failures = timed(_ASKING, self_test.failures)
    return seconds


def _memory() -> Iterable[dict[str, Any]]:
    """Peak memory of a check whose texts have ever more broken links, with the rule that finds them and without it.

    The difference is what the problems themselves take: the links are in memory either way.
    """
    for problems in (0, 5_000, 50_000):
        with tempfile.TemporaryDirectory() as folder:
            site = Path(folder)
            (site / "policies").mkdir()
            for n in range(1, _FILES + 1):
                links = [_BROKEN.format(n=n, i=i) for i in range(problems // _FILES)]
                (site / f"policies/p{n}.md").write_text(_POLICY.format(n=n, body="".join(links) or "甲。"), encoding="utf-8")
            without = _told(site, "名称: 甲\n级别: {L107: 关闭}\n")
            told = _told(site, "名称: 甲\n")
            yield {**told, "不查这条规则时峰值MB": without["写出后峰值MB"]}


def _told(site: Path, settings: str) -> dict[str, Any]:
    """What a process of its own says of its memory."""
    (site / "site.yaml").write_text(settings, encoding="utf-8")
    command = [sys.executable, __file__, str(site), "--memory-of", "sarif"]
    told = subprocess.run(command, capture_output=True, encoding="utf-8", check=True, env=dict(os.environ)).stdout
    figures: dict[str, Any] = json.loads(told.splitlines()[-1])
    return figures


def _peak(site: Path, config: Path, name: str) -> dict[str, Any]:
    examined = pipeline.check(pipeline.Call(site, config, site / "build", 1, _TODAY), Steps(pipeline.STEPS))
    checked = _megabytes()
    report = Report(problems=examined.problems, rules=checks.rules())
    written = sum(len(piece) for piece in FORMATS[name](report))
    return {"问题": len(examined.problems), "检查后峰值MB": checked, "写出后峰值MB": _megabytes(), "报告百万字": round(written / 1e6, 1)}


def _megabytes() -> float:
    """Peak memory since the program began (getrusage would tell that of whoever started it, too); 0 off Linux."""
    try:
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return round(next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) / 1024, 1)


if __name__ == "__main__":
    sys.exit(main())
