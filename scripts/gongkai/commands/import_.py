"""`gongkai import`: Word files, saved web pages, PDF and text files become documents with front matter."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from gongkai import commands
from gongkai.console import Steps, print_out
from gongkai.importing.files import Desk, find_files, hash_of, import_file
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
    paths = [Path(name) for name in arguments.files]
    missing = [str(path) for path in paths if not path.exists()]
    if missing:
        raise CannotBuild(f"没有“{'”“'.join(missing)}”这个文件。")
    files = find_files(paths)
    if not files:
        raise CannotBuild("目录里没有可以导入的文件（.docx .doc .html .txt .pdf）。")
    writes = bool(arguments.output) or not arguments.json
    if writes and not arguments.output and not config.is_file():
        raise CannotBuild(f"“{site}”不是站点（没有 site.yaml）。用 --site 指出站点，或用 --output 指出写到哪里。")
    desk = Desk(Path(arguments.output or site), by_kind=not arguments.output)
    steps = Steps(("导入",))
    counts = {"written": 0, "known": 0, "refused": 0}
    rows: list[str] = []
    for path in steps.progress(files, len(files), "导入"):
        source_hash = hash_of(path) if writes and path.is_file() else ""
        known = desk.done(source_hash) if writes and not arguments.json else None
        if known:
            counts["known"] += 1
            steps.say(f"{path}: 以前导入过，在 {known}，没有动")
            continue
        imported = import_file(path, settings, arguments.kind or "", arguments.simplify)
        rows.append(json.dumps(imported.as_json(), ensure_ascii=False))
        if imported.refusal:
            counts["refused"] += 1
            steps.say(f"{path}: 没有导入，{imported.refusal}")
        elif writes:
            target = desk.done(source_hash) or desk.write(imported, source_hash)
            counts["written"] += 1
            doubts = f"，有 {len(imported.doubts)} 处请核对" if imported.doubts else ""
            steps.say(f"{path}: 写成 {target}{doubts}")
            for doubt in () if arguments.json else imported.doubts:
                steps.say(f"  请核对 {doubt.key}：{doubt.why}")
    if arguments.json:
        print_out("[\n" + ",\n".join(rows) + "\n]\n")
    elif len(files) > 1:
        steps.say(f"共 {len(files)} 个文件：写成 {counts['written']}，以前导入过 {counts['known']}，没有导入 {counts['refused']}。")
    return commands.PROBLEMS if counts["refused"] else commands.DONE
