"""Captions, messages, replies and sessions for tests, with what does not matter filled in."""

from collections.abc import Sequence

from livedesk.core.ids import EN, ZH, Language, MessageId, ReplyId, SegmentId, SessionId, buyer_id
from livedesk.core.records import (
    Caption,
    LineWarning,
    Message,
    MessageState,
    Origin,
    Reason,
    Reply,
    ReplyState,
    Session,
    SessionState,
    Translation,
    WarningKind,
)

ES, AR = Language("es"), Language("ar")
DOUBT = LineWarning(WarningKind.FIGURES, ("12400",), ("12000",))


def translation(
    text: str = "Hello",
    language: Language = EN,
    *,
    revision: int = 1,
    stable_length: int | None = None,
    is_final: bool = True,
    reason: Reason | None = None,
    warnings: tuple[LineWarning, ...] = (),
) -> Translation:
    stable = len(text) if stable_length is None else stable_length
    return Translation(language, text, revision, stable, is_final, reason, warnings)


def caption(
    segment: int,
    text: str = "你好",
    *translations: Translation,
    revision: int = 1,
    is_final: bool = True,
    agreed_length: int | None = None,
    language: Language = ZH,
) -> Caption:
    agreed = len(text) if agreed_length is None else agreed_length
    at_s = segment * 5.0
    return Caption(
        SegmentId(segment), revision, language, text, agreed, is_final, Origin.TYPED, at_s, at_s + 4, 0.0,
        translations,
    )  # fmt: skip


def bilingual(
    segment: int, text: str = "一箱二十四个。", english: str = "Twenty-four in a carton."
) -> Caption:
    return caption(segment, text, translation(english))


def message(
    number: int,
    text: str = "precio?",
    translated: str | None = "价格？",
    *,
    language: Language | None = ES,
    is_sure: bool = True,
    state: MessageState | None = None,
    reason: Reason | None = None,
    warnings: tuple[LineWarning, ...] = (),
    name: str = "Maria S.",
    revision: int = 1,
    is_answered: bool = False,
) -> Message:
    line = None
    if translated is not None or reason is not None:
        line = translation(translated or "", ZH, reason=reason, warnings=warnings)
    if state is None:
        state = MessageState.TRANSLATED if line else MessageState.WAITING
    return Message(
        MessageId(number), "phone", str(number), buyer_id("phone", name), name, text, 1_790_000_000.0 + number,
        language, is_sure, state, revision, line, is_answered,
    )  # fmt: skip


def reply(
    number: int,
    to: int,
    text: str = "三块二。",
    translated: Translation | None = None,
    *,
    state: ReplyState = ReplyState.TYPED,
    language: Language = ES,
    back: Translation | None = None,
    failure: str = "",
    revision: int = 1,
    is_private: bool = False,
) -> Reply:
    return Reply(
        ReplyId(number), MessageId(to), revision, text, language, state, 1_790_000_100.0, translated, back,
        is_private, failure,
    )  # fmt: skip


def session(
    state: SessionState = SessionState.LIVE,
    name: str = "s1",
    audience: Sequence[Language] = (EN,),
    **fields: int | float,
) -> Session:
    return Session(SessionId(name), "Canton Fair", state, False, ZH, tuple(audience), **fields)  # type: ignore[arg-type]
