"""`gongkai import`: Word files, saved web pages, PDF and text files become documents with front matter."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from gongkai import commands
from gongkai.console import Steps, print_out
from gongkai.importing.batch import Outcome, Step, import_all, summary
from gongkai.importing.files import Desk, find_files
from gongkai.importing.writing import CLASSES
from gongkai.model.problems import CannotBuild
from gongkai.reading.settings import default_settings, read_settings

SUMMARY = "把 Word 文件、网页、PDF、文本变成带前置信息的文件"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Options of `import`."""
    parser.add_argument("files", nargs="+", metavar="文件", help="文件，或装着文件的目录")
    parser.add_argument("--output", metavar="目录", help="写到哪里，默认是站点的 policies/、interpretations/、content/")
    parser.add_argument("--kind", choices=tuple(CLASSES), help="是政策文件、解读还是别的，默认自己判断")
    parser.add_argument("--simplify", "--简体", action="store_true", help="繁体转成简体")
    parser.add_argument("--json", action="store_true", help="只输出看到的（JSON），不写文件；同时给出 --output 才写")


def run(arguments: argparse.Namespace) -> int:
    """Import; what was written and what needs a look goes to standard error, JSON to standard output."""
    site = Path(arguments.site)
    config = Path(arguments.config) if arguments.config else site / "site.yaml"
    settings = read_settings(config) if arguments.config or config.is_file() else default_settings()
    desk = None
    if arguments.output or not arguments.json:
        if not arguments.output and not config.is_file():
            raise CannotBuild(f"“{site}”不是站点（没有 site.yaml）。用 --site 指出站点，或用 --output 指出写到哪里。")
        desk = Desk(Path(arguments.output or site), by_kind=not arguments.output)
    files = _files([Path(name) for name in arguments.files])
    steps = Steps(("导入",))
    outcomes: Counter[Outcome] = Counter()
    rows: list[str] = []
    found = import_all(files, settings, desk, arguments.kind or "", arguments.simplify, arguments.json)
    for step in steps.progress(found, len(files), "导入"):
        outcomes[step.outcome] += 1
        if arguments.json:
            rows.append(json.dumps(step.imported.as_json(), ensure_ascii=False))
        for line in _told(step):
            steps.say(line)
    if arguments.json:
        print_out("[\n" + ",\n".join(rows) + "\n]\n")
    if len(files) > 1:
        steps.say(summary(outcomes))
    return commands.PROBLEMS if outcomes[Outcome.REFUSED] else commands.DONE


def _files(paths: list[Path]) -> list[Path]:
    missing = [str(path) for path in paths if not path.exists()]
    if missing:
        raise CannotBuild(f"没有“{'”“'.join(missing)}”这个文件。")
    files = find_files(paths)
    if not files:
        raise CannotBuild("目录里没有可以导入的文件（.docx .doc .html .txt .pdf）。")
    return files


def _told(step: Step) -> list[str]:
    """What an editor reads about one file."""
    if step.outcome is Outcome.KNOWN:
        return [f"{step.path}: 以前导入过，在 {step.target}，没有动"]
    if step.outcome is Outcome.REFUSED:
        return [f"{step.path}: 没有导入，{step.imported.refusal}"]
    if step.outcome is Outcome.SEEN:
        return []
    doubts = step.imported.doubts
    told = [f"  请核对 {doubt.key}：{doubt.why}" for doubt in doubts]
    return [f"{step.path}: 写成 {step.target}" + (f"，有 {len(doubts)} 处请核对" if doubts else ""), *told]
