"""`make load`: 300 phones at one desk, a caption every second, five questions a second, for ten minutes.

    python -m tests.load [--phones 300] [--minutes 10] [--questions 5] [--window] [--attacks] [--out FILE]

Prints the figures as JSON; exit code 1 where something is not as it should be. Only this machine is reached.
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path

from tests.load import attacks
from tests.load.show import Load, run


def main(argv: list[str]) -> int:
    """Run what the command line says."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--phones", type=int, default=300)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--questions", type=float, default=5.0, help="a second, by all phones together")
    parser.add_argument("--window", action="store_true", help="a desk with its real window, off screen")
    parser.add_argument("--attacks", action="store_true", help="floods and slow readers instead of a show")
    parser.add_argument("--out", type=Path, default=None)
    arguments = parser.parse_args(argv)
    with tempfile.TemporaryDirectory(prefix="livedesk-load-") as folder:
        if arguments.attacks:
            figures = attacks.run(Path(folder))
        else:
            load = Load(
                arguments.phones, arguments.minutes * 60, arguments.questions, has_window=arguments.window
            )
            figures = run(load, Path(folder))
    text = json.dumps(figures, ensure_ascii=False, indent=2)
    print(text)
    if arguments.out:
        arguments.out.parent.mkdir(parents=True, exist_ok=True)
        arguments.out.write_text(text + "\n", encoding="utf-8")
    return int(bool(figures["verdict"]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
