"""One headless Chromium, driven over its DevTools protocol."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any

import websocket

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PATIENCE = 20.0  # seconds
# Each key's code, and the text it types.
KEYS = {"Enter": (13, "\r"), "Tab": (9, ""), " ": (32, " "), "Escape": (27, ""), "ArrowUp": (38, ""), "ArrowDown": (40, "")}


def chromium_path() -> str | None:
    return next(filter(None, map(shutil.which, NAMES)), None)


class Chromium:
    """A browser process with one page. Use with `with`; `errors` are what the page's console complained of."""

    def __init__(self, command: str, profile: Path, patience: float = PATIENCE) -> None:
        flags = ["--headless=new", "--remote-debugging-port=0", f"--user-data-dir={profile}", "--no-first-run", "--disable-gpu",
                 "--disable-background-networking", "--remote-allow-origins=*"]  # fmt: skip
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            flags.append("--no-sandbox")  # Chromium refuses to run as root with it
        self._process = subprocess.Popen(
            [command, *flags, "about:blank"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self._socket = websocket.create_connection(self._address(profile), timeout=patience)
        self._patience = patience
        self._last = 0
        self._session = ""
        self.errors: list[str] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")
        self.requested: list[str] = []

    def __enter__(self) -> Chromium:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._socket.close()
        self._process.terminate()
        self._process.wait(PATIENCE)

    def _address(self, profile: Path) -> str:
        told = profile / "DevToolsActivePort"
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if told.exists() and len(lines := told.read_text("utf-8").split()) == 2:
                return f"ws://127.0.0.1:{lines[0]}{lines[1]}"
            time.sleep(0.05)
        raise TimeoutError("Chromium did not start")

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """What the protocol answers to one of its methods."""
        self._send(method, parameters)
        while True:
            answer = json.loads(self._socket.recv())
            if answer.get("id") == self._last:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                result: dict[str, Any] = answer["result"]
                return result
            self._notice(answer)

    def _send(self, method: str, parameters: dict[str, Any]) -> None:
        self._last += 1
        message = {"id": self._last, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        self._socket.send(json.dumps(message))

    def _notice(self, event: dict[str, Any]) -> None:
        name, told = event.get("method"), event.get("params", {})
        if name == "Log.entryAdded" and told["entry"]["level"] == "error":
            self.errors.append(told["entry"]["text"])
        elif name == "Runtime.exceptionThrown":
            self.errors.append(json.dumps(told["exceptionDetails"], ensure_ascii=False))
        elif name == "Network.requestWillBeSent":
            self.requested.append(told["request"]["url"])

    def open(self, address: str) -> None:
        self.call("Page.navigate", url=address)
        self.wait("document.readyState === 'complete' && location.href !== 'about:blank'")

    def run(self, script: str) -> Any:
        """The value of an expression in the page; a promise is awaited."""
        answer = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(json.dumps(answer["exceptionDetails"], ensure_ascii=False))
        return answer["result"].get("value")

    def wait(self, condition: str) -> None:
        """Until an expression is true; TimeoutError when patience has ended."""
        end = time.monotonic() + self._patience
        while time.monotonic() < end:
            try:
                if self.run(condition):
                    return
            except RuntimeError:
                pass  # the page is changing under us
            time.sleep(0.02)
        raise TimeoutError(condition)

    def press(self, key: str, shift: bool = False) -> None:
        code, text = KEYS[key]
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=key, windowsVirtualKeyCode=code, modifiers=8 if shift else 0,
                       text=text if kind == "keyDown" else "")  # fmt: skip

    def press_tab(self, times: int, shift: bool = False) -> None:
        """Many times in a row, without waiting for the page to be drawn between."""
        told = {"type": "rawKeyDown", "key": "Tab", "windowsVirtualKeyCode": KEYS["Tab"][0], "modifiers": 8 if shift else 0}
        for _ in range(times - 1):
            self._send("Input.dispatchKeyEvent", told)
        self.call("Input.dispatchKeyEvent", **told)

    def size(self, width: int, height: int, dark: bool = False) -> None:
        """What the page is shown on."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600)
        self.darken(dark)

    def darken(self, dark: bool) -> None:
        """What the reader's system asks for, in the page that is open as well."""
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", features=[scheme])

    @contextmanager
    def on_day(self, day: str) -> Iterator[None]:
        """Pages opened within are read on that day (`2031-01-01`, noon in China)."""
        script = f"Date.now = () => Date.parse('{day}T04:00:00Z');"
        added = self.call("Page.addScriptToEvaluateOnNewDocument", source=script)["identifier"]
        try:
            yield
        finally:
            self.call("Page.removeScriptToEvaluateOnNewDocument", identifier=added)

    def type(self, text: str) -> None:
        self.call("Input.insertText", text=text)
