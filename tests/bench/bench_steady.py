"""How much of what the audience reads is taken back, and how late it reads it: three caption modes, one naive one.

    python -m tests.bench.bench_steady [--lines 120]

Lines of `../shared/eval/booth.zh-en.tsv` and `../shared/speech/show.tsv` are "said" at 4.5 characters a second; every
0.7 s there is a hypothesis, and what two of them agree on is translated, through the translator and the caption log
that the desk uses. Models: the interim ones (poor, but real) and a fake one that behaves as a good one does: it
guesses the end of a sentence that is not over, and puts a word right where a later one shows what was meant. The
naive mode shows every translation as it comes, without prefix, mask or account.

Erasure is the normalised erasure of Arivazhagan et al. 2020 over all lines, in words (characters in Chinese). Lag is
how long after its share of the line was said a word of the final's length is on the screen, without the time that
the model takes, which is given apart.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean, median

from livedesk.core.captions.log import CaptionLog
from livedesk.core.captions.segmenter import SegmentHeard
from livedesk.core.captions.stability import normalised_erasure
from livedesk.core.captions.steadiness import tokens
from livedesk.core.ids import EN, ZH, SegmentId
from livedesk.core.ports import EngineLine, EngineSource
from livedesk.core.records import Origin
from livedesk.core.settings import CaptionMode
from livedesk.core.translation.model import InstalledModel
from livedesk.core.translation.request import TranslateRequest, TranslateResult, Work
from livedesk.runtime.translating import Translator
from tests.contracts.fakes import FakeEngine, FakeEngineSource, FakeLanguageIdentifier

SHARED = Path(__file__).resolve().parents[3] / "shared"
CHARACTERS_S = 4.5
INTERVAL_S = 0.7
LIMITS = {CaptionMode.STEADY: 0.2, CaptionMode.FAST: 0.6, CaptionMode.FINALS: 0.0}
_OVER = "。！？.!?"


class GoodModel(FakeEngine):
    """One word for each two characters; guesses an end, and knows some words only when it saw what follows."""

    def translate(self, lines: Sequence[str], prefixes: Sequence[Sequence[str]] = ()) -> list[EngineLine]:
        """Translate `lines`; a prefix is taken as it is."""
        answers = []
        for number, line in enumerate(lines):
            free = self._words(line)
            begun = list(prefixes[number]) if prefixes else []
            made = [*begun, *free[len(begun) :]]
            answers.append(EngineLine("".join(made).replace("▁", " ").strip(), tuple(made), hit_limit=False))
        return answers

    def _words(self, line: str) -> list[str]:
        units = [line[at : at + 2] for at in range(0, len(line.rstrip(_OVER)), 2)]
        words = [f"▁{_name(unit)}" for unit in units]
        if line[-1:] in _OVER:
            return words
        for at, unit in enumerate(units):
            is_late = ord(unit[0]) % 12 == 0 and len(units) < at + 4
            if is_late or at == len(units) - 1:
                words[at] += "-or-so"
        return [*words, "▁and", "▁more"]


@dataclass
class Tally:
    """What was seen of all lines in one mode."""

    erased: float = 0.0
    written: int = 0
    worst: float = 0.0
    lags_s: list[float] = field(default_factory=list)
    early: int = 0
    ms: list[float] = field(default_factory=list)

    def take(self, shown: list[tuple[float, str]], said_s: float) -> None:
        """Take what was shown of one line and when; the last one is the final."""
        updates = [tokens(text) for _, text in shown]
        final = updates[-1]
        if not final:
            return
        erasure = normalised_erasure(updates)
        self.erased += erasure * len(final)
        self.written += len(final)
        self.worst = max(self.worst, erasure)
        for place in range(len(final)):
            seen_s = next(at for (at, _), update in zip(shown, updates, strict=True) if len(update) > place)
            self.lags_s.append(seen_s - said_s * (place + 1) / len(final))
            self.early += seen_s < said_s

    def figures(self) -> dict[str, float]:
        """Return the figures of the table."""
        return {
            "erasure": round(self.erased / self.written, 3),
            "worst_line": round(self.worst, 2),
            "lag_s": round(mean(self.lags_s), 2),
            "before_final": round(self.early / self.written, 2),
            "model_ms": round(median(self.ms), 1),
        }


def main() -> int:
    """Measure and print a table and one line of JSON."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--lines", type=int, default=120, help="lines of each set")
    count = parser.parse_args().lines
    if not (SHARED / "eval").is_dir():
        print("bench_steady: skipped, ../shared is not at hand")
        return 0
    lines = _column("eval/booth.zh-en.tsv", 0)[:count] + _column("speech/show.tsv", 2)[:count]
    results: dict[str, dict[str, dict[str, float]]] = {}
    with tempfile.TemporaryDirectory() as cache:
        for name in ("interim-zh-en", "good model (fake)"):
            results[name] = {}
            for mode in (None, *CaptionMode):
                engines = _interim(Path(cache)) if name.startswith("interim") else _good()
                results[name][mode or "naive"] = run(engines, lines, mode).figures()
                engines.close()
    _report(results)
    wrong = [
        f"{name} {mode}"
        for name, modes in results.items()
        for mode, limit in LIMITS.items()
        if modes[mode]["erasure"] > limit
    ]
    if wrong:
        print(f"over the limit: {', '.join(wrong)}", file=sys.stderr)
    return int(bool(wrong))


