"""What the host said, and how it came into the audience's languages."""

from collections.abc import Sequence

from livedesk.core.ids import Language
from livedesk.core.records import Caption, Reason, Translation, WarningKind
from livedesk.core.report.counting import counts, percentile, words_in
from livedesk.core.report.report import CaptionFigures, TranslationFigures

WAITING = "waiting"
_NOTHING_LACKS = (Reason.SAME_LANGUAGE, Reason.NOTHING_TO_TRANSLATE)
_DOUBTS = (WarningKind.FIGURES, WarningKind.TERM_LOST)


def caption_figures(captions: Sequence[Caption], audience: Sequence[Language]) -> CaptionFigures:
    """Return the figures of all captions; languages that were dropped or added in mid-show count as well."""
    said = [caption for caption in captions if not caption.gap_s and caption.text.strip()]
    gaps = [caption.gap_s for caption in captions if caption.gap_s]
    found = [translation.language for caption in said for translation in caption.translations]
    languages = dict.fromkeys((*audience, *found))
    return CaptionFigures(
        lines=len(said),
        words=sum(words_in(caption.text) for caption in said),
        corrected=sum(any(t.is_corrected for t in caption.translations) for caption in said),
        to_check=sum(any(map(_is_doubtful, caption.translations)) for caption in said),
        gaps=len(gaps),
        gaps_s=sum(gaps),
        translations=tuple(_of_language(said, language, audience) for language in languages),
    )


def _of_language(
    said: Sequence[Caption], language: Language, audience: Sequence[Language]
) -> TranslationFigures:
    translated, lags, lacking = 0, [], []
    for caption in said:
        translation = caption.translation(language)
        if translation is None:
            # One that was never asked for, since the language came later, lacks nothing.
            if language in audience and language != caption.language and not caption.translations:
                lacking.append(WAITING)
        elif translation.text and translation.reason is None:
            translated += 1
            if not translation.is_corrected:
                lags.append(translation.lag_ms)
        elif not translation.text and translation.reason not in _NOTHING_LACKS:
            lacking.append(translation.reason.value if translation.reason else WAITING)
    p50, p95 = percentile(lags, 50), percentile(lags, 95)
    return TranslationFigures(
        language,
        translated,
        counts(lacking),
        None if p50 is None else round(p50),
        None if p95 is None else round(p95),
    )


def _is_doubtful(translation: Translation) -> bool:
    return any(warning.kind in _DOUBTS for warning in translation.warnings)
