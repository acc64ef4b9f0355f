"""Turns text into a MarianMT model's tokens and back, for both engines.

Written on sentencepiece and `vocab.json` directly instead of transformers' `MarianTokenizer`: transformers is an
optional extra of some 100 MB which the desk must not need at run time, and its tokeniser obeys text. It takes a
`</s>` or `<pad>` that a buyer typed for the end of the sentence, and a leading `>>...<<` for the choice of the target
language. Here they are text like any other. For text without these the ids are the same; a test compares them.
"""

from collections.abc import Sequence

from sentencepiece import SentencePieceProcessor

from livedesk.adapters.engines.marian_files import EOS, PAD, UNK, MarianFolder
from livedesk.core.errors import ErrorCode, UserFacing
from livedesk.core.ids import Language
from livedesk.core.translation.model import target_codes

_CAP_FLOOR = 20
"""A single Chinese token can stand for several English words ("起订量": minimum order quantity)."""


class MarianTokenizer:
    """Tokens of one model folder, for translating into `target`.

    A model with several targets (opus-mt-en-zh knows Mandarin, Cantonese, simplified, traditional ...) expects
    a token such as `>>cmn_Hans<<` before the text; `prefix` holds it, None for a model with one target. Raises
    `UserFacing(MODEL_FOREIGN)` when the model has targets and `target` is not among them.
    """

    def __init__(self, folder: MarianFolder, target: Language) -> None:
        self._source = SentencePieceProcessor(model_proto=folder.source_spm)
        self._target = SentencePieceProcessor(model_proto=folder.target_spm)
        self._ids = {token: index for index, token in enumerate(folder.source_tokens)}
        self.prefix = _target_prefix(folder, target)

    def encode(self, text: str) -> list[str]:
        """Return the pieces of `text`, without prefix and `</s>`; those not in the vocabulary as `<unk>`.

        Half characters (lone surrogates, which broken chat clients send) become U+FFFD.
        """
        clean = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        return [p if p in self._ids else UNK for p in self._source.encode(clean, out_type=str)]

    def model_input(self, pieces: Sequence[str]) -> list[str]:
        """Return `pieces` as the model must get them: prefix in front, exactly one `</s>` at the end.

        Without `</s>` the model does not know that the sentence is over and repeats itself up to the length cap.
        """
        return [*([self.prefix] if self.prefix else []), *pieces, EOS]

    def ids(self, tokens: Sequence[str]) -> list[int]:
        """Return the source ids of `tokens`, which must come from `model_input`."""
        return [self._ids[token] for token in tokens]

    @property
    def extra_tokens(self) -> int:
        """How many tokens `model_input` adds."""
        return 2 if self.prefix else 1

    def decode(self, tokens: Sequence[str]) -> str:
        """Return the text of target `tokens`. Bytes that form no character become U+FFFD."""
        text: str = self._target.decode_pieces([t for t in tokens if t not in (EOS, PAD)])
        return text.replace("▁", " ").strip()


def length_cap(pieces: int, max_positions: int) -> int:
    """Return how many tokens (with `</s>`) the translation of `pieces` source tokens may have.

    2 x source + 10 leaves room for honest translations and bounds a loop; see "Known traps" in the design.
    """
    return min(max(2 * pieces + 10, _CAP_FLOOR), max_positions)


def _target_prefix(folder: MarianFolder, target: Language) -> str | None:
    prefixes = {token for token in folder.source_tokens if token.startswith(">>") and token.endswith("<<")}
    if not prefixes:
        return None
    for code in target_codes(target):
        if f">>{code}<<" in prefixes:
            return f">>{code}<<"
    raise UserFacing(
        ErrorCode.MODEL_FOREIGN, model=folder.name, file="vocab.json", detail=f"no target {target}"
    )
