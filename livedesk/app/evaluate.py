"""`livedesk evaluate`: what the audience would read, measured against references, with speed and figures."""

import json
import statistics
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from livedesk.adapters.evaluation import scores
from livedesk.adapters.evaluation.pairs_tsv import PairsProblem, SentencePair, read_pairs
from livedesk.app.cli_words import NEEDS_SACREBLEU, pairs_sentence
from livedesk.app.paths import Paths
from livedesk.app.translate import open_translator
from livedesk.core.ids import Language
from livedesk.core.ports import EngineLine, EngineSource, TranslationEngine
from livedesk.core.records import WarningKind
from livedesk.core.translation import figures
from livedesk.core.translation.request import TranslateRequest, TranslateResult, Work
from livedesk.core.translation.route import Pair
from livedesk.core.typing_compat import override


@dataclass(slots=True)
class Measured:
    """What a run over all lines gave: one result and time (ms) a line, and the tokens that the engines made."""

    results: list[TranslateResult] = field(default_factory=list)
    ms: list[float] = field(default_factory=list)
    tokens: int = 0


class _CountingEngine(TranslationEngine):
    """An engine whose tokens are counted."""

    def __init__(self, engine: TranslationEngine, measured: Measured) -> None:
        self._engine, self._measured = engine, measured
        self.model, self.engine = engine.model, engine.engine
        self.is_listed, self.has_placeholders = engine.is_listed, engine.has_placeholders

    @override
    def translate(self, lines: Sequence[str], prefixes: Sequence[Sequence[str]] = ()) -> list[EngineLine]:
        answers = self._engine.translate(lines, prefixes)
        self._measured.tokens += sum(len(line.tokens) for line in answers)
        return answers

    @override
    def close(self) -> None:
        self._engine.close()


class _Counting(EngineSource):
    """A source whose engines count their tokens into `measured`."""

    def __init__(self, engines: EngineSource, measured: Measured) -> None:
        self._engines, self._measured = engines, measured

    @override
    def directions(self) -> frozenset[Pair]:
        return self._engines.directions()

    @override
    def installable(self) -> frozenset[Pair]:
        return self._engines.installable()

    @override
    def engine(self, source: Language, target: Language) -> TranslationEngine:
        return _CountingEngine(self._engines.engine(source, target), self._measured)

    @override
    def close(self) -> None:
        self._engines.close()


def evaluate(
    base: Paths,
    file: Path,
    source: Language,
    target: Language,
    *,
    with_figures: bool,
    engine: str,
    model: Path | None,
    as_json: bool,
) -> int:
    """Translate the sources in `file`, print the figures; 1 where the file cannot be used. Raises `UserFacing`."""
    pairs = read_pairs(file, with_figures=with_figures)
    if isinstance(pairs, PairsProblem):
        print(f"livedesk: {pairs_sentence(file.name, pairs, with_figures=with_figures)}", file=sys.stderr)
        return 1
    if not scores.is_available():
        print(f"livedesk: {NEEDS_SACREBLEU}", file=sys.stderr)
        return 1
    measured = _run(base, pairs, source, target, engine, model)
    summary = summarise(pairs, measured, target)
    if as_json:
        print(json.dumps(summary, ensure_ascii=False))
    else:
        _print_table(file.name, summary)
    return 0


def _run(
    base: Paths,
    pairs: Sequence[SentencePair],
    source: Language,
    target: Language,
    engine: str,
    model: Path | None,
) -> Measured:
    """Translate one line after the other, as captions come."""
    measured = Measured()
    translator = open_translator(
        base, source, target, engine, model, lambda engines: _Counting(engines, measured)
    )
    try:
        for number, pair in enumerate(pairs):
            started = time.perf_counter()
            request = TranslateRequest(Work.FINAL_CAPTION, number, 1, pair.source, source, target, 0.0)
            measured.results += translator.translate([request])
            measured.ms.append((time.perf_counter() - started) * 1000)
    finally:
        translator.close()
    return measured


def summarise(pairs: Sequence[SentencePair], measured: Measured, target: Language) -> dict[str, Any]:
    """Return the figures of a run; where a line has no translation the audience reads the source, and so do we."""
    shown = [result.text or result.request.text for result in measured.results]
    scored = scores.score(shown, [pair.reference for pair in pairs], target)
    checked, marked, unmarked = _check_figures(pairs, measured.results, target)
    seconds = sum(measured.ms) / 1000
    ordered = sorted(measured.ms)
    first = next((result for result in measured.results if result.model), measured.results[0])
    return {
        "lines": len(pairs),
        "bleu": scored.bleu,
        "chrf": scored.chrf,
        "signature": scored.signature,
        "figures": {"checked": checked, "wrong_marked": marked, "wrong_unmarked": unmarked},
        "lines_per_s": round(len(pairs) / seconds, 1),
        "tokens_per_s": round(measured.tokens / seconds, 1),
        "ms": {
            "p50": round(statistics.median(ordered), 1),
            "p95": round(ordered[min(len(ordered) - 1, len(ordered) * 95 // 100)], 1),
        },
        "model": first.model,
        "engine": first.engine,
    }


def _check_figures(
    pairs: Sequence[SentencePair], results: Sequence[TranslateResult], target: Language
) -> tuple[int, int, int]:
    """Return how many lines were checked, and how many lack a figure with and without a mark."""
    checked = marked = unmarked = 0
    for pair, result in zip(pairs, results, strict=True):
        missing = [figure for figure in pair.figures if not figures.states(result.text, target, figure)]
        checked += bool(pair.figures)
        if missing and _is_marked(result, missing):
            marked += 1
        elif missing:
            unmarked += 1
    return checked, marked, unmarked


def _is_marked(result: TranslateResult, missing: Sequence[str]) -> bool:
    """Whether the window shows that `missing` is missing: no translation, doubtful figures, or a lost code."""
    kinds = {warning.kind for warning in result.warnings}
    are_codes = all(any(c.isalpha() for c in figure) for figure in missing)
    is_said = WarningKind.FIGURES in kinds or (are_codes and WarningKind.TERM_LOST in kinds)
    return result.reason is not None or is_said


def _print_table(name: str, summary: dict[str, Any]) -> None:
    checked = summary["figures"]
    rows = [
        ("file", name),
        ("model", f"{summary['model'] or '-'} ({summary['engine'] or '-'})"),
        ("lines", summary["lines"]),
        ("BLEU", summary["bleu"]),
        ("chrF", summary["chrf"]),
        ("speed", f"{summary['lines_per_s']} lines/s, {summary['tokens_per_s']} tokens/s"),
        ("a line takes", f"{summary['ms']['p50']} ms (median), {summary['ms']['p95']} ms (95 of 100)"),
    ]
    if checked["checked"]:
        wrong = (
            f"{checked['wrong_marked']} wrong and marked, {checked['wrong_unmarked']} wrong and not marked"
        )
        rows.append(("figures", f"{checked['checked']} lines checked: {wrong}"))
    rows.append(("signature", summary["signature"]))
    for label, value in rows:
        print(f"{label:14}{value}")
