"""`gongkai build`: check, render, index, publish."""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Sequence

from gongkai import commands
from gongkai.call import STEPS
from gongkai.console import Steps, tally
from gongkai.model.problems import Problem, Severity
from gongkai.remembering.whole import unchanged

SUMMARY = "检查、生成并发布专栏；有错误时什么也不发布"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Options of `build`."""
    parser.add_argument("--output", metavar="目录", help="放到哪里，默认是站点的 build/")
    parser.add_argument("--jobs", type=int, metavar="N", help="用几个进程，默认是处理器的个数")
    parser.add_argument("--full", action="store_true", help="不用上次的结果，全部重做")
    parser.add_argument("--baseline", metavar="文件", help="旧问题的清单，默认是 site.yaml 旁边的 baseline.json")
    parser.add_argument("--strict", action="store_true", help="有警告也不发布")


def run(arguments: argparse.Namespace) -> int:
    """Build; problems go to standard error, the way in to the result is the last line."""
    call = commands.call_of(arguments)
    steps = Steps(STEPS)
    stopping = Severity.WARNING if arguments.strict else Severity.ERROR
    made_from, last = unchanged(call)
    problems: Sequence[Problem]
    held: list[object] = []
    if last is not None and not any(problem.stops(stopping) for problem in last):
        steps.say("同上次生成时一样，没有什么要做的。")
        problems, published = last, True
    else:  # only now is loaded what a build takes
        problems, published = importlib.import_module("gongkai.pipeline").build(call, steps, stopping, made_from, held)
    for problem in problems:
        steps.say(str(problem))
    if not published:
        steps.say(f"没有发布：{tally(problems)}。改好后再运行一次；原来的 {call.output.name}/ 没有动。")
        return commands.leave(arguments, commands.PROBLEMS)
    steps.say(f"完成：{tally(problems)}。用浏览器打开 {call.output.resolve() / 'index.html'}")
    return commands.leave(arguments, commands.DONE)
