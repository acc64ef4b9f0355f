"""Words for the chats that livedesk is connected to: how each is."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject

from livedesk.core.links import Link, LinkKind, LinkState

_STATES: dict[LinkState, object] = {
    LinkState.OFF: QT_TRANSLATE_NOOP("platforms", "Off"),
    LinkState.CONNECTING: QT_TRANSLATE_NOOP("platforms", "Connecting…"),
    LinkState.ON: QT_TRANSLATE_NOOP("platforms", "Connected"),
    LinkState.WAITING: QT_TRANSLATE_NOOP("platforms", "Cut"),
    LinkState.FAILED: QT_TRANSLATE_NOOP("platforms", "Not connected"),
}
_ON: dict[LinkKind, object] = {
    LinkKind.INLET: QT_TRANSLATE_NOOP("platforms", "Ready"),
    LinkKind.REPLAY: QT_TRANSLATE_NOOP("platforms", "Playing"),
}
_MINUTE_S = 60


class _Counted(QObject):
    """Texts with a plural; `tr` of a QObject is the only form that lupdate takes for one in Python."""

    def messages(self, count: int) -> str:
        return self.tr("%n message(s)", "", count)

    def left_out(self, count: int) -> str:
        return self.tr("%n left out in the rush", "", count)

    def again_in(self, seconds: int) -> str:
        if seconds > 2 * _MINUTE_S:
            return self.tr("tries again in %n minute(s)", "", round(seconds / _MINUTE_S))
        return self.tr("tries again in %n second(s)", "", seconds)

    def pace(self, seconds: int) -> str:
        return self.tr("asks every %n second(s)", "", seconds)


def link_text(link: Link, now: float) -> str:
    """Return in a few words how a chat is: "Connected · 12 messages"; `now` is seconds since 1970."""
    is_on = link.state is LinkState.ON
    state = _ON.get(link.kind, _STATES[link.state]) if is_on else _STATES[link.state]
    counted, said = _Counted(), [QCoreApplication.translate("platforms", str(state))]
    if link.state is LinkState.WAITING:
        said.append(counted.again_in(max(1, round(link.retry_at - now))))
    if is_on:
        said.append(counted.messages(link.received))
        if link.pace_s:
            said.append(counted.pace(max(1, round(link.pace_s))))
        if link.dropped:
            said.append(counted.left_out(link.dropped))
    return " · ".join(said)
