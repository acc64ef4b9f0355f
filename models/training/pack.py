"""Puts a trained model together, checks it, and installs two of them in models/ if they clear the bar.

    python -m models.training.pack join pieces/ --direction zh-en --out trained/zh-en
    python -m models.training.pack install --from trained --repository OWNER/PREFIX --licence SPDX

`install` takes trained/zh-en and trained/en-zh, adds to each our int8 form for CTranslate2 (ct2/), measures both
against the bar (bar.py), and only then writes models/livedesk-zh-en, models/livedesk-en-zh and their entries, with
checksums, into models/manifest.toml. Below the bar nothing is changed. Not CTranslate2's own converter: it starts
every decoder from a zero embedding, which is wrong for a model whose `<pad>` row was learnt.
"""

import argparse
import hashlib
import json
import re
import shutil
import sys
import tarfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

from safetensors import safe_open

from livedesk.adapters.engines.marian_convert import write_model
from livedesk.adapters.engines.marian_files import read_folder
from livedesk.adapters.models.manifest import read_manifest
from livedesk.core.errors import UserFacing
from livedesk.core.translation.model import CT2_FOLDER, REQUIRED_FILES, WEIGHTS
from models.training.bar import measure
from models.training.fillers import PLACEHOLDERS
from models.training.prepare import ROOT, SHARED

DIRECTIONS = ("zh-en", "en-zh")
MOST_MB_IN_GIT = 230
MOST_MB_IN_WHEEL = 80
_MB = 1_000_000
_KEPT = (*REQUIRED_FILES, "generation_config.json", "tokenizer_config.json")


