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
    # A file of tests at a time to each of the cores, in the order that tests/conftest.py gives: those first that take long. `-n 0`
    # runs them one after the other, as a debugger wants.
    command = [python, "-m", "pytest", "-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder", *sys.argv[1:]]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
