"""A running preview, and a site of a few files that it shows."""

from __future__ import annotations

import http.client
import os
import re
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

from tests.conftest import QUIET, ROOT, interpretation, policy

PATIENCE = 20.0  # seconds
LONG = "\n\n".join(f"第{number}段，说的是第{number}件事。" for number in range(1, 200))
FILES = {
    "site.yaml": "名称: 甲区政府信息公开\n栏目:\n  - {名称: 政策文件, 列表: 政策}\n" + QUIET,
    "policies/p.md": policy(more="解读链接: i\n", body=LONG),
    "policies/draft.md": policy("甲政发〔2026〕9号", title="起草中的办法", issued="2026-11-20", more="草稿: true\n"),
    "policies/later.md": policy("甲政发〔2026〕8号", title="明天的通知", issued="2026-11-20", more="发布于: 2026-12-01\n"),
    "interpretations/i.md": interpretation(),
}


class Served:
    """A running preview of a site."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.folder = folder
        self.lines: list[str] = []
        command = [sys.executable, "-m", "gongkai", "serve", "--site", str(folder), "--today", "2026-11-21", "--jobs", "1", *options]
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "scripts"), "TMPDIR": str(folder.parent / "tmp")}
        (folder.parent / "tmp").mkdir(exist_ok=True)
        if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # tests run in the background hand that on to what they start
            signal.signal(signal.SIGINT, signal.default_int_handler)
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8", env=environment)
        threading.Thread(target=self._listen, daemon=True).start()
        self.port = int(re.findall(r"http://127\.0\.0\.1:(\d+)/", self.heard("预览：http"))[0])

    def _listen(self) -> None:
        assert self.process.stderr is not None
        self.lines.extend(self.process.stderr)  # grows line by line

    def heard(self, words: str, since: int = 0) -> str:
        """The first line of the terminal with the words; waits for it."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if found := next((line for line in self.lines[since:] if words in line), None):
                return found
            time.sleep(0.02)
        raise TimeoutError(words + "\n" + "".join(self.lines))

    def get(self, path: str, host: str = "", method: str = "GET") -> tuple[int, str]:
        """Status and text, the path exactly as it is given."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.putrequest(method, path, skip_host=True)
        connection.putheader("Host", host or f"127.0.0.1:{self.port}")
        connection.endheaders()
        answer = connection.getresponse()
        text = answer.read().decode("utf-8", "replace")
        connection.close()
        return answer.status, text

    def headers(self, path: str) -> dict[str, str]:
        """What the answer says of itself."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        connection.close()
        return dict(answer.headers)

    def until(self, path: str, words: str) -> str:
        """The page, as soon as it says the words."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            text = self.get(path)[1]
            if words in text:
                return text
            time.sleep(0.05)
        raise TimeoutError(words + "\n" + "".join(self.lines))

    @property
    def builds(self) -> int:
        return sum("生成用了" in line for line in self.lines)

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT if os.name != "nt" else signal.SIGTERM)
        return self.process.wait(PATIENCE)


def make(site: Path) -> Path:
    for path, text in FILES.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text, encoding="utf-8", newline="\n")
    return site


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")
