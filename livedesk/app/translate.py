"""`livedesk translate`: the desk's own translator, line by line, as text or JSON lines."""

import json
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from livedesk.adapters.engines.langid import LanguageId
from livedesk.adapters.engines.registry import Engines
from livedesk.adapters.models.installed import describe
from livedesk.adapters.text.script import Simplified
from livedesk.adapters.text.sentences import Sentencex
from livedesk.app.cli_words import REASONS, WARNINGS
from livedesk.app.paths import Paths
from livedesk.app.wiring import LANGUAGES, installed_models
from livedesk.core.errors import ErrorCode, UserFacing
from livedesk.core.ids import Language
from livedesk.core.ports import EngineSource, NoEngine
from livedesk.core.translation.model import InstalledModel
from livedesk.core.translation.request import TranslateRequest, TranslateResult, Work
from livedesk.runtime.translating import Translator


def translate_lines(
    base: Paths,
    lines: Iterable[str],
    source: Language,
    target: Language,
    *,
    engine: str,
    model: Path | None,
    as_json: bool,
) -> int:
    """Translate each line to standard output; 1 if any line has no translation. Raises `UserFacing`."""
    translator = open_translator(base, source, target, engine, model)
    failed = False
    try:
        for number, line in enumerate(lines):
            started = time.perf_counter()
            request = TranslateRequest(Work.CATALOGUE, number, 1, line, source, target, 0.0)
            result = translator.translate([request])[0]
            ms = (time.perf_counter() - started) * 1000
            if as_json:
                print(json.dumps(_as_dict(result, ms), ensure_ascii=False), flush=True)
            else:
                print(result.text, flush=True)
                _explain(result, number + 1)
            failed = failed or (not result.text and bool(line.strip()))
    finally:
        translator.close()
    return int(failed)


def _as_it_is(engines: EngineSource) -> EngineSource:
    return engines


def open_translator(
    base: Paths,
    source: Language,
    target: Language,
    engine: str,
    folder: Path | None,
    wrap: Callable[[EngineSource], EngineSource] = _as_it_is,
) -> Translator:
    """Return a translator whose way from `source` to `target` is open; with `folder` through that model only.

    `wrap` may put itself between the translator and the engines. Raises `UserFacing`: NO_PATH with the languages
    of the first missing model, or what opening a model raises.
    """
    manifest, models = installed_models(base)
    if folder is not None:
        known = describe(folder, manifest)
        is_listed = known is not None and known.is_listed
        has_placeholders = known is not None and known.has_placeholders
        models = [InstalledModel(folder.name, folder, source, target, is_listed, has_placeholders, "")]
    engines = wrap(Engines(models, engine, base.cache / "models", 0, manifest.pairs))
    translator = Translator(engines, LanguageId(LANGUAGES), Sentencex(), Simplified())
    if source != target:
        try:
            opened = translator.engine(source, target)
        except NoEngine as error:
            if isinstance(error.__cause__, UserFacing):
                raise error.__cause__ from error
            missing = error.missing[0] if error.missing else (source, target)
            raise UserFacing(ErrorCode.NO_PATH, source=missing[0], target=missing[1]) from error
        if not opened.is_listed:
            print(f"livedesk: {opened.model} is not a listed model; check what it says.", file=sys.stderr)
    return translator


def _as_dict(result: TranslateResult, ms: float) -> dict[str, object]:
    warnings = [{"kind": w.kind.value, "detail": w.detail} for w in result.warnings]
    if result.reason:
        warnings.append({"kind": result.reason.value, "detail": REASONS[result.reason]})
    return {
        "source": result.request.text,
        "text": result.text,
        "from": result.language,
        "to": result.request.target,
        "warnings": warnings,
        "ms": round(ms, 1),
        "engine": result.engine,
        "model": result.model,
    }


def _explain(result: TranslateResult, number: int) -> None:
    if result.reason and not result.text:
        print(f"livedesk: line {number}: {REASONS[result.reason]}", file=sys.stderr)
    for warning in result.warnings:
        print(f"livedesk: line {number}: {WARNINGS[warning.kind]}: {warning.detail}", file=sys.stderr)
