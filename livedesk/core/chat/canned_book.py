"""The list of canned answers, in its order."""

from livedesk.core import events as ev
from livedesk.core.chat.canned import CannedAnswer


class CannedBook:
    """Belongs to the desk, and outlives a session."""

    def __init__(self) -> None:
        self.answers: tuple[CannedAnswer, ...] = ()

    def change(self, given: ev.PutCanned | ev.RemoveCanned | ev.CannedLoaded) -> list[ev.Event]:
        """Take a change; nothing follows where all stays the same.

        A new answer goes to the end; where every answer is put anew, their order is the new one.
        """
        match given:
            case ev.PutCanned(answers):
                new = {answer.id: answer for answer in answers}
                known = {answer.id: answer for answer in self.answers}
                changed = tuple((new if known.keys() <= new.keys() else known | new).values())
            case ev.RemoveCanned(gone):
                changed = tuple(answer for answer in self.answers if answer.id not in gone)
            case ev.CannedLoaded(answers):
                changed = answers
        if changed == self.answers:
            return []
        self.answers = changed
        return [ev.CannedChanged(changed)]
