"""量一量：整个命令要多久、占多少内存，各步各占多少。中位数，不定标准；比率才可比。

用法: python3 scripts/bench.py steps SITE [--config FILE] [--runs 3] [--jobs N]
      python3 scripts/bench.py search CORPUS [bench_search.py 的选项]
      python3 scripts/bench.py checks SITE [--config FILE] [--runs 3]
      python3 scripts/bench.py growth [bench_growth.py 的选项]
      python3 scripts/bench.py exactness BUILD [exactness.py 的选项]
      python3 scripts/bench.py pages BUILD [bench_pages.py 的选项]
      python3 scripts/bench.py paper BUILD [bench_paper.py 的选项]
      python3 scripts/bench.py import PAGES [bench_import.py 的选项]
      python3 scripts/bench.py editing SITE CONFIG
      python3 scripts/bench.py serve SITE [bench_serve.py 的选项]
      python3 scripts/bench.py peers SITE [bench_peers.py 的选项]
      python3 scripts/bench.py warm SITE [bench_warm.py 的选项]
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from environment import ROOT, prepare

# What has a script of its own, and the locks of what it needs.
_SCRIPTS = {
    "search": ("bench_search.py", "requirements.lock"),
    "checks": ("bench_checks.py", "requirements.lock"),
    "growth": ("bench_growth.py", "requirements.lock"),
    "exactness": ("exactness.py", "requirements.lock", "requirements-test.lock"),
    "pages": ("bench_pages.py", "requirements.lock", "requirements-test.lock"),
    "paper": ("bench_paper.py", "requirements.lock", "requirements-test.lock"),
    "import": ("bench_import.py", "requirements.lock"),
    "editing": ("bench_editing.py", "requirements.lock", "requirements-test.lock"),
    "serve": ("bench_serve.py", "requirements.lock", "requirements-test.lock"),
    "peers": ("bench_peers.py", "requirements.lock"),
    "warm": ("bench_warm.py", "requirements.lock"),
}
_SAMPLE, _SHARE = 0.05, 0.03
"""Seconds between two looks at how much memory is used, at least; and what these looks may take of a processor: to count the
pages of some processes takes tens of milliseconds, for which they wait as well."""
_STEPS = """
import json, sys
from datetime import date
from pathlib import Path
from gongkai import pipeline
from gongkai.console import Steps
site, config, output, jobs = sys.argv[1:5]
steps = Steps(pipeline.STEPS)
call = pipeline.Call(Path(site), Path(config), Path(output), int(jobs), date(2026, 11, 21))
problems, published = pipeline.build(call, steps)
print(json.dumps({"published": published, "seconds": steps.seconds}))
"""


def main() -> int:
    """Measure what is asked for and print it as JSON."""
    own = _SCRIPTS.get(sys.argv[1] if sys.argv[1:] else "")
    if own:
        script, *locks = own
        return subprocess.run([prepare(*locks), str(ROOT / "scripts" / script), *sys.argv[2:]], check=False).returncode
    python = prepare("requirements.lock")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("steps",))
    parser.add_argument("site", type=Path)
    parser.add_argument("--config", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    arguments = parser.parse_args()
    config = arguments.config or arguments.site / "site.yaml"
    runs = [_cold(python, arguments.site, config, arguments.jobs) for _ in range(arguments.runs)]
    print(json.dumps(medians(runs), ensure_ascii=False, indent=1))
    return 0


def _cold(python: str, site: Path, config: Path, jobs: int) -> dict[str, float]:
    """One cold build into an empty folder: seconds in all and by step, peak memory of all processes in MB."""
    with tempfile.TemporaryDirectory() as folder:
        command = [python, "-c", _STEPS, str(site), str(config), str(Path(folder) / "build"), str(jobs)]
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "scripts")}
        begun = time.perf_counter()
        process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        peak = Peak(process.pid)
        output, _ = process.communicate()
        seconds = time.perf_counter() - begun
        told = json.loads(output)
        if not told["published"]:
            sys.exit("有错误，没有发布，量不了。先运行 gongkai check。")
        return {"秒": seconds, "内存峰值MB": peak.stop(), **{f"{name} 秒": s for name, s in told["seconds"].items()}}


class Peak:
    """Samples the memory of a process and its children (proportional share where Linux tells it)."""

    def __init__(self, pid: int) -> None:
        self._pid, self._peak, self._done = pid, 0, threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> float:
        self._done.set()
        self._thread.join()
        return self._peak / 1024

    def _watch(self) -> None:
        pause = _SAMPLE
        while not self._done.wait(pause):
            begun = time.thread_time()
            self._peak = max(self._peak, sum(map(kilobytes, family(self._pid))))
            pause = max(_SAMPLE, (time.thread_time() - begun) / _SHARE)


def family(pid: int) -> list[int]:
    """A process and all below it."""
    found = [pid]
    for parent in found:
        try:
            children = Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii").split()
        except OSError:
            continue
        found += map(int, children)
    return found


def kilobytes(pid: int) -> int:
    """The share of memory of a process."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def medians(runs: list[dict[str, float]]) -> dict[str, float]:
    return {key: round(statistics.median(run[key] for run in runs), 2) for key in runs[0]}


if __name__ == "__main__":
    sys.exit(main())
