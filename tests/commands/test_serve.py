"""`gongkai serve` as an editor has it: a real process, a site of a few files, pages over HTTP."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.browser.chromium import Chromium, chromium_path
from tests.commands.served import PATIENCE, Served, edit, make
from tests.conftest import not_here, policy


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One preview for the tests of this module, in their order; each leaves the site as it was."""
    preview = Served(make(tmp_path_factory.mktemp("serve") / "站点 a"), "--port", "8470")
    yield preview
    if preview.process.poll() is None:
        preview.stop()


@pytest.fixture
def folder(served: Served) -> Iterator[Path]:
    yield served.folder
    make(served.folder)


def test_what_the_public_does_not_see_is_shown_and_marked(served: Served) -> None:
    for address, mark in (("draft", "预览：草稿，未公开"), ("later", "预览：2026-12-01发布，未公开")):
        status, text = served.get(f"/policies/{address}.html")
        assert status == 200
        assert f'<p class="gongkai-mark">{mark}</p>' in text
    assert "gongkai-mark" not in served.get("/policies/p.html")[1]
    assert "起草中的办法" in served.get("/lists/policies.html")[1]
    listed = served.get("/__gongkai__/documents")[1]
    assert re.findall(r"<h2 id=\"(.+?)\">", listed) == ["草稿", "未到发布日", "有效", "已公开"]
    assert '<a href="/policies/draft.html">起草中的办法</a>' in listed
    assert served.get("/__gongkai__/marks")[1] == (
        '{"/policies/draft.html": "预览：草稿，未公开", "/policies/later.html": "预览：2026-12-01发布，未公开"}'
    )


def test_only_this_machine_and_only_the_preview(served: Served) -> None:
    for host in ("evil.example", f"evil.example:{served.port}", "127.0.0.1", f"127.0.0.1:{served.port + 1}", "127.0.0.1.evil.example"):
        assert served.get("/index.html", host)[0] == 403, host
    assert served.get("/index.html", f"localhost:{served.port}")[0] == 200
    assert served.get("/index.html", method="POST")[0] == 501
    assert served.get("/index.html", method="HEAD") == (200, "")
    for path in ("/../scratch", "/%2e%2e/%2e%2e/site/site.yaml", "/policies/..%5c..%5csite.yaml", "//etc/passwd", "/C:/x", "/%00",
                 "/policies", "/nowhere.html", "/__gongkai__/../web.py", "/__gongkai__/web.py"):  # fmt: skip
        status, text = served.get(path)
        assert status == 404, path
        assert "甲区" in text or "全部文件" in text
        assert "名称:" not in text and "root:" not in text
    assert served.get("/")[1] == served.get("/index.html")[1]


def test_only_what_is_named_by_its_content_may_be_kept_by_the_browser(served: Served) -> None:
    page = served.get("/policies/p.html")[1]
    sheet = re.findall(r'href="\.\.(/assets/style-main\.[0-9a-f]{8}\.css)"', page)[0]
    kept = {path: served.headers(path)["Cache-Control"] for path in (sheet, "/policies/p.html", "/search/suggest.js", "/assets/none.css",
                                                                     "/__gongkai__/preview.js")}  # fmt: skip
    assert kept == dict.fromkeys(kept, "no-store") | {sheet: "max-age=86400, immutable"}


