"""从一份 Word 文件到公开的网页：照 README 的步骤，在真的终端（tmux）里一个字一个字地打，记下屏幕和时间，写成 docs/五分钟.md。

用法: .venv/bin/python scripts/walk.py        （要有 git、tmux、vi、chromium，和测试用的库）

步骤在 STEPS 里，tests/test_walk.py 不用 tmux 照样走一遍。
"""

from __future__ import annotations

import base64
import os
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import docx
from docx.enum.text import WD_PARAGRAPH_ALIGNMENT

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.browser.chromium import Chromium, chromium_path  # noqa: E402 — the driver of the browser tests

PAGE = ROOT / "docs" / "五分钟.md"
PICTURE = ROOT / "docs" / "images" / "五分钟.png"
WORD = "校园周边停车.docx"
SITE = "我的专栏"
POLICY = "policies/校园周边停车.md"
EXPLANATION = "interpretations/jd-校园周边停车.md"
BUILT = "build/policies/校园周边停车.html"
WIDTH, HEIGHT = 110, 48
A_KEY = 0.03  # seconds
PATIENCE = 240.0
PROMPT = "$ "


@dataclass(frozen=True)
class Command:
    """What is typed at the prompt, and what is typed where the command asks."""

    text: str
    answers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Edit:
    """A file changed in an editor: the line `below` lines under one that begins with `line` becomes `new`, one after the other."""

    path: str
    changes: tuple[tuple[str, int, str], ...]


Step = Command | Edit

HEAD = (
    Command("python3 scripts/build.py"),
    Command('alias gongkai="$PWD/.venv/bin/python -m gongkai"'),
)
"""Steps that set up what a test has already."""


def steps(today: date) -> tuple[Step, ...]:
    """Every step after HEAD, in the folder of the checkout, as somebody takes them on that day."""
    return (
        Command(f"gongkai init {SITE} --name 云麓区政府信息公开 --organ 云麓区人民政府办公室 --issuer 云麓政办发 --ci 无 2>/dev/null"),
        Command(f"cd {SITE}"),
        Command(f"gongkai import ~/{WORD}"),
        Edit(POLICY, (("# 请核对 发文日期", 0, f"发文日期: {today}"), ("# 请核对 有效性", 0, "有效性: 尚未施行"))),
        Command("gongkai new interpretation --for 校园周边停车",
                ("《关于加强校园周边停车管理的通知》解读", "", "", "", "")),
        Edit(EXPLANATION, (
            ("## 制定背景", 2, "上下学时段，校园门口停车难、过街险。"), ("## 主要内容", 2, "划定临时停车路段，机关停车场向接送学生的家长开放。"),
            ("## 适用对象", 2, "接送学生的家长，学校周边的居民。"), ("## 注意事项", 2, "每次不超过15分钟，停在划定的路段。"),
            ("## 新旧政策差异", 2, "这是第一次对校园周边停车作出规定。"), ("草稿:", 0, "联系电话: 0990-83300110"),
        )),
        Command("gongkai check --fix --yes"),
        Command("gongkai build"),
    )  # fmt: skip


