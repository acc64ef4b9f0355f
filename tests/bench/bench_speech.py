"""Speech to captions, measured through the real lane and desk on `../shared/speech`: errors, speed, lags, steadiness.

What is measured, for each speech model that is installed:

- **CER** (Chinese, per character) and **WER** (English, per word): the Levenshtein distance of what was written to
  what was said, over the length of what was said. Both sides are brought to one form first, by the same rules
  (`normalised`): NFKC, lower case, Simplified characters, no punctuation, no blanks in Chinese; figures as they are
  spoken in Chinese (1200 and 一千二百 are the same, 两 is 二, 21.3% is 百分之二十一点三), and in digits in English.
  The single lines are played one after the other with two seconds of silence between; the show as it is.
- **real-time factor**: seconds that voice detector and speech model take for a second of sound.
- **initial lag**: from the first voice of a line to its first text; **interim lag**: from the newest voice that a
  growing text tells of to the text; **final lag**: from the last voice of a line to its last word, translated.
- **normalised erasure**: words taken back for each word left at the end, of captions and of translations, as the
  audience sees them ("agreed": of the part of a caption that looks settled). Arivazhagan et al., "Re-translation
  versus Streaming for Simultaneous Translation", IWSLT 2020, section 3; formula: `livedesk.app.heard_lines.erasure`.
- **lost frames**: samples that never reached the recogniser; **phantom words**: words written in a minute of noise,
  half a minute of silence, and in the pauses of the show. Both must be 0.

The lags are those of this computer under the load that is printed. The show is played once in each of `--modes`.
"""

import argparse
import json
import os
import platform
import re
import statistics
import sys
import tempfile
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import soundfile

from livedesk.app.heard_lines import HeardLine, erasure, tokens
from livedesk.app.paths import Paths
from livedesk.app.speech import speech_models
from livedesk.app.transcribe import transcribe_file
from livedesk.core.captions.heard import SAMPLE_RATE
from livedesk.core.captions.speech_model import SpeechModel
from livedesk.core.ids import EN, ZH, Language
from livedesk.core.settings import CaptionMode, Settings

SHARED = Path(__file__).parents[3] / "shared"
SPEECH = SHARED / "speech"
_SILENCE_S = 2.0
_GROUPS = ("zh/host", "zh/number", "zh/noisy10db", "zh/noisy5db", "real", "en")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Line:
    """What is said in a stretch of sound, in seconds."""

    t0_s: float
    t1_s: float
    text: str


