"""CTranslate2 int8 against transformers float32 on a model of OPUS-MT's size: speed, memory, loading.

    python -m tests.bench.bench_engines [--threads 2] [--calls 7]

The model has OPUS-MT zh-en's config and tokeniser files and random weights; neither speed nor memory depends on their
values. Random weights never end a sentence, so `</s>` is forbidden in the bias and every line runs to the length
cap, which is the same on both sides: both make the same number of tokens, and that is checked. Each engine lives in
a process of its own, which loads nothing else; calls alternate between the two, so that what else the computer does
meets both, and the medians over the calls are compared (on a busy computer look at the best calls: torch's threads
suffer more from others than CTranslate2's). CTranslate2 reads a model converted before, as the desk does
from its second start on.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from threading import Event

import numpy as np
from safetensors.numpy import save_file

TOKENIZER = Path(__file__).resolve().parents[3] / "shared" / "tokenizer-opus-mt-zh-en"
ROOT = Path(__file__).resolve().parents[2]
ENGINES = ("ct2", "transformers")
SENTENCE = "这款保温杯的内胆是不锈钢，起订量五百个，交货期三十天左右。"
BATCHES = (1, 32)
_SETTLE_S = 0.4
"""Between calls: the threads of OpenMP go on spinning for 0.2 s, on the cores of whoever comes next."""


def main() -> int:
    """Build the model, measure both engines, print a table and one line of JSON."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--threads", type=int, default=2, help="threads of each engine")
    parser.add_argument("--calls", type=int, default=7, help="timed calls of each engine and batch size")
    parser.add_argument("--child", nargs=3, metavar=("ENGINE", "MODEL", "CACHE"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        engine, model, cache = options.child
        serve(engine, Path(model), Path(cache), options.threads)
        return 0
    if not TOKENIZER.is_dir():
        print("bench_engines: skipped, ../shared/tokenizer-opus-mt-zh-en is not at hand")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        model, cache = Path(folder) / "random-zh-en", Path(folder) / "cache"
        build(model)
        with Child("ct2", model, cache, 1) as first:
            convert_s = first.figures["load_s"]
        children = [Child(engine, model, cache, options.threads) for engine in ENGINES]
        for size in BATCHES:
            compare(children, size, options.calls)
        for child in children:
            child.close()
    report(dict(zip(ENGINES, (child.figures for child in children), strict=True)), options.threads, convert_s)
    return 0


def build(path: Path) -> None:
    """Write a model folder with OPUS-MT's tokeniser and config and random weights, `</s>` never chosen."""
    from livedesk.adapters.engines.marian_files import read_config, weight_shapes

    path.mkdir(parents=True)
    for file in TOKENIZER.iterdir():
        (path / file.name).write_bytes(file.read_bytes())
    config = read_config(path)
    random = np.random.default_rng(1)
    weights = {}
    shapes = weight_shapes(config, ("model.shared.weight", "final_logits_bias").__contains__)
    for name, shape in shapes.items():
        weights[name] = random.standard_normal(shape, np.float32) * np.float32(0.02)
        if name.endswith("layer_norm.weight"):
            weights[name] += np.float32(1)
    weights["model.shared.weight"][config.pad_id] = 0
    weights["final_logits_bias"][0, config.eos_id] = -1e6
    save_file(weights, path / "model.safetensors", metadata={"format": "pt"})


class Child:
    """An engine in a process of its own; `figures` grow as it is asked."""

    def __init__(self, engine: str, model: Path, cache: Path, threads: int) -> None:
        command = [sys.executable, "-m", "tests.bench.bench_engines", "--threads", str(threads)]
        command += ["--child", engine, str(model), str(cache)]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True)
        self.figures: dict[str, float] = self._read()

    def __enter__(self) -> "Child":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def ask(self, size: int) -> dict[str, float]:
        """Translate `size` lines once; return seconds, tokens made and the peak memory so far."""
        Event().wait(_SETTLE_S)
        assert self._process.stdin is not None
        self._process.stdin.write(f"{size}\n")
        self._process.stdin.flush()
        return self._read()

    def close(self) -> None:
        """End the process."""
        self._process.communicate()

    def _read(self) -> dict[str, float]:
        assert self._process.stdout is not None
        answer: dict[str, float] = json.loads(self._process.stdout.readline())
        return answer


def serve(engine: str, model: Path, cache: Path, threads: int) -> None:
    """Load `engine` and answer each number of lines on standard input with one line of JSON."""
    from livedesk.adapters.engines.registry import Engines
    from livedesk.core.ids import EN, ZH
    from livedesk.core.translation.model import InstalledModel

    installed = InstalledModel(model.name, model, ZH, EN, is_listed=False, has_placeholders=False, licence="")
    start = time.perf_counter()
    opened = Engines([installed], engine, cache, threads, frozenset()).engine(ZH, EN)
    print(json.dumps({"load_s": time.perf_counter() - start}), flush=True)
    for request in sys.stdin:
        lines = [SENTENCE] * int(request)
        start = time.perf_counter()
        made = sum(len(line.tokens) for line in opened.translate(lines))
        seconds = time.perf_counter() - start
        print(json.dumps({"seconds": seconds, "tokens": made, "peak_mb": peak_mb()}), flush=True)


def peak_mb() -> float:
    """Return the most memory this process has held (Linux). `ru_maxrss` would start at what its parent held."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def compare(children: list[Child], size: int, calls: int) -> None:
    """Ask both children in turn, `calls` times after a first call that warms up, and note their medians."""
    speeds: dict[Child, list[float]] = {child: [] for child in children}
    for call in range(calls + 1):
        answers = [child.ask(size) for child in children]
        assert len({answer["tokens"] for answer in answers}) == 1, "the engines did not do the same work"
        for child, answer in zip(children, answers, strict=True):
            if call:
                speeds[child].append(answer["tokens"] / answer["seconds"])
            child.figures[f"peak_mb_batch_{size}"] = answer["peak_mb"]
    for child in children:
        child.figures[f"tokens_s_batch_{size}"] = median(speeds[child])
        child.figures[f"best_tokens_s_batch_{size}"] = max(speeds[child])


def report(figures: dict[str, dict[str, float]], threads: int, convert_s: float) -> None:
    """Print the table for people and the line for machines."""
    ours, reference = figures["ct2"], figures["transformers"]
    ratios = {
        name: ours[name] / reference[name] if "tokens_s" in name else reference[name] / ours[name]
        for name in ours
    }
    print(f"OPUS-MT size, random weights, {threads} threads; CTranslate2 int8 against transformers float32")
    print(f"{'':24}{'ct2':>12}{'transformers':>14}{'better by':>12}")
    for name, ratio in ratios.items():
        print(f"{name:24}{ours[name]:12.1f}{reference[name]:14.1f}{ratio:11.1f}x")
    print(f"to reach: 5x tokens/s, a quarter of the memory; converting once took {convert_s:.1f} s")
    print(
        json.dumps(
            {"bench": "engines", "threads": threads, "convert_s": convert_s, **figures, "ratios": ratios}
        )
    )


if __name__ == "__main__":
    sys.exit(main())