def word_file(path: Path, today: date) -> None:
    """The notice that somebody drafted in Word; all of it made up."""
    document = docx.Document()
    centre, right = WD_PARAGRAPH_ALIGNMENT.CENTER, WD_PARAGRAPH_ALIGNMENT.RIGHT

    def paragraph(text: str, place: WD_PARAGRAPH_ALIGNMENT | None = None) -> None:
        document.add_paragraph(text).alignment = place

    start = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
    paragraph("云麓区人民政府办公室文件", centre)
    paragraph(f"云麓政办发〔{today.year}〕31号", centre)
    paragraph("云麓区人民政府办公室关于加强校园周边停车管理的通知", centre)
    for text in ("各街道办事处、镇人民政府，区政府有关部门：", "为缓解上下学时段校园周边停车难，经区政府同意，现就有关事项通知如下。", "一、临时停车",
                 "每个上学日7时至8时、16时至17时30分，学校门口划定的路段可以临时停车，每次不超过15分钟。", "二、共享泊位",
                 "区级机关和国有企业的停车场，在上述时段向接送学生的家长免费开放。", "三、各自的任务"):  # fmt: skip
        paragraph(text)
    table = document.add_table(rows=3, cols=2)
    for row, cells in zip(table.rows, (("负责单位", "做什么"), ("区教育局", "公布每所学校的临时停车路段"), ("各街道、镇", "组织志愿者引导车辆")), strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    paragraph(f"本通知自{start.year}年{start.month}月{start.day}日起施行。")
    paragraph("云麓区人民政府办公室", right)
    paragraph(f"{today.year}年{today.month}月{today.day}日", right)
    paragraph("（此件公开发布）")
    document.save(str(path))


def changed(text: str, edit: Edit) -> str:
    """The text after an edit; ValueError where a line is not there."""
    lines = text.split("\n")
    for head, below, new in edit.changes:
        at = next(i for i, line in enumerate(lines) if line.startswith(head)) + below
        lines[at] = new
    return "\n".join(lines)


class Terminal:
    """A tmux session of its own, in which somebody types."""

    def __init__(self, home: Path) -> None:
        self._socket = f"gongkai-walk-{os.getpid()}"
        environment = {"HOME": str(home), "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "TERM": "xterm-256color", "PS1": PROMPT}
        command = ["env", "-i", *(f"{key}={value}" for key, value in environment.items()), "bash", "--norc", "--noprofile"]
        subprocess.run(["tmux", "-L", self._socket, "-f", "/dev/null", "new-session", "-d", "-x", str(WIDTH), "-y", str(HEIGHT),
                        "-c", str(home), ";", "set", "-g", "history-limit", "50000", ";", "respawn-pane", "-k", "-c", str(home), *command], check=True)  # fmt: skip
        self.wait_for_prompt(0)

    def close(self) -> None:
        """End the session."""
        subprocess.run(["tmux", "-L", self._socket, "kill-server"], check=False, capture_output=True)

    def _tmux(self, *words: str) -> str:
        return subprocess.run(["tmux", "-L", self._socket, *words], check=True, capture_output=True).stdout.decode("utf-8")

    def screen(self) -> str:
        """What is on the screen now."""
        return self._tmux("capture-pane", "-p", "-J")

    def everything(self) -> str:
        """All that ever was on it."""
        return self._tmux("capture-pane", "-p", "-J", "-S", "-")

    def type(self, text: str, enter: bool = True) -> None:
        """One key after the other."""
        for key in text:
            self._tmux("send-keys", "-l", "--", "\\;" if key == ";" else key)  # a bare one would part two commands of tmux
            time.sleep(A_KEY)
        if enter:
            self._tmux("send-keys", "Enter")

    def key(self, name: str) -> None:
        """A key that is no letter."""
        self._tmux("send-keys", name)

    def wait(self, shown: re.Pattern[str]) -> None:
        """Until the end of the screen shows it; TimeoutError when patience has ended."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if shown.search(self.screen().rstrip("\n")):
                return
            time.sleep(0.05)
        raise TimeoutError(f"{shown.pattern}\n{self.screen()}")

    def wait_for_editor(self) -> None:
        """Until a program has the whole screen: what is typed before that would be lost."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self._tmux("display", "-p", "#{alternate_on}").strip() == "1":
                time.sleep(0.5)
                return
            time.sleep(0.05)
        raise TimeoutError(self.screen())

    def prompts(self) -> int:
        """How many prompts there have been."""
        return len(re.findall(r"^\$(?: |$)", self.everything(), re.MULTILINE))

    def wait_for_prompt(self, before: int) -> None:
        """Until there is one more prompt than `before`, with nothing behind it."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self.prompts() > before and re.search(r"(?:^|\n)\$ ?$", self.screen().rstrip("\n")):
                return
            time.sleep(0.05)
        raise TimeoutError(self.screen())


def take(terminal: Terminal, step: Step) -> None:
    """One step, typed."""
    before = terminal.prompts()
    if isinstance(step, Command):
        terminal.type(step.text)
        for answer in step.answers:
            terminal.wait(re.compile(r"：$"))
            terminal.type(answer)
            time.sleep(0.3)
    else:
        terminal.type(f"vi {step.path}")
        terminal.wait_for_editor()
        for head, below, new in step.changes:
            terminal.type(f":1|/^{head}/+{below}s/.*/{new}/")
        terminal.type(":wq")
    terminal.wait_for_prompt(before)


def main() -> int:
    """Walk, then write the page."""
    today = date.today()
    with tempfile.TemporaryDirectory(prefix="gongkai-walk-") as folder:
        home = Path(folder) / "家"
        home.mkdir()
        word_file(home / WORD, today)
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(home / "gongkai")], check=True)
        terminal = Terminal(home)
        times: list[tuple[str, float]] = []
        try:
            for step in (Command("cd gongkai"), *HEAD, *steps(today)):
                start = time.monotonic()
                take(terminal, step)
                times.append((step.text if isinstance(step, Command) else f"vi {step.path}", time.monotonic() - start))
            told = terminal.everything().rstrip()
        finally:
            terminal.close()
        site = home / "gongkai" / SITE
        page = site / BUILT
        assert page.is_file(), told
        _photograph(page, PICTURE)
        made = _page(told.replace(str(home), "~"), times, (site / POLICY).read_text(encoding="utf-8"), (site / EXPLANATION).read_text(encoding="utf-8"))
        PAGE.write_text(made, encoding="utf-8", newline="\n")
    print(f"写成 {PAGE}；共 {sum(seconds for _, seconds in times):.0f} 秒")
    return 0


def _photograph(page: Path, picture: Path) -> None:
    command = chromium_path()
    assert command, "没有 chromium"
    with tempfile.TemporaryDirectory() as profile, Chromium(command, Path(profile)) as browser:
        browser.size(1100, 900)
        browser.open(page.as_uri())
        time.sleep(1)
        picture.write_bytes(base64.b64decode(browser.call("Page.captureScreenshot", format="png")["data"]))


def _page(told: str, times: list[tuple[str, float]], policy: str, explanation: str) -> str:
    first = next(seconds for text, seconds in times if "build.py" in text)
    whole = sum(seconds for _, seconds in times)
    rows = "\n".join(f"| `{text}` | {seconds:.1f} |" for text, seconds in times)
    return f"""# 五分钟：从一份 Word 文件到公开的网页

这一页由 `scripts/walk.py` 写成：在一个刚克隆的文件夹里，照 [README](../README.md) 的步骤，在真的终端里一个字一个字地打（每个键 0.03 秒），记下屏幕。一共 {whole:.0f} 秒，其中 {first:.0f} 秒是第一次准备 `.venv` 并生成示范专栏。`~/{WORD}` 是一份用 Word 起草的通知，内容是编的。

```
{told}
```

`vi` 的两步是在编辑器里改文件，用什么编辑器都行。第一次把导入时标着“请核对”的两行改成答案，改好的样子：

```
{policy.split("---", 2)[1].strip()}
```

第二次写解读，并删去“草稿”那一行：

```
{explanation.strip()}
```

生成的网页，双击就能看：

![政策页：尚未施行，文号、信息框，下面连着解读](images/五分钟.png)

| 打的是什么 | 秒 |
|---|--:|
{rows}
| 一共 | {whole:.1f} |
"""


if __name__ == "__main__":
    sys.exit(main())