def main() -> int:
    """Measure, print tables, write a JSON file; 1 where frames were lost or phantom words written."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--base", type=Path, default=Path(".speech"), help="data folder with the speech models"
    )
    parser.add_argument("--out", type=Path, default=Path("out") / "bench-speech.json")
    parser.add_argument(
        "--modes", nargs="+", type=CaptionMode, default=list(CaptionMode), choices=list(CaptionMode)
    )
    options = parser.parse_args()
    base = Paths(options.base.absolute())
    models = [model for model in speech_models(base) if model.knows(ZH)]
    if not SPEECH.is_dir() or not models:
        print(
            "Needs ../shared/speech and a speech model: livedesk models install whisper-base", file=sys.stderr
        )
        return 1
    print(
        f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
    )
    results = [measure(base, model, options.modes) for model in models]
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(json.dumps(results, ensure_ascii=False, indent=1), encoding="utf-8")
    print(f"\n{options.out}")
    bad = [r for r in results if r["phantom_words"] or any(show["lost_frames"] for show in r["show"])]
    return int(bool(bad))


def measure(base: Paths, model: SpeechModel, modes: Sequence[CaptionMode]) -> dict[str, object]:
    """Return all figures of one model; prints them as they come."""
    print(f"\n== {model.name} ({model.engine.value}) ==")
    with tempfile.TemporaryDirectory() as folder:
        errors = [group_errors(base, model, group, Path(folder)) for group in _GROUPS]
        phantoms = {
            name: phantom_words(base, model, SPEECH / f"{name}.flac") for name in ("noise-60s", "silence-30s")
        }
    print(f"phantom words in noise and silence: {phantoms}")
    print(f"\n{'the show, in real time':24}" + "".join(f"{column:>11}" for column in _COLUMNS))
    shows = [show_figures(base, model, mode) for mode in modes]
    in_pauses = sum(int(str(show["phantom_words"])) for show in shows)
    return {
        "model": model.name,
        "engine": model.engine.value,
        "cores": os.cpu_count(),
        "errors": [error for error in errors if error],
        "phantom_words": sum(phantoms.values()) + in_pauses,
        "show": shows,
    }


def group_errors(base: Paths, model: SpeechModel, group: str, folder: Path) -> dict[str, object]:
    """Play the lines of a group one after the other and return how much of them is wrong."""
    named = [line.split("\t") for line in (SPEECH / "lines.tsv").read_text("utf-8").splitlines()]
    entries = [entry for entry in named if entry[0].startswith(group)]
    language = Language(entries[0][1])
    if not model.knows(language):
        return {}
    file, lines = joined([SPEECH / entry[0] for entry in entries], [entry[2] for entry in entries], folder)
    done = transcribe_file(
        base, file, Settings(host_language=language), target=None, is_real_time=False, model=model.path
    )
    heard = [h for h in done.heard.lines.values() if h.caption.text]
    wrong = total = exact = 0
    for line in lines:
        said = [h.caption.text for h in heard if overlaps(h, line)]
        distance, length = errors(" ".join(said), line.text, language)
        wrong, total, exact = wrong + distance, total + length, exact + (distance == 0)
    rate = wrong / total
    name = "WER" if language == EN else "CER"
    print(
        f"{group:14}{name} {rate:6.1%}   {exact} of {len(lines)} lines without a fault"
        f"   real-time factor {done.real_time_factor:.2f}",
        flush=True,
    )
    return {
        "group": group,
        "measure": name,
        "rate": round(rate, 4),
        "lines": len(lines),
        "exact": exact,
        "real_time_factor": round(done.real_time_factor, 3),
    }


def joined(files: Sequence[Path], texts: Sequence[str], folder: Path) -> tuple[Path, list[Line]]:
    """Write one file of all `files` with silence between; return it and where each of them is."""
    parts, lines, at = [], [], 0
    for path, text in zip(files, texts, strict=True):
        silence = np.zeros(round(_SILENCE_S * SAMPLE_RATE), dtype=np.float32)
        sound, rate = soundfile.read(path, dtype="float32")
        assert rate == SAMPLE_RATE, path
        begin = at + len(silence)
        at = begin + len(sound)
        parts += [silence, sound]
        lines.append(Line(begin / SAMPLE_RATE, at / SAMPLE_RATE, text))
    out = folder / "joined.flac"
    soundfile.write(out, np.concatenate([*parts, silence]), SAMPLE_RATE)
    return out, lines


def phantom_words(base: Paths, model: SpeechModel, file: Path) -> int:
    """Return how many words are written where nobody speaks."""
    done = transcribe_file(base, file, Settings(), target=None, is_real_time=False, model=model.path)
    return sum(len(tokens(line.caption.text)) for line in done.heard.lines.values())


_COLUMNS = (
    "CER",
    "RTF",
    "initial",
    "interim",
    "final p50",
    "final p95",
    "NE caption",
    "NE agreed",
    "NE transl.",
    "lost",
    "phantom",
)


def show_figures(base: Paths, model: SpeechModel, mode: CaptionMode) -> dict[str, object]:
    """Play the show in real time, translated, and return its figures."""
    rows = [line.split("\t") for line in (SPEECH / "show.tsv").read_text("utf-8").splitlines()]
    said = [Line(float(row[0]), float(row[1]), row[2]) for row in rows]
    settings = Settings(caption_mode=mode)
    done = transcribe_file(
        base, SPEECH / "zh" / "show.flac", settings, target=EN, is_real_time=True, model=model.path
    )
    heard = [line for line in done.heard.lines.values() if line.caption.text]
    distance, length = errors("".join(h.caption.text for h in heard), "".join(s.text for s in said), ZH)
    finals = sorted(done.heard.final_lag_s(line) for line in heard)
    initials = [done.heard.initial_lag_s(line) for line in heard]
    interims = [lag for line in heard for lag in line.lags_s]
    stray = [h for h in heard if not any(overlaps(h, line) for line in said)]
    figures: dict[str, object] = {
        "mode": mode.value,
        "cer": round(distance / length, 4),
        "real_time_factor": round(done.real_time_factor, 3),
        "initial_lag_s": round(statistics.median(initials), 2),
        "interim_lag_s": round(statistics.median(interims), 2) if interims else None,
        "final_lag_p50_s": round(statistics.median(finals), 2),
        "final_lag_p95_s": round(finals[min(len(finals) - 1, len(finals) * 95 // 100)], 2),
        "erasure_caption": round(erasure([line.shown for line in heard]), 3),
        "erasure_agreed": round(erasure([line.agreed for line in heard]), 3),
        "erasure_translation": round(erasure([line.translations for line in heard]), 3),
        "lost_frames": done.tally.lost_samples,
        "phantom_words": sum(len(tokens(h.caption.text)) for h in stray),
        "translated": sum(done.heard.translation(line) is not None for line in heard),
        "lines": len(heard),
        "hypotheses": done.tally.hypotheses,
        "hypotheses_left_out": done.tally.dropped,
        "load": round(os.getloadavg()[0], 1),
    }
    shown = list(figures.values())[1 : len(_COLUMNS) + 1]
    print(
        f"{mode.value:24}" + "".join(f"{value if value is not None else '-':>11}" for value in shown),
        flush=True,
    )
    return figures


def overlaps(heard: HeardLine, line: Line) -> bool:
    """Whether the middle of what was heard lies in `line`, give or take half a second."""
    middle = (heard.caption.t0_s + heard.caption.t1_s) / 2
    return line.t0_s - 0.5 <= middle <= line.t1_s + 0.5


def errors(written: str, said: str, language: Language) -> tuple[int, int]:
    """Return the Levenshtein distance of two lines and the length of what was said, in characters or words."""
    from rapidfuzz.distance import Levenshtein

    first, second = normalised(written, language), normalised(said, language)
    return Levenshtein.distance(first, second), len(second)


def normalised(text: str, language: Language) -> list[str]:
    """Return a line in the form in which it is compared: characters of Chinese, words of any other language."""
    text = unicodedata.normalize("NFKC", text).casefold()
    if language == ZH:
        text = re.sub(r"(\d)[,\s](?=\d{3})", r"\1", simplified(text))
        text = re.sub(r"(\d+(?:\.\d+)?)%", r"百分之\1", text)
        text = _NUMBER.sub(lambda match: spoken(match[0]), text).replace("两", "二")
        return [c for c in text if c.isalnum()]
    text = text.replace("%", " percent ").replace("-", " ")
    return [word for word in re.sub(r"[^\w\s.]", "", in_digits(text)).replace(".", "").split() if word]


def spoken(number: str) -> str:
    """Return a number in digits as it is said in Chinese."""
    import cn2an

    return str(cn2an.an2cn(number, "low"))


def in_digits(text: str) -> str:
    """Return English with its spelled numbers in digits."""
    from livedesk.core.translation.figures.numerals_en import ROW, spoken_numbers

    def value(match: re.Match[str]) -> str:
        return " ".join(str(number) for _, _, number in spoken_numbers(match[0]))

    return ROW.sub(value, text)


@cache
def _converter() -> object:
    from livedesk.adapters.text.script import Simplified

    return Simplified()


def simplified(text: str) -> str:
    """Return Chinese in Simplified characters."""
    from livedesk.adapters.text.script import Simplified

    converter = _converter()
    assert isinstance(converter, Simplified)
    return converter.to_simplified(text)


if __name__ == "__main__":
    sys.exit(main())
