"""From a request to a result: identify, find the engine, cut, translate, check. For the desk and the command line.

Every way out is a `TranslateResult` with a reason or with text; nothing raises because of a line.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from livedesk.core.errors import Unavailable
from livedesk.core.ids import ZH, Language
from livedesk.core.ports import (
    EngineSource,
    LanguageIdentifier,
    NoEngine,
    ScriptConverter,
    SentenceSplitter,
    TranslationEngine,
)
from livedesk.core.records import LineWarning, Reason
from livedesk.core.translation import figures, guards, pieces
from livedesk.core.translation.clauses import PlainSplitter
from livedesk.core.translation.growing import Grown, grown
from livedesk.core.translation.punctuation import finish
from livedesk.core.translation.request import MEMORY, TranslateRequest, TranslateResult, Work
from livedesk.core.translation.sentences import clean_source
from livedesk.core.translation.terms import TermUse
from livedesk.runtime.protecting import Piece, Shielded, lost_warning, translate_shielded
from livedesk.runtime.result_cache import Question, ResultCache, question
from livedesk.runtime.routing import Routes
from livedesk.runtime.terminology import Terminology

_MOST_GROWING = 32
"""Lines in one language that grow at once: one is spoken, the others are leftovers that never became final."""

_CAPTIONS = (Work.FINAL_CAPTION, Work.CAPTION_PARTIAL)
_BY_THE_HOST = (*_CAPTIONS, Work.CATALOGUE)

SURE_FROM = 0.8
"""Confidence from which an identified language is taken without a mark."""

GUESS_FROM = 0.35
"""Confidence from which a guess is a better one than the session's default."""


@dataclass(slots=True)
class _Job:
    """One request on its way through an engine."""

    request: TranslateRequest
    language: Language
    is_sure: bool
    clean: str
    pieces: list[pieces.Piece]
    lines: list[Shielded] = field(default_factory=list)

    @property
    def texts(self) -> list[str]:
        return [p.text for p in self.pieces if p.is_text]


