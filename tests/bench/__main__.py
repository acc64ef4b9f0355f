"""`make bench`: runs every benchmark, each in a process of its own, one after the other.

That of speech takes a quarter of an hour and needs a speech model: it has a target of its own, `make bench-speech`.
"""

import subprocess
import sys
from pathlib import Path


def main() -> int:
    """Run the benchmarks named on the command line, or all; 1 if any failed."""
    here = Path(__file__).parent
    there = {path.stem.removeprefix("bench_") for path in here.glob("bench_*.py")}
    names = sys.argv[1:] or sorted(there - {"speech"})
    failed = []
    for name in names:
        print(f"\n== {name} ==", flush=True)
        if subprocess.run([sys.executable, "-m", f"tests.bench.bench_{name}"], check=False).returncode:
            failed.append(name)
    if failed:
        print(f"\nfailed: {' '.join(failed)}", file=sys.stderr)
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
