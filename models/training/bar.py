"""Measures a packed starter model and says whether it clears the bar below which none ships.

    python -m models.training.bar --model FOLDER --direction zh-en [--sets ../shared/eval] [--json FILE]

chrF comes from `livedesk evaluate`: what an audience would read. Figures and placeholders are asked of the engine
alone, before anything is repaired. Speed is lines a second beside a model of OPUS-MT's size with random weights, both
writing as many tokens as the references have.
"""

import argparse
import json
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import ctranslate2
from sentencepiece import SentencePieceProcessor

from livedesk.adapters.engines.langid import LanguageId
from livedesk.adapters.engines.marian_convert import bundled, converted
from livedesk.adapters.engines.marian_ct2 import MarianCt2
from livedesk.adapters.engines.marian_files import MarianFolder, read_folder
from livedesk.adapters.engines.registry import Engines, threads_beside_window
from livedesk.adapters.evaluation.pairs_tsv import PairsProblem, SentencePair, read_pairs
from livedesk.adapters.text.script import Simplified
from livedesk.adapters.text.sentences import Sentencex
from livedesk.app.wiring import LANGUAGES
from livedesk.core.ids import Language
from livedesk.core.records import Reason
from livedesk.core.translation import figures
from livedesk.core.translation.model import InstalledModel
from livedesk.core.translation.request import TranslateRequest, Work
from livedesk.core.typing_compat import override
from livedesk.runtime.translating import Translator
from models.training.fillers import PLACEHOLDERS
from models.training.prepare import ROOT, SHARED, protect
from tests.bench import bench_engines

BOOTH_CHRF = {"zh-en": 55.0, "en-zh": 35.0}
OPUS_MT_CHRF = {
    "flores-dev.zh-en": 54.9,
    "wmt22general-conversation.zh-en": 41.4,
    "flores-dev.en-zh": 29.6,
    "wmt22general-conversation.en-zh": 25.0,
}
"""From the outputs that mozilla/firefox-translations-models publishes, scored with sacrebleu 2."""

OPUS_MT_SHARE = 0.85
EXACT_FIGURES = 0.95
COPIED_PLACEHOLDERS = 0.99
TIMES_OPUS_MT_SPEED = 4.0
_TIMED_LINES = 40
_FEWEST_MASKED = 50


@dataclass(frozen=True, slots=True)
class Check:
    """One requirement: `found` must reach `needed`. None was not measured, which is not enough."""

    what: str
    needed: float
    found: float | None

    @property
    def is_met(self) -> bool:
        """Whether the model does what is asked."""
        return self.found is not None and self.found >= self.needed

    @override
    def __str__(self) -> str:
        found = "not measured" if self.found is None else f"{self.found:.4g}"
        return f"{'ok    ' if self.is_met else 'BELOW '} {self.what:48} {found:>12}   bar {self.needed:g}"


