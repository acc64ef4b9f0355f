"""What the moderators of a platform take back is hidden here too."""

from livedesk.core import events as ev
from livedesk.core.chat.moderation import HiddenWhy
from tests.core.session.rig import Rig


def _rig() -> Rig:
    rig = Rig().live()
    for number, key in enumerate(("7", "7", "8"), 1):
        rig.give(ev.ChatReceived("twitch", f"m{number}", f"user{key}", f"line {number}", key))
    return rig


def _hidden(rig: Rig) -> list[int]:
    return [m.id for m in rig.messages().values() if m.hidden is HiddenWhy.PLATFORM]


def test_that_one_line_that_a_platform_took_back_is_hidden() -> None:
    rig = _rig().give(ev.ChatWithdrawn("twitch", "m2"))
    assert _hidden(rig) == [2]
    assert rig.booth.session.unanswered == 2


def test_that_all_lines_of_a_buyer_whom_a_platform_banned_are_hidden() -> None:
    rig = _rig().give(ev.ChatWithdrawn("twitch", buyer_key="7"))
    assert _hidden(rig) == [1, 2]


def test_that_what_was_never_delivered_changes_nothing() -> None:
    rig = _rig().give(ev.ChatWithdrawn("twitch", "m9"), ev.ChatWithdrawn("youtube", "m1"))
    assert _hidden(rig) == []


def test_that_the_operator_can_bring_a_line_back() -> None:
    rig = _rig().give(ev.ChatWithdrawn("twitch", "m1"))
    message = rig.messages()[1]
    assert message.hidden is HiddenWhy.PLATFORM
    rig.give(ev.HideMessage(message.id, is_hidden=False))
    assert rig.messages()[1].hidden is None
