"""Watches how each caption comes about: when it was first shown and last changed, and how much was taken back."""

import re
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from livedesk.core.captions.stability import erased
from livedesk.core.events import CaptionChanged, Event, HealthChanged, NoticePosted, SessionChanged
from livedesk.core.ids import Language, SegmentId
from livedesk.core.records import Caption, Health, Notice, Part, Reason, SessionState

_TOKENS = re.compile(r"[㐀-䶿一-鿿]|[^\s㐀-䶿一-鿿]+")


def tokens(text: str) -> list[str]:
    """Return the words of `text`; each Chinese character counts as one."""
    return _TOKENS.findall(text)


@dataclass(slots=True)
class HeardLine:
    """One caption and its way there. Times ending in `_at` are seconds since 1970, 0 where it never came to that.

    `shown` are the successive texts of the caption, `agreed` the parts of them that were taken as settled,
    `translations` those of its translation; `lags_s` tells of each text before the last how old the newest sound was
    that it was heard in.
    """

    caption: Caption
    shown: list[str] = field(default_factory=list)
    agreed: list[str] = field(default_factory=list)
    translations: list[str] = field(default_factory=list)
    lags_s: list[float] = field(default_factory=list)
    first_at: float = 0.0
    final_at: float = 0.0
    translated_at: float = 0.0


class HeardLines:
    """Subscribes to a desk. `now` is the desk's clock, `target` the language that is asked for, if any."""

    def __init__(self, now: Callable[[], float], target: Language | None) -> None:
        self.is_live, self.has_ended = threading.Event(), threading.Event()
        self.lines: dict[SegmentId, HeardLine] = {}
        self.gaps_s = 0.0
        """How much of the sound is marked as not recognised."""
        self.notices: list[Notice] = []
        self.healths: list[Health] = []
        """What was said about the speech model, in order."""
        self.started_at = 0.0
        self._now = now
        self._target = target

    def receive(self, event: Event) -> None:
        """Take an event of the desk."""
        match event:
            case CaptionChanged(caption) if caption.gap_s:
                self.gaps_s += caption.gap_s
            case CaptionChanged(caption):
                self._changed(caption)
            case SessionChanged(session):
                self.started_at = session.started_at
                if session.state is SessionState.ENDED:
                    self.has_ended.set()
            case NoticePosted(notice):
                self.notices.append(notice)
            case HealthChanged(health) if health.part is Part.SPEECH:
                self.healths.append(health)
            case _:
                pass  # chat and catalogue are not heard

    def note_live(self, event: Event) -> None:
        """Take an event after the listening lane has: subscribe it last."""
        if isinstance(event, SessionChanged) and event.session.state is SessionState.LIVE:
            self.is_live.set()

    def _changed(self, caption: Caption) -> None:
        now = self._now()
        line = self.lines.setdefault(caption.segment, HeardLine(caption, first_at=now))
        if not line.shown or line.shown[-1] != caption.text:
            line.shown.append(caption.text)
            line.agreed.append(caption.text[: caption.agreed_length])
            if not caption.is_final:
                line.lags_s.append(now - self.started_at - caption.t1_s)
        if caption.is_final and not line.final_at:
            line.final_at = now
        translation = caption.translation(self._target) if self._target else None
        if (
            translation
            and translation.text
            and (not line.translations or line.translations[-1] != translation.text)
        ):
            line.translations.append(translation.text)
        if translation and translation.is_final and not line.translated_at and translation.reason is None:
            line.translated_at = now
        line.caption = caption

    def translation(self, line: HeardLine) -> str | None:
        """Return the last word on `line` in the language asked for, None where there is none."""
        translation = line.caption.translation(self._target) if self._target else None
        usable = translation is not None and translation.reason in (None, Reason.NOTHING_TO_TRANSLATE)
        return translation.text if translation and usable else None

    def initial_lag_s(self, line: HeardLine) -> float:
        """Return how long after the line was begun to be said it was first shown."""
        return line.first_at - self.started_at - line.caption.t0_s

    def final_lag_s(self, line: HeardLine) -> float:
        """Return how long after it was said its last word came, translated where a translation was asked for."""
        return (line.translated_at or line.final_at) - self.started_at - line.caption.t1_s


def erasure(updates: Sequence[Sequence[str]]) -> float:
    """Return the normalised erasure of many lines: words taken back for each word that was left at the end.

    `updates` are the successive texts of each line as they were shown. Each Chinese character counts as a word.
    Source: Arivazhagan et al., "Re-translation versus Streaming for Simultaneous Translation", IWSLT 2020, section 3;
    the sums over all lines are divided, so that a long line counts for more than a short one.
    """
    split = [[tokens(text) for text in texts] for texts in updates if texts]
    final = sum(len(texts[-1]) for texts in split)
    return sum(map(erased, split)) / final if final else 0.0
