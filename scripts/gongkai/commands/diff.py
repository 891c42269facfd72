"""`gongkai diff`: what a change does to the column, in words."""

from __future__ import annotations

import argparse
from pathlib import Path

from gongkai import commands
from gongkai.comparing.telling import FORMATS
from gongkai.comparison import compare
from gongkai.console import print_out

SUMMARY = "与 Git 里的一个版本比：公开了哪些、哪些失效、哪些解读没有了对象、问题多了少了"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Options of `diff`."""
    parser.add_argument("revision", metavar="版本", help="提交号、分支名或标签，如 origin/main")
    parser.add_argument("--format", choices=list(FORMATS), default="text", help="输出的格式")
    parser.add_argument("--write", metavar="文件", help="写进这个文件，不写到屏幕上")
    parser.add_argument("--jobs", type=int, metavar="N", help="用几个进程")


def run(arguments: argparse.Namespace) -> int:
    """Compare; the changes go to standard output or a file, the steps to standard error."""
    told = FORMATS[arguments.format](arguments.revision, compare(commands.call_of(arguments), arguments.revision))
    if arguments.write:
        Path(arguments.write).write_text(told, encoding="utf-8", newline="\n")
    else:
        print_out(told)
    return commands.DONE
