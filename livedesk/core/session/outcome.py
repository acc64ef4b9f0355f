"""What follows from one input to the booth, for the desk to carry out."""

from dataclasses import dataclass, field

from livedesk.core.events import Event
from livedesk.core.records import Message, Reply
from livedesk.core.translation.request import TranslateRequest, Work


@dataclass(slots=True)
class Outcome:
    """Events for everyone, work for the translator and work to take back from it, replies to deliver."""

    events: list[Event] = field(default_factory=list)
    requests: list[TranslateRequest] = field(default_factory=list)
    withdrawn: list[tuple[Work, int]] = field(default_factory=list)
    deliveries: list[tuple[Message, Reply]] = field(default_factory=list)
