"""One page of every type, as a build writes it: the fullest one of each in the repository's own column, and what that
column has no use for (the 政府公报, which districts do not print) from a small one of a city."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from gongkai import pipeline
from gongkai.console import Steps

from ..conftest import ROOT, TODAY

BASE = "/zfxxgk/"  # of the repository's own 网址
_KIND = re.compile(r'<body class="page-([a-z-]+)">')
_CITY = {
    "site.yaml": "名称: 澄川市政府信息公开\n主办单位: 澄川市人民政府办公室\n"
    "机关:\n  - {名称: 澄川市人民政府, 代码: szf, 代字: [澄川政发]}\n"
    "栏目:\n  - {名称: 政策文件, 代码: policies, 列表: 政策}\n  - {名称: 政府公报, 代码: gazette, 目录: gazette}\n",
    "content/gazette/2026.md": "---\n标题: 澄川市人民政府公报（2026年）\n公开日期: 2026-04-10\n发布机关: 澄川市人民政府\n"
    "页面类型: 公报\n数据: 2026.csv\n---\n\n纸质版在各区图书馆、档案馆取阅，电子版与纸质版内容一致。\n",
    "content/gazette/2026.csv": "年,期,总期,日期,电子版,目录\n2026,2,34,2026-04-10,,澄川政发〔2026〕3号\n2026,1,33,2026-02-10,2026-1.pdf,澄川政发〔2026〕3号\n",
    "content/gazette/2026-1.pdf": "%PDF-1.4\n%%EOF\n",
    "policies/2026-gongbao.md": "---\n标题: 澄川市人民政府关于公布城市绿线的通知\n文号: 澄川政发〔2026〕3号\n发文机关: 澄川市人民政府\n"
    "发文日期: 2026-01-20\n公开日期: 2026-01-23\n有效性: 有效\n---\n\n各区人民政府：\n\n现将城市绿线予以公布。\n",
}


def build_demonstration(folder: Path) -> Path:
    """The repository's own column, built; the folder it is in."""
    return _build(ROOT, folder)


def build_city(folder: Path) -> Path:
    """A city's column with a gazette, built; the folder it is in."""
    for path, text in _CITY.items():
        target = folder / "sources" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
    return _build(folder / "sources", folder)


def _build(sources: Path, folder: Path) -> Path:
    call = pipeline.Call(sources, sources / "site.yaml", folder / "build", 1, TODAY)
    outcome = pipeline.build(call, Steps(pipeline.STEPS))
    assert (folder / "build" / "index.html").is_file(), outcome
    return folder / "build"


def fullest_pages(*columns: Path) -> dict[str, Path]:
    """Type of page → the largest page of that type in the first column that has one."""
    found: dict[str, Path] = {}
    for built in columns:
        here: dict[str, Path] = {}
        for path in sorted(built.rglob("*.html")):
            match = _KIND.search(path.read_text(encoding="utf-8"))
            if match and (match[1] not in here or path.stat().st_size > here[match[1]].stat().st_size):
                here[match[1]] = path
        found = {**here, **found}
    return dict(sorted(found.items()))


class Served(SimpleHTTPRequestHandler):
    """A built column under `BASE`, as a portal has it: what is not there is answered with 404.html."""

    def translate_path(self, path: str) -> str:
        return str(Path(self.directory) / unquote(urlsplit(path).path).removeprefix(BASE))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        content = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def served(built: Path) -> Iterator[str]:
    """The address of a column that is served on this machine while the block runs."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Served, directory=str(built))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}{BASE}"
        finally:
            server.shutdown()


@contextmanager
def every_address(demonstration: Path, city: Path) -> Iterator[dict[str, str]]:
    """Type of page → where a browser opens it: from disk, and 404 as a server answers it at an address far down."""
    with served(demonstration) as base:
        addresses = {kind: page.as_uri() for kind, page in fullest_pages(demonstration, city).items()}
        yield {**addresses, "not-found": f"{base}policies/2020/no-such-page.html"}
