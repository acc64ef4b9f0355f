"""The words that stand in an exported file; who asks for the export hands them over in the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ExportWords:
    """Headings and labels. `codes` names reasons, states and warning kinds; one left out stands as its code."""

    host: str = "Host"
    reply_to: str = "Reply to {name}"
    rehearsal: str = "Rehearsal"
    private: str = "private"
    not_sent: str = "not sent"
    untranslated: str = "not translated"
    check: str = "please check"
    gap: str = "{seconds} s without captions"
    caption: str = "Caption"
    message: str = "Message"
    reply: str = "Reply"
    time: str = "Time"
    date: str = "Date"
    kind: str = "Kind"
    source: str = "Source"
    name: str = "Name"
    language: str = "Language"
    text: str = "Text"
    translation_language: str = "Translated into"
    translation: str = "Translation"
    reason: str = "Why not translated"
    warnings: str = "Warnings"
    state: str = "State"
    country: str = "Country"
    asks: str = "Asks about"
    photo: str = "photo"
    transcript: str = "Transcript"
    codes: Mapping[str, str] = field(default_factory=dict)

    def gap_of(self, gap_s: float) -> str:
        """Return what stands in the place of captions that were never made."""
        return self.gap.replace("{seconds}", str(max(1, round(gap_s))))

    def code(self, code: str) -> str:
        """Return the words for `code`."""
        return self.codes.get(code, code)
