"""热的生成：什么都没变、改一篇正文、改一个文号、改一个状态，各要冷的多少。中位数和比率，JSON。

用法: .venv/bin/python scripts/bench_warm.py [SITE] [--config FILE] [--synthetic 1000 10000] [--runs 3] [--jobs N]
SITE 是一个栏目（如真实语料 ../shared/corpus/site），抄一份来改；--synthetic 是造多少份，可以几个。也由 scripts/bench.py warm 调用。

每一轮：空的缓存、空的输出做一次冷的，接着四种热的各一次，都是 gongkai build 整个命令。忙的机器上看处理器秒之比。
最后不用缓存另做一份，和一路热下来的逐字节比，不一样就以失败告终。
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import bench
import synthetic

ROOT = Path(__file__).resolve().parent.parent
_DAY = "2026-11-21"
_NUMBER = re.compile("^文号: (.*)$", re.MULTILINE)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path, nargs="?")
    parser.add_argument("--config", type=Path)
    parser.add_argument("--synthetic", type=int, nargs="*", default=[])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    arguments = parser.parse_args()
    figures: dict[str, Any] = {}
    if arguments.site:
        config = (arguments.config or arguments.site / "site.yaml").resolve()
        figures[arguments.site.resolve().as_posix()] = _measured(
            lambda folder: shutil.copytree(arguments.site, folder, symlinks=True), config, arguments.runs, arguments.jobs
        )
    for count in arguments.synthetic:
        figures[f"造的 {count} 份"] = _measured(lambda folder, count=count: list(synthetic.column(folder, count)), None, arguments.runs, arguments.jobs)
    print(json.dumps(figures, ensure_ascii=False, indent=1))
    return 0


def _body(source: str, run: int) -> str:
    return f"{source}\n第{run + 1}次改：办理时限由五个工作日改为三个工作日，由受理窗口一次告知。\n"


def _number(source: str, run: int) -> str:
    return re.sub(r"^(文号: .*?)[0-9]+号$", rf"\g<1>{9001 + run}号", source, count=1, flags=re.MULTILINE)


def _state(source: str, run: int) -> str:
    return re.sub(r"^有效性: (.*)$", lambda found: f"有效性: {'有效' if found[1] == '失效' else '失效'}", source, count=1, flags=re.MULTILINE)


EDITS: dict[str, Callable[[str, int], str]] = {"改一篇正文": _body, "改一个文号": _number, "改一个状态": _state}


def _measured(lay: Callable[[Path], object], config: Path | None, runs: int, jobs: int) -> dict[str, Any]:
    """Medians of each kind of build, and its ratio to the cold one."""
    found: dict[str, list[dict[str, float]]] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        site, output, cache = folder / "site", folder / "build", folder / "cache"
        lay(site)
        command = [sys.executable, "-m", "gongkai", "build", "--site", str(site), "--today", _DAY, "--jobs", str(jobs)]
        command += ["--config", str(config)] if config else []
        given = {**os.environ, "PYTHONPATH": str(ROOT / "scripts"), "XDG_CACHE_HOME": str(cache)}
        given.pop("GONGKAI_CACHE", None)  # the user's own cache, as an editor has it
        given.pop("PYTHONDONTWRITEBYTECODE", None)  # nobody compiles the program for each build
        every = {path: path.read_text(encoding="utf-8") for path in sorted((site / "policies").glob("*.md"))}
        told = "\n".join(every.values())
        sources = [path for path, source in every.items() if _changes(source)]
        chosen = [_alone(sources, len(sources) * (place + 1) // (len(EDITS) + 1), every, told) for place in range(len(EDITS))]

        def build(kind: str, *more: str) -> None:
            begun, before = time.perf_counter(), os.times()
            process = subprocess.Popen([*command, *more], env=given, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
            peak = bench.Peak(process.pid)
            _, said = process.communicate()
            after, memory = os.times(), peak.stop()
            if process.returncode:
                sys.exit(f"没有发布，量不了：{said.decode('utf-8', 'replace')[-500:]}")
            seconds = after.children_user + after.children_system - before.children_user - before.children_system
            found.setdefault(kind, []).append({"秒": time.perf_counter() - begun, "处理器秒": seconds, "内存峰值MB": memory})

        for run in range(runs):
            for left in (output, cache):
                shutil.rmtree(left, ignore_errors=True)
            build("冷", "--output", str(output))
            build("什么都没变", "--output", str(output))
            for path, (kind, edit) in zip(chosen, EDITS.items(), strict=True):
                path.write_text(edit(path.read_text(encoding="utf-8"), run), encoding="utf-8", newline="\n")
                build(kind, "--output", str(output))
        build("另做的", "--output", str(folder / "anew"), "--full")
        if (differing := _differing(output, folder / "anew")):
            sys.exit(f"热的和从头做的不一样：{differing[:5]}")
    del found["另做的"]
    medians = {kind: bench.medians(several) for kind, several in found.items()}
    ratios = {f"{kind} / 冷": {key: round(each[key] / medians["冷"][key], 3) for key in each} for kind, each in medians.items() if kind != "冷"}
    return {"份": len(every), **medians, **ratios}


def _changes(source: str) -> bool:
    """Whether every edit changes a source."""
    return all(edit(source, 0) != source for edit in EDITS.values())


def _alone(sources: list[Path], place: int, every: Mapping[Path, str], told: str) -> Path:
    """The first source from a place on that no other names by its number: that one would no longer be right."""
    return next(path for path in sources[place:] if told.count(_NUMBER.findall(every[path])[0]) == 1)


def _differing(one: Path, other: Path) -> list[str]:
    """The files that are not the same in both folders."""
    paths = {path.relative_to(folder).as_posix() for folder in (one, other) for path in folder.rglob("*") if path.is_file()}
    return sorted(path for path in paths if not all((folder / path).is_file() for folder in (one, other)) or (one / path).read_bytes() != (other / path).read_bytes())


if __name__ == "__main__":
    sys.exit(main())
