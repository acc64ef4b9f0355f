"""What a person puts right: the words of the glossary, and the lines that the model got wrong."""

from collections.abc import Callable

from livedesk.core import events as ev
from livedesk.core.captions.log import CaptionLog
from livedesk.core.chat.log import ChatLog
from livedesk.core.ids import Language
from livedesk.core.records import Message, Translation
from livedesk.core.translation.remembered import RememberedLine
from livedesk.core.translation.terms import Term, merged


class TermBook:
    """The user's own terms."""

    def __init__(self) -> None:
        self.terms: tuple[Term, ...] = ()

    def change(self, given: ev.PutTerms | ev.RemoveTerms | ev.TermsLoaded | ev.TermsRead) -> list[ev.Event]:
        """Take a change; nothing follows where the list stays the same, but for what was wrong with a file."""
        events: list[ev.Event] = []
        match given:
            case ev.PutTerms():
                terms = merged(self.terms, given.terms)
            case ev.TermsRead():
                terms = merged(self.terms, given.terms)
                events.append(ev.TermsImported(given.file, len(given.terms), given.problems))
            case ev.RemoveTerms():
                terms = tuple(term for term in self.terms if term.id not in given.terms)
            case ev.TermsLoaded():
                terms = given.terms
        if terms == self.terms:
            return events
        self.terms = terms
        return [ev.GlossaryChanged(terms), *events]


def correct_caption(captions: CaptionLog, given: ev.CorrectCaption, text: str, now: float) -> list[ev.Event]:
    """Show what a person says a caption is, and remember it unless its figures are in doubt."""
    caption = captions.corrected(given.segment, given.language, text)
    if caption is None:
        return []
    remembered = _remembered(caption.text, caption.language, caption.translation(given.language), now)
    return [ev.CaptionChanged(caption), *remembered]


def correct_message(
    chat: ChatLog,
    given: ev.CorrectMessage,
    text: str,
    host: Language,
    now: float,
    linked: Callable[[Message], Message],
) -> list[ev.Event]:
    """Show what a person says a message is in the host's language, and remember it likewise.

    `linked` looks for the products that it now speaks of.
    """
    message = chat.corrected(given.message, text, host)
    if message is None:
        return []
    message = linked(message)
    remembered = _remembered(message.text, message.language, message.translation, now)
    return [ev.MessageChanged(message), *remembered]


def _remembered(
    source: str, language: Language | None, translation: Translation | None, now: float
) -> list[ev.Event]:
    if language is None or translation is None or translation.warnings or translation.language == language:
        return []
    line = RememberedLine(language, translation.language, source, translation.text, now)
    return [ev.LineRemembered(line)]
