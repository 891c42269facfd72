"""`gongkai schema`: the JSON Schemas of a site, for editors and other programs."""

from __future__ import annotations

import argparse
from pathlib import Path

from gongkai import commands
from gongkai.console import print_out
from gongkai.reading.settings import read_settings
from gongkai.schemas.files import FOLDER, write_schemas

SUMMARY = "写出前置信息、数据文件和 site.yaml 的 JSON Schema，供编辑器和别的程序用"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Options of `schema`."""
    parser.add_argument("--output", metavar="目录", help=f"写到哪里，默认是站点的 {FOLDER}/")


def run(arguments: argparse.Namespace) -> int:
    """Write them with the site's own words, and name each."""
    call = commands.call_of(arguments)
    folder = Path(arguments.output) if arguments.output else call.folder / FOLDER
    for path in write_schemas(folder, read_settings(call.config, call.shown_config)):
        print_out(f"写成 {path}\n")
    return commands.DONE
