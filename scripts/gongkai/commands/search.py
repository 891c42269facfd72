"""`gongkai search`: the same answers as the browser, from the index of the last build."""

from __future__ import annotations

import argparse
import json

from gongkai import commands
from gongkai.console import print_out
from gongkai.model.problems import CannotBuild
from gongkai.searching.answering import UnknownChoiceError, open_index
from gongkai.searching.store import IndexUnreadableError

SUMMARY = "在生成好的专栏里检索，答案与网页上的相同"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Options of `search`."""
    parser.add_argument("query", metavar="词句", help="文号、标题或正文中的任意字词")
    parser.add_argument("--output", metavar="目录", help="生成好的专栏在哪里，默认是站点的 build/")
    parser.add_argument("--limit", type=int, default=10, metavar="N", help="最多显示几条")
    parser.add_argument("--filter", action="append", default=[], metavar="键=值", help="如 有效性=有效，可写多次")
    parser.add_argument("--sort", choices=("相关度", "日期"), default="相关度", help="按什么排序")
    parser.add_argument("--literal", action="store_true", help="查不到时不换说法")
    parser.add_argument("--whole", action="store_true", help="核对到底；不写时同网页一样，先给三轮之内查实的")
    parser.add_argument("--json", action="store_true", help="输出 JSON")


def run(arguments: argparse.Namespace) -> int:
    """Search and print."""
    folder = commands.call_of(arguments).output / "search"
    filters: dict[str, list[str]] = {}
    for text in arguments.filter:
        key, equals, value = text.partition("=")
        if not equals:
            raise CannotBuild(f"--filter “{text}”要写成“键=值”，如 有效性=有效。")
        filters.setdefault(key, []).append(value)
    try:
        answer = open_index(folder).search(arguments.query, filters=filters, sort=arguments.sort, limit=arguments.limit,
                                           literal=arguments.literal, whole=arguments.whole)
    except IndexUnreadableError as error:
        raise CannotBuild(f"“{folder}”里没有可用的检索数据。先运行 gongkai build。") from error
    except UnknownChoiceError as error:
        raise CannotBuild(str(error)) from error
    if arguments.json:
        print_out(json.dumps(answer.as_json(), ensure_ascii=False, indent=1) + "\n")
        return commands.DONE
    if answer.widened:
        print_out(f"没有找到“{arguments.query}”，以下是“{answer.widened['query']}”的结果（{answer.widened['how']}）；只查原话用 --literal\n")
    read_as = f"（按 {answer.read_as} 查找）" if answer.read_as else ""
    print_out(f"找到{'' if answer.exact else '约'} {answer.total} 条{read_as}\n")
    for i, hit in enumerate(answer.hits, 1):
        facts = "　".join(word for word in (hit.number, hit.date, hit.validity) if word)
        print_out(f"\n{i}. {hit.title}\n   {facts}\n   {hit.url}\n   {hit.excerpt}\n")
    if answer.partial:
        print_out("\n还有没核对完的，加 --whole 接着查。\n")
    return commands.DONE
