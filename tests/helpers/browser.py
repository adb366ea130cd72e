"""A browser without a window, driven over two pipes by its own protocol: no driver and no library needed."""

import base64
import json
import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from tests.helpers import office

_PROGRAMS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
_ARGUMENTS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars"),
    *(
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--force-color-profile=srgb",
        "--font-render-hinting=none",
    ),
    "--remote-debugging-pipe",
)
# The faces of the page are asked for by its first layout, and drawn with two frames later.
_SETTLED = (
    "document.body.offsetHeight, document.fonts.ready.then(() =>"
    " new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(1)))))"
)


def program() -> str:
    """The browser of this machine, empty where there is none."""
    return next((found for name in _PROGRAMS if (found := shutil.which(name))), "")


class Page:
    """One open page. The window is a little wider than an A4 sheet at 96 dots an inch."""

    width, height = 900, 1123

    def __init__(self, send: Any, receive: Any) -> None:
        self._send, self._receive = send, receive
        self._count = 0
        self._session = ""

    def open(self, file: Path) -> None:
        target = self._ask("Target.createTarget", url="about:blank")
        self._session = self._ask("Target.attachToTarget", targetId=target["targetId"], flatten=True)[
            "sessionId"
        ]
        self._ask(
            "Emulation.setDeviceMetricsOverride",
            width=self.width,
            height=self.height,
            deviceScaleFactor=1,
            mobile=False,
        )
        self._ask("Page.enable")
        self._ask("Page.navigate", url=file.as_uri())
        self._until("Page.loadEventFired")
        self.value(_SETTLED)

    def value(self, expression: str) -> Any:
        """Of a JavaScript expression. The page itself may run no script; its inspector may."""
        return self._ask("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)[
            "result"
        ].get("value")

    def click(self, selector: str) -> None:
        """The mouse, pressed and released in the middle of the first such element."""
        place = self.value(
            f"(e => (e.scrollIntoView({{block: 'center'}}), e = e.getClientRects()[0],"
            f" [e.x + e.width / 2, e.y + e.height / 2]))(document.querySelector({json.dumps(selector)}))"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self._ask(
                "Input.dispatchMouseEvent", type=kind, x=place[0], y=place[1], button="left", clickCount=1
            )

    def screenshot(self, height: int, scale: float) -> bytes:
        """A PNG of the upper part of the page, ``height`` before it is scaled."""
        clip = {"x": 0, "y": 0, "width": self.width, "height": height, "scale": scale}
        shown = self._ask("Page.captureScreenshot", format="png", clip=clip, captureBeyondViewport=True)
        return base64.b64decode(shown["data"])

    def pdf(self) -> bytes:
        return base64.b64decode(self._ask("Page.printToPDF", preferCSSPageSize=True)["data"])

    def _ask(self, method: str, **params: Any) -> dict[str, Any]:
        self._count += 1
        message = {"id": self._count, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        self._send.write(json.dumps(message).encode() + b"\0")
        self._send.flush()
        while True:
            answer = self._read()
            if answer.get("id") == self._count:
                assert "error" not in answer, answer
                return dict(answer["result"])

    def _until(self, event: str) -> None:
        while self._read().get("method") != event:
            pass

    def _read(self) -> dict[str, Any]:
        data = bytearray()
        while (char := self._receive.read(1)) != b"\0":
            assert char, "the browser left"
            data += char
        return dict(json.loads(data))


@contextmanager
def page(file: Path) -> Iterator[Page]:
    """*file* in a browser of its own. The browser reads from its descriptor 3 and writes to 4."""
    to_read, to_write = os.pipe(), os.pipe()
    command = [program(), *_ARGUMENTS, f"--user-data-dir={file.parent / 'browser'}"]
    script = f'exec "$@" 3<&{to_read[0]} 4>&{to_write[1]}'
    running = subprocess.Popen(
        ["bash", "-c", script, "bash", *command],
        pass_fds=(to_read[0], to_write[1]),
        env=office.environment(),
        start_new_session=True,  # a wrapper in between is ended with it
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(to_read[0])
    os.close(to_write[1])
    try:
        with os.fdopen(to_read[1], "wb") as send, os.fdopen(to_write[0], "rb") as receive:
            opened = Page(send, receive)
            opened.open(file)
            yield opened
    finally:
        with suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)
        running.wait(timeout=30)
