"""Which translation work goes first, and which may be thrown away.

Precious work is first-in-first-out and is never dropped by the inbox. Disposable work keeps one slot per
item: the newest request replaces the waiting one.
"""

from livedesk.core.translation.request import Work

DISPOSABLE = frozenset({Work.CAPTION_PARTIAL, Work.REPLY_PREVIEW, Work.GLOSSARY_PREVIEW})

BATCHED = frozenset({Work.CHAT_MESSAGE, Work.CATALOGUE})
"""Kinds of which several waiting requests go to the engine in one call."""

BATCH_SIZE = 8
"""Small enough that a final caption never waits longer than one batch of chat lines."""

MAX_WAITING_MESSAGES = 40
"""Untranslated messages beyond this number are marked skipped, oldest first; a click translates them."""


def is_disposable(work: Work) -> bool:
    """Whether a newer request replaces a waiting one for the same item."""
    return work in DISPOSABLE
