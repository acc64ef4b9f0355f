"""A speech model on this computer, and which one to use for a language."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from livedesk.core.ids import Language


class SpeechEngineKind(StrEnum):
    """The two engines that run speech models."""

    WHISPER = "whisper"
    ZIPFORMER = "zipformer"


@dataclass(frozen=True, slots=True)
class SpeechModel:
    """One model folder, for whoever lists, chooses or opens speech models.

    `languages` is empty where the model does not tell which it knows; it then is taken to know any. `is_listed` says
    that the manifest knows it and that it looks as listed there; `licence` is an SPDX name, "" where it is not known.
    """

    name: str
    engine: SpeechEngineKind
    languages: frozenset[Language]
    path: Path
    is_listed: bool = False
    licence: str = ""

    def knows(self, language: Language) -> bool:
        """Whether the model can be asked for `language`."""
        return not self.languages or language in self.languages


def best_for(language: Language, models: Sequence[SpeechModel], chosen: str = "") -> SpeechModel | None:
    """Return the model to listen with, None where no installed one knows `language`.

    The one the user chose by name comes first. Where it is gone or does not know the language, the next best is
    taken, and the caller sees that by its name: listed models before others, those made for few languages (the
    streaming ones, which answer soonest) before those that know many, then in the order given.
    """
    able = [model for model in models if model.knows(language)]
    return min(able, key=lambda model: _rank(model, chosen), default=None)


def _rank(model: SpeechModel, chosen: str) -> tuple[bool, bool, bool]:
    return (model.name != chosen, not model.is_listed, model.engine is not SpeechEngineKind.ZIPFORMER)
