"""The five minutes of docs/五分钟.md, walked without the terminal: the same commands, the same answers, the same page."""

from __future__ import annotations

import os
import re
import runpy
import subprocess
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from tests.conftest import ROOT

WALK = runpy.run_path(str(ROOT / "scripts" / "walk.py"))
TOLD = (ROOT / "docs" / "五分钟.md").read_text(encoding="utf-8")
DAY = datetime.strptime(re.findall(r"^公开日期: (\d{4}-\d{2}-\d{2})$", TOLD, re.MULTILINE)[0], "%Y-%m-%d").replace(tzinfo=timezone.utc)
STEPS = WALK["steps"](DAY.date())


def test_the_page_tells_the_steps_that_there_are() -> None:
    typed = re.findall(r"^\$ (.+)$", TOLD, re.MULTILINE)
    wanted = [step.text if isinstance(step, WALK["Command"]) else f"vi {step.path}" for step in (*WALK["HEAD"], *STEPS)]
    assert typed == ["cd gongkai", *wanted]


def test_readme_has_the_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = [step.text.split(" ")[:2] for step in STEPS if isinstance(step, WALK["Command"]) and step.text.startswith("gongkai")]
    assert [words for words in commands if not re.search(rf"^{words[0]} {words[1]}\b", readme, re.MULTILINE)] == []
    assert not re.search(r"(?<!\S)/(?:tmp|root|home|work)/", TOLD)


@pytest.mark.skipif(os.name == "nt", reason="回答问题要有伪终端")
def test_the_commands_lead_to_the_page(tmp_path: Path) -> None:
    import pty

    WALK["word_file"](tmp_path / WALK["WORD"], DAY.date())
    noon = str(int((DAY + timedelta(hours=4)).timestamp()))
    environment = {**os.environ, "HOME": str(tmp_path), "PYTHONPATH": str(ROOT / "scripts"), "SOURCE_DATE_EPOCH": noon}
    place = tmp_path
    for step in STEPS:
        if isinstance(step, WALK["Edit"]):
            path = place / step.path
            path.write_text(WALK["changed"](path.read_text(encoding="utf-8"), step), encoding="utf-8", newline="\n")
            continue
        if step.text.startswith("cd "):
            place = place / step.text[3:]
            continue
        words = step.text.removesuffix(" 2>/dev/null").split(" ")
        assert words[0] == "gongkai"
        command = [sys.executable, "-m", "gongkai", *(word.replace("~", str(tmp_path)) for word in words[1:])]
        ours, theirs = pty.openpty()
        os.write(ours, "".join(f"{answer}\n" for answer in step.answers).encode())
        done = subprocess.run(command, cwd=place, env=environment, stdin=theirs, capture_output=True, check=False)
        os.close(ours)
        os.close(theirs)
        assert done.returncode == 0, f"{step.text}\n{done.stdout.decode()}{done.stderr.decode()}"
    assert (place / WALK["POLICY"]).read_text(encoding="utf-8").split("---")[1].strip() in TOLD
    assert (place / WALK["EXPLANATION"]).read_text(encoding="utf-8").strip() in TOLD
    page = (place / WALK["BUILT"]).read_text(encoding="utf-8")
    assert "《关于加强校园周边停车管理的通知》解读" in page
    assert "云麓政办发〔2026〕31号" in page
    assert "尚未施行" in page
