"""在一台只有 Python 的机器上运行全部测试：备好 .venv，装好锁定的库，运行 pytest。

用法: python3 scripts/test.py [pytest 的选项]
"""

from __future__ import annotations

import subprocess
import sys

from environment import ROOT, prepare


def main() -> int:
    """Prepare, then test."""
    python = prepare("requirements.lock", "requirements-test.lock")
    return subprocess.run([python, "-m", "pytest", *sys.argv[1:]], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
