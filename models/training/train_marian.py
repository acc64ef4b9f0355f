"""Trains a small MarianMT model in the form of the transformers library from what prepare.py wrote.

    python -m models.training.train_marian --data prep --direction zh-en --out run --total-minutes 11 --stop-after 8.5
    python -m models.training.train_marian ... --resume      goes on where the last call stopped

The learning rate follows the share of --total-minutes that was used over all calls, so a run can be cut into calls.
OUT/hf then holds the model in fp16 (averaged over the second half), OUT/log.json the figures, OUT/last.pt the state
to go on from. --pieces DIR cuts OUT/hf into files of 15 MiB with their checksums, for a machine that gives back
small files only. Runs on CUDA or, slowly, on a CPU, in bf16 where the device computes in it. Imports nothing of
livedesk: the training machine needs torch, transformers, sentencepiece, numpy and sacrebleu.
"""

import argparse
import hashlib
import json
import lzma
import math
import os
import shutil
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch

from models.training.loss import blocked_cross_entropy

PRESETS = {
    "nano": (128, 2, 1, 512, 2),
    "micro": (192, 3, 1, 768, 3),
    "tiny": (256, 6, 2, 1024, 4),
    "booth": (384, 6, 2, 1536, 6),
    "base": (512, 6, 2, 2048, 8),
}
"""Width, encoder layers, decoder layers, width of the feed-forward layers, heads."""

MOST_TOKENS = 126
PIECE_BYTES = 15 * 2**20
_STARTED = time.time()
_LINES_A_JOB = 20_000
_REPORT_S = 30


@dataclass(frozen=True, slots=True)
class Pairs:
    """All pairs as token ids: pair i is source[source_at[i]:source_at[i + 1]] and the same of the target."""

    source: Any
    source_at: Any
    target: Any
    target_at: Any

    def __len__(self) -> int:
        return len(self.source_at) - 1

    @property
    def lengths(self) -> Any:
        """Tokens of the longer side of each pair."""
        return np.maximum(np.diff(self.source_at), np.diff(self.target_at))


def main() -> None:
    """Train, measure on dev.tsv, write the model."""
    options = _options()
    data, out = options.data, options.out
    out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    torch.backends.cuda.matmul.allow_tf32 = True
    device = "cuda" if torch.cuda.is_available() else "cpu"
    vocabulary = json.loads((data / "vocab.json").read_text(encoding="utf-8"))
    model = new_model(options.preset, vocabulary, options.dropout).to(device)
    if device == "cpu":
        model.set_attn_implementation("eager")  # 1.3 times as fast on short lines as the fused kernel
    trainer = Trainer(model, device, vocabulary["<pad>"], options)
    if options.resume:
        trainer.load(out / "last.pt")
    pairs = read_pairs(data, options.direction, vocabulary)
    size = sum(parameter.numel() for parameter in model.parameters()) / 1e6
    ready = time.time() - _STARTED
    print(f"{len(pairs):,} pairs, {size:.1f} M parameters, {device}, ready after {ready:.0f} s", flush=True)
    trainer.train(pairs)
    trainer.save(out / "last.pt")
    trainer.average()
    scores = measure(model, options, vocabulary, device)
    state = "finished" if trainer.is_done else "to be continued"
    print(f"scores {scores} {state} after {time.time() - _STARTED:.0f} s", flush=True)
    write_model(model, options, out / "hf")
    log = {"preset": options.preset, "direction": options.direction, "pairs": len(pairs), "scores": scores}
    text = json.dumps({**log, "is_finished": trainer.is_done, **trainer.state}, indent=1)
    (out / "log.json").write_text(text, encoding="utf-8")
    shutil.copy(out / "log.json", out / "hf" / "training.json")
    if options.pieces:
        write_pieces(out / "hf", options.direction, options.pieces)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--direction", choices=["zh-en", "en-zh"], required=True)
    parser.add_argument("--preset", choices=PRESETS, default="base")
    parser.add_argument("--total-minutes", type=float, default=11, help="of training, over all calls")
    parser.add_argument(
        "--stop-after", type=float, default=8.5, help="minutes of this call, reading included"
    )
    parser.add_argument("--resume", action="store_true", help="go on from OUT/last.pt")
    parser.add_argument("--lr", type=float, default=1.2e-3)
    parser.add_argument("--tokens", type=int, default=48000, help="padded target tokens a batch")
    parser.add_argument("--warmup", type=int, default=1500)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--eval-lines", type=int, default=300, help="of each kind in dev.tsv")
    parser.add_argument("--pieces", type=Path, help="write the model here too, in files of 15 MiB")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--compile", action="store_true")
    return parser.parse_args()


