"""The command line: `gongkai COMMAND`. Each command is a module of this folder with `SUMMARY`, `arguments` and `run`."""

from __future__ import annotations

import argparse
import importlib
import os
import pkgutil
import signal
import sys
from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from gongkai import __version__
from gongkai.call import BASELINE, Call
from gongkai.model.faults import told
from gongkai.model.problems import CannotBuild
from gongkai.workers import FORKS, default_jobs

DONE, PROBLEMS, CANNOT = 0, 1, 2
"""Exit statuses (contract §3)."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; a machine's fault or a wrong call is one line and status 2."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    signal.signal(signal.SIGTERM, _stop)  # a stopped build tidies up as an interrupted one does
    given = list(sys.argv[1:] if argv is None else argv)
    parser, commands = _parser(given[0] if given else "")
    arguments = parser.parse_args(given)
    arguments.alone = argv is None
    try:
        return int(commands[arguments.command].run(arguments))
    except CannotBuild as error:
        print(f"gongkai: {error}", file=sys.stderr)
    except KeyboardInterrupt:
        print("gongkai: 已停下，原来的 build/ 没有动。", file=sys.stderr)
    except BrokenPipeError:
        sys.stderr.close()
    except OSError as error:
        print(f"gongkai: {told(error)}。看看磁盘空间、权限和文件是否被占用。", file=sys.stderr)
    return CANNOT


def leave(arguments: argparse.Namespace, status: int) -> int:
    """End a process that was begun for one command alone, with all that its caller still holds: the system takes that back as a
    whole, Python would take it apart. Elsewhere the status, to be returned."""
    if arguments.alone and FORKS:  # else others are left behind that have to be told
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
    return status


def _stop(number: int, frame: object) -> None:
    raise KeyboardInterrupt


def call_of(arguments: argparse.Namespace) -> Call:
    """What the options common to all commands ask for."""
    folder = Path(arguments.site)
    if not folder.is_dir():
        raise CannotBuild(f"没有“{folder}”这个目录。用 --site 指出站点在哪里。")
    config = Path(arguments.config) if arguments.config else folder / "site.yaml"
    output = Path(getattr(arguments, "output", None) or folder / "build")
    jobs = getattr(arguments, "jobs", None) or default_jobs()
    remembers = not getattr(arguments, "full", False)
    return Call(folder, config, output, jobs, today_of(arguments), _baseline(arguments, folder), remembers=remembers)


def today_of(arguments: argparse.Namespace) -> date:
    """The day that --today names, else today."""
    return arguments.today or _today()


def _baseline(arguments: argparse.Namespace, folder: Path) -> Path | None:
    """The file that --baseline names, which must be there unless it is about to be written; else the site's own, if any."""
    if named := getattr(arguments, "baseline", None):
        path = Path(named)
        if not path.is_file() and not getattr(arguments, "accept_new", False):
            raise CannotBuild(f"没有“{path}”这个基线。第一次用 gongkai check --update-baseline --accept-new 写出来。")
        return path if path.is_file() else None
    own = folder / BASELINE
    return own if own.is_file() else None


def _parser(asked: str) -> tuple[argparse.ArgumentParser, dict[str, Any]]:
    """The parser and the modules of the commands; where one is asked for by its name, that one alone is loaded."""
    parser = argparse.ArgumentParser(prog="gongkai", description="把一个 Markdown 文件夹变成标准的政府信息公开专栏。", add_help=False)
    _add_help(parser)
    parser.add_argument("--version", action="version", version=f"gongkai {__version__}", help="显示版本")
    below = parser.add_subparsers(dest="command", required=True, metavar="命令", title="命令")
    # `import_` is `import`: a module cannot be called by a word of the language.
    names = [info.name for info in pkgutil.iter_modules(__path__)]
    wanted = [name for name in names if name.rstrip("_") == asked] or names
    commands = {name.rstrip("_"): importlib.import_module(f"{__name__}.{name}") for name in wanted}
    for name, module in commands.items():
        command = below.add_parser(name, help=module.SUMMARY, description=module.SUMMARY, add_help=False)
        _add_help(command)
        command.add_argument("--site", default=".", metavar="目录", help="站点所在的目录，默认是当前目录")
        command.add_argument("--config", metavar="文件", help="代替“目录/site.yaml”的设置文件")
        command.add_argument("--today", type=_day, metavar="日期", help="按哪一天推算有效性，如 2026-11-21；默认是今天")
        module.arguments(command)
    return parser, commands


def _add_help(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-h", "--help", action="help", help="显示这段说明")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}”不是日期，写作 2026-11-21") from None


def _today() -> date:
    """SOURCE_DATE_EPOCH where it is set, so that a build can be repeated; else today in China."""
    china = timezone(timedelta(hours=8))
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return datetime.now(china).date()
    try:
        return datetime.fromtimestamp(int(epoch), china).date()
    except (ValueError, OverflowError, OSError):
        raise CannotBuild(f"环境变量 SOURCE_DATE_EPOCH 是“{epoch}”，不是 1970 年以来的秒数。") from None
