"""What is asked of a site: which one, as of which day, with how many processes. Every command begins with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

STEPS = ("读取", "关联", "检查", "建立检索", "生成网页", "发布")
"""The steps of a build."""
BASELINE = "baseline.json"
"""The name of the file of old problems where it lies beside `site.yaml`."""


@dataclass(frozen=True, slots=True)
class Call:
    """What a command asks for: where the site and its settings are, where the build goes, how many may work, the day.

    `baseline` names the file of the problems that do not count; None where there is none. `online` names the file that
    keeps the answers of other sites; None where they are not to be asked. `history_of` is the folder whose Git history
    tells the first days of the sources; the site's own where None. `remembers`: what is as it was the last time is not made
    again, and what this time comes to is kept for the next.
    """

    folder: Path
    config: Path
    output: Path
    jobs: int
    today: date
    baseline: Path | None = None
    online: Path | None = None
    history_of: Path | None = None
    remembers: bool = False

    @property
    def shown_config(self) -> str:
        """How problems name the settings: `site.yaml`, or the file that stands in for it."""
        own = self.config.resolve() == (self.folder / "site.yaml").resolve()
        return "site.yaml" if own else self.config.as_posix()