def new_model(preset: str, vocabulary: dict[str, int], dropout: float) -> Any:
    """Return an untrained model."""
    from transformers import MarianConfig, MarianMTModel

    width, encoder, decoder, feed_forward, heads = PRESETS[preset]
    pad = vocabulary["<pad>"]
    config = MarianConfig(
        vocab_size=len(vocabulary), d_model=width, encoder_layers=encoder, decoder_layers=decoder,
        encoder_ffn_dim=feed_forward, decoder_ffn_dim=feed_forward, encoder_attention_heads=heads,
        decoder_attention_heads=heads, max_position_embeddings=512, pad_token_id=pad, eos_token_id=0, bos_token_id=0,
        decoder_start_token_id=pad, forced_eos_token_id=0, scale_embedding=True, activation_function="swish",
        dropout=dropout, attention_dropout=0.0, activation_dropout=0.0, init_std=0.02,
        share_encoder_decoder_embeddings=True, tie_word_embeddings=True, static_position_embeddings=True,
        normalize_before=False, normalize_embedding=False, add_final_layer_norm=False, num_beams=1, max_length=256,
    )  # fmt: skip
    return MarianMTModel(config)


def _encode(job: tuple[str, list[str], bool, dict[str, int]]) -> tuple[list[Any], list[Any]]:
    import sentencepiece

    model, lines, is_from_en, vocabulary = job
    processor = sentencepiece.SentencePieceProcessor(model_file=model)
    pieces = (processor.id_to_piece(number) for number in range(processor.get_piece_size()))
    ids = np.array([vocabulary.get(piece, vocabulary["<unk>"]) for piece in pieces], dtype=np.uint16)
    sources, targets = [], []
    for line in lines:
        zh, en, tag = line.rstrip("\n").split("\t")
        if tag == ("z" if is_from_en else "e"):
            continue
        source, target = (ids[processor.encode(text)] for text in ((en, zh) if is_from_en else (zh, en)))
        if 0 < len(source) <= MOST_TOKENS and 0 < len(target) <= MOST_TOKENS:
            sources.append(np.append(source, np.uint16(vocabulary["</s>"])))
            targets.append(np.append(target, np.uint16(vocabulary["</s>"])))
    return sources, targets


def read_pairs(data: Path, direction: str, vocabulary: dict[str, int]) -> Pairs:
    """Return the pairs of one direction as ids; the first call keeps them beside the shards for the next."""
    cache = data / f"ids.{direction}.npz"
    if not cache.is_file():
        lines: list[str] = []
        for shard in sorted(data.glob("train.*.tsv.xz")):
            with lzma.open(shard, "rt", encoding="utf-8") as rows:
                lines += rows
        parts = [lines[at : at + _LINES_A_JOB] for at in range(0, len(lines), _LINES_A_JOB)]
        jobs = [(str(data / "spm.model"), part, direction == "en-zh", vocabulary) for part in parts]
        with ProcessPoolExecutor(min(len(jobs), os.cpu_count() or 1)) as pool:
            done = list(pool.map(_encode, jobs))
        flat: dict[str, Any] = {}
        for side, name in ((0, "source"), (1, "target")):
            lists = [ids for part in done for ids in part[side]]
            flat[name] = np.concatenate(lists)
            flat[f"{name}_at"] = np.concatenate(([0], np.cumsum([len(ids) for ids in lists])))
        np.savez(cache.with_suffix(".part.npz"), **flat)
        cache.with_suffix(".part.npz").rename(cache)
    with np.load(cache) as kept:
        return Pairs(*(kept[name] for name in ("source", "source_at", "target", "target_at")))


