"""`gongkai withdraw`: take a document down, so that its address goes on saying so."""

from __future__ import annotations

import argparse

from gongkai import commands
from gongkai.console import Steps
from gongkai.drafting.asking import day_of
from gongkai.drafting.withdrawing import Withdrawing, withdraw
from gongkai.reading.settings import read_settings

SUMMARY = "撤下一份文件：在文件里写下架日，文件已经删了的记在清单里；原址留说明"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Options of `withdraw`."""
    parser.add_argument("name", metavar="文件", help="文件的路径、文件名或原来的网址，如 policies/2020-35.html")
    parser.add_argument("--reason", metavar="原因", default="", help="为什么撤下，写在说明里")
    parser.add_argument("--date", metavar="日期", help="从哪一天起，默认是今天")
    parser.add_argument("--title", metavar="标题", default="", help="文件已经删了、上一次公开的里面也没有时，写明原来的标题")


def run(arguments: argparse.Namespace) -> int:
    """Write it down, and say what readers will find."""
    call = commands.call_of(arguments)
    day = day_of(arguments.date) if arguments.date else call.today
    wanted = Withdrawing(arguments.name, day, arguments.reason.strip(), arguments.title.strip())
    taken = withdraw(call.folder, call.output, read_settings(call.config, call.shown_config), wanted)
    Steps(("撤下",)).say(f"写进了 {taken.path}。{day} 起生成的专栏里，{taken.url} 是一页说明。")
    return commands.DONE
