"""Remembers what lines were translated to, so that the same question is not computed twice. For the `mt` thread."""

from collections import OrderedDict
from dataclasses import dataclass, replace

from livedesk.core.ids import Language, Sku
from livedesk.core.records import Reason
from livedesk.core.translation.request import TranslateRequest, TranslateResult

MOST_RESULTS = 2000
LONGEST_TEXT = 500
"""Letters; longer lines hardly ever come twice. Both limits together keep the cache below some 5 MB."""

_PASSING = frozenset({Reason.NO_MODEL, Reason.NO_PATH, Reason.ENGINE_FAILED, Reason.SKIPPED, Reason.STOPPED})
"""Reasons that may be gone the next time."""


@dataclass(frozen=True, slots=True)
class Question:
    """All that a result depends on, beside the models: those are the same for as long as a translator lives."""

    text: str
    source: Language
    target: Language
    on_air: tuple[Sku, ...]
    terms_version: int


def question(request: TranslateRequest, language: Language, terms_version: int) -> Question:
    """Return what `request`, which is in `language`, asks."""
    return Question(request.text, language, request.target, request.on_air, terms_version)


class ResultCache:
    """The results used last, at most `MOST_RESULTS`."""

    def __init__(self) -> None:
        self._results: OrderedDict[Question, TranslateResult] = OrderedDict()

    def __len__(self) -> int:
        return len(self._results)

    def get(self, asked: Question, request: TranslateRequest, *, is_sure: bool) -> TranslateResult | None:
        """Return the answer to `request` where `asked` was answered before; its `ms` is 0."""
        known = self._results.get(asked)
        if known is None:
            return None
        self._results.move_to_end(asked)
        return replace(known, request=request, is_language_sure=is_sure, ms=0.0)

    def put(self, asked: Question, result: TranslateResult) -> None:
        """Remember `result` unless it is too long or would be another the next time."""
        if len(asked.text) > LONGEST_TEXT or result.reason in _PASSING:
            return
        self._results[asked] = result
        self._results.move_to_end(asked)
        if len(self._results) > MOST_RESULTS:
            self._results.popitem(last=False)
