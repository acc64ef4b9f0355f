"""The default translation engine: a MarianMT folder on CTranslate2, int8."""

import os
from contextlib import ExitStack
from pathlib import Path

import ctranslate2

from livedesk.adapters.engines.marian_convert import bundled, converted, forget_converted
from livedesk.adapters.engines.marian_engine import MarianEngine
from livedesk.adapters.engines.marian_files import MarianFolder, broken
from livedesk.core.ids import Language
from livedesk.core.ports import GaveWay, Interruption
from livedesk.core.translation.model import CT2_WEIGHTS
from livedesk.core.typing_compat import override

_BATCH_TOKENS = 2048
"""Source tokens that CTranslate2 works on at once; more are sorted by length and taken in turns."""

_DAMAGED = (RuntimeError, ValueError, OSError)
"""What CTranslate2 raises for a file that is cut off or of another version, and Python for one that is gone."""


class MarianCt2(MarianEngine):
    """One MarianMT model on CTranslate2; see `core.ports.TranslationEngine` for the contract.

    `threads` is the number of threads of one call, `precision` "int8" or "float32"; `cache` keeps the converted
    model. Opening raises `UserFacing` MODEL_FOREIGN, MODEL_BROKEN, DISK_FULL or FOLDER_NOT_WRITABLE.
    """

    engine = "ct2"

    def __init__(
        self,
        folder: MarianFolder,
        target: Language,
        *,
        is_listed: bool,
        cache: Path,
        threads: int,
        precision: str = "int8",
        has_placeholders: bool = False,
        interruption: Interruption | None = None,
    ) -> None:
        super().__init__(folder, target, is_listed=is_listed, has_placeholders=has_placeholders)
        self._translator = _open(folder, cache, threads, precision)
        self._interruption = interruption

    @override
    def _generate(self, inputs: list[list[str]], cap: int, prefixes: list[list[str]]) -> list[list[str]]:
        interruption = self._interruption
        can_stop = interruption is not None and interruption.is_possible()
        is_stopped = False

        def should_stop(_step: object) -> bool:
            nonlocal is_stopped
            is_stopped = is_stopped or (interruption is not None and interruption.is_wanted())
            return is_stopped

        results = self._translator.translate_batch(
            inputs,
            target_prefix=prefixes or None,
            beam_size=1,
            max_batch_size=_BATCH_TOKENS,
            batch_type="tokens",
            max_input_length=0,  # the default cuts without a word; the base class has cut and said so
            min_decoding_length=0,
            max_decoding_length=cap,
            disable_unk=True,
            return_end_token=True,
            callback=should_stop if can_stop else None,
        )
        if is_stopped:
            raise GaveWay
        return [result.hypotheses[0] for result in results]

    @override
    def _free(self) -> None:
        self._translator.unload_model()


def _open(folder: MarianFolder, cache: Path, threads: int, precision: str) -> ctranslate2.Translator:
    ready = bundled(folder) if precision == "int8" else None
    if ready is not None:
        try:
            return _load(ready, threads, precision)
        except _DAMAGED:
            pass  # the weights beside it are the truth, and they were checked
    if not folder.has_weights:
        raise broken(folder.name, CT2_WEIGHTS)
    try:
        return _load(converted(folder, cache, precision), threads, precision)
    except _DAMAGED:
        forget_converted(folder, cache, precision)
    try:
        return _load(converted(folder, cache, precision), threads, precision)
    except _DAMAGED as error:
        raise broken(folder.name, "model.safetensors", error) from error


def _load(path: Path, threads: int, precision: str) -> ctranslate2.Translator:
    with ExitStack() as stack:
        files = None
        if os.name == "nt" and not str(path).isascii():
            # CTranslate2 cannot open such a path on Windows. Elsewhere it does so itself, since a model read from
            # Python's files is held twice (measured with 4.8: 77 MB more for OPUS-MT).
            names = [file for file in path.iterdir() if file.is_file()]
            files = {file.name: stack.enter_context(file.open("rb")) for file in names}
        return ctranslate2.Translator(
            str(path),
            device="cpu",
            compute_type=precision,
            inter_threads=1,
            intra_threads=threads,
            files=files,
        )