def batches(pairs: Pairs, tokens: int, rng: np.random.Generator) -> Iterator[Any]:
    """Yield the numbers of the pairs of one batch, for ever: pairs of like length, about `tokens` when padded."""
    lengths = pairs.lengths
    while True:
        order = np.argsort(lengths + rng.random(len(lengths)) * 3, kind="stable")
        cuts, at = [], 0
        while at < len(order):
            longest = int(lengths[order[min(at + 64, len(order) - 1)]])
            size = max(1, tokens // longest)
            cuts.append(order[at : at + size])
            at += size
        for number in rng.permutation(len(cuts)):
            yield cuts[number]


def padded(sequences: list[Any], pad: int) -> torch.Tensor:
    """Return the sequences as int64 [lines, tokens], the longest rounded up to a multiple of 8."""
    width = -(-max(map(len, sequences)) // 8) * 8
    out = np.full((len(sequences), width), pad, dtype=np.int64)
    for row, sequence in enumerate(sequences):
        out[row, : len(sequence)] = sequence
    return torch.from_numpy(out)


class Trainer:
    """Trains a model for a while, keeps and takes up its state."""

    def __init__(self, model: Any, device: str, pad: int, options: argparse.Namespace) -> None:
        self._model, self._device, self._pad, self._options = model, device, pad, options
        self._optimiser = torch.optim.AdamW(
            model.parameters(), lr=options.lr, betas=(0.9, 0.98), weight_decay=0.01, fused=True
        )
        self._is_bf16 = device == "cuda" or torch.ops.mkldnn._is_mkldnn_bf16_supported()
        self._averaged: dict[str, torch.Tensor] | None = None
        self.state: dict[str, Any] = {"step": 0, "seconds": 0.0, "tokens": 0, "log": []}

    @property
    def is_done(self) -> bool:
        """Whether all minutes are used."""
        return bool(self.state["seconds"] >= self._options.total_minutes * 60 - 1)

    def load(self, path: Path) -> None:
        """Take up the state in `path`."""
        kept = torch.load(path, map_location=self._device, weights_only=True)
        self._model.load_state_dict(kept["model"])
        self._optimiser.load_state_dict(kept["optimiser"])
        self.state, self._averaged = kept["state"], kept["averaged"]

    def save(self, path: Path) -> None:
        """Keep the state in `path`."""
        kept = {"model": self._model.state_dict(), "optimiser": self._optimiser.state_dict()}
        part = path.with_suffix(".part")
        torch.save({**kept, "state": self.state, "averaged": self._averaged}, part)
        part.replace(path)

    def average(self) -> None:
        """Give the model the weights averaged over the second half, where it has come that far."""
        if self._averaged is not None:
            state = self._model.state_dict()
            self._model.load_state_dict({name: w.to(state[name].dtype) for name, w in self._averaged.items()})

    def train(self, pairs: Pairs) -> None:
        """Train until this call's or all minutes are used; a batch that was begun is finished."""
        options, state = self._options, self.state
        net = torch.compile(self._model.model, dynamic=True) if options.compile else self._model.model
        rng = np.random.default_rng(options.seed + state["step"])
        before, started = state["seconds"], time.time()
        reported = started
        losses: list[float] = []
        self._model.train()
        for batch in batches(pairs, options.tokens, rng):
            share = state["seconds"] / (options.total_minutes * 60)
            if share >= 1 or time.time() - _STARTED >= options.stop_after * 60:
                break
            loss = self._step(net, pairs, batch, share)
            if state["step"] % 20 == 0 or not losses:
                losses.append(loss.item())
                if share > 0.5:
                    self._average_in()
            state["seconds"] = before + time.time() - started
            if time.time() - reported > _REPORT_S and losses:
                reported = time.time()
                self._report(float(np.mean(losses[-20:])))
        if self._device == "cuda":
            torch.cuda.synchronize()
        state["seconds"] = before + time.time() - started
        self._report(float(np.mean(losses[-20:])) if losses else math.nan)

    def _step(self, net: Any, pairs: Pairs, batch: Any, share: float) -> torch.Tensor:
        options, pad, state = self._options, self._pad, self.state
        rate = options.lr * min(1, (state["step"] + 1) / options.warmup)
        rate *= max(0.02, 0.5 * (1 + math.cos(math.pi * share)))
        for group in self._optimiser.param_groups:
            group["lr"] = rate
        source, target = (
            padded([ids[at[i] : at[i + 1]] for i in batch], pad).to(self._device)
            for ids, at in ((pairs.source, pairs.source_at), (pairs.target, pairs.target_at))
        )
        begun = torch.cat([torch.full_like(target[:, :1], pad), target[:, :-1]], 1)
        with torch.autocast(self._device, dtype=torch.bfloat16, enabled=self._is_bf16):
            hidden = net(
                input_ids=source,
                attention_mask=(source != pad).long(),
                decoder_input_ids=begun,
                use_cache=False,
            ).last_hidden_state
            is_text = target != pad
            loss = blocked_cross_entropy(hidden[is_text], self._model.lm_head.weight, target[is_text], 0.1)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self._model.parameters(), 1.0)
        self._optimiser.step()
        self._optimiser.zero_grad(set_to_none=True)
        state["step"] += 1
        state["tokens"] += target.numel()
        return loss.detach()

    @torch.no_grad()  # type: ignore[untyped-decorator]  # torch is not followed
    def _average_in(self) -> None:
        weights = self._model.state_dict()
        if self._averaged is None:
            self._averaged = {name: weight.detach().float().clone() for name, weight in weights.items()}
        for name, weight in weights.items():
            self._averaged[name].lerp_(weight.float(), 0.02)

    def _report(self, loss: float) -> None:
        state = self.state
        speed = int(state["tokens"] / max(1.0, state["seconds"]))
        row = {"step": state["step"], "minutes": round(state["seconds"] / 60, 2), "loss": round(loss, 3)}
        state["log"].append({**row, "padded_target_tokens_s": speed})
        print(state["log"][-1], flush=True)


def measure(
    model: Any, options: argparse.Namespace, vocabulary: dict[str, int], device: str
) -> dict[str, Any]:
    """Return BLEU and chrF of greedy translations of dev.tsv, by kind, and print the first lines."""
    import sacrebleu
    import sentencepiece

    model.eval()
    processor = sentencepiece.SentencePieceProcessor(model_file=str(options.data / "spm.model"))
    pieces, pad = {number: piece for piece, number in vocabulary.items()}, vocabulary["<pad>"]
    rows = [line.split("\t") for line in (options.data / "dev.tsv").read_text(encoding="utf-8").splitlines()]
    scores = {}
    for kind in ("general", "booth"):
        chosen = [(zh, en) for zh, en, name in rows if name == kind][: options.eval_lines]
        if not chosen:
            continue
        sources, references = zip(
            *(pair if options.direction == "zh-en" else pair[::-1] for pair in chosen), strict=True
        )
        found = []
        for at in range(0, len(sources), 100):
            lines = (processor.encode(text, out_type=str)[:200] for text in sources[at : at + 100])
            ids = padded([[*(vocabulary.get(piece, 1) for piece in line), 0] for line in lines], pad).to(
                device
            )
            with (
                torch.inference_mode(),
                torch.autocast(device, dtype=torch.bfloat16, enabled=device == "cuda"),
            ):
                answers = model.generate(
                    input_ids=ids,
                    attention_mask=(ids != pad).long(),
                    max_new_tokens=160,
                    num_beams=1,
                    do_sample=False,
                )
            for answer in answers.tolist():
                found.append(
                    processor.decode_pieces([pieces[token] for token in answer if token not in (0, pad)])
                )
        tokenize = "zh" if options.direction == "en-zh" else "13a"
        bleu = sacrebleu.corpus_bleu(found, [list(references)], tokenize=tokenize).score
        chrf = sacrebleu.corpus_chrf(found, [list(references)]).score
        scores[kind] = {"bleu": round(bleu, 2), "chrf": round(chrf, 2)}
        for source, answer, reference in list(zip(sources, found, references, strict=True))[:6]:
            print(f"  {source[:200]}\n    -> {answer[:200]}\n    == {reference[:200]}")
    return scores


def write_model(model: Any, options: argparse.Namespace, folder: Path) -> None:
    """Write the model in fp16 with its tokeniser, as `MarianMTModel.from_pretrained` reads it."""
    shutil.rmtree(folder, ignore_errors=True)
    model.half().save_pretrained(folder, safe_serialization=True)
    for name in ("source.spm", "target.spm"):
        shutil.copy(options.data / "spm.model", folder / name)
    shutil.copy(options.data / "vocab.json", folder)
    source, target = options.direction.split("-")
    config = {"source_lang": source, "target_lang": target, "tokenizer_class": "MarianTokenizer"}
    text = json.dumps({**config, "model_max_length": 512, "separate_vocabs": False})
    (folder / "tokenizer_config.json").write_text(text, encoding="utf-8")


def write_pieces(folder: Path, direction: str, out: Path) -> None:
    """Cut `folder` into files of 15 MiB in `out`, with DIRECTION.sha256 to check what came."""
    out.mkdir(parents=True, exist_ok=True)
    archive = Path(shutil.make_archive(str(folder), "tar", folder.parent, folder.name))
    data = archive.read_bytes()
    sums = [f"{hashlib.sha256(data).hexdigest()}  {direction}.tar\n"]
    for number in range(-(-len(data) // PIECE_BYTES)):
        piece = data[number * PIECE_BYTES : (number + 1) * PIECE_BYTES]
        name = f"{direction}.tar.{number:02d}"
        (out / name).write_bytes(piece)
        sums.append(f"{hashlib.sha256(piece).hexdigest()}  {name}\n")
    (out / f"{direction}.sha256").write_text("".join(sums), encoding="utf-8")


if __name__ == "__main__":
    main()
