"""What of the captions goes into a stream as closed captions, which OBS sends as CEA-608: short lines, few at a time.

CEA-608 has lines of 32 characters and shows at most four; players handle two well. It knows Latin letters only: OBS
leaves out what it has no code for, so text in another script is not sent at all. (ANSI/CTA-608-E; OBS's libcaption.)
"""

import textwrap
import unicodedata

from livedesk.core.ids import Language, SegmentId
from livedesk.core.records import Caption

LINE_LENGTH, LINES = 32, 2
_MOST_WAITING = 4
"""Pages: more than that and what is read would be far behind what is said."""
_LEAST_LATIN = 0.6
_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "\u00a0": " "}
)


def is_sendable(text: str) -> bool:
    """Whether closed captions can carry `text`: most of its letters are Latin."""
    letters = [c for c in text if c.isalpha()]
    latin = sum(unicodedata.name(c, "").startswith("LATIN") for c in letters)
    return bool(text.strip()) and (not letters or latin >= _LEAST_LATIN * len(letters))


def pages(text: str) -> list[str]:
    """Return `text` as pages of two lines, each line at most 32 characters."""
    lines = textwrap.wrap(" ".join(text.translate(_PLAIN).split()), LINE_LENGTH)
    return ["\n".join(lines[at : at + LINES]) for at in range(0, len(lines), LINES)]


class ClosedCaptions:
    """Turns captions that change into pages to send, one after the other. One thread at a time."""

    def __init__(self) -> None:
        self._waiting: list[tuple[SegmentId, int, str]] = []
        self._newest: dict[SegmentId, str] = {}

    def take(self, caption: Caption, language: Language) -> None:
        """Take a caption as it now is; what of it is new waits to be sent."""
        if self._newest and caption.segment < max(self._newest):
            return  # corrected later, or translated late: the stream has gone on
        text = caption.text[: caption.agreed_length]
        if language != caption.language:
            translation = caption.translation(language)
            text = translation.text if translation else ""
        if not is_sendable(text) or self._newest.get(caption.segment) == text:
            return
        before = pages(self._newest.get(caption.segment, ""))
        self._newest = {caption.segment: text}
        for place, page in enumerate(pages(text)):
            if place >= len(before) or before[place] != page:
                self._put(caption.segment, place, page)

    def next_page(self) -> str | None:
        """Return what is to be sent now, None where nothing is new."""
        return self._waiting.pop(0)[2] if self._waiting else None

    def clear(self) -> None:
        """Forget what waits: another show, another language, or nobody listens."""
        self._waiting.clear()
        self._newest.clear()

    def _put(self, segment: SegmentId, place: int, page: str) -> None:
        """Let `page` wait, in the place of what it was before it grew."""
        self._waiting = [w for w in self._waiting if w[:2] != (segment, place)]
        self._waiting.append((segment, place, page))
        del self._waiting[:-_MOST_WAITING]
