"""`python -m gongkai` 与命令 `gongkai` 相同。"""

import sys

from gongkai.commands import main

if __name__ == "__main__":
    sys.exit(main())
