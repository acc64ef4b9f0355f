"""The captions of a session and the rules by which they change.

A final is never replaced by a partial; a translation made from an older revision than the one shown is dropped
(revisions are compared, never arrival); a final is always translated or carries a reason.
"""

from dataclasses import replace

from livedesk.core.captions.segmenter import SegmentHeard
from livedesk.core.captions.steadiness import Shown, Steadiness
from livedesk.core.ids import Language, SegmentId
from livedesk.core.records import Caption, Origin, Reason, Translation
from livedesk.core.settings import CaptionMode
from livedesk.core.translation import figures
from livedesk.core.translation.request import TranslateRequest, TranslateResult, Work


class CaptionLog:
    """All captions of the running session, by segment."""

    def __init__(self, captions: tuple[Caption, ...] = (), mode: CaptionMode = CaptionMode.STEADY) -> None:
        self._captions = {c.segment: c for c in captions}
        self._doubtful = {c.segment for c in captions if _is_doubtful(c)}
        self._targets: tuple[Language, ...] = ()
        self._asked_length: dict[SegmentId, int] = {}
        self._pending: dict[tuple[SegmentId, Language], TranslateRequest] = {}
        self._steadiness = Steadiness(mode)
        self._newest_partial: dict[tuple[SegmentId, Language], int] = {}

    def __len__(self) -> int:
        return len(self._captions)

    @property
    def last_segment(self) -> SegmentId:
        """The highest segment id so far, 0 before the first."""
        return max(self._captions, default=SegmentId(0))

    @property
    def doubts(self) -> int:
        """How many captions hold figures that nobody has checked."""
        return len(self._doubtful)

    @property
    def mode(self) -> CaptionMode:
        """How early lines are shown in other languages."""
        return self._steadiness.mode

    def set_mode(self, mode: CaptionMode) -> list[Caption]:
        """Show lines by another rule from now on; return the captions of which something is not shown any more."""
        self._steadiness.set_mode(mode)
        if self._steadiness.shows_partials:
            return []
        changed = []
        for caption in [c for c in self._captions.values() if any(not t.is_final for t in c.translations)]:
            finals = tuple(t for t in caption.translations if t.is_final)
            self._captions[caption.segment] = replace(caption, translations=finals)
            changed.append(self._captions[caption.segment])
        return changed

    def oldest_pending_at(self) -> float | None:
        """Return when the oldest final still without a translation was asked for."""
        return min((r.asked_at for r in self._pending.values()), default=None)

    def heard(self, segment: SegmentHeard, language: Language, now: float) -> Caption | None:
        """Take a segment; return the changed caption, None where the news is old."""
        old = self._captions.get(segment.segment)
        if old and (old.is_final or segment.revision <= old.revision):
            return None
        caption = Caption(
            segment=segment.segment,
            revision=segment.revision,
            language=language,
            text=segment.text,
            agreed_length=len(segment.text) if segment.is_final else segment.agreed_length,
            is_final=segment.is_final,
            origin=segment.origin,
            t0_s=segment.t0_s,
            t1_s=segment.t1_s,
            heard_at=old.heard_at if old else now,
            translations=old.translations if old else (),
            corrections=segment.corrections,
        )
        self._captions[caption.segment] = caption
        return caption

    def typed(self, segment: SegmentId, text: str, language: Language, at_s: float, now: float) -> Caption:
        """Add a line typed for the host: final at once."""
        heard = SegmentHeard(segment, 1, text, len(text), True, Origin.TYPED, at_s, at_s)
        caption = self.heard(heard, language, now)
        assert caption is not None, "a typed line has a segment of its own"
        return caption

    def gap(self, segment: SegmentId, language: Language, t0_s: float, t1_s: float, now: float) -> Caption:
        """Add a stretch without captions, which has nothing to translate."""
        gap = Caption(
            segment, 1, language, "", 0, True, Origin.MICROPHONE, t0_s, t1_s, now, gap_s=t1_s - t0_s
        )
        self._captions[segment] = gap
        return gap

    def uncorrected(self, segment: SegmentId, index: int) -> Caption | None:
        """Take back a correction of a final caption; it is to be translated anew. None where there is none."""
        caption = self._captions.get(segment)
        if caption is None or not caption.is_final or not 0 <= index < len(caption.corrections):
            return None
        undone = caption.corrections[index]
        text = caption.text[: undone.start] + undone.heard + caption.text[undone.end :]
        moved = len(undone.heard) - len(undone.written)
        kept = tuple(
            replace(c, start=c.start + moved) if c.start > undone.start else c
            for c in caption.corrections
            if c is not undone
        )
        self._doubtful.discard(segment)
        self._captions[segment] = replace(
            caption,
            revision=caption.revision + 1,
            text=text,
            agreed_length=len(text),
            translations=(),
            corrections=kept,
        )
        return self._captions[segment]

    def requests(
        self, caption: Caption, targets: tuple[Language, ...], now: float, *, is_behind: bool
    ) -> list[TranslateRequest]:
        """Return what to ask the translation worker for after `caption` changed.

        A partial is asked for only if partials are shown, its agreed prefix grew and the desk is not behind; a final
        for each target that it has no last word in.
        """
        self._targets = targets
        if caption.is_final:
            self._asked_length.pop(caption.segment, None)
            work, text = Work.FINAL_CAPTION, caption.text
        else:
            text = caption.text[: caption.agreed_length].rstrip()
            is_unwanted = is_behind or not self._steadiness.shows_partials
            if is_unwanted or len(text) <= self._asked_length.get(caption.segment, 0):
                return []
            self._asked_length[caption.segment] = len(text)
            work = Work.CAPTION_PARTIAL
        requests = [
            TranslateRequest(work, caption.segment, caption.revision, text, caption.language, target, now)
            for target in targets
            if not ((shown := caption.translation(target)) and shown.is_final)
        ]
        if caption.is_final:
            self._pending |= {(caption.segment, r.target): r for r in requests}
        return requests

    def translated(self, result: TranslateResult, now: float) -> Caption | None:
        """Take a translation; return the changed caption, None where it is too old to show."""
        request = result.request
        caption = self._captions.get(SegmentId(request.item))
        is_final = request.work is Work.FINAL_CAPTION
        if caption is None:
            return None
        shown = caption.translation(request.target)
        is_older = shown is not None and (shown.is_final or shown.source_revision >= request.revision)
        if is_older:
            return None
        part = Shown(result.text, len(result.text)) if is_final else self._part_to_show(result)
        if part is None:
            return None
        if is_final:
            self._pending.pop((caption.segment, request.target), None)
            self._newest_partial.pop((caption.segment, request.target), None)
            self._steadiness.final(caption.segment, request.target, result.text)
        lag_ms = round((now - request.asked_at) * 1000)
        translation = Translation(
            language=request.target,
            text=part.text,
            source_revision=request.revision,
            stable_length=part.stable_length,
            is_final=is_final,
            reason=result.reason,
            warnings=result.warnings,
            lag_ms=lag_ms,
            model=result.model,
        )
        return self._store(caption, translation)

    def _part_to_show(self, result: TranslateResult) -> Shown | None:
        """Return what to show of a partial's translation, None where nothing changes.

        One that failed leaves what is shown, and the final will say why; an older one says nothing any more.
        """
        request = result.request
        line = SegmentId(request.item), request.target
        if result.reason or self._newest_partial.get(line, 0) >= request.revision:
            return None
        self._newest_partial[line] = request.revision
        return self._steadiness.partial(*line, result.text)

    def abandon_pending(self) -> list[Caption]:
        """Give every final still without a translation the reason STOPPED; return those captions."""
        pending, self._pending = self._pending, {}
        changed = {}
        for (segment, target), request in pending.items():
            caption = self._captions[segment]
            given_up = Translation(target, "", request.revision, 0, True, reason=Reason.STOPPED)
            changed[segment] = self._store(caption, given_up)
        return list(changed.values())

    def accept_figures(self, segment: SegmentId) -> Caption | None:
        """Take the figure warnings off a caption that the operator has checked."""
        caption = self._captions.get(segment)
        if caption is None or not _is_doubtful(caption):
            return None
        checked = tuple(replace(t, warnings=()) for t in caption.translations)
        self._doubtful.discard(segment)
        self._captions[segment] = replace(caption, translations=checked)
        return self._captions[segment]

    def corrected(self, segment: SegmentId, language: Language, text: str) -> Caption | None:
        """Take what a person says a final caption is in `language`; None where there is no such caption.

        What they approved unchanged is no longer in doubt; in what they wrote the figures are compared again.
        """
        caption = self._captions.get(segment)
        if caption is None or not caption.is_final:
            return None
        shown = caption.translation(language)
        doubt = figures.compare(caption.text, caption.language, text, language)
        is_approved = shown is not None and shown.text == text
        self._pending.pop((segment, language), None)
        translation = Translation(
            language=language,
            text=text,
            source_revision=caption.revision,
            stable_length=len(text),
            is_final=True,
            warnings=(doubt,) if doubt and not is_approved else (),
            lag_ms=shown.lag_ms if shown else 0,
            is_corrected=True,
        )
        return self._store(caption, translation)

    def _store(self, caption: Caption, translation: Translation) -> Caption:
        by_language = {t.language: t for t in (*caption.translations, translation)}
        order = dict.fromkeys((*self._targets, *by_language))
        updated = replace(caption, translations=tuple(by_language[t] for t in order if t in by_language))
        self._captions[caption.segment] = updated
        if _is_doubtful(updated):
            self._doubtful.add(caption.segment)
        else:
            self._doubtful.discard(caption.segment)
        return updated


def _is_doubtful(caption: Caption) -> bool:
    return any(t.is_final and t.warnings for t in caption.translations)