def main() -> int:
    """Measure one model; 1 if it is below the bar."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--direction", choices=sorted(BOOTH_CHRF), required=True)
    parser.add_argument("--sets", type=Path, default=SHARED / "eval")
    parser.add_argument("--json", type=Path, help="write the figures here too")
    options = parser.parse_args()
    checks = measure(options.model, options.direction, options.sets)
    if options.json:
        options.json.write_text(json.dumps([asdict(check) for check in checks], indent=1), encoding="utf-8")
    return int(not all(check.is_met for check in checks))


def measure(model: Path, direction: str, sets: Path) -> list[Check]:
    """Print and return every check of the model folder `model`. Speed is measured only where all else is met."""
    checks = []
    for check in _quality(model, direction, sets):
        print(f"{direction}  {check}", flush=True)
        checks.append(check)
    is_worth_it = all(check.is_met for check in checks)
    speed = times_opus_mt_speed(model, _pairs(sets, f"booth.{direction}")) if is_worth_it else None
    checks.append(Check("lines/s, times those of OPUS-MT's size", TIMES_OPUS_MT_SPEED, speed))
    print(f"{direction}  {checks[-1]}", flush=True)
    return checks


def _quality(model: Path, direction: str, sets: Path) -> Iterator[Check]:
    source, target = (Language(code) for code in direction.split("-"))
    folder = read_folder(model, may_be_converted=True)
    with TemporaryDirectory() as cache:
        engine = MarianCt2(
            folder,
            target,
            is_listed=False,
            cache=Path(cache),
            threads=threads_beside_window(),
            has_placeholders=True,
        )
        pairs = _pairs(sets, f"numbers.{direction}", with_figures=True)
        answers = [line.text for line in engine.translate([pair.source for pair in pairs])]
        exact = sum(
            all(figures.states(text, target, figure) for figure in pair.figures)
            for pair, text in zip(pairs, answers, strict=True)
        )
        yield Check("numbers: lines with all figures exact", EXACT_FIGURES, exact / len(pairs))
        masked = masked_lines(sets, direction)
        enough = len(masked) >= _FEWEST_MASKED
        answers = [line.text for line in engine.translate(masked)]
        copied = sum(marks(line) == marks(text) for line, text in zip(masked, answers, strict=True))
        what = f"placeholders: lines with all copied, of {len(masked)}"
        yield Check(what, COPIED_PLACEHOLDERS, copied / len(masked) if enough else None)
        engine.close()
        loops = _loops(model, source, target, sets, Path(cache))
        yield Check("traps: without a loop", 1.0, 1.0 - loops)
    needed = {f"booth.{direction}": BOOTH_CHRF[direction]}
    needed |= {name: OPUS_MT_SHARE * chrf for name, chrf in OPUS_MT_CHRF.items() if name.endswith(direction)}
    for name, chrf in needed.items():
        yield Check(f"{name}: chrF", round(chrf, 2), _chrf(model, sets / f"{name}.tsv", source, target))


def _pairs(sets: Path, name: str, *, with_figures: bool = False) -> Sequence[SentencePair]:
    pairs = read_pairs(sets / f"{name}.tsv", with_figures=with_figures)
    if isinstance(pairs, PairsProblem):
        raise SystemExit(f"bar: {name}.tsv: {pairs.fault} in line {pairs.line}")
    return pairs


def masked_lines(sets: Path, direction: str) -> list[str]:
    """Return the evaluation lines that hold codes or names, with placeholders in their places."""
    rng, found = random.Random(1), []
    for path in sorted(sets.glob(f"*.{direction}.tsv")):
        for pair in _pairs(sets, path.name.removesuffix(".tsv")):
            sides = (pair.source, pair.reference)
            zh, en = protect(*(sides if direction == "zh-en" else sides[::-1]), rng)
            line = zh if direction == "zh-en" else en
            if marks(line):
                found.append(line)
    return found


def marks(text: str) -> Counter[str]:
    """Return the placeholders in `text`."""
    return Counter({mask: text.count(mask) for mask in PLACEHOLDERS if mask in text})


def _loops(model: Path, source: Language, target: Language, sets: Path, cache: Path) -> float:
    """Return the share of the traps whose translation goes round, as the desk would say."""
    installed = InstalledModel(
        model.name, model, source, target, is_listed=False, has_placeholders=True, licence=""
    )
    translator = Translator(
        Engines([installed], "ct2", cache, 0, frozenset()), LanguageId(LANGUAGES), Sentencex(), Simplified()
    )
    rows = [row.split("\t") for row in (sets / "traps.tsv").read_text(encoding="utf-8").split("\n")]
    lines = [row[1] for row in rows if row[0] == f"{source}-{target}"]
    requests = [
        TranslateRequest(Work.FINAL_CAPTION, number, 1, line, source, target, 0.0)
        for number, line in enumerate(lines)
    ]
    results = translator.translate(requests)
    translator.close()
    return sum(result.reason is Reason.LOOP for result in results) / len(lines)


def _chrf(model: Path, pairs: Path, source: Language, target: Language) -> float:
    command = [sys.executable, "-m", "livedesk", "evaluate", "--json", "--pairs", str(pairs.resolve())]
    command += ["--from", source, "--to", target, "--model", str(model.resolve())]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if run.returncode:
        raise SystemExit(f"bar: {run.stderr.strip()}")
    return float(json.loads(run.stdout)["chrf"])


def times_opus_mt_speed(model: Path, pairs: Sequence[SentencePair]) -> float | None:
    """Return how many times as many lines a second `model` does as OPUS-MT's size; None without its tokeniser.

    Both do the same lines one after the other, int8, and take turns; the better of two runs of each counts.
    """
    if not bench_engines.TOKENIZER.is_dir():
        return None
    with TemporaryDirectory() as parent:
        cache = Path(parent) / "cache"
        bench_engines.build(Path(parent) / "opus")
        runners = [_runner(read_folder(model, may_be_converted=True), cache, pairs)]
        runners.append(_runner(read_folder(Path(parent) / "opus"), cache, pairs))
        best = [float("inf"), float("inf")]
        for _ in range(2):
            for number, (translator, lengths) in enumerate(runners):
                started = time.perf_counter()
                for line, tokens in lengths:
                    translator.translate_batch(
                        [line], beam_size=1, min_decoding_length=tokens, max_decoding_length=tokens
                    )
                best[number] = min(best[number], time.perf_counter() - started)
    return best[1] / best[0]


def _runner(
    folder: MarianFolder, cache: Path, pairs: Sequence[SentencePair]
) -> tuple[ctranslate2.Translator, list[tuple[list[str], int]]]:
    """Return an int8 model and, for each line, its tokens and how many the reference has in its vocabulary."""
    path = bundled(folder) or converted(folder, cache)
    translator = ctranslate2.Translator(
        str(path), compute_type="int8", inter_threads=1, intra_threads=threads_beside_window()
    )
    # OPUS-MT's tokeniser at hand is that of Chinese to English: for the other direction its sides are exchanged.
    sides = [SentencePieceProcessor(model_proto=spm) for spm in (folder.source_spm, folder.target_spm)]
    is_from_zh = any("\u4e00" <= letter <= "\u9fff" for letter in pairs[0].source)
    source, target = sides if is_from_zh or folder.source_spm == folder.target_spm else sides[::-1]
    known = set(folder.source_tokens)
    lengths = []
    for pair in pairs[:_TIMED_LINES]:
        line = [piece if piece in known else "<unk>" for piece in source.encode(pair.source, out_type=str)]
        lengths.append(([*line, "</s>"], max(1, len(target.encode(pair.reference)))))
    return translator, lengths


if __name__ == "__main__":
    sys.exit(main())
