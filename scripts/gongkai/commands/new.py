"""`gongkai new`: a policy with its interpretation, or an interpretation of a policy, as drafts to be filled in."""

from __future__ import annotations

import argparse

from gongkai import commands
from gongkai.console import Steps
from gongkai.drafting.asking import Form
from gongkai.drafting.filling import new_interpretation, new_policy
from gongkai.drafting.pair import write
from gongkai.drafting.register import read_register
from gongkai.reading.settings import read_settings
from gongkai.reading.values import EXPLANATION_FORMS

SUMMARY = "新建一份政策文件（连同解读），或一篇解读；都是草稿"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Options of `new`."""
    parser.add_argument("kind", choices=("policy", "interpretation"), help="政策文件，或解读")
    parser.add_argument("--title", metavar="标题", help="完整标题")
    parser.add_argument("--organ", metavar="机关", help="发文机关或解读机关，默认是 site.yaml 里的第一个")
    parser.add_argument("--issuer", metavar="代字", help="机关代字，据此提出下一个文号")
    parser.add_argument("--number", metavar="文号", help="文号，不用提出的那个；写“无”就没有文号")
    parser.add_argument("--index-number", metavar="索引号", help="索引号，不用提出的那个")
    parser.add_argument("--topic", metavar="主题分类", help=r"如 综合政务\政务公开")
    parser.add_argument("--date", metavar="日期", help="发文日期或公开日期，默认是今天")
    parser.add_argument("--slug", metavar="文件名", help="文件名（不带 .md），也是网址的一部分，以后不能改")
    parser.add_argument("--form", choices=EXPLANATION_FORMS, help="解读形式，默认是文字")
    parser.add_argument("--for", dest="explains", metavar="文件", help="解读哪份政策：文件名、路径或文号")
    parser.add_argument("--no-interpretation", action="store_true", help="不同时建解读")


def run(arguments: argparse.Namespace) -> int:
    """Ask or take the flags, write, and say what to do next."""
    call = commands.call_of(arguments)
    steps = Steps(("新建",))
    flags = {"title": arguments.title, "organ": arguments.organ, "issuer": arguments.issuer, "number": arguments.number, "topic": arguments.topic,
             "index-number": arguments.index_number, "date": arguments.date, "slug": arguments.slug, "form": arguments.form, "for": arguments.explains}  # fmt: skip
    settings = read_settings(call.config, call.shown_config)
    register = read_register(call.folder, settings)
    form = Form(flags, steps.say)
    if arguments.kind == "policy":
        drafts = new_policy(form, call.today, settings, register, not arguments.no_interpretation)
    else:
        drafts = new_interpretation(form, call.today, settings, register)
    for path in write(call.folder, drafts):
        steps.say(f"写成 {path}")
    steps.say("都是草稿，只检查不发布。写好后删去“草稿: true”这一行，运行 gongkai check。")
    if arguments.kind == "interpretation":
        steps.say("政策那一边也要写上“解读链接”：gongkai check --fix 会补上。")
    return commands.DONE
