"""预览跟不跟得上：从保存一份政策到浏览器里换好的网页要多久，闲着用多少处理器，改几百次以后内存涨不涨。

用法: .venv/bin/python scripts/bench_serve.py SITE [--config FILE] [--saves 20] [--changes 500] [--idle 20]
SITE 先拷到临时文件夹里再改，原来的不动。要有 chromium，和 requirements-test.lock 里的库；也由 scripts/bench.py serve 调用。

“保存”是在正文末尾换一句话；“换好”是浏览器里的网页已经重新载入、看得到这句话。内存是服务和生成两个进程按份额计的。
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import bench

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.browser.chromium import Chromium, chromium_path  # noqa: E402 — the driver of the browser tests

_PAUSE = 0.3  # seconds between two changes of many: an editor is not faster
_CALM = 20.0  # and after a save, so that the next one is not the same burst
_SHOWN = "document.readyState === 'complete' && document.body.textContent.includes(%s)"


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path)
    parser.add_argument("--config", type=Path)
    parser.add_argument("--saves", type=int, default=20)
    parser.add_argument("--changes", type=int, default=500)
    parser.add_argument("--today", default="2026-11-23")
    parser.add_argument("--idle", type=float, default=20.0, help="闲着量几秒")
    arguments = parser.parse_args()
    command = chromium_path()
    if command is None:
        sys.exit("没有 chromium，量不了。")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(arguments.site, folder / "site", ignore=shutil.ignore_patterns("build", ".git"))
        for path in [folder / "site", *(folder / "site").rglob("*")]:
            path.chmod(0o755 if path.is_dir() else 0o644)
        config = shutil.copyfile(arguments.config or arguments.site / "site.yaml", folder / "settings.yaml")
        with Chromium(command, folder / "profile", patience=600.0) as browser:
            print(json.dumps(_measured(browser, folder, config, arguments), ensure_ascii=False, indent=1))
    return 0


def _measured(browser: Chromium, folder: Path, config: Path, arguments: argparse.Namespace) -> dict[str, object]:
    call = [sys.executable, "-m", "gongkai", "serve", "--site", str(folder / "site"), "--config", str(config), "--today", arguments.today]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "scripts"), "TMPDIR": str(folder)}
    with (folder / "said").open("w", encoding="utf-8") as said:
        server = subprocess.Popen(call, stderr=said, env=environment)
    try:
        begun = time.perf_counter()
        while not (found := re.search(r"http://127\.0\.0\.1:\d+/", (folder / "said").read_text("utf-8"))):
            if server.poll() is not None:
                sys.exit("预览没有起来：" + (folder / "said").read_text("utf-8")[-500:])
            time.sleep(0.2)
        first = time.perf_counter() - begun
        sources = sorted((folder / "site" / "policies").rglob("*.md"))
        sources = sources[:: max(1, len(sources) // 100)]
        seconds = [_saved(browser, found[0], source, f"第{number}次保存") for number, source in zip(range(arguments.saves), sources * 9, strict=False)]
        time.sleep(_CALM)
        before = _processor(server.pid)
        time.sleep(arguments.idle)
        idle = (_processor(server.pid) - before) / arguments.idle
        memory = [_megabytes(server.pid)]
        for number in range(arguments.changes):
            _change(sources[number % len(sources)], f"第{number}次改动")
            time.sleep(_PAUSE)
            if number % 100 == 99:
                memory.append(_megabytes(server.pid))
        return {
            "第一次生成 秒": round(first, 1),
            "保存到换好 秒": {"中位数": round(statistics.median(seconds), 2), "最慢": round(max(seconds), 2), "次数": len(seconds)},
            "闲时占一个处理器的": round(idle, 4), "内存 MB，每改 100 次": memory,
        }  # fmt: skip
    finally:
        server.terminate()
        server.wait()


def _saved(browser: Chromium, address: str, source: Path, words: str) -> float:
    """Seconds from a save to the page that shows it."""
    browser.open(f"{address}policies/{source.stem}.html")
    time.sleep(_CALM / 4)
    begun = time.perf_counter()
    _change(source, words)
    browser.wait(_SHOWN % json.dumps(words))
    return time.perf_counter() - begun


def _change(source: Path, words: str) -> None:
    text = re.sub(r"\n\n第\d+次\S+。\n$", "", source.read_text("utf-8"))
    source.write_text(f"{text}\n\n{words}。\n", encoding="utf-8", newline="\n")


def _processor(pid: int) -> float:
    """Seconds that a process and its children have used."""
    ticks = 0
    for each in bench.family(pid):
        fields = Path(f"/proc/{each}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def _megabytes(pid: int) -> int:
    return round(sum(map(bench.kilobytes, bench.family(pid))) / 1024)


if __name__ == "__main__":
    sys.exit(main())
