"""`gongkai lsp`: the language server, for editors to start."""

from __future__ import annotations

import argparse
import importlib
from pathlib import Path

from gongkai import commands
from gongkai.call import Call
from gongkai.console import print_out
from gongkai.editing.vsix import write_vsix
from gongkai.model.problems import CannotBuild

SUMMARY = "供编辑器启动的语言服务器：补全、检查、跳转、悬停、改法（要装 gongkai[editor]）"
_SERVER = "gongkai.editing.protocol.server"  # by name: it is an extra, and no other command should wait for it


def arguments(parser: argparse.ArgumentParser) -> None:
    """Options of `lsp`."""
    parser.add_argument("--stdio", action="store_true", help="从标准输入输出说话；总是这样，写不写都行")
    parser.add_argument("--vsix", metavar="文件", help="不启动；写出 VS Code 的扩展，用“从 VSIX 安装”装上，不用上网")
    parser.add_argument("--jobs", type=int, metavar="N", help="头一次读站点用几个进程")
    parser.add_argument("--baseline", metavar="文件", help="旧问题的清单，默认是 site.yaml 旁边的 baseline.json")


def run(arguments: argparse.Namespace) -> int:
    """Serve one editor. Where --site is not given, the site is the folder that the editor has open."""
    if arguments.vsix:
        write_vsix(Path(arguments.vsix))
        print_out(f"写成 {arguments.vsix}\n")
        return commands.DONE
    try:
        server = importlib.import_module(_SERVER)
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] == "gongkai":
            raise
        raise CannotBuild("语言服务器要另装：pip install \"gongkai[editor]\"。") from None

    def call(opened: Path | None) -> Call:
        if opened and arguments.site == "." and not arguments.config:
            return commands.call_of(argparse.Namespace(**{**vars(arguments), "site": str(opened)}))
        return commands.call_of(arguments)

    server.Server(call).run()
    return commands.DONE
