"""How long the desk takes from process start to its first painted window, beside an empty Qt window.

Both are measured in fresh processes of the same run, off screen; the figure to look at is the ratio.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 5

EMPTY = """
import time
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1280, 800)
window.show()
window.grab()
print(time.time())
"""
DESK = """
import sys, time
from livedesk.app.paths import paths_for, sample_booth
from livedesk.app.window import OpenDesk
desk = OpenDesk(paths_for(sys.argv[1]), sample_booth() if len(sys.argv) > 2 else None, None)
desk.window.resize(1280, 800)
desk.start()
desk.window.grab()
print(time.time())
desk.stop()
"""


def seconds_to_paint(program: str, *arguments: str) -> float:
    """Run `program` in a fresh interpreter and return how long until it printed the time of its first paint."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "*=false"}
    command = [sys.executable, "-c", program, *arguments]
    started = time.time()
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return float(run.stdout.split()[0]) - started


def main() -> None:
    """Print medians and the ratio."""
    with tempfile.TemporaryDirectory() as folder:
        seconds_to_paint(DESK, folder, "sample")  # creates the database and fills it
        empty = statistics.median(seconds_to_paint(EMPTY) for _ in range(ROUNDS))
        desk = statistics.median(seconds_to_paint(DESK, folder) for _ in range(ROUNDS))
    print(
        f"empty Qt window painted after {empty:.2f} s, the desk after {desk:.2f} s ({desk / empty:.1f} times)"
    )
    print(json.dumps({"bench": "startup", "empty_s": round(empty, 3), "desk_s": round(desk, 3)}))


if __name__ == "__main__":
    main()
