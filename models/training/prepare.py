"""Mixes the corpora into what a MarianMT starter model is trained on, and checks the result.

    python -m models.training.prepare mix --out prep
    python -m models.training.prepare check --out prep

Reads the home of the corpora (--from, ../shared/train): corpora/*.tsv.xz, zh<TAB>en general pairs, one file a
source; domain/*.tsv, booth pairs, trusted and repeated; domain/*.templates.tsv, pairs with {slots}, filled from
domain/slots.tsv and fillers.py. --booth names further folders with files like those in domain/. Lines of the
evaluation sets (--eval, ../shared/eval) are kept out.

Writes train.NN.tsv.xz (zh<TAB>en<TAB>tag, in the order of the sources since that packs best: training shuffles),
dev.tsv (zh<TAB>en<TAB>general or booth, kept out of training), spm.model and vocab.json (one vocabulary for both
languages), summary.json (what is in them, with checksums). Minutes on a CPU.
"""

import argparse
import hashlib
import json
import lzma
import random
import re
import shutil
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from models.training.fillers import PLACEHOLDERS, fill

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
BOOTH = Path(__file__).resolve().parent / "booth"
MOST_MIB = 49
"""What the prepared files may take together: a call carries 64 MiB, the repository itself among them."""

_HAN = re.compile("[\u4e00-\u9fff]")
_NOT_LETTERS = re.compile(r"[\W_]+")
_ZH_MARKS = re.compile("[，。！？、；：]")
_CODE = re.compile(r"[A-Za-z][A-Za-z0-9-]*[0-9A-Z][A-Za-z0-9-]*|[A-Z][a-z]{3,}")
_MASK = re.compile("⟦[1-9]⟧")
_EMOJI = "😀😂👍🙏❤🔥😍🎉👏😊"
_DEV = {"general": 1000, "booth": 300}

Row = tuple[str, str, str]
"""Chinese, English, tag: "" serves both directions, "z" only Chinese to English, "e" only English to Chinese."""


