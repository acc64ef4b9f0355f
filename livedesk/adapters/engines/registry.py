"""Which engines there are, and which model each direction gets. For the translation worker."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from livedesk.adapters.engines.marian_files import read_folder
from livedesk.core.errors import ErrorCode, UserFacing
from livedesk.core.ids import Language
from livedesk.core.ports import EngineSource, Interruption, NoEngine, TranslationEngine
from livedesk.core.translation.model import InstalledModel
from livedesk.core.translation.route import Pair
from livedesk.core.typing_compat import override


@dataclass(frozen=True, slots=True)
class EngineOptions:
    """What every engine is opened with."""

    cache_dir: Path
    threads: int
    interruption: Interruption | None = None


def _open_ct2(model: InstalledModel, options: EngineOptions) -> TranslationEngine:
    from livedesk.adapters.engines.marian_ct2 import MarianCt2

    return MarianCt2(
        read_folder(model.path, may_be_converted=True),
        model.target,
        is_listed=model.is_listed,
        cache=options.cache_dir,
        threads=options.threads,
        has_placeholders=model.has_placeholders,
        interruption=options.interruption,
    )


def _open_transformers(model: InstalledModel, options: EngineOptions) -> TranslationEngine:
    folder = read_folder(model.path)  # before the import, which takes seconds

    from livedesk.adapters.engines.marian_transformers import MarianTransformers

    return MarianTransformers(
        folder,
        model.target,
        is_listed=model.is_listed,
        threads=options.threads,
        has_placeholders=model.has_placeholders,
    )


ENGINES: dict[str, Callable[[InstalledModel, EngineOptions], TranslationEngine]] = {
    "ct2": _open_ct2,
    "transformers": _open_transformers,
}
"""Every engine by the name that the settings and `--engine` use."""

_NEEDS = {"ct2": ("ctranslate2",), "transformers": ("torch", "transformers")}


class Engines(EngineSource):
    """Opens the engine of a direction when it is first asked for, and keeps it, or the reason why there is none.

    `models` are tried in their order, listed ones first; only the first of a direction counts, so that a
    damaged model is reported and not quietly replaced. `threads` 0 leaves one core to the window. `listed_pairs`
    are the directions that the manifest could install. `interruption` may stop a call (CTranslate2 only). Raises
    `UserFacing`: BAD_INPUT for an engine that does not exist, ENGINE_NOT_INSTALLED where its libraries are missing.
    """

    def __init__(
        self,
        models: Sequence[InstalledModel],
        engine: str,
        cache_dir: Path,
        threads: int,
        listed_pairs: frozenset[Pair],
        interruption: Interruption | None = None,
    ) -> None:
        if engine not in ENGINES:
            raise UserFacing(ErrorCode.BAD_INPUT, value=engine, allowed=" ".join(ENGINES))
        if any(find_spec(module) is None for module in _NEEDS[engine]):
            raise UserFacing(ErrorCode.ENGINE_NOT_INSTALLED, engine=engine)
        self._open_engine = ENGINES[engine]
        self._options = EngineOptions(cache_dir, threads or threads_beside_window(), interruption)
        self._models: dict[Pair, InstalledModel] = {}
        for model in sorted(models, key=lambda m: not m.is_listed):
            self._models.setdefault((model.source, model.target), model)
        self._listed_pairs = listed_pairs
        self._opened: dict[Pair, TranslationEngine] = {}
        self._failed: dict[Pair, UserFacing] = {}

    @override
    def directions(self) -> frozenset[Pair]:
        return frozenset(self._models)

    @override
    def installable(self) -> frozenset[Pair]:
        return self._listed_pairs

    @override
    def engine(self, source: Language, target: Language) -> TranslationEngine:
        pair = (source, target)
        is_installable = pair in self._listed_pairs
        if pair not in self._models:
            raise NoEngine(is_installable=is_installable)
        if pair not in self._opened and pair not in self._failed:
            try:
                self._opened[pair] = self._open_engine(self._models[pair], self._options)
            except UserFacing as error:
                self._failed[pair] = error
        if pair in self._failed:
            failure = self._failed[pair]
            detail = " ".join(str(value) for value in failure.params.values() if value != "")
            raise NoEngine(is_installable=is_installable, code=failure.code, detail=detail) from failure
        return self._opened[pair]

    @override
    def close(self) -> None:
        for engine in self._opened.values():
            engine.close()
        self._opened.clear()


def threads_beside_window() -> int:
    """Return how many threads translation may use when one core is left to the window; at least 1."""
    return max(1, (os.cpu_count() or 2) - 1)
