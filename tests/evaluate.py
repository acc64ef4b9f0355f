"""`make evaluate`: measures the installed models on ../shared/eval and writes models/EVALUATION.md.

    python -m tests.evaluate [--sets DIR] [--page FILE] [--print-only]

Each set runs through `livedesk evaluate` in a process of its own; models are those of $LIVEDESK_MODELS and those that
are installed. The page keeps what stands outside its two marks.
"""

import argparse
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SETS = ROOT.parent / "shared" / "eval"
PAGE = ROOT / "models" / "EVALUATION.md"
BEGIN, END = "<!-- results: written by make evaluate -->", "<!-- end of results -->"


@dataclass(frozen=True, slots=True)
class Row:
    """One set and what came of it; `summary` is None where there is no model, `note` then says so."""

    name: str
    summary: dict[str, Any] | None
    note: str = ""

    @property
    def cells(self) -> list[str]:
        """The row of the table."""
        if self.summary is None:
            return [self.name, "", "", "", "", "", "", self.note]
        s, figures, ms = self.summary, self.summary["figures"], self.summary["ms"]
        wrong = (
            f"{figures['wrong_marked']} / {figures['wrong_unmarked']} of {figures['checked']}"
            if figures["checked"]
            else ""
        )
        times = f"{ms['p50']} / {ms['p95']}"
        return [
            self.name,
            str(s["lines"]),
            f"{s['bleu']:.1f}",
            f"{s['chrf']:.1f}",
            wrong,
            times,
            f"{s['lines_per_s']} / {s['tokens_per_s']}",
            f"{s['model']} ({s['engine']})",
        ]


HEAD = [
    "set",
    "lines",
    "BLEU",
    "chrF",
    "wrong figures: marked / not",
    "ms: p50 / p95",
    "lines/s / tokens/s",
    "model",
]


def main() -> int:
    """Run all sets, print the table, write the page; 1 if a set could not be run for another reason than no model."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sets", type=Path, default=SETS)
    parser.add_argument("--page", type=Path, default=PAGE)
    parser.add_argument("--print-only", action="store_true", help="leave the page alone")
    options = parser.parse_args()
    files = sorted(path for path in options.sets.glob("*.tsv") if direction(path))
    if not files:
        print(f"evaluate: no sets in {options.sets}")
        return 0
    rows = [measure(path) for path in files]
    table = markdown(rows)
    print(table)
    if not options.print_only:
        write_page(options.page, rows, table)
    return int(any(row.summary is None and "No model" not in row.note for row in rows))


def direction(path: Path) -> tuple[str, str] | None:
    """Return the languages in a name such as booth.zh-en.tsv, None where there are none."""
    parts = path.name.split(".")
    languages = parts[-2].split("-") if len(parts) >= 3 else []
    return (languages[0], languages[1]) if len(languages) == 2 else None


def measure(path: Path) -> Row:
    """Run one set."""
    source, target = direction(path) or ("", "")
    command = [sys.executable, "-m", "livedesk", "evaluate", "--json", "--pairs", str(path)]
    command += ["--from", source, "--to", target]
    if path.name.startswith("numbers"):
        command.append("--figures")
    print(f"{path.name} ...", file=sys.stderr, flush=True)
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    name = path.name.removesuffix(".tsv")
    if run.returncode:
        return Row(name, None, run.stderr.strip().splitlines()[-1].removeprefix("livedesk: "))
    return Row(name, json.loads(run.stdout))


def markdown(rows: list[Row]) -> str:
    """Return the table, readable as text too."""
    cells = [HEAD, *(row.cells for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(HEAD))]
    lines = [
        "| " + " | ".join(cell.ljust(w) for cell, w in zip(row, widths, strict=True)) + " |" for row in cells
    ]
    return "\n".join([lines[0], "|" + "|".join("-" * (w + 2) for w in widths) + "|", *lines[1:]])


def write_page(page: Path, rows: list[Row], table: str) -> None:
    """Put the table, its day and the signatures between the page's marks."""
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.strip()
    signatures = sorted({part for row in rows if row.summary for part in row.summary["signature"].split(" ")})
    results = [
        f"{datetime.now(UTC):%Y-%m-%d}, after {commit or 'a release'}, on {os.cpu_count()} cores.",
        "",
        table,
        "",
        "Signatures:",
        "",
        *(f"- `{signature}`" for signature in signatures),
    ]
    text = page.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    _, after = rest.split(END)
    page.write_text(f"{before}{BEGIN}\n\n" + "\n".join(results) + f"\n\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
