"""在一台只有 Python 的机器上生成专栏：备好 .venv，装好锁定的库，运行 `gongkai build`。

用法: python3 scripts/build.py [gongkai build 的选项]
"""

from __future__ import annotations

import sys

from environment import ROOT, prepare, run_gongkai


def main() -> int:
    """Prepare, then build the column that is this repository."""
    python = prepare("requirements.lock")
    return run_gongkai(python, ["build", "--site", str(ROOT), *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())
