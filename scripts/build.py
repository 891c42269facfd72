"""在一台只有 Python 的机器上生成示范专栏：备好 .venv，装好锁定的库，运行 `gongkai build`。

用法: python3 scripts/build.py [gongkai build 的选项]

示范专栏的文件写到 2026 年 11 月为止，以后总有文件到期、年报该出而没有人写，所以按那时的一天推算；自己的站点用 gongkai build，
按当天推算。网页在读者的浏览器里仍按他打开的那一天显示有效性。
"""

from __future__ import annotations

import os
import subprocess
import sys

from environment import ROOT, prepare

DEMONSTRATION_DAY = "2026-11-23"


def main() -> int:
    """Prepare, then build the column that is this repository, as of the day its documents were written for."""
    python = prepare("requirements.lock")
    command = [python, "-m", "gongkai", "build", "--site", str(ROOT), "--today", DEMONSTRATION_DAY, *sys.argv[1:]]
    return subprocess.run(command, env={**os.environ, "PYTHONUTF8": "1"}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
