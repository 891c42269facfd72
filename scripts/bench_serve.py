"""预览跟不跟得上：从保存一份政策到浏览器里换好的网页要多久，闲着用多少处理器，改几百次以后内存涨不涨。

用法: .venv/bin/python scripts/bench_serve.py SITE [--config FILE] [--saves 20] [--changes 500] [--idle 20] [--rest 5]
SITE 先拷到临时文件夹里再改，原来的不动。要有 chromium，和 requirements-test.lock 里的库；也由 scripts/bench.py serve 调用。

“保存”是在正文末尾换一句话；“换好”是浏览器里的网页已经重新载入、看得到这句话。其中“通知”是从保存到浏览器开始换，
“载入”是从那时到网页的 load 事件。两次保存之间隔 --rest 秒；隔 15 秒，索引补到一半正好又有保存。
很多次改动一次接一次：前一次的网页一换好就改下一次。内存是服务和生成两个进程按份额计的。
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

_CALM = 15.0  # seconds after a save until what was left for later has begun
_SHOWN = "document.readyState === 'complete' && document.body.textContent.includes(%s)"
_TIMES = "(({timeOrigin: begun}, [page]) => [begun, begun + page.loadEventEnd])(performance, performance.getEntriesByType('navigation'))"


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path)
    parser.add_argument("--config", type=Path)
    parser.add_argument("--saves", type=int, default=20)
    parser.add_argument("--changes", type=int, default=500)
    parser.add_argument("--today", default="2026-11-23")
    parser.add_argument("--idle", type=float, default=20.0, help="闲着量几秒")
    parser.add_argument("--rest", type=float, default=5.0, help="两次保存之间隔几秒")
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
        saves = []
        for number in range(arguments.saves):
            browser.open(f"{found[0]}policies/{sources[number % len(sources)].stem}.html")
            time.sleep(arguments.rest)
            saves.append(_saved(browser, sources[number % len(sources)], f"第{number}次保存"))
        _settle(server.pid)
        before = _processor(server.pid)
        time.sleep(arguments.idle)
        idle = (_processor(server.pid) - before) / arguments.idle
        memory = [_megabytes(server.pid)]
        browser.open(f"{found[0]}policies/{sources[0].stem}.html")
        for number in range(arguments.changes):
            _saved(browser, sources[0], f"第{number}次改动")
            if number % 100 == 99:
                memory.append(_megabytes(server.pid))
        return {
            "第一次生成 秒": round(first, 1),
            "保存到换好 秒": {name: _median([save[at] for save in saves]) for at, name in enumerate(("中位数", "通知", "载入"))}
                            | {"最慢": round(max(save[0] for save in saves), 2), "次数": len(saves)},
            "闲时占一个处理器的": round(idle, 4), "内存 MB，每改 100 次": memory,
        }  # fmt: skip
    finally:
        server.terminate()
        server.wait()


def _saved(browser: Chromium, source: Path, words: str) -> tuple[float, float, float]:
    """Seconds from a save to the page that shows it; of these, until the browser began with it, and from there to its load event."""
    clock, begun = time.time(), time.perf_counter()
    _change(source, words)
    browser.wait(_SHOWN % json.dumps(words))
    taken = time.perf_counter() - begun
    started, loaded = (at / 1000 for at in browser.run(_TIMES))
    return taken, started - clock, loaded - started


def _settle(pid: int) -> None:
    """Until what was left for later has been made."""
    time.sleep(_CALM)
    before = -1.0
    while (now := _processor(pid)) - before > 0.02:
        before = now
        time.sleep(8.0)  # processes that stand back may have to wait long for their turn


def _median(seconds: list[float]) -> float:
    return round(statistics.median(seconds), 2)


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
