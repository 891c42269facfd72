"""The judged pages and Word files that nobody here wrote: fields, citations, nothing invented, no text lost."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT


def test_judged_pages_come_out_as_judged(corpus: Path) -> None:
    command = [sys.executable, str(ROOT / "scripts" / "bench_import.py"), str(corpus / "pages"), "--json"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    rows = json.loads(done.stdout)["rows"]
    shares = {key: float(value.split("%")[0]) for key, value in rows.items() if "%" in value}
    assert min(share for key, share in shares.items() if key not in ("引用文号 准/全", "正文字数找回")) >= 96
    assert shares["引用文号 准/全"] >= 97
    assert shares["正文字数找回"] >= 99.5
    assert rows["凭空多出"] == "0"