def run(engines: EngineSource, lines: Sequence[str], mode: CaptionMode | None) -> Tally:
    """Say `lines` one after the other; `mode` None is the naive one."""
    translator = Translator(engines, FakeLanguageIdentifier(ZH))
    log = CaptionLog(mode=mode or CaptionMode.FAST)
    tally = Tally()
    for number, line in enumerate(lines, 1):
        said_s = len(line) / CHARACTERS_S
        shown = [(0.0, "")]
        for revision, at_s in enumerate(_moments(said_s), 1):
            agreed = line[: int((at_s - INTERVAL_S) * CHARACTERS_S)]
            if mode is None:
                text = _naive(translator, agreed, number * 1000 + revision, tally) if agreed else ""
            else:
                text = _through_log(translator, log, number, revision, agreed, tally, is_final=False)
            shown.append((at_s, text))
        if mode is None:
            final = _naive(translator, line, number * 1000, tally)
        else:
            final = _through_log(translator, log, number, 1000, line, tally, is_final=True)
        tally.take([*shown, (said_s + INTERVAL_S, final)], said_s)
    return tally


def _moments(said_s: float) -> list[float]:
    """Return when there are hypotheses on a line that takes so long."""
    return [number * INTERVAL_S for number in range(1, int(said_s / INTERVAL_S) + 1)]


def _naive(translator: Translator, text: str, item: int, tally: Tally) -> str:
    """Translate `text` as if nothing like it had been said before."""
    request = TranslateRequest(Work.CAPTION_PARTIAL, item, 1, text, ZH, EN, 0.0)
    return _translate(translator, request, tally).text


def _through_log(
    translator: Translator,
    log: CaptionLog,
    number: int,
    revision: int,
    text: str,
    tally: Tally,
    *,
    is_final: bool,
) -> str:
    """Let the caption log ask and show; return what the audience then reads of the line."""
    segment = SegmentHeard(
        SegmentId(number), revision, text, len(text), is_final, Origin.MICROPHONE, 0.0, 0.0
    )
    caption = log.heard(segment, ZH, 0.0)
    assert caption is not None
    for request in log.requests(caption, (EN,), 0.0, is_behind=False) if text else []:
        caption = log.translated(_translate(translator, request, tally), 0.0) or caption
    translation = caption.translation(EN)
    return translation.text if translation else ""


def _translate(translator: Translator, request: TranslateRequest, tally: Tally) -> TranslateResult:
    started = time.perf_counter()
    (result,) = translator.translate([request])
    tally.ms.append((time.perf_counter() - started) * 1000)
    return result


def _interim(cache: Path) -> EngineSource:
    from livedesk.adapters.engines.registry import Engines

    folder = SHARED / "models/interim-zh-en"
    model = InstalledModel(folder.name, folder, ZH, EN, False, True, "")
    return Engines([model], "ct2", cache, 1, frozenset())


def _good() -> EngineSource:
    source = FakeEngineSource([(ZH, EN)])
    source.engines[ZH, EN] = GoodModel(EN)
    return source


def _name(unit: str) -> str:
    """Return a made-up English word for two characters."""
    return "".join(chr(ord("a") + ord(character) % 26) for character in unit)


def _column(file: str, column: int) -> list[str]:
    return [row.split("\t")[column] for row in (SHARED / file).read_text("utf-8").splitlines()]


def _report(results: dict[str, dict[str, dict[str, float]]]) -> None:
    heads = ("mode", "erasure", "limit", "worst line", "lag s", "before final", "ms")
    print(" " * 20 + "".join(f"{head:>13}" for head in heads))
    for name, modes in results.items():
        for mode, figures in modes.items():
            limit = "" if mode == "naive" else f"{LIMITS[CaptionMode(mode)]:.1f}"
            print(
                f"{name:20}{mode:>13}{figures['erasure']:13.3f}{limit:>13}{figures['worst_line']:13.2f}"
                f"{figures['lag_s']:13.2f}{figures['before_final']:13.0%}{figures['model_ms']:13.1f}"
            )
    print(json.dumps({"bench": "steady", "results": results}))


if __name__ == "__main__":
    sys.exit(main())
