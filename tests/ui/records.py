"""Records as a show makes them, for the window's tests."""

from dataclasses import replace

from livedesk.core.ids import EN, ZH, Language, SegmentId, SessionId
from livedesk.core.records import (
    Caption,
    LineWarning,
    Origin,
    Session,
    SessionState,
    Translation,
    WarningKind,
)

IDLE = Session(SessionId(""), "", SessionState.IDLE, False, ZH, (EN,))
LIVE = Session(
    SessionId("20261121-113205-000"),
    "Canton Fair, kitchen line",
    SessionState.LIVE,
    False,
    ZH,
    (EN, Language("es")),
    ran_s=2537.0,
    messages=124,
    unanswered=12,
)
REHEARSAL = replace(LIVE, is_rehearsal=True)
PAUSED = replace(LIVE, state=SessionState.PAUSED)
ENDED = replace(LIVE, state=SessionState.ENDED)

_DOUBT = LineWarning(WarningKind.FIGURES, ("12400",), ("12000",))
DOUBTFUL = Caption(
    SegmentId(1),
    1,
    ZH,
    "一个四十尺柜一万两千四。",
    12,
    True,
    Origin.MICROPHONE,
    0.0,
    4.0,
    0.0,
    (Translation(EN, "12,000 in one 40-foot container.", 1, 32, True, warnings=(_DOUBT,)),),
)
