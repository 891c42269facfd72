"""The process that builds, `python -m gongkai.serving.builder`: a call on each line of its input, an outcome on each of its output.

It stands apart from the process that serves, so that no build, however it ends, takes the preview down; and it stays,
so that what a later build can use again may be kept here.
"""

from __future__ import annotations

import io
import signal
import sys
import tempfile
import traceback
from pathlib import Path

from gongkai import pipeline
from gongkai.console import Steps
from gongkai.model.problems import CannotBuild
from gongkai.pipeline import Call
from gongkai.remembering.memory import Remembering
from gongkai.serving.outcome import Outcome, call_from_json, documents_of, outcome_as_json


def main() -> None:
    """Answer until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in the terminal is for the process that serves
    answers, sys.stdout = sys.stdout, sys.stderr  # whatever prints must not speak between the answers
    # What one build leaves to the next stays in this process, its texts among the preview's temporary files.
    remembered = Remembering(Path(tempfile.mkdtemp(prefix="gongkai-")), keeps=False)
    first = True
    for line in sys.stdin:
        call, folder = call_from_json(line)
        steps = Steps(pipeline.STEPS, None if first else io.StringIO())
        first = False
        answers.write(outcome_as_json(build(call, folder, steps, remembered)) + "\n")
        answers.flush()


def build(call: Call, folder: Path, steps: Steps, remembered: Remembering) -> Outcome:
    """Build into the folder; nothing that goes wrong is raised."""
    try:
        examined, problems, published = pipeline.preview(call, folder, steps, remembered)
        return Outcome(published, tuple(problems), documents_of(examined))
    except CannotBuild as error:
        return Outcome(failure=str(error))
    except OSError as error:
        # A file that vanished between two looks: its removal is a change, which begins the next build.
        return Outcome(failure=f"读写“{error.filename or ''}”时出错：{error.strerror}")
    except Exception:
        traceback.print_exc()
        return Outcome(failure="程序出错，这一次没有生成；详情在运行 gongkai serve 的窗口里。")


if __name__ == "__main__":
    main()
