"""What hot words and numbers in digits gain on the speech set, and that they change nothing where they should not.

    python -m tests.bench.bench_hearing [--base .speech]

Each Chinese line of `../shared/speech` is recognised once with the best speech model installed, then put right twice:
without any names, and with those of the sample booth and of `tests/data/hot_words.tsv` (what the speakers of the set
sell, as a glossary would have it). Errors are counted as `bench_speech` counts them. A correction is right if what it
wrote was said; it is wrong if it brings the line no nearer to what was said. Text that is right already (the Chinese
side of `../shared/eval`) must come out as it went in; so must its figures.
"""

import argparse
import json
import sys
import time
from pathlib import Path
from statistics import median

import soundfile

from livedesk.adapters.glossary.fuzzy import FuzzyNearest
from livedesk.adapters.speech.registry import open_engine
from livedesk.adapters.text.common_words import CommonPairs
from livedesk.adapters.text.phonetics import Pinyin
from livedesk.adapters.text.script import Simplified
from livedesk.adapters.text.spoken_numbers import Cn2an
from livedesk.app.booth import open_booth
from livedesk.app.paths import Paths, sample_booth
from livedesk.app.speech import speech_models
from livedesk.core.captions.changes import Change, apply
from livedesk.core.captions.heard import SAMPLE_RATE, CorrectionKind, Heard
from livedesk.core.captions.hearing import CleanHeard, Ears, Hearing
from livedesk.core.events import CatalogueChanged, GlossaryChanged
from livedesk.core.ids import EN, ZH, TermId
from livedesk.core.ports import SpeechEngine
from livedesk.core.translation import figures
from livedesk.core.translation.terms import Term
from tests.bench.bench_speech import SHARED, SPEECH, errors

TERMS = Path(__file__).parents[1] / "data/hot_words.tsv"
_TEXTS = ("booth", "catalogue", "numbers", "flores-dev", "wmt22general-conversation", "msctd_dev")
_AROUND_S = 0.2


def main() -> int:
    """Measure, print, and end with one line of JSON; 1 where a correction was wrong or a figure changed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--base", type=Path, default=Path(".speech"), help="data folder with the speech models"
    )
    models = [m for m in speech_models(Paths(parser.parse_args().base.absolute())) if m.knows(ZH)]
    if not SPEECH.is_dir() or not models:
        print("bench_hearing: skipped, needs ../shared/speech and `livedesk models install whisper-base`")
        return 0
    engine = open_engine(models[0], 1)
    heard = [(said, _recognise(engine, path, span)) for path, span, said in _lines()]
    engine.close()
    plain, named = _hearing(), _hearing()
    _tell(named)
    results = {"model": models[0].name, **_gain(heard, plain, named), **_harm(named)}
    print(json.dumps({"bench": "hearing", **results}))
    return int(bool(results["wrong"] or results["figures_changed"]))


def _gain(heard: list[tuple[str, Heard]], plain: Hearing, named: Hearing) -> dict[str, float]:
    """Return the error rates without and with names, and how many corrections were right."""
    before = after = length = right = wrong = numbers = 0
    ms = []
    for said, line in heard:
        without = plain.clean(line, ZH, is_last=True)
        started = time.perf_counter()
        clean = named.clean(line, ZH, is_last=True)
        ms.append((time.perf_counter() - started) * 1000)
        distance, total = errors(without.text, said, ZH)
        before, length = before + distance, length + total
        after += errors(clean.text, said, ZH)[0]
        numbers += sum(c.kind is CorrectionKind.NUMBER for c in clean.corrections)
        for written, is_right in _judged(clean, said):
            right, wrong = right + is_right, wrong + (not is_right)
            print(f"{'right' if is_right else 'WRONG':6} {written}")
    print(
        f"{len(heard)} lines, {length} characters: CER {before / length:.1%} without names, {after / length:.1%} with"
    )
    print(
        f"names put right {right}, wrongly {wrong}; numbers in digits {numbers}; {median(ms):.2f} ms a line"
    )
    rates = {"cer_without": round(before / length, 4), "cer_with": round(after / length, 4)}
    return {**rates, "right": right, "wrong": wrong, "numbers": numbers, "ms": round(median(ms), 2)}


def _judged(clean: CleanHeard, said: str) -> list[tuple[str, bool]]:
    """Return each name that was put in and whether the line is nearer to what was said with it."""
    judged = []
    for correction in clean.corrections:
        if correction.kind is CorrectionKind.HOT_WORD:
            undo = Change(correction.kind, correction.start, correction.end, correction.heard)
            undone = errors(apply(clean.text, [undo])[0], said, ZH)[0]
            is_right = correction.written in said and errors(clean.text, said, ZH)[0] < undone
            judged.append((f"{correction.heard} > {correction.written}", is_right))
    return judged


def _harm(named: Hearing) -> dict[str, int]:
    """Return what is changed in text that is right already."""
    characters = names = numbers = changed = 0
    for name in _TEXTS:
        for row in (SHARED / f"eval/{name}.zh-en.tsv").read_text("utf-8").splitlines():
            line = row.split("\t")[0]
            clean = named.clean(Heard(line), ZH, is_last=True)
            characters += len(line)
            hot = [c for c in clean.corrections if c.kind is CorrectionKind.HOT_WORD]
            names += len(hot)
            numbers += len(clean.corrections) - len(hot)
            changed += figures.compare(line, ZH, clean.text, ZH) is not None
            for correction in hot:
                print(f"harm   {correction.heard} > {correction.written}: {line}")
    print(
        f"right text, {characters} characters: {names} names changed, {numbers} numbers in digits,", end=" "
    )
    print(f"{changed} lines with other figures")
    return {"characters": characters, "names_changed": names, "digits": numbers, "figures_changed": changed}


def _lines() -> list[tuple[Path, tuple[float, float] | None, str]]:
    """Return (file, stretch of it, what is said) for every Chinese line."""
    rows = [row.split("\t") for row in (SPEECH / "lines.tsv").read_text("utf-8").splitlines()]
    single = [(SPEECH / row[0], None, row[2]) for row in rows if row[1] == ZH]
    show = [row.split("\t") for row in (SPEECH / "show.tsv").read_text("utf-8").splitlines()]
    return [*single, *((SPEECH / "zh/show.flac", (float(r[0]), float(r[1])), r[2]) for r in show)]


def _recognise(engine: SpeechEngine, path: Path, span: tuple[float, float] | None) -> Heard:
    start, stop = (0, None) if span is None else (span[0] - _AROUND_S, span[1] + _AROUND_S)
    last = None if stop is None else int(stop * SAMPLE_RATE)
    samples, _ = soundfile.read(path, start=int(max(0.0, start) * SAMPLE_RATE), stop=last, dtype="float32")
    stream = engine.stream(ZH)
    stream.feed(memoryview(samples))
    return stream.finish()


def _hearing() -> Hearing:
    return Hearing(Ears(Simplified(), Pinyin(), Cn2an(), FuzzyNearest(), CommonPairs()))


def _tell(hearing: Hearing) -> None:
    """Give `hearing` the names."""
    booth = open_booth(sample_booth())
    rows = [row.split("\t") for row in TERMS.read_text("utf-8").splitlines()]
    own = tuple(Term(TermId(f"own:{n}"), {ZH: (zh,), EN: (en,)}) for n, (zh, en) in enumerate(rows, 1))
    hearing.receive(CatalogueChanged(booth.products, booth.name))
    hearing.receive(GlossaryChanged(own))
    hearing.refresh()


if __name__ == "__main__":
    sys.exit(main())
