"""The web editor with the real package: its page opened with the generated configuration, a linked pair saved into Git."""

from __future__ import annotations

import functools
import os
import re
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from gongkai.commands import main

from .chromium import Chromium

DRIVE = """window.find = (name) => document.querySelector(`[id^="${name}-field"]`);
window.named = (text) => Array.from(document.querySelectorAll('button,[role=button],[role=menuitem]')).find(e => e.textContent.trim() === text);
window.put = (name, text) => {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(find(name), text);
  for (const kind of ['input', 'change']) find(name).dispatchEvent(new Event(kind, {bubbles: true}));
};"""


class Quiet(SimpleHTTPRequestHandler):
    """Files of a folder, without a word."""

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture
def package() -> tuple[Path, Path]:
    """The program and its local server; see .ci/run for the versions."""
    found = tuple(Path(os.environ.get(name, "-")) for name in ("GONGKAI_DECAP", "GONGKAI_DECAP_SERVER"))
    if not all(path.is_file() for path in found) or not shutil.which("node") or not shutil.which("git"):
        pytest.skip("没有 Decap CMS（环境变量 GONGKAI_DECAP、GONGKAI_DECAP_SERVER），跳过网页编辑器的测试")
    return found[0], found[1]


@pytest.fixture
def site(tmp_path: Path, package: tuple[Path, Path]) -> Path:
    """A new site in a repository of its own, with the editor's page."""
    folder = tmp_path / "s"
    assert main(["init", str(folder), "--name", "甲区政府信息公开", "--organ", "甲区人民政府", "--issuer", "甲政发", "--ci", "无", "--today", "2026-11-21"]) == 0
    assert main(["cms", "--site", str(folder), "--repo", "jia/zfxxgk"]) == 0
    shutil.copy(package[0], folder / "admin" / "decap-cms.js")
    git(folder, "init", "-q", "-b", "main")
    for key, value in (("user.name", "甲"), ("user.email", "t@x.example"), ("commit.gpgsign", "false"), ("core.quotePath", "false")):
        git(folder, "config", key, value)
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "建站")
    return folder


def git(folder: Path, *words: str) -> str:
    return subprocess.run(("git", *words), cwd=folder, check=True, capture_output=True).stdout.decode()


