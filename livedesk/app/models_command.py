"""`livedesk models`: which translation models there are, and installing one from a folder or USB stick."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from livedesk.adapters.engines.marian_files import read_folder
from livedesk.adapters.models.install import install_from_folder
from livedesk.app.paths import Paths
from livedesk.app.wiring import installed_models


def list_models(base: Paths, *, as_json: bool) -> int:
    """Print what is installed and what the manifest knows beyond that."""
    manifest, installed = installed_models(base)
    names = {model.name for model in installed}
    rows = [
        {
            "name": m.name,
            "from": m.source,
            "to": m.target,
            "installed": True,
            "listed": m.is_listed,
            "licence": m.licence,
            "path": str(m.path),
        }
        for m in installed
    ]
    rows += [
        {
            "name": e.name,
            "from": e.source,
            "to": e.target,
            "installed": False,
            "listed": True,
            "licence": e.licence,
        }
        for e in manifest.models
        if e.name not in names
    ]
    if as_json:
        print(json.dumps(rows, ensure_ascii=False))
        return 0
    _print_by_pair(rows)
    return 0


def _print_by_pair(rows: Sequence[dict[str, Any]]) -> None:
    """Print one line a model, both ways of two languages together, Chinese and English first."""

    def pair_of(row: dict[str, Any]) -> list[str]:
        return sorted((row["from"], row["to"]), key=lambda code: (code != "zh", code != "en", code))

    def place(row: dict[str, Any]) -> tuple[bool, str, str, bool]:
        first, second = pair_of(row)
        return second != "en", second, first, row["from"] != first

    before: list[str] = []
    for row in sorted(rows, key=place):
        pair = pair_of(row)
        if before and pair != before:
            print()
        before = pair
        state = "installed" if row["installed"] else "not installed"
        mark = "" if row["listed"] else "  (not on livedesk's list: check its translations)"
        print(f"{row['from']} > {row['to']}  {row['name']:24} {state:14} {row['licence']}{mark}")


def install(base: Paths, folder: Path) -> int:
    """Copy a model folder into the user's models, checked file by file; raises `UserFacing`."""
    manifest, _ = installed_models(base)

    def show(done_bytes: int, total_bytes: int) -> None:
        print(f"\r{done_bytes * 100 // max(1, total_bytes):3} %", end="", file=sys.stderr, flush=True)

    model = install_from_folder(folder, base.models, manifest, check_folder=read_folder, progress=show)
    print(file=sys.stderr)
    print(f"{model.name}: {model.source} > {model.target} is installed.")
    return 0
