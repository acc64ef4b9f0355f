"""The desk under load, as a process of its own: without a window, or with one that nobody sees."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import psutil

from livedesk.app.paths import MODELS_VARIABLE

_PATIENCE_S = 30.0


class DeskProcess:
    """Use it as a context; `where` is what it printed when it was ready."""

    def __init__(self, base: Path, *, has_window: bool = False, arguments: tuple[str, ...] = ()) -> None:
        module = ["tests.load.windowed", str(base)] if has_window else ["livedesk", "--base-dir", str(base)]
        command = [sys.executable, "-m", *module]
        if not has_window:
            command += ["live", "--headless", "--json", "--sample", "--host-lines", "-", *arguments]
        environment = {**os.environ, MODELS_VARIABLE: "", "QT_QPA_PLATFORM": "offscreen"}
        self.has_window = has_window
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
            text=True,
        )
        self.where: dict[str, Any] = {}
        self.told: dict[str, Any] = {}
        """What a desk with a window says of itself at its end."""
        self.complaints = ""

    def __enter__(self) -> Self:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"the desk did not start: {self.process.communicate()[1]}")
        self.where = json.loads(line)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()

    def say(self, line: str) -> None:
        """Type a line for the host."""
        assert self.process.stdin is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def end(self) -> int:
        """End the show in order; return the exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            out, self.complaints = self.process.communicate(timeout=_PATIENCE_S)
        except ValueError:  # ended before
            return self.process.returncode
        except subprocess.TimeoutExpired:
            self.process.kill()
            out, self.complaints = self.process.communicate()
        if out.strip():
            self.told = json.loads(out.strip().splitlines()[-1])
        return self.process.returncode


class Watch:
    """Samples memory and processor time of a process once a second, on a thread of its own."""

    def __init__(self, pid: int) -> None:
        self._process = psutil.Process(pid)
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="watch", daemon=True)
        self._cpu_at_start = sum(self._process.cpu_times()[:2])
        self._began = time.monotonic()
        self.memory_mb: list[float] = []
        self.cpu_s = 0.0
        self.lasted_s = 0.0

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End; `memory_mb`, `cpu_s` and `lasted_s` are complete."""
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        while True:
            is_over = self._stop.wait(1.0)
            try:
                self.memory_mb.append(self._process.memory_info().rss / 1e6)
                self.cpu_s = sum(self._process.cpu_times()[:2]) - self._cpu_at_start
            except psutil.Error:
                return
            self.lasted_s = time.monotonic() - self._began
            if is_over:
                return
