"""Files that only LibreOffice reads here (.doc, .wps, .rtf, .odt): it makes a .docx of them, where it is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from gongkai.importing.blocks import Doubt, Refused, Source
from gongkai.importing.word_file import read_word
from gongkai.model.faults import why

_SECONDS = 120
_WINDOWS = ("LibreOffice/program/soffice.exe", "LibreOffice 5/program/soffice.exe")


def read_by_libreoffice(raw: bytes, ending: str, what: str) -> Source:
    """The text of a file that LibreOffice can open; Refused, with what to do instead, where it is not installed."""
    program = libreoffice()
    if not program:
        raise Refused(f"是{what}，要装 LibreOffice 才能读；或在 Word、WPS 里打开，另存为 .docx 再导入")
    with tempfile.TemporaryDirectory(prefix="gongkai-") as name:
        folder = Path(name)
        (folder / f"in{ending}").write_bytes(raw)
        command = [
            program, "--headless", "--norestore", "--nolockcheck", f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "out"), str(folder / f"in{ending}"),
        ]  # fmt: skip
        try:
            subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)
        except subprocess.TimeoutExpired as error:
            raise Refused(f"LibreOffice 用了 {_SECONDS} 秒还没有读完，没有导入。请另存为 .docx 再导入") from error
        except OSError as error:
            raise Refused(f"LibreOffice 运行不了：{why(error)}") from error
        made = folder / "out" / "in.docx"
        if not made.is_file():
            raise Refused(f"LibreOffice 打不开这个文件（它是{what}）。请在 Word 或 WPS 里打开，另存为 .docx 再导入")
        source = read_word(made.read_bytes())
    source.doubts.append(Doubt("正文", f"由 LibreOffice 从{what}转换而来，编号和表格请对照原件"))
    return source


def libreoffice() -> str:
    """Where LibreOffice's program is, "" where there is none."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found:
        return found
    folders = [os.environ.get(name, "") for name in ("PROGRAMFILES", "PROGRAMFILES(X86)")]
    paths = [Path(folder) / below for folder in folders if folder for below in _WINDOWS]
    paths.append(Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"))
    return next((str(path) for path in paths if path.is_file()), "")