def main() -> int:
    """Run `mix` or `check`; 1 if the check finds something."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("step", choices=["mix", "check"])
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--from", dest="home", type=Path, default=SHARED / "train")
    parser.add_argument("--booth", type=Path, nargs="*", default=[BOOTH], help="more folders of booth pairs")
    parser.add_argument("--eval", dest="sets", type=Path, default=SHARED / "eval")
    parser.add_argument("--without", nargs="*", default=[], help="sources in corpora/ to leave out")
    parser.add_argument("--vocab", type=int, default=16000)
    parser.add_argument(
        "--vocab-of", type=Path, help="take the vocabulary of this folder, to train its model on"
    )
    parser.add_argument("--general", type=int, default=1_190_000, help="general pairs to keep at the most")
    parser.add_argument("--domain-copies", type=int, default=5)
    parser.add_argument("--per-template", type=int, default=150)
    parser.add_argument(
        "--spm-rows", type=int, default=300_000, help="rows that the vocabulary is learnt from"
    )
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    if options.step == "mix":
        mix(options)
    faults = check(options.out, held_out(options.sets))
    for fault in faults:
        print(f"prepare: {fault}", file=sys.stderr)
    return int(bool(faults))


def read_pairs(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the pairs of a .tsv or .tsv.xz file."""
    with (lzma.open if path.suffix == ".xz" else open)(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            parts = line.rstrip("\n").split("\t")
            if len(parts) >= 2:
                yield parts[0].strip(), parts[1].strip()


def key(text: str) -> str:
    """Return the letters and figures of `text`: lines that differ only in marks and case are the same line."""
    return _NOT_LETTERS.sub("", unicodedata.normalize("NFKC", text).lower())


class HeldOut:
    """The lines that must not be trained on, because models are measured on them."""

    def __init__(self) -> None:
        self._pairs: set[tuple[str, str]] = set()
        self._zh: set[str] = set()
        self._en: set[str] = set()

    def add(self, zh: str, en: str) -> None:
        """Keep this pair out; one of its sides may be empty."""
        self._pairs.add((key(zh), key(en)))
        self._zh.add(key(zh))
        self._en.add(key(en))

    def holds(self, zh: str, en: str) -> bool:
        """Whether the pair is held out, or one side of it and more than a phrase that everybody says ("不客气")."""
        z, e = key(zh), key(en)
        is_sentence = (len(z) >= 6 and z in self._zh) or (len(e) >= 16 and e in self._en)
        return is_sentence or (z, e) in self._pairs


def held_out(sets: Path) -> HeldOut:
    """Return the lines of the evaluation sets in the folder `sets`."""
    lines = HeldOut()
    files = [path for path in sorted(sets.glob("*.tsv")) if path.name != "lid.tsv"]
    if not files:
        raise SystemExit(f"prepare: no evaluation sets in {sets}, so nothing can be kept out of training")
    for path in files:
        if path.name == "traps.tsv":
            for direction, line in read_pairs(path):
                lines.add(*((line, "") if direction == "zh-en" else ("", line)))
            continue
        is_from_zh = path.name.split(".")[-2] == "zh-en"
        for source, target in read_pairs(path):
            lines.add(*((source, target) if is_from_zh else (target, source)))
    return lines


def clean(zh: str, en: str, simplify: Callable[[str], str]) -> tuple[str, str] | None:
    """Return a general pair as it is trained on, None where it looks wrong."""
    zh, en = unicodedata.normalize("NFC", zh), unicodedata.normalize("NFC", en)
    if not 0 < len(zh) <= 200 or not 0 < len(en) <= 600:
        return None
    if not _HAN.search(zh) or _HAN.search(en) or not re.search("[A-Za-z]", en):
        return None
    if len(zh) > 8 and not 0.9 < len(en) / len(zh) < 9:
        return None
    return simplify(zh), en


def protect(zh: str, en: str, rng: random.Random) -> tuple[str, str]:
    """Replace codes and names that are the same on both sides by placeholders, as livedesk does with its terms."""
    codes = [
        re.compile(rf"(?<![A-Za-z0-9]){re.escape(c)}(?![A-Za-z0-9])")
        for c in dict.fromkeys(_CODE.findall(zh))
    ]
    shared = [
        code for code in codes if code.search(zh) and code.search(en)
    ]  # not "mAh" of "500mAh" and "500 mAh"
    for number, code in enumerate(shared[:4]):
        mask = rng.choice(PLACEHOLDERS) if len(shared) == 1 else PLACEHOLDERS[number]
        if code.search(zh) and code.search(en):  # a code may hold another one
            zh, en = code.sub(mask, zh), code.sub(mask, en)
    return zh, en


def rows_of(zh: str, en: str, tag: str, kind: str, rng: random.Random) -> list[Row]:
    """Return the rows for one pair of `kind` "general", "domain" or "chat".

    Noise (marks that a speech recogniser loses, a chat's lower case and capitals) belongs on the source side only.
    """
    if rng.random() < 0.02:
        emoji = rng.choice(_EMOJI)
        zh, en = zh + emoji, f"{en} {emoji}"
    if rng.random() < 0.15:
        zh, en = protect(zh, en, rng)
    if kind == "chat" and not (en[:1].isupper() and en[-1:] in ".!?"):
        if tag == "z":
            return []  # rough English is read, never written
        tag = "e"
    if rng.random() < {"general": 0.10, "domain": 0.35, "chat": 0.15}[kind]:
        zh_noisy = _ZH_MARKS.sub(lambda mark: "" if rng.random() < 0.85 else mark.group(), zh)
        typed = en.upper() if rng.random() < 0.08 else en.lower().rstrip(".!")
        noisy = [(zh_noisy, en, "z"), (zh, typed, "e")]
        return [row for row in noisy if tag in ("", row[2])]
    return [(zh, en, tag)]


def mix(options: argparse.Namespace) -> None:
    """Write everything into `options.out`."""
    rng = random.Random(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    for old in options.out.glob("train.*.tsv.xz"):
        old.unlink()
    lines, counts = held_out(options.sets), Counter[str]()
    general, sources = general_pairs(options, lines, counts, rng)
    domain, dev_domain = domain_pairs(_domain_files(options), lines, counts, rng)
    dev_general, general = general[: _DEV["general"]], general[_DEV["general"] :][: options.general]
    with (options.out / "dev.tsv").open("w", encoding="utf-8") as file:
        for name, pairs in (("general", dev_general), ("booth", dev_domain)):
            file.writelines(f"{zh}\t{en}\t{name}\n" for zh, en in pairs)
    for pair in (*dev_general, *dev_domain):
        lines.add(*pair)
    kept = [pair for pair in sorted(general, key=sources.__getitem__) if not lines.holds(*pair)]
    made = template_rows(options, lines, counts, rng)
    rows = [row for zh, en in kept for row in rows_of(zh, en, "", "general", rng)]
    counts["rows general"] = len(rows)
    rows += [row for zh, en, tag, kind in made for row in rows_of(zh, en, tag, kind, rng)]
    counts["rows templates"] = len(rows) - counts["rows general"]
    trusted = [(zh, en, kind) for zh, en, kind in domain if not lines.holds(zh, en)]
    for zh, en, kind in trusted:
        for _ in range(options.domain_copies):
            rows += rows_of(zh, en, "", kind, rng)
    counts["rows booth"] = len(rows) - counts["rows general"] - counts["rows templates"]
    counts |= {"pairs general": len(kept), "pairs booth": len(trusted), "pairs templates": len(made)}
    if options.vocab_of:
        for name in ("spm.model", "vocab.json"):
            shutil.copy(options.vocab_of / name, options.out)
    else:
        _learn_vocabulary(options, rng.sample(rows, min(options.spm_rows, len(rows))))
    _write_shards(options.out, rows)
    per_source = Counter(sources[pair] for pair in kept)
    _write_summary(options, counts, per_source)


def general_pairs(
    options: argparse.Namespace, lines: HeldOut, counts: Counter[str], rng: random.Random
) -> tuple[list[tuple[str, str]], dict[tuple[str, str], str]]:
    """Return the general pairs, shuffled and each once, and the source of each."""
    import opencc

    simplify = opencc.OpenCC("t2s").convert
    sources: dict[tuple[str, str], str] = {}
    for path in sorted((options.home / "corpora").glob("*.tsv.xz")):
        name = path.name.removesuffix(".tsv.xz")
        if name in options.without:
            continue
        for zh, en in read_pairs(path):
            pair = clean(zh, en, simplify)
            if pair is None:
                counts["left out: unfit"] += 1
            elif pair in sources:
                counts["left out: twice"] += 1
            elif lines.holds(*pair):
                counts[f"held out: {name}"] += 1
            else:
                sources[pair] = name
    pairs = list(sources)
    rng.shuffle(pairs)
    return pairs, sources


def domain_pairs(
    files: list[Path], lines: HeldOut, counts: Counter[str], rng: random.Random
) -> tuple[list[tuple[str, str, str]], list[tuple[str, str]]]:
    """Return the booth pairs as (zh, en, kind) in file order, and those of them that are kept for dev.tsv."""
    found: dict[tuple[str, str], str] = {}
    for path in files:
        if ".templates." in path.name:
            continue
        for pair in read_pairs(path):
            if lines.holds(*pair):
                counts[f"held out: {path.name}"] += 1
            else:
                found.setdefault(pair, "chat" if path.name.startswith("chat") else "domain")
    dev = rng.sample(list(found), min(_DEV["booth"], len(found) // 4))
    return [(*pair, kind) for pair, kind in found.items()], dev


def template_rows(
    options: argparse.Namespace, lines: HeldOut, counts: Counter[str], rng: random.Random
) -> list[tuple[str, str, str, str]]:
    """Return what the templates give as (zh, en, tag, kind), each line once."""
    slots: dict[str, list[tuple[str, str]]] = {}
    for line in (options.home / "domain" / "slots.tsv").read_text(encoding="utf-8").splitlines():
        if len(parts := line.split("\t")) == 3:
            slots.setdefault(parts[0], []).append((parts[1], parts[2]))
    made: dict[tuple[str, str, str, str], None] = {}
    for path in _domain_files(options):
        if ".templates." not in path.name:
            continue
        kind = "chat" if path.name.startswith("chat") else "domain"
        for zh, en in read_pairs(path):
            for _ in range(options.per_template):
                for z, e, tag in fill(zh, en, slots, rng):
                    e = e[:1].upper() + e[1:] if en[:1] == "{" and kind != "chat" and tag != "e" else e
                    if lines.holds(z, e):
                        counts[f"held out: {path.name}"] += 1
                    else:
                        made[z, e, tag, kind] = None
    return list(made)


def _domain_files(options: argparse.Namespace) -> list[Path]:
    folders = (options.home / "domain", *options.booth)
    return [path for folder in folders for path in sorted(folder.glob("*.tsv")) if path.name != "slots.tsv"]


def _learn_vocabulary(options: argparse.Namespace, rows: list[Row]) -> None:
    """Write spm.model and vocab.json in the order that Marian's tokeniser wants, `<pad>` last."""
    import sentencepiece

    text, prefix = options.out / "spm.txt", options.out / "spm"
    text.write_text("".join(f"{zh}\n{en}\n" for zh, en, _ in rows), encoding="utf-8")
    sentencepiece.SentencePieceTrainer.train(
        input=str(text), model_prefix=str(prefix), vocab_size=options.vocab, model_type="unigram",
        character_coverage=0.9999, byte_fallback=True, split_digits=True, normalization_rule_name="identity",
        add_dummy_prefix=True, remove_extra_whitespaces=True, unk_id=0, bos_id=-1, eos_id=1, pad_id=-1,
        user_defined_symbols=list(PLACEHOLDERS), num_threads=options.threads, max_sentence_length=3000,
        minloglevel=1,
    )  # fmt: skip
    text.unlink()
    prefix.with_suffix(".vocab").unlink()
    processor = sentencepiece.SentencePieceProcessor(model_file=f"{prefix}.model")
    pieces = [processor.id_to_piece(number) for number in range(processor.get_piece_size())]
    order = ["</s>", "<unk>", *(p for p in pieces if p not in ("</s>", "<unk>", "<s>")), "<pad>"]
    vocabulary = {piece: number for number, piece in enumerate(order)}
    (options.out / "vocab.json").write_text(json.dumps(vocabulary, ensure_ascii=False), encoding="utf-8")


def _write_shards(out: Path, rows: list[Row], most: int = 400_000) -> None:
    for number in range(0, len(rows), most):
        with lzma.open(out / f"train.{number // most:02d}.tsv.xz", "wt", encoding="utf-8", preset=6) as shard:
            shard.writelines(f"{zh}\t{en}\t{tag}\n" for zh, en, tag in rows[number : number + most])


def _write_summary(options: argparse.Namespace, counts: Counter[str], sources: Counter[str]) -> None:
    files = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in _prepared(options.out)}
    chosen = {
        name: getattr(options, name)
        for name in ("vocab", "general", "domain_copies", "per_template", "seed", "without")
    }
    summary = {
        "options": chosen,
        "counts": dict(sorted(counts.items())),
        "sources": dict(sources.most_common()),
    }
    text = json.dumps({**summary, "sha256": files}, indent=1, ensure_ascii=False)
    (options.out / "summary.json").write_text(text, encoding="utf-8")


def _prepared(out: Path) -> list[Path]:
    return [
        *sorted(out.glob("train.*.tsv.xz")),
        *(out / name for name in ("dev.tsv", "spm.model", "vocab.json")),
    ]


def check(out: Path, lines: HeldOut) -> list[str]:
    """Print what the folder `out` holds and return what is wrong with it, one sentence each."""
    faults = []
    summary = json.loads((out / "summary.json").read_text(encoding="utf-8"))
    for path in _prepared(out):
        if hashlib.sha256(path.read_bytes()).hexdigest() != summary["sha256"].get(path.name):
            faults.append(f"{path.name} is not the file that was prepared")
    for zh, en in read_pairs(out / "dev.tsv"):
        lines.add(zh, en)
    faults += [*_check_rows(out, lines), *_check_vocabulary(out)]
    size = sum(path.stat().st_size for path in _prepared(out)) / 2**20
    if size > MOST_MIB:
        faults.append(f"{size:.1f} MiB do not fit into one call, which takes {MOST_MIB}")
    for name, count in summary["counts"].items():
        print(f"{name:40} {count:9,}")
    print(f"{'MiB':40} {size:9.1f}")
    return faults


def _check_rows(out: Path, lines: HeldOut) -> list[str]:
    tags, wrong, leaked, masked, uneven = Counter[str](), 0, 0, 0, 0
    for path in sorted(out.glob("train.*.tsv.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as rows:
            for row in rows:
                parts = row.rstrip("\n").split("\t")
                if len(parts) != 3 or not all(parts[:2]) or parts[2] not in ("", "z", "e"):
                    wrong += 1
                    continue
                tags[parts[2]] += 1
                leaked += lines.holds(parts[0], parts[1])
                marks = [set(_MASK.findall(side)) for side in parts[:2]]
                masked += bool(marks[0])
                uneven += marks[0] != marks[1]
    total = sum(tags.values())
    print(f"rows both ways {tags['']:,}, only zh-en {tags['z']:,}, only en-zh {tags['e']:,}")
    print(f"rows with placeholders {masked:,} ({masked / max(1, total):.1%})")
    found = {"rows are malformed": wrong, "rows are held out": leaked, "rows lose a placeholder": uneven}
    return [f"{number} {what}" for what, number in found.items() if number]


def _check_vocabulary(out: Path) -> list[str]:
    import sentencepiece

    processor = sentencepiece.SentencePieceProcessor(model_file=str(out / "spm.model"))
    vocabulary = json.loads((out / "vocab.json").read_text(encoding="utf-8"))
    pieces = [processor.id_to_piece(number) for number in range(processor.get_piece_size())]
    faults = [f"the vocabulary lacks {piece}" for piece in pieces if piece not in vocabulary]
    for mask in PLACEHOLDERS:
        if mask not in processor.encode(f"买{mask}", out_type=str):
            faults.append(f"{mask} is not one symbol")
    for piece in pieces:
        if re.search(r"\d.|.\d", piece.lstrip("▁")) and not re.fullmatch("<0x..>|⟦.⟧", piece):
            faults.append(f"{piece} joins figures")
    faults += [f"no piece for byte {byte}" for byte in range(256) if f"<0x{byte:02X}>" not in vocabulary]
    samples = ("⟦1⟧的最小起订量是12,000个👍🏽", "Ünïcode ñandú, 龘 and 🦜", "A108-2 FOB Ningbo US$4.60")
    faults += [
        f"{text!r} does not survive" for text in samples if processor.decode(processor.encode(text)) != text
    ]
    return faults


if __name__ == "__main__":
    sys.exit(main())
