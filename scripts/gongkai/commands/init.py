"""`gongkai init`: a new site that passes its checks, with its pipelines."""

from __future__ import annotations

import argparse
from pathlib import Path

from gongkai import commands
from gongkai.console import Steps
from gongkai.founding.site import PIPELINES, Founding, files, write
from gongkai.model.problems import CannotBuild

SUMMARY = "新建一个站点：设置、各栏目的骨架、示例、Git 钩子和流水线"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Options of `init`."""
    parser.add_argument("folder", metavar="文件夹", help="放在哪里；没有就新建，有东西就不动，除非加 --here")
    parser.add_argument("--name", default="政府信息公开", metavar="名称", help="专栏的名称，默认是“政府信息公开”")
    parser.add_argument("--organ", default="", metavar="机关", help="主办单位的全称，也是第一个发文机关")
    parser.add_argument("--issuer", default="", metavar="代字", help="机关代字，几个用逗号隔开")
    parser.add_argument("--from", dest="source", default="", metavar="来处", help="流水线从哪里安装 gongkai：Git 地址、轮子的网址，或站点里放轮子的文件夹；默认是软件包索引里的这一版")
    parser.add_argument("--ci", default=",".join(PIPELINES), metavar="平台", help="要哪些流水线，逗号隔开，默认 github,gitlab,gitee；不要写 无")
    parser.add_argument("--branch", default="main", metavar="分支", help="从哪个分支发布，默认 main")
    parser.add_argument("--here", action="store_true", help="文件夹里已有东西也行，只补上没有的文件")


def run(arguments: argparse.Namespace) -> int:
    """Write what is not there, and say what to do next."""
    wanted = [] if arguments.ci == "无" else [word.strip() for word in arguments.ci.split(",") if word.strip()]
    if unknown := [word for word in wanted if word not in PIPELINES]:
        raise CannotBuild(f"--ci 里的“{unknown[0]}”不认识，写 {'、'.join(PIPELINES)} 里的几个，或“无”。")
    steps = Steps(("新建",))
    today = commands.today_of(arguments)
    founding = Founding(arguments.name, arguments.organ, arguments.issuer, arguments.branch, arguments.source, tuple(wanted), today)
    folder = Path(arguments.folder)
    written, kept = write(folder, files(founding), adding=arguments.here)
    for path in written:
        steps.say(f"写成 {folder / path}")
    for path in kept:
        steps.say(f"已有 {folder / path}，没有动")
    steps.say(f"下一步：在“{folder}”里运行 gongkai check，照提醒填 site.yaml 和 content/ 里标着“待填”的；填好一页，删去它的“草稿”。")
    if not arguments.source:
        steps.say("requirements.txt 写的是软件包索引里的这一版；流水线装不到它的，改成 Git 地址或轮子文件夹（见文档“流水线”）。")
    return commands.DONE
