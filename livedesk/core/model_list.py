"""The models that there are, for whoever lists, installs or chooses one: what each does, and whether it is here."""

from dataclasses import dataclass
from enum import StrEnum

from livedesk.core.ids import EN, Language


class ModelKind(StrEnum):
    """The form of a model's files, which says what engine runs it."""

    MARIAN = "marian"
    WHISPER = "whisper"
    ZIPFORMER = "zipformer"

    @property
    def is_speech(self) -> bool:
        """Whether the model turns speech into text; the others translate."""
        return self is not ModelKind.MARIAN


@dataclass(frozen=True, slots=True)
class ModelEntry:
    """One model as a list shows it.

    `source` and `target` are set for translation only; `languages` for speech only (empty: any). `size_bytes` is what
    is on the disk or has to be fetched, 0 where nobody knows; `here_bytes` of it came in an earlier try.
    `path` is empty where the model is not installed, `is_ours` says that it lies in the user's own folder of models,
    from where it can be removed.
    """

    name: str
    kind: ModelKind
    source: Language | None
    target: Language | None
    languages: tuple[Language, ...]
    size_bytes: int
    licence: str
    path: str
    is_listed: bool
    is_ours: bool = False
    here_bytes: int = 0

    @property
    def is_installed(self) -> bool:
        """Whether the model is on this computer."""
        return bool(self.path)


@dataclass(frozen=True, slots=True)
class ModelList:
    """All models: those on this computer and those that can be fetched; what a job "models" results in."""

    models: tuple[ModelEntry, ...]


MODEL_JOB = "model"
"""The `Job.kind` of fetching, installing or removing a model; `Job.name` is the model's."""

LIST_JOB = "models"
"""The `Job.kind` of looking which models there are; its result is a `ModelList`."""

CHINA_MIRROR = "https://hf-mirror.com"
"""A public mirror of the Hugging Face hub that can be reached from mainland China."""


def pairs_in_use(host: Language, audience: tuple[Language, ...]) -> tuple[tuple[Language, Language], ...]:
    """Return the directions that lines of a show go, the straight ones first, then the steps through English."""
    pairs = [pair for language in audience for pair in ((host, language), (language, host))]
    if host != EN:
        pairs += [(host, EN), (EN, host)]
    pairs += [pair for language in audience if language != EN for pair in ((EN, language), (language, EN))]
    return tuple(pair for pair in dict.fromkeys(pairs) if pair[0] != pair[1])
