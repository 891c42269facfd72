"""`gongkai audit`: the self-audit, one HTML page and one JSON file."""

from __future__ import annotations

import argparse
from pathlib import Path

from gongkai import commands, pipeline
from gongkai.auditing.as_json import as_json
from gongkai.auditing.audit import audit
from gongkai.auditing.page import page
from gongkai.auditing.previous import read_previous
from gongkai.auditing.results import State
from gongkai.checks import rules
from gongkai.console import Steps
from gongkai.model.problems import CannotBuild
from gongkai.reading.documents import FOLDERS
from gongkai.rendering.bodies import Bodies
from gongkai.rendering.templates import read_overrides
from gongkai.rendering.world import World

SUMMARY = "对照检查指标自查，写出一页报告"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Options of `audit`."""
    parser.add_argument("--output", dest="report", metavar="文件", default="audit.html", help="报告写到哪里，默认是 audit.html")
    parser.add_argument("--json", metavar="文件", help="同时写出 JSON，供下次比较和别的程序用")
    parser.add_argument("--previous", metavar="文件", help="上次的 JSON，逐项比较变好变差")
    parser.add_argument("--baseline", metavar="文件", help="旧问题的清单；报告里照样算问题")
    parser.add_argument("--jobs", type=int, metavar="N", help="用几个进程")


def run(arguments: argparse.Namespace) -> int:
    """Audit and write; status 1 where an item has failed."""
    call = commands.call_of(arguments)
    previous = read_previous(Path(arguments.previous)) if arguments.previous else None
    targets = [Path(path) for path in (arguments.report, arguments.json) if path]
    for target in targets:
        if not target.parent.is_dir():
            raise CannotBuild(f"没有“{target.parent}”这个目录，报告写不了。")
        place = target.resolve()
        if place == call.config.resolve() or any(place.is_relative_to((call.folder / top).resolve()) for top in (*FOLDERS, "theme", "build")):
            raise CannotBuild(f"“{target}”是源文件或专栏的地方，报告不写在那里。换一个文件名。")
    steps = Steps(pipeline.STEPS[:3])
    with pipeline.examining(call, steps) as examined:
        site, links = examined.site, examined.links
        found = audit(site, links, examined.problems, examined.old, examined.waived, rules(), previous)
        html = page(found, World(site, links, Bodies(links), {}, read_overrides(call.folder)))
    for target, text in zip(targets, (html, as_json(found)), strict=False):
        target.write_text(text, encoding="utf-8", newline="\n")
    steps.say(found.verdict[1])
    steps.say(f"报告：{targets[0].resolve()}")
    return commands.PROBLEMS if found.counts[State.FAIL] else commands.DONE
