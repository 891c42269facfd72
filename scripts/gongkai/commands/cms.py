"""`gongkai cms`: the page and the configuration of a web editor for a site."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from gongkai import commands
from gongkai.console import print_out
from gongkai.model.problems import CannotBuild
from gongkai.reading.settings import read_settings
from gongkai.schemas.web_editor import BACKENDS, FOLDER, Host, web_editor_files

SUMMARY = "写出网页编辑器（Decap CMS）的页面和设置：在浏览器里填表，存进 Git"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Options of `cms`."""
    parser.add_argument("--output", metavar="目录", help=f"写到哪里，默认是站点的 {FOLDER}/")
    parser.add_argument("--backend", choices=BACKENDS, default="gitlab", help="仓库在哪一种平台上，默认 gitlab")
    parser.add_argument("--repo", default="", metavar="仓库", help="组/库，如 yunlu/zfxxgk")
    parser.add_argument("--branch", default="main", metavar="分支", help="存到哪个分支，默认 main；先审后发的，写一个专门的分支")
    parser.add_argument("--base-url", default="", metavar="网址", help="自己的 GitLab、Gitea 的网址")
    parser.add_argument("--app-id", default="", metavar="编号", help="在平台上登记的应用编号（PKCE 登录，GitLab、Gitea）")


def run(arguments: argparse.Namespace) -> int:
    """Write both files with the site's own words, and say what is still to be fetched."""
    if arguments.base_url and not re.match(r"https?://[^\s/]+", arguments.base_url):
        raise CannotBuild(f"--base-url “{arguments.base_url}”不是网址，如 https://git.example.cn。")
    call = commands.call_of(arguments)
    host = Host(arguments.backend, arguments.repo, arguments.branch, arguments.base_url, arguments.app_id)
    folder = Path(arguments.output) if arguments.output else call.folder / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in web_editor_files(read_settings(call.config, call.shown_config), host).items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
        print_out(f"写成 {folder / name}\n")
    if not (folder / "decap-cms.js").is_file():
        print_out(f"还要把 Decap CMS 的程序放进 {folder}：npm pack decap-cms，把包里的 dist/decap-cms.js 拷来。\n")
    return commands.DONE