@pytest.fixture
def address(site: Path, package: tuple[Path, Path]) -> Iterator[str]:
    """The site's folder served, and the local server behind it, told by the one line of the configuration that names it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    path = site / "admin" / "config.yml"
    told = path.read_text(encoding="utf-8")
    assert told.count('"local_backend": true') == 1
    path.write_text(told.replace('"local_backend": true', f'"local_backend": {{"url": "http://127.0.0.1:{port}/api/v1"}}'), encoding="utf-8")
    git(site, "commit", "-q", "-a", "-m", "本机的端口")
    environment = {**os.environ, "MODE": "git", "PORT": str(port), "BIND_HOST": "127.0.0.1", "GIT_REPO_DIRECTORY": str(site)}
    keeping = subprocess.Popen(["node", str(package[1])], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        end = time.monotonic() + 60
        while time.monotonic() < end:
            with socket.socket() as asked:
                if asked.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield f"http://127.0.0.1:{server.server_address[1]}/admin/index.html"
    finally:
        server.shutdown()
        keeping.terminate()
        keeping.wait(20)


def fill(chromium: Chromium, name: str, text: str) -> None:
    chromium.wait(f"!!find('{name}')")
    chromium.run(f"find('{name}').scrollIntoView({{block: 'center'}}); find('{name}').focus()")
    chromium.type(text)


def choose(chromium: Chromium, name: str, text: str) -> None:
    fill(chromium, name, text)
    chromium.wait("!!document.querySelector('[role=option]')")
    chromium.press("Enter")
    chromium.wait(f"!document.querySelector('[role=option]') && !find('{name}').value")


def write(chromium: Chromium, *paragraphs: str) -> None:
    """Into the body, which is the last thing on the page that can be edited."""
    chromium.run("(() => {const all = document.querySelectorAll('[contenteditable=true]'), e = all[all.length - 1]; e.scrollIntoView(); e.focus()})()")
    for number, paragraph in enumerate(paragraphs):
        for _ in range(2 if number else 0):
            chromium.press("Enter")
        chromium.type(paragraph)
    chromium.wait(f"document.body.innerText.includes('{paragraphs[-1]}')")


def new(chromium: Chromium, collection: str, own: str) -> None:
    """An empty form; `own` is a field that the form before it has not."""
    chromium.run(f"location.hash = '#/collections/{collection}/new'")
    chromium.wait(f"!!find('标题') && !find('标题').value && !!find('{own}')")


def publish(chromium: Chromium) -> None:
    for word in ("发布", "立即发布"):
        chromium.wait(f"!!named('{word}')")
        chromium.run(f"named('{word}').click()")


def test_a_linked_pair_is_written_in_the_browser_and_saved_into_git(
    site: Path, address: str, chromium: Chromium, capsys: pytest.CaptureFixture[str]
) -> None:
    added = chromium.call("Page.addScriptToEvaluateOnNewDocument", source=DRIVE)["identifier"]
    chromium.requested.clear()
    try:
        chromium.open(address)
        chromium.wait("!!named('登录')")
        chromium.run("named('登录').click()")
        chromium.wait("location.hash.includes('collections/policies')")
        new(chromium, "policies", "文号")
        fill(chromium, "标题", "甲区人民政府关于印发《甲区老旧小区加装电梯管理办法》的通知")
        choose(chromium, "发文机关", "甲区人民政府")
        chromium.run("put('发文日期', '2026-11-20')")
        choose(chromium, "有效性", "有效")
        fill(chromium, "文号", "甲政发[2026]1号")
        fill(chromium, "关键词", "电梯, 小区")
        write(chromium, "各街道办事处：", "第一条　为了方便居民，制定本办法。")
        publish(chromium)
        chromium.wait("document.body.innerText.includes('（写作：文号，如')")  # square brackets are refused, with the right form
        assert git(site, "log", "--format=%s").splitlines() == ["本机的端口", "建站"]
        chromium.run("put('文号', '甲政发〔2026〕1号')")
        publish(chromium)
        chromium.wait("location.hash.includes('/entries/')")
        new(chromium, "interpretations", "解读对象")
        fill(chromium, "标题", "文字解读《甲区老旧小区加装电梯管理办法》")
        choose(chromium, "解读对象", "加装电梯")
        choose(chromium, "解读形式", "文字")
        fill(chromium, "公开日期", "2026-11-20 10:00")
        write(chromium, "为什么出台。")
        publish(chromium)
        chromium.wait("location.hash.includes('interpretations/entries/')")
    finally:
        chromium.call("Page.removeScriptToEvaluateOnNewDocument", identifier=added)
    assert {urlsplit(url).hostname for url in chromium.requested if url.startswith("http")} == {"127.0.0.1"}

    first, second = (git(site, "show", "--format=", "--name-only", commit).strip() for commit in ("HEAD~1", "HEAD"))
    assert re.fullmatch(r"policies/20\d\d/20\d{6}-\d{6}\.md", first)
    assert re.fullmatch(r"interpretations/jd-20\d{6}-\d{6}\.md", second)
    assert git(site, "show", f"HEAD:{first}") == (
        "---\n标题: 甲区人民政府关于印发《甲区老旧小区加装电梯管理办法》的通知\n发文机关:\n  - 甲区人民政府\n发文日期: 2026-11-20\n有效性: 有效\n"
        "文号: 甲政发〔2026〕1号\n关键词:\n  - 电梯\n  - 小区\n草稿: true\n---\n各街道办事处：\n\n第一条　为了方便居民，制定本办法。\n"
    )
    target = first.removeprefix("policies/").removesuffix(".md")
    assert git(site, "show", f"HEAD:{second}") == (
        f"---\n标题: 文字解读《甲区老旧小区加装电梯管理办法》\n解读对象:\n  - {target}\n解读形式: 文字\n公开日期: 2026-11-20 10:00\n草稿: true\n---\n为什么出台。\n"
    )

    # Editors' checks take what it wrote: nothing about its form; that one side alone names the other stops nothing, and is mended.
    for path in (first, second):
        text = (site / path).read_text(encoding="utf-8")
        (site / path).write_text(text.replace("草稿: true\n", ""), encoding="utf-8", newline="\n")
    capsys.readouterr()
    assert main(["check", "--site", str(site), "--today", "2026-11-21", first, second]) == 0
    assert {line.split(" ")[2] for line in capsys.readouterr().out.splitlines()} == {"L102"}
    assert main(["check", "--site", str(site), "--today", "2026-11-21", "--fix", "--yes", first, second]) == 0
    assert "解读链接" in (site / first).read_text(encoding="utf-8")
    assert main(["build", "--site", str(site), "--today", "2026-11-21"]) == 0
    page = (site / "build" / "policies" / f"{target.split('/')[1]}.html").read_text(encoding="utf-8")
    assert "文字解读《甲区老旧小区加装电梯管理办法》" in page
    assert not (site / "build" / "admin").exists()