class Translator:
    """Translates requests with the engines of one `EngineSource`. Belongs to one thread."""

    def __init__(
        self,
        engines: EngineSource,
        identifier: LanguageIdentifier,
        splitter: SentenceSplitter | None = None,
        script: ScriptConverter | None = None,
        terms: Terminology | None = None,
    ) -> None:
        """Without `terms` no name is enforced and no line remembered; codes and links survive all the same."""
        self._engines = Routes(engines)
        self._identifier = identifier
        self._splitter = splitter or PlainSplitter()
        self._script = script
        self._terms = terms
        self._cache = ResultCache()
        self._growing: dict[tuple[int, Language, bool], list[Grown]] = {}

    def engine(self, source: Language, target: Language) -> TranslationEngine:
        """Open (or return) the engine for a direction; raises `NoEngine`."""
        return self._engines.engine(source, target)

    @property
    def is_outdated(self) -> bool:
        """Whether the glossary or the memory changed since the last line."""
        return self._terms is not None and self._terms.is_outdated

    def refresh(self) -> None:
        """Take those changes now, so that the next line need not wait for them."""
        if self._terms is not None:
            self._terms.refresh()

    def close(self) -> None:
        """Close all engines."""
        self._engines.close()

    def translate(self, requests: Sequence[TranslateRequest]) -> list[TranslateResult]:
        """Translate several requests, those of one direction in one engine call; results in their order."""
        self.refresh()
        results: dict[int, TranslateResult] = {}
        jobs: dict[tuple[Language, Language], list[tuple[int, _Job]]] = {}
        asked: dict[int, Question] = {}
        for number, request in enumerate(requests):
            language, is_sure = self._language_of(request)
            if (known := self._recall(request, language)) is not None:
                results[number] = TranslateResult(request, known, language, is_sure, engine=MEMORY)
                continue
            if reason := _needless(request, language):
                text = "" if reason is Reason.WRONG_LANGUAGE else request.text
                results[number] = TranslateResult(request, text, language, is_sure, reason)
                continue
            if request.work is not Work.CAPTION_PARTIAL:  # what that says depends on what it said before
                asked[number] = question(request, language, self._terms.version if self._terms else 0)
                if (cached := self._cache.get(asked[number], request, is_sure=is_sure)) is not None:
                    results[number] = cached
                    continue
            text = clean_source(self._simplified(request.text, language), language)
            cut_up = pieces.cut(text, language, request.target, self._splitter)
            job = _Job(request, language, is_sure, text, cut_up)
            jobs.setdefault((language, request.target), []).append((number, job))
        for direction, numbered in jobs.items():
            done = self._run(direction, [job for _, job in numbered])
            for (number, _), result in zip(numbered, done, strict=True):
                results[number] = result
                if number in asked:
                    self._cache.put(asked[number], result)
        return [self._with_terms(results[number]) for number in range(len(requests))]

    def _recall(self, request: TranslateRequest, language: Language) -> str | None:
        """Return what a person wrote for this line, in the language it is in or in the one it was taken for."""
        if self._terms is None:
            return None
        for source in dict.fromkeys((language, request.source or language)):
            text = self._simplified(request.text, source)
            if source != request.target and (known := self._terms.recall(text, source, request.target)):
                return known
        return None

    def _with_terms(self, result: TranslateResult) -> TranslateResult:
        """Return the result of a preview with the terms that are in its line, translated or not."""
        request = result.request
        if request.work is not Work.GLOSSARY_PREVIEW or not self._terms:
            return result
        simple = self._simplified(request.text, result.language)
        # The places must be those of the request.
        text = simple if len(simple) == len(request.text) else request.text
        found = self._terms.matches(text, result.language, request.target, request.on_air)
        return replace(result, terms=tuple(TermUse(m.term.id, m.start, m.end, m.target) for m in found))

    def _language_of(self, request: TranslateRequest) -> tuple[Language, bool]:
        """Return the language of a request and whether that is sure.

        What this buyer wrote last decides where the identifier is unsure, the session's default where it has no idea;
        neither does for a line in a script it is not written in. Two that agree are sure.
        """
        if request.source:
            return self._spoken(request) or request.source, True
        found = self._identifier.identify(request.text)
        if found is None:
            language = request.hints[0] if request.hints else request.target
            return language, not guards.has_words(request.text)
        if found.confidence >= SURE_FROM:
            return found.language, True
        fitting = [hint for hint in request.hints if hint in (found.possible or request.hints)]
        is_known = len(request.hints) > 1 and request.hints[0] in fitting
        if is_known:
            return request.hints[0], found.language == request.hints[0]
        if found.confidence >= GUESS_FROM or not fitting:
            return found.language, False
        return fitting[0], False

    def _spoken(self, request: TranslateRequest) -> Language | None:
        """Return the language of a host's line that is certainly not in theirs: a greeting in English, say."""
        if request.work not in _BY_THE_HOST or not guards.is_foreign(
            request.text, request.source or request.target
        ):
            return None
        found = self._identifier.identify(request.text)
        return found.language if found and found.confidence >= SURE_FROM else None

    def _run(self, direction: tuple[Language, Language], jobs: list[_Job]) -> list[TranslateResult]:
        try:
            engine = self._engines.engine(*direction)
        except NoEngine as error:
            reason = Reason.NO_MODEL if error.is_installable or error.code else Reason.NO_PATH
            return [_untranslated(job, reason) for job in jobs]
        started = time.perf_counter()
        try:
            lines = translate_shielded(engine, [p for job in jobs for p in self._pieces(job)], *direction)
        except Unavailable:
            return [_untranslated(job, Reason.ENGINE_FAILED) for job in jobs]
        ms = (time.perf_counter() - started) * 1000
        at = 0
        for job in jobs:
            job.lines = lines[at : at + len(job.texts)]
            at += len(job.texts)
        for job in jobs:
            self._remember_growing(job)
        return [self._finish(job, engine, ms) for job in jobs]

    def _pieces(self, job: _Job) -> list[Piece]:
        """Return the pieces of a job with the terms in each, and for a growing line what they were before."""
        request = job.request
        is_final = request.work is not Work.CAPTION_PARTIAL
        last = [] if is_final else self._growing.get(request.slot, [])
        direction = job.language, request.target
        return [
            Piece(
                text,
                self._terms.matches(text, *direction, request.on_air) if self._terms else (),
                is_final,
                last[number] if number < len(last) else None,
            )
            for number, text in enumerate(job.texts)
        ]

    def _remember_growing(self, job: _Job) -> None:
        """Keep what the pieces of a growing line were answered with; its final needs it no more.

        An answer that is not shown is nothing to go on from.
        """
        request = job.request
        if request.work not in _CAPTIONS:
            return
        last = self._growing.pop(request.slot, [])
        if request.work is not Work.CAPTION_PARTIAL:
            return
        known: list[Grown] = []
        for number, line in enumerate(job.lines):
            before = last[number] if number < len(last) else None
            is_good = line.line is not None and not _refusal(line, job.language, request.target)
            known.append(
                grown(before, line.asked, line.line.tokens) if is_good and line.line else Grown(line.asked)
            )
        self._growing[request.slot] = known
        if len(self._growing) > _MOST_GROWING:
            del self._growing[next(iter(self._growing))]

    def _simplified(self, text: str, language: Language) -> str:
        """Return Chinese in the script the models are made for; what is shown stays as it was typed."""
        return self._script.to_simplified(text) if self._script and language == ZH else text

    def _finish(self, job: _Job, engine: TranslationEngine, ms: float) -> TranslateResult:
        """Check what the engine gave and put the line together; `ms` is the time of the whole engine call."""
        request = job.request
        for line in job.lines:
            if reason := _refusal(line, job.language, request.target):
                return _untranslated(job, reason)
        answers = [self._simplified(line.text, request.target) for line in job.lines]
        # A line still being said will end as a sentence: what is shown of it should not begin otherwise then.
        whole = f"{job.clean}." if request.work is Work.CAPTION_PARTIAL else job.clean
        text = finish(pieces.join(job.pieces, answers, request.target), whole, request.target)
        if not text.strip():
            return _untranslated(job, Reason.EMPTY)
        repaired = figures.repair(request.text, job.language, text, request.target)
        text = repaired.text
        doubts = (
            figures.compare(request.text, job.language, text, request.target),
            repaired.warning,
            lost_warning([item for line in job.lines for item in line.lost]),
        )
        warnings: tuple[LineWarning, ...] = tuple(doubt for doubt in doubts if doubt)
        return TranslateResult(
            request, text, job.language, job.is_sure, None, warnings, ms, engine.model, engine.engine
        )


def _needless(request: TranslateRequest, language: Language) -> Reason | None:
    """Return why `request` goes to no engine: the source then stands for its own translation."""
    if not guards.has_words(request.text):
        return Reason.NOTHING_TO_TRANSLATE
    if language == request.target:
        return Reason.SAME_LANGUAGE
    if guards.is_foreign(request.text, language):
        return Reason.WRONG_LANGUAGE
    return None


def _refusal(line: Shielded, source: Language, target: Language) -> Reason | None:
    """Return why what the engine answered is not shown; a piece it never saw is as it should be."""
    if line.line is None:
        return None
    answer = line.line
    refused = guards.refusal(line.asked, answer.text, source, target, hit_limit=answer.hit_limit)
    return answer.refused or refused


def _untranslated(job: _Job, reason: Reason) -> TranslateResult:
    return TranslateResult(job.request, "", job.language, job.is_sure, reason)
