"""Rule L125 and how other sites are asked, against a server of our own."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path

import pytest
from tests.commands.here import gongkai
from tests.commands.test_build import make
from tests.conftest import Column, policy

from gongkai.checks.L125_outside_gone import answered
from gongkai.checks.outside_links import outside_links
from gongkai.model.problems import CannotBuild
from gongkai.visiting import Manners, visit

QUICK = Manners(pause=0.05, patience=5)


class Server:
    """Answers by path, and remembers who asked what when."""

    def __init__(self) -> None:
        asked: list[tuple[str, str, float]] = []

        class Handler(BaseHTTPRequestHandler):
            def answer(self) -> None:
                asked.append((self.command, self.path, time.monotonic()))
                status = {"/gone": 404, "/broken": 500, "/login": 403}.get(self.path.split("?")[0], 200)
                if self.path == "/no-head" and self.command == "HEAD":
                    status = 405
                if self.path == "/moved":
                    self.send_response(302)
                    self.send_header("Location", "/gone")
                else:
                    self.send_response(status)
                self.end_headers()

            do_HEAD = do_GET = answer  # noqa: N815

            def log_message(self, *_: object) -> None:
                """Silent."""

        self.asked = asked
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://localhost:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.close()


def test_links_that_lead_nowhere_any_more(column: Callable[..., Column], server: Server, tmp_path: Path) -> None:
    body = "\n".join(f"[甲]({server.address}/{path})" for path in ("ok", "gone", "broken", "login", "no-head", "moved", "好?q=河"))
    made = column({"policies/p.md": policy(body=body)})
    links = list(outside_links(made.site, made.links))
    found = answered(links, visit([link.url for link in links], tmp_path / "kept.json", QUICK))
    assert [f"{f.place}: {f.message}" for f in found] == [
        f"policies/p.md:10: 链接“{server.address}/gone”打不开：网页没有了（404）",
        f"policies/p.md:11: 链接“{server.address}/broken”打不开：网站出错（500）",
        f"policies/p.md:14: 链接“{server.address}/moved”打不开：网页没有了（404）",
    ]
    assert {path: method for method, path, _ in server.asked}["/ok"] == "HEAD"
    assert ("GET", "/no-head") in [(method, path) for method, path, _ in server.asked]


def test_one_host_is_asked_slowly_and_not_again_within_days(server: Server, tmp_path: Path) -> None:
    urls = [f"{server.address}/{n}" for n in range(4)]
    first = visit([*urls, urls[0]], tmp_path / "kept.json", QUICK)
    times = [when for _, _, when in server.asked]
    assert len(times) == 4
    assert all(after - before >= 0.05 for before, after in pairwise(times))
    assert visit(urls, tmp_path / "kept.json", QUICK) == first
    assert len(server.asked) == 4
    visit(urls, tmp_path / "kept.json", Manners(pause=0, days=0))
    assert len(server.asked) == 8


def test_what_was_not_reached_is_asked_again_and_a_broken_file_is_no_matter(server: Server, tmp_path: Path) -> None:
    (tmp_path / "kept.json").write_text("{坏", encoding="utf-8")
    dead = "http://localhost:9/x"
    told = visit([f"{server.address}/ok", dead], tmp_path / "kept.json", QUICK)
    assert (told[dead].status, told[dead].sound) == (0, False)
    assert dead not in (tmp_path / "kept.json").read_text(encoding="utf-8")


def test_a_machine_without_network_says_so(tmp_path: Path) -> None:
    with pytest.raises(CannotBuild, match="一个外站也连不上"):
        visit(["http://localhost:9/", "http://gongkai.invalid:9/"], tmp_path / "kept.json", QUICK)


def test_the_command_asks_only_when_it_is_told_to(server: Server, tmp_path: Path) -> None:
    make(tmp_path)
    (tmp_path / "policies" / "q.md").write_text(policy("甲政发〔2023〕8号", body=f"[甲]({server.address}/gone)"), encoding="utf-8")
    assert "L125" not in gongkai("check", "--site", tmp_path).stdout
    assert server.asked == []
    shown = gongkai("check", "--site", tmp_path, "--online").stdout
    assert f"policies/q.md:9: 警告 L125 链接“{server.address}/gone”打不开：网页没有了（404）(换成现在的网址，或删去)" in shown
    assert (tmp_path / ".gongkai" / "links.json").is_file()