class UnfitError(Exception):
    """What was trained cannot be used; the text says why, for whoever runs this."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `join` or `install`; 1 where something is not as it should be."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    steps = parser.add_subparsers(dest="step", required=True)
    joining = steps.add_parser("join")
    joining.add_argument("pieces", type=Path)
    joining.add_argument("--direction", choices=DIRECTIONS, required=True)
    joining.add_argument("--out", type=Path, required=True)
    installing = steps.add_parser("install")
    installing.add_argument("--from", dest="trained", type=Path, required=True)
    installing.add_argument("--models", type=Path, default=ROOT / "models")
    installing.add_argument("--sets", type=Path, default=SHARED / "eval")
    installing.add_argument("--repository", required=True, help="where the models will be published")
    installing.add_argument(
        "--licence", required=True, help="SPDX name; the training data have share-alike parts"
    )
    options = parser.parse_args(arguments)
    try:
        if options.step == "join":
            join(options.pieces, options.direction, options.out)
        else:
            install(options)
    except UnfitError as error:
        print(f"pack: {error}", file=sys.stderr)
        return 1
    return 0


def join(pieces: Path, direction: str, out: Path) -> None:
    """Put what train_marian.write_pieces cut together again in the new folder `out`, every checksum compared."""
    lines = (pieces / f"{direction}.sha256").read_text(encoding="utf-8").splitlines()
    sums = {name: digest for digest, name in (line.split("  ") for line in lines)}
    whole = b""
    for name in sorted(name for name in sums if name != f"{direction}.tar"):
        if not (pieces / name).is_file():
            raise UnfitError(f"{name} did not come")
        data = (pieces / name).read_bytes()
        if hashlib.sha256(data).hexdigest() != sums[name]:
            raise UnfitError(f"{name} is damaged")
        whole += data
    if hashlib.sha256(whole).hexdigest() != sums[f"{direction}.tar"]:
        raise UnfitError(f"{direction}.tar is damaged")
    with TemporaryDirectory() as folder:
        archive = Path(folder) / "hf.tar"
        archive.write_bytes(whole)
        with tarfile.open(archive) as tar:
            tar.extractall(folder, filter="data")
        shutil.copytree(Path(folder) / "hf", out)
    print(f"{out}: {len(whole) / _MB:.1f} MB, checksums right")


def install(options: argparse.Namespace) -> None:
    """Pack both directions beside `options.models`, measure them, and move them in. Raises `UnfitError`."""
    with TemporaryDirectory(dir=options.models, prefix=".packing-") as parent:
        packed = [Path(parent) / name_of(direction) for direction in DIRECTIONS]
        for direction, folder in zip(DIRECTIONS, packed, strict=True):
            pack(options.trained / direction, direction, folder)
        check_sizes(packed)
        below = []
        for direction, folder in zip(DIRECTIONS, packed, strict=True):
            checks = measure(folder, direction, options.sets)
            below += [f"{direction}: {check.what}" for check in checks if not check.is_met]
            figures = json.dumps([asdict(check) for check in checks], indent=1)
            (folder / "measured.json").write_text(figures, encoding="utf-8")
        if below:
            raise UnfitError("below the bar, nothing is installed. " + "; ".join(below))
        text = (options.models / "manifest.toml").read_text(encoding="utf-8")
        for direction, folder in zip(DIRECTIONS, packed, strict=True):
            text = with_entry(text, folder, direction, f"{options.repository}-{direction}", options.licence)
        draft = Path(parent) / "manifest.toml"
        draft.write_text(text, encoding="utf-8")
        read_manifest(draft)
        for folder in packed:
            shutil.rmtree(options.models / folder.name, ignore_errors=True)
            folder.rename(options.models / folder.name)
        draft.replace(options.models / "manifest.toml")
    print("installed. Next: make evaluate, the model card in models/README.md, git add")


def name_of(direction: str) -> str:
    """Return the folder's and the model's name."""
    return f"livedesk-{direction}"


def pack(trained: Path, direction: str, out: Path) -> None:
    """Copy the checked model folder `trained` to `out` and add its int8 form. Raises `UnfitError`."""
    try:
        folder = read_folder(trained)
    except UserFacing as error:
        raise UnfitError(f"{trained}: {error.code} {error.params}") from error
    log = json.loads((trained / "training.json").read_text(encoding="utf-8"))
    config = json.loads((trained / "tokenizer_config.json").read_text(encoding="utf-8"))
    if not log["is_finished"]:
        raise UnfitError(f"{trained}: training was not finished")
    if f"{config['source_lang']}-{config['target_lang']}" != direction or log["direction"] != direction:
        raise UnfitError(f"{trained}: not {direction}")
    if not set(PLACEHOLDERS) <= set(folder.source_tokens):
        raise UnfitError(f"{trained}: no placeholders in the vocabulary")
    with safe_open(trained / WEIGHTS, framework="numpy") as weights:
        if {weights.get_slice(name).get_dtype() for name in weights.keys()} != {"F16"}:  # noqa: SIM118  # no dict
            raise UnfitError(f"{trained}: weights are not all in fp16")
    (out / CT2_FOLDER).mkdir(parents=True)
    for name in _KEPT:
        shutil.copy(trained / name, out / name)
    write_model(folder, out / CT2_FOLDER, "int8")


def check_sizes(folders: Sequence[Path]) -> None:
    """Raise `UnfitError` where the folders together are larger than the repository or the wheel may hold."""
    sizes = {path: path.stat().st_size for folder in folders for path in folder.rglob("*") if path.is_file()}
    in_git = sum(sizes.values()) / _MB
    in_wheel = sum(size for path, size in sizes.items() if path.name != WEIGHTS) / _MB
    print(f"{in_git:.1f} MB in the repository, {in_wheel:.1f} MB in the wheel")
    if in_git > MOST_MB_IN_GIT or in_wheel > MOST_MB_IN_WHEEL:
        raise UnfitError(f"too large: at most {MOST_MB_IN_GIT} MB and {MOST_MB_IN_WHEEL} MB")


def with_entry(manifest: str, folder: Path, direction: str, repository: str, licence: str) -> str:
    """Return the text of a manifest in which the entry for `folder` is new, or in the place of its former one."""
    source, target = direction.split("-")
    files = []
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.name != "measured.json"):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        name = path.relative_to(folder).as_posix()
        files.append(f'  {{ name = "{name}", sha256 = "{digest}", size = {path.stat().st_size} }},\n')
    entry = (
        f'[[model]]\nname = "{folder.name}"\nkind = "marian"\nsource = "{source}"\ntarget = "{target}"\n'
        f'licence = "{licence}"\nrepository = "{repository}"\nhomepage = "https://huggingface.co/{repository}"\n'
        f"has_placeholders = true\nfiles = [\n{''.join(files)}]\n"
    )
    former = re.compile(rf'\[\[model\]\]\nname = "{re.escape(folder.name)}"\n.*?\n\]\n', re.DOTALL)
    if former.search(manifest):
        return former.sub(lambda _: entry, manifest)
    head, version, rest = manifest.partition("version = 1\n")
    return f"{head}{version}\n{entry}{rest}"


if __name__ == "__main__":
    sys.exit(main())
