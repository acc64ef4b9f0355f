"""What the folder of a streaming zipformer holds: encoder, decoder, joiner and tokens as sherpa-onnx publishes them.

sherpa-onnx ends the whole program when a file is not what it expects, so everything it looks for is looked at here
first.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from livedesk.adapters.speech.onnx_file import open_session
from livedesk.core.captions.stability import is_han
from livedesk.core.errors import ErrorCode, UserFacing
from livedesk.core.ids import EN, ZH, Language
from livedesk.core.translation.model import language_from_code

TOKENS = "tokens.txt"
PARTS = ("encoder", "decoder", "joiner")

_METADATA = {
    "zipformer": "encoder_dims attention_dims num_encoder_layers cnn_module_kernels left_context_len T "
    "decode_chunk_len",
    "zipformer2": "encoder_dims query_head_dims value_head_dims num_heads num_encoder_layers cnn_module_kernels "
    "left_context_len T decode_chunk_len",
}
"""What the encoder must say about itself, by its `model_type`. Source: sherpa-onnx, csrc, the two
`online-zipformer*-transducer-model.cc`."""

_VALUE = re.compile(r"[a-z]\w*|\d+(,\d+)*")
"""A name, or whole numbers, one for each stack of layers."""

_DECODER_METADATA = "vocab_size context_size"


@dataclass(frozen=True, slots=True)
class ZipformerFolder:
    """A folder whose files fit together; `kind` is "zipformer" or "zipformer2"."""

    path: Path
    encoder: Path
    decoder: Path
    joiner: Path
    kind: str

    @property
    def name(self) -> str:
        """What the model is called: its folder's name."""
        return self.path.name


def languages_of(path: Path) -> frozenset[Language]:
    """Return the languages of the model in `path`: those in its name, else those its tokens are written in."""
    words = re.split(r"[-_.]+", path.name.lower())
    named = frozenset(language for word in words if (language := _NAMED.get(word) or _short(word)))
    if named:
        return named
    try:
        symbols = "".join(_read_tokens(path))
    except UserFacing:
        return frozenset()
    return _by_script(symbols)


def read_folder(path: Path) -> ZipformerFolder:
    """Check that all of a model is there and fits; raises `UserFacing` SPEECH_MODEL_MISSING, SPEECH_MODEL_BROKEN or
    SPEECH_ENGINE_MISSING."""
    if not path.is_dir():
        raise UserFacing(ErrorCode.SPEECH_MODEL_MISSING, model=path.name, folder=str(path))
    files = {part: _part(path, part) for part in PARTS}
    for part, file in files.items():
        if file is None:
            raise broken(path, f"{part}.onnx", "missing")
    encoder, decoder, joiner = (file for file in files.values() if file is not None)
    kind = _check_encoder(path, encoder)
    vocabulary = _metadata(path, decoder, _DECODER_METADATA)["vocab_size"]
    open_session(joiner, path.name)
    tokens = _read_tokens(path)
    if str(len(tokens)) != vocabulary:
        raise broken(path, TOKENS, f"{len(tokens)} tokens for a vocabulary of {vocabulary}")
    return ZipformerFolder(path, encoder, decoder, joiner, kind)


def broken(path: Path, file: str, detail: object) -> UserFacing:
    """Return the error for a file of the model in `path` that is gone, damaged or does not fit the others."""
    return UserFacing(ErrorCode.SPEECH_MODEL_BROKEN, model=path.name, file=file, detail=str(detail))


def _part(path: Path, part: str) -> Path | None:
    """Return the file of `part`, the int8 one where there are two: half the time and nearly the same words."""
    files = sorted(path.glob(f"{part}*.onnx"))
    return next((file for file in files if ".int8." in file.name), files[0] if files else None)


def _check_encoder(path: Path, encoder: Path) -> str:
    kind = _metadata(path, encoder, "model_type")["model_type"]
    if kind not in _METADATA:
        raise broken(path, encoder.name, f"a {kind} is no streaming zipformer")
    _metadata(path, encoder, _METADATA[kind])
    return kind


def _metadata(path: Path, file: Path, keys: str) -> dict[str, str]:
    found: dict[str, str] = open_session(file, path.name).get_modelmeta().custom_metadata_map
    for key in keys.split():
        if not _VALUE.fullmatch(found.get(key, "")):
            raise broken(path, file.name, f"does not say its {key}")
    return found


def _read_tokens(path: Path) -> list[str]:
    """Return the symbols of `tokens.txt`, each line a symbol and its number; blanks may be symbols too."""
    try:
        lines = (path / TOKENS).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError) as error:
        raise broken(path, TOKENS, error) from error
    symbols: dict[int, str] = {}
    for line in lines:
        symbol, _, number = line.rpartition(" ")
        if not number.isdigit() or int(number) in symbols:
            raise broken(path, TOKENS, line)
        symbols[int(number)] = symbol.strip()
    if sorted(symbols) != list(range(len(symbols))) or symbols.get(0) not in ("<blk>", "<eps>", "<blank>"):
        raise broken(path, TOKENS, "its numbers do not begin with the blank or leave some out")
    return [symbols[number] for number in range(len(symbols))]


_NAMED = {
    "korean": Language("ko"),
    "russian": Language("ru"),
    "french": Language("fr"),
    "chinese": ZH,
    "english": EN,
}


def _short(word: str) -> Language | None:
    return language_from_code(word) if len(word) == 2 else None


def _by_script(symbols: str) -> frozenset[Language]:
    if any("가" <= character <= "힣" for character in symbols):
        return frozenset({Language("ko")})
    if any("ぁ" <= character <= "ヺ" for character in symbols):
        return frozenset({Language("ja")})
    han = {ZH} if any(map(is_han, symbols)) else set()
    letters = sum(character.isascii() and character.isalpha() for character in symbols)
    return frozenset(han | ({EN} if letters > 26 else set()))
