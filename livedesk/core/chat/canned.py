"""Canned answers: what is said again and again, written once in each language, with fields for the product."""

from dataclasses import dataclass

from livedesk.core.chat.intent import Intent
from livedesk.core.ids import CannedId, Language


@dataclass(frozen=True, slots=True)
class CannedAnswer:
    """One answer. `texts` are by language, with fields in braces: "From {price:500} at {moq} pieces".

    `intents` are the questions that it answers.
    """

    id: CannedId
    texts: dict[Language, str]
    intents: tuple[Intent, ...] = ()
