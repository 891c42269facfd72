"""`gongkai serve`: a preview in the browser that follows what is saved."""

from __future__ import annotations

import argparse
import threading

from gongkai import commands
from gongkai.console import Steps
from gongkai.serving.preview import Preview
from gongkai.serving.watching import Watcher
from gongkai.serving.web import open_server

SUMMARY = "在本机预览：保存就重新生成、刷新网页，问题写在网页最上面"

_LOADED = 1.0
"""Seconds after which the browser has loaded the page, for which it has the processors to itself."""
_CALM = 10.0
"""Seconds without a change after which there is time for what can wait."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Options of `serve`."""
    parser.add_argument("--port", type=_port, default=8000, metavar="端口", help="从哪个端口起找空着的，默认 8000")
    parser.add_argument("--jobs", type=int, metavar="N", help="用几个进程，默认是处理器的个数")
    parser.add_argument("--baseline", metavar="文件", help="旧问题的清单，默认是 site.yaml 旁边的 baseline.json")


def run(arguments: argparse.Namespace) -> int:
    """Serve until Ctrl+C."""
    call = commands.call_of(arguments)
    steps = Steps(())
    preview = Preview(lambda: commands.call_of(arguments), steps.say)
    try:
        with open_server(arguments.port, preview) as server:
            if server.port != arguments.port:
                steps.say(f"端口 {arguments.port} 已被占用，改用 {server.port}。")
            # Watch before the first look, so that nothing is saved between the two unnoticed.
            watcher = Watcher(call.folder, call.config, steps.say, preview.halt)
            try:
                preview.rebuild(frozenset())
                # Ended with the process: nothing waits for it, so it need not look up from listening now and then.
                threading.Thread(target=server.serve_forever, args=(3600.0,), daemon=True).start()
                steps.say(f"预览：http://127.0.0.1:{server.port}/index.html（只有这台电脑打得开；按 Ctrl+C 结束）")
                while True:
                    changed = watcher.wait(_LOADED if preview.provisional else _CALM if preview.unfinished else None)
                    if changed:
                        preview.rebuild(changed)
                    else:
                        preview.catch_up()
            except KeyboardInterrupt:
                steps.say("预览结束。")
            finally:
                watcher.close()
    finally:
        preview.close()
    return commands.DONE


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 65536):
        raise argparse.ArgumentTypeError(f"“{text}”不是端口，写 1 到 65535 的数，如 8000")
    return int(text)
