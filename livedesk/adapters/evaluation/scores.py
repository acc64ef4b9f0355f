"""BLEU and chrF as sacrebleu computes them."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec

from livedesk.core.ids import Language

_TOKENIZERS = {"zh": "zh", "ja": "char", "th": "char"}
"""How BLEU tells words apart in languages written without spaces: by sacrebleu's own way in Chinese, by letters where
its way for them needs another program."""


@dataclass(frozen=True, slots=True)
class Scores:
    """`bleu` and `chrf` from 0 to 100; `signature` says how both were computed, as sacrebleu writes it."""

    bleu: float
    chrf: float
    signature: str


def is_available() -> bool:
    """Whether sacrebleu is installed."""
    return find_spec("sacrebleu") is not None


def score(translations: Sequence[str], references: Sequence[str], target: Language) -> Scores:
    """Return the scores of `translations`, line by line against one reference each; at least one line."""
    from sacrebleu.metrics import BLEU, CHRF

    bleu, chrf = BLEU(tokenize=_TOKENIZERS.get(target, "13a")), CHRF()
    bleu_score = bleu.corpus_score(translations, [references])
    chrf_score = chrf.corpus_score(translations, [references])
    signature = f"BLEU|{bleu.get_signature()} chrF2|{chrf.get_signature()}"
    return Scores(round(bleu_score.score, 2), round(chrf_score.score, 2), signature)
