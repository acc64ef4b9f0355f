"""What the chat asks of the application; see `ui.chat.services.AnswerServices`."""

from livedesk.app.terms import our_answers
from livedesk.core.chat.canned import CannedAnswer
from livedesk.core.typing_compat import override
from livedesk.ui.chat.services import AnswerServices


class AnswerErrands(AnswerServices):
    """Reads what is shipped."""

    @override
    def ours(self) -> tuple[CannedAnswer, ...]:
        return our_answers()
