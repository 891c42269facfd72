"""What build.py and test.py have in common: a `.venv` with the locked libraries. Standard library alone."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_VENV = ROOT / ".venv"
_PYTHON = _VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
_OLDEST = (3, 10)


def prepare(*locks: str) -> str:
    """Make `.venv` and install what the lock files say, unless that is done already; the path of its Python."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    if sys.version_info < _OLDEST:
        sys.exit(f"需要 Python {_OLDEST[0]}.{_OLDEST[1]} 或更新的版本，这里是 {platform.python_version()}。")
    stamp = _VENV / ("installed-" + "-".join(Path(lock).stem for lock in locks))
    state = hashlib.sha256(b"".join((ROOT / lock).read_bytes() for lock in locks) + sys.version.encode()).hexdigest()
    if _PYTHON.exists() and stamp.exists() and stamp.read_text(encoding="utf-8") == state:
        _show_the_way()
        return str(_PYTHON)
    print("第一次运行：正在准备 .venv（以后不再需要）……", flush=True)
    if not (_PYTHON.exists() and _works()):
        _make_venv()
    arguments = [argument for lock in locks for argument in ("-r", str(ROOT / lock))]
    command = [str(_PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary=:all:", *arguments]
    if subprocess.run(command, check=False).returncode:
        sys.exit("装不上需要的库。看看网络；没有网络时，先按 CONTRIBUTING.md“没有网络的机器”一节备好安装包。")
    stamp.write_text(state, encoding="utf-8")
    _show_the_way()
    return str(_PYTHON)


def _show_the_way() -> None:
    """Let the venv's Python find the package beside this file, so that `.venv/bin/python -m gongkai` works anywhere."""
    packages = _VENV / "Lib/site-packages" if os.name == "nt" else next(_VENV.glob("lib/python3*/site-packages"))
    way, here = packages / "gongkai.pth", f"{ROOT / 'scripts'}\n"
    if not way.exists() or way.read_text(encoding="utf-8") != here:
        way.write_text(here, encoding="utf-8")


def _works() -> bool:
    """Whether the venv has a pip that runs: one made by an interrupted call or another Python has not."""
    return subprocess.run([str(_PYTHON), "-m", "pip", "--version"], capture_output=True, check=False).returncode == 0


def _make_venv() -> None:
    if importlib.util.find_spec("ensurepip") is None:
        _install_venv_package()
    shutil.rmtree(_VENV, ignore_errors=True)
    if subprocess.run([sys.executable, "-m", "venv", str(_VENV)], check=False).returncode:
        sys.exit("做不成 .venv。看看磁盘空间，以及这个文件夹能不能写。")


def _install_venv_package() -> None:
    """Debian parts venv from Python; fetch it where we may, say how where we may not."""
    package = f"python3.{sys.version_info[1]}-venv"
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        print(f"正在安装 {package} ……", flush=True)
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", package]):
            subprocess.run(command, env=quiet, check=False, stdout=subprocess.DEVNULL)
        # This process looked for the module before it was there; the next one finds it.
        if subprocess.run([sys.executable, "-c", "import ensurepip"], check=False).returncode == 0:
            return
    sys.exit(f"这台机器的 Python 缺少 venv。请先运行：sudo apt install {package}")
