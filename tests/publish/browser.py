"""Headless Chromium, driven over its debugging pipe: no driver, no package, no port.

https://chromedevtools.github.io/devtools-protocol/ - messages are JSON, each ended by a NUL byte;
the browser reads them from descriptor 3 and writes to 4.
"""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
import time
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from pathlib import Path

CHROMIUM = next(
    (
        found
        for name in ("chromium", "chromium-browser", "google-chrome")
        if (found := shutil.which(name))
    ),
    None,
)
_PATIENCE = 60.0
"""Seconds that the browser may take for an answer."""


class Browser:
    """One page in a browser without a window; use it in a `with` statement.

    Attributes:
        complaints: What the page wrote to the console, and exceptions in it.
        requests: Addresses that it asked the network for.
    """

    def __init__(self) -> None:
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self._loaded = 0
        self._last = 0
        self._unread = b""
        self._folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        there, self._write = os.pipe()
        self._read, back = os.pipe()

        def at_three_and_four() -> None:
            os.dup2(there, 63)
            os.dup2(back, 64)
            os.dup2(63, 3)
            os.dup2(64, 4)

        options = ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars")
        options += ("--disable-dev-shm-usage", "--remote-debugging-pipe", "--no-first-run")
        self._process = subprocess.Popen(
            [str(CHROMIUM), *options, f"--user-data-dir={self._folder.name}", "about:blank"],
            preexec_fn=at_three_and_four,
            close_fds=False,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(there)
        os.close(back)
        self._session = ""

    def __enter__(self) -> Self:
        pages = self._call("Target.getTargets")["targetInfos"]
        page = next(target for target in pages if target["type"] == "page")
        attached = self._call("Target.attachToTarget", targetId=page["targetId"], flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self._call(f"{domain}.enable")
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        os.close(self._read)
        os.close(self._write)
        self._folder.cleanup()

    def open(
        self, path: Path, *, width: int, height: int = 900, dark: bool = False, paper: bool = False
    ) -> None:
        """Show a file in a window of a size, in pixels, or as it would be printed."""
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        still = {"name": "prefers-reduced-motion", "value": "reduce"}
        self._call(
            "Emulation.setEmulatedMedia", media="print" if paper else "", features=[scheme, still]
        )
        self._call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=width < 600,
        )
        before = self._loaded
        self._call("Page.navigate", url=path.as_uri())
        self._wait(lambda: self._loaded > before)

    def run(self, script: str) -> Any:
        """The value of an expression in the page; promises are waited for."""
        answer = self._call(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        if "exceptionDetails" in answer:
            raise AssertionError(answer["exceptionDetails"])
        return answer["result"].get("value")

    def press(self, key: str) -> None:
        """Press a key that is called like this in the protocol ("Tab", "Enter", "ArrowRight")."""
        codes = {"Tab": 9, "Enter": 13, "ArrowRight": 39}
        for kind in ("rawKeyDown", "keyUp"):
            fields = {"type": kind, "key": key, "code": key, "windowsVirtualKeyCode": codes[key]}
            self._call("Input.dispatchKeyEvent", **fields)

    def screenshot(self, path: Path, *, whole: bool = False) -> None:
        """Keep what the window shows, or the whole page, as a .png or .webp file."""
        kind = {"format": path.suffix.removeprefix("."), "captureBeyondViewport": whole}
        answer = self._call("Page.captureScreenshot", **kind)
        path.write_bytes(base64.b64decode(answer["data"]))

    def _call(self, method: str, **parameters: Any) -> Any:
        self._last += 1
        number = self._last
        message = {"id": number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        answers: list[dict[str, Any]] = []
        self._wait(lambda: bool(answers), number, answers)
        if "error" in answers[0]:
            raise AssertionError(f"{method}: {answers[0]['error']}")
        return answers[0]["result"]

    def _wait(
        self, is_done: Any, number: int = 0, answers: list[dict[str, Any]] | None = None
    ) -> None:
        deadline = time.monotonic() + _PATIENCE
        while not is_done():
            while b"\0" not in self._unread:
                ready, _, _ = select.select([self._read], [], [], deadline - time.monotonic())
                if not ready:
                    raise AssertionError("the browser does not answer")
                read = os.read(self._read, 1 << 20)
                if not read:
                    raise AssertionError("the browser is gone")
                self._unread += read
            first, self._unread = self._unread.split(b"\0", 1)
            message = json.loads(first)
            if answers is not None and message.get("id") == number:
                answers.append(message)
            else:
                self._heard(message)

    def _heard(self, message: dict[str, Any]) -> None:
        said = message.get("params", {})
        match message.get("method"):
            case "Page.loadEventFired":
                self._loaded += 1
            case "Log.entryAdded":
                self.complaints.append(said["entry"]["text"])
            case "Runtime.consoleAPICalled":
                self.complaints.append(str(said["args"]))
            case "Runtime.exceptionThrown":
                self.complaints.append(str(said["exceptionDetails"]))
            case "Network.requestWillBeSent":
                self.requests.append(said["request"]["url"])
