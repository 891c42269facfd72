"""在一台只有 Python 的机器上生成专栏：备好 .venv，装好锁定的库，运行 `gongkai build`。

用法: python3 scripts/build.py [gongkai build 的选项]
"""

from __future__ import annotations

import os
import subprocess
import sys

from environment import ROOT, prepare


def main() -> int:
    """Prepare, then build the column that is this repository."""
    python = prepare("requirements.lock")
    command = [python, "-m", "gongkai", "build", "--site", str(ROOT), *sys.argv[1:]]
    return subprocess.run(command, env={**os.environ, "PYTHONUTF8": "1"}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
