"""量语言服务器：在一个站点里改一份文件，从发出改动到报出问题要多久；补全、悬停、引用各要多久。

由 scripts/bench.py editing 调用。客户端是 pygls 自己的，服务器照编辑器的样子另起一个进程。
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from tests.editing.editor import Editor  # noqa: E402

ROUNDS = 20


def measure(folder: Path, config: Path) -> dict[str, float]:
    """Milliseconds, medians of ROUNDS; `读取整个站点` in milliseconds too, once."""
    path = max((folder / "policies").rglob("*.md"), key=lambda p: p.stat().st_mtime_ns % 97).relative_to(folder).as_posix()
    text = (folder / path).read_text(encoding="utf-8")
    found: dict[str, list[float]] = {}

    def note(name: str, begun: float, ended: float | None = None) -> None:
        found.setdefault(name, []).append(1000 * ((ended or time.monotonic()) - begun))

    begun = time.monotonic()
    with Editor(folder, "--config", str(config), "--today", "2026-11-21") as editor:
        note("启动到应答", begun)
        opened = time.monotonic()
        editor.open(path, text)
        note("打开到看文字的规则报出", opened, editor.arrival(path, 1))
        note("打开到整个站点的规则报出", opened, editor.arrival(path, 1, 2, patience=600))
        for number in range(ROUNDS):
            changed = time.monotonic()
            version = editor.change(path, f"{text}\n电话 138{number:08}。\n")
            note("改动到看文字的规则报出", changed, editor.arrival(path, version))
            asked = time.monotonic()
            editor.complete(path, 1, 0)
            note("补全（后台正在检查）", asked)
            note("改动到整个站点的规则报出", changed, editor.arrival(path, version, 2))
            asked = time.monotonic()
            editor.hover(path, 2, 3)
            note("悬停", asked)
            asked = time.monotonic()
            editor.refer(path, 1, 1)
            note("引用", asked)
        version = editor.change(path, text)
        editor.arrival(path, version, 2)
        asked = time.monotonic()
        editor.change(path, text.replace("---\n", "---\n依据: 政\n", 1))
        editor.complete(path, 1, 5)
        note("补全文号", asked)
    return {name: statistics.median(times) for name, times in found.items()} | {
        f"{name}（最慢）": max(times) for name, times in found.items() if len(times) > 1
    }


def main(folder: str, config: str) -> None:
    """Print the figures, one a line."""
    for name, milliseconds in measure(Path(folder).absolute(), Path(config).absolute()).items():
        print(f"{name}\t{milliseconds:.0f} 毫秒")


if __name__ == "__main__":
    main(*sys.argv[1:])
