"""`gongkai check`: the checks alone."""

from __future__ import annotations

import argparse
from pathlib import Path

from gongkai import commands, pipeline
from gongkai.checks import rules
from gongkai.console import PROBLEM_FORMATS, Steps, print_out, tally
from gongkai.model.problems import CannotBuild, Problem, Severity

SUMMARY = "只检查，不生成"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Options of `check`."""
    parser.add_argument("paths", nargs="*", metavar="路径", help="只看这些文件或目录的问题")
    parser.add_argument("--format", choices=list(PROBLEM_FORMATS), default="text", help="输出的格式")
    parser.add_argument("--fail-on", choices=("error", "warning"), default="error", help="到哪一级算不通过")
    parser.add_argument("--jobs", type=int, metavar="N", help="用几个进程")
    parser.add_argument("--list", action="store_true", help="列出全部规则")


def run(arguments: argparse.Namespace) -> int:
    """Check; problems go to standard output, the steps to standard error."""
    if arguments.list:
        print_out("".join(f"{rule.id} {rule.severity.word} {rule.summary}\n" for rule in rules()))
        return commands.DONE
    call = commands.call_of(arguments)
    steps = Steps(pipeline.STEPS[:3])
    wanted = [_in_site(path, call.folder) for path in arguments.paths]
    problems = [p for p in pipeline.check(call, steps) if not wanted or _within(p, wanted)]
    print_out(PROBLEM_FORMATS[arguments.format](problems))
    if wanted:
        steps.say(f"其中所问的路径：{tally(problems)}")
    failing = Severity(arguments.fail_on).rank
    return commands.PROBLEMS if any(p.severity.rank <= failing for p in problems) else commands.DONE


def _in_site(path: str, folder: Path) -> str:
    """A path as problems name it: from where one stands, else from the site's folder; CannotBuild where it is in neither."""
    root = folder.resolve()
    for candidate in (Path(path), folder / path):
        found = candidate.resolve()
        if found.exists() and found.is_relative_to(root):
            return found.relative_to(root).as_posix()
    raise CannotBuild(f"站点里没有“{path}”。")


def _within(problem: Problem, wanted: list[str]) -> bool:
    return any(path in (".", problem.place.path) or problem.place.path.startswith(path + "/") for path in wanted)
