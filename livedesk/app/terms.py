"""Brings what is stored beside the catalogue to the translator and to the desk when it starts."""

from functools import cache

from livedesk.adapters.chat.answers import read_answers
from livedesk.adapters.glossary.fuzzy import FuzzyNearest
from livedesk.adapters.glossary.matcher import AhoMatcher
from livedesk.adapters.store.reading import StoreReader
from livedesk.app import paths as places
from livedesk.core.chat.canned import CannedAnswer
from livedesk.core.errors import Unavailable
from livedesk.core.events import (
    BatchesLoaded,
    CannedLoaded,
    Input,
    LeadsLoaded,
    ModerationLoaded,
    NoticeRaised,
    TermsLoaded,
)
from livedesk.core.records import Notice, NoticeCode, NoticeLevel
from livedesk.runtime.terminology import Terminology


@cache
def our_answers() -> tuple[CannedAnswer, ...]:
    """Return the canned answers that livedesk brings."""
    return read_answers(places.resources() / "answers")


def stored_terms(reader: StoreReader) -> tuple[Terminology, Input]:
    """Return what the translator is to know, and what the desk is to be told of it.

    Where the store cannot be read the desk starts without them, and a notice says so.
    """
    try:
        terms, lines = reader.load_terms(), reader.load_memory()
    except Unavailable as error:
        params: dict[str, str | int] = {"code": error.code, **error.params}
        notice = Notice(NoticeCode.TERMS_NOT_READ, NoticeLevel.WARNING, params)
        return Terminology(AhoMatcher, FuzzyNearest()), NoticeRaised(notice)
    return Terminology(AhoMatcher, FuzzyNearest(), lines), TermsLoaded(terms)


def stored_beside_the_catalogue(reader: StoreReader) -> list[Input]:
    """Return what the desk is to be told of all else that outlives a show: batches, leads, the rules of the chat."""
    try:
        return [
            BatchesLoaded(reader.load_batches()),
            LeadsLoaded(reader.load_leads()),
            ModerationLoaded(reader.load_moderation()),
            CannedLoaded(reader.load_canned() or our_answers()),
        ]
    except Unavailable as error:
        params: dict[str, str | int] = {"code": error.code, **error.params}
        return [NoticeRaised(Notice(NoticeCode.STORE_FAILED, NoticeLevel.WARNING, params))]