def test_a_branch_switch_is_one_build_and_idling_is_idle(served: Served, folder: Path) -> None:
    before = served.builds
    attached = folder / "policies" / "many"
    for number in range(5000):
        if number % 500 == 0:
            (attached / str(number)).mkdir(parents=True)
        (attached / str(number // 500 * 500) / f"{number}.csv").write_text("甲,1\n", encoding="utf-8")
    served.heard("处改了", before)
    time.sleep(1.0)
    assert served.builds == before + 1
    edit(folder / "policies" / "p.md", "改造旧小区", "改造老旧住宅区")
    served.until("/policies/p.html", "改造老旧住宅区")
    shutil.rmtree(attached)
    served.heard("many", before + 2)
    time.sleep(1.0)
    if Path("/proc").is_dir():
        used = _processor_seconds(served.process.pid)
        time.sleep(1.5)
        assert _processor_seconds(served.process.pid) - used <= 0.03


def _processor_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def test_the_port_taken_and_nothing_good_yet(served: Served, tmp_path: Path) -> None:
    folder = make(tmp_path / "site")
    edit(folder / "policies" / "p.md", "发文机关: 甲区人民政府\n", "")
    (folder / "build").write_text("没有人能写进这里", encoding="utf-8")  # a preview has no need to
    second = Served(folder, "--port", str(served.port))
    assert second.port > served.port
    assert f"端口 {served.port} 已被占用，改用 {second.port}。" in "".join(second.lines)
    status, text = second.get("/policies/p.html")
    assert status == 503
    assert "还没有可以看的网页" in text and "policies/p.md:1" in text and "发文机关" in text
    edit(folder / "policies" / "p.md", "发文日期", "发文机关: 甲区人民政府\n发文日期")
    second.until("/policies/p.html", "第199段")
    assert second.stop() == 0


def test_the_open_page_is_reloaded_where_its_reader_was(served: Served, folder: Path, tmp_path: Path) -> None:
    command = chromium_path()
    if command is None:
        not_here("没有 chromium，跳过浏览器测试")
    with Chromium(command, tmp_path / "profile") as browser:
        browser.size(1280, 900)
        browser.open(f"http://127.0.0.1:{served.port}/policies/p.html")
        browser.run("window.scrollTo(0, 2500)")
        where = "Math.round(document.querySelector('main').getBoundingClientRect().top)"
        before = browser.run(where)
        assert before < -1500
        edit(folder / "policies" / "p.md", "第199段", "末段")
        browser.wait("document.body.textContent.includes('末段') && window.scrollY > 2000")
        browser.wait(f"document.readyState === 'complete' && Math.abs({where} - {before}) <= 2")
        # The bar that comes with a problem moves nothing under the reader's eyes.
        edit(folder / "policies" / "p.md", "有效性: 有效", "有效性: 有")
        browser.wait("!!document.querySelector('#gongkai-preview details') && window.scrollY > 2000")
        browser.wait(f"document.readyState === 'complete' && Math.abs({where} - {before}) <= 2")
        browser.wait("document.querySelector('#gongkai-preview').getBoundingClientRect().top === 0")
        browser.open(f"http://127.0.0.1:{served.port}/lists/policies.html")
        browser.wait("document.querySelectorAll('.gongkai-badge').length === 2")
        assert browser.errors == []


def test_two_editors_save_at_once_and_every_open_page_is_told(served: Served, folder: Path) -> None:
    told: list[list[str]] = [[], []]

    def listen(heard: list[str]) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=PATIENCE)
        connection.request("GET", "/__gongkai__/events")
        answer = connection.getresponse()
        while len(heard) < 2:
            if (line := answer.readline().decode()).startswith("data: "):
                heard.append(line)
        connection.close()

    pages = [threading.Thread(target=listen, args=(heard,), daemon=True) for heard in told]
    for page in pages:
        page.start()
    end = time.monotonic() + PATIENCE
    while not all(told) and time.monotonic() < end:
        time.sleep(0.02)
    words = [(folder / "policies" / "p.md", "改造旧小区", "改造老旧院落"), (folder / "interpretations" / "i.md", "文字解读", "图文并茂的解读")]
    editors = [threading.Thread(target=edit, args=each) for each in words]
    for editor in editors:
        editor.start()
    served.until("/policies/p.html", "改造老旧院落")
    served.until("/interpretations/i.html", "图文并茂的解读")
    for page in pages:
        page.join(PATIENCE)
    assert [len(heard) for heard in told] == [2, 2]
    assert told[0][1] != told[0][0]


def test_an_editor_at_work(served: Served, folder: Path) -> None:
    source = folder / "policies" / "p.md"
    # A saved change is served; build/ is never written.
    edit(source, "改造旧小区", "改造老旧住宅区")
    assert "第199段" in served.until("/policies/p.html", "改造老旧住宅区")
    assert not (folder / "build").exists()

    # An editor that writes a file of its own and renames it over the source.
    beside = folder / "policies" / ".p.md.swp"
    beside.write_text(source.read_text(encoding="utf-8").replace("第199段", "最后一段"), encoding="utf-8")
    beside.replace(source)
    served.until("/policies/p.html", "最后一段")

    # Half saved: the problem with file, line and mend stands on the last good page, until the rest is written.
    whole = source.read_text(encoding="utf-8")
    source.write_text(whole.replace("〔2023〕", "[2023]")[:60], encoding="utf-8")
    broken = served.until("/policies/p.html", "网页还是上一次的")
    assert re.search(r"<b>错误</b> <code>policies/p\.md:\d+</code> F\d+ .*?<span class=\"gongkai-mend\">", broken)
    assert "最后一段" in broken
    assert "这一页有" in broken
    assert "网页还是上一次的" in served.get("/index.html")[1]
    source.write_text(whole, encoding="utf-8")
    end = time.monotonic() + PATIENCE
    while "网页还是上一次的" in served.get("/policies/p.html")[1]:
        assert time.monotonic() < end
        time.sleep(0.05)

    # A folder goes and comes back, and is still watched.
    shutil.move(folder / "interpretations", folder.parent / "away")
    served.until("/policies/p.html", "L101")
    shutil.move(folder.parent / "away", folder / "interpretations")
    served.until("/interpretations/i.html", "文字解读")
    edit(folder / "interpretations" / "i.md", "文字解读", "图文解读")
    served.until("/interpretations/i.html", "图文解读")

    # Settings that cannot be read do not end the preview either.
    settings = (folder / "site.yaml").read_text(encoding="utf-8")
    (folder / "site.yaml").write_text("名称: [\n", encoding="utf-8")
    served.until("/index.html", "网页还是上一次的")
    (folder / "site.yaml").write_text(settings.replace("甲区", "乙区"), encoding="utf-8")
    served.until("/index.html", "乙区政府信息公开")

    # Ctrl+C ends it and leaves nothing behind.
    assert served.stop() == 0
    assert "预览结束。" in served.lines[-1]
    assert not list((folder.parent / "tmp").glob("gongkai-preview-*"))
    assert not [line for line in served.lines if "Traceback" in line]


def test_several_processes_read_and_write_a_column_that_is_large_enough_for_them(tmp_path: Path) -> None:
    site = make(tmp_path / "large")
    for number in range(70):
        text = policy(f"甲政发〔2024〕{number + 1}号", f"第{number}号通知", issued="2024-01-02")
        (site / "policies" / f"n{number}.md").write_text(text, encoding="utf-8", newline="\n")
    preview = Served(site, "--port", "8490", "--jobs", "2")
    try:
        assert "第69号通知" in preview.get("/policies/n69.html")[1]
    finally:
        assert preview.stop() == 0
