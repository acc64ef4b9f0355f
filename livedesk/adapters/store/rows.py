"""Core records as table rows and back.

Columns are named like the fields, so both ways go through `core.wire`, whose types drive the way back; a field
added to a record needs its column and nothing here. Translations inside a message or reply lie flat, with the
field's name in front: `translation_text`, `back_text`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any, TypeVar

from livedesk.core.chat.canned import CannedAnswer
from livedesk.core.chat.moderation import Moderation
from livedesk.core.ids import SessionId
from livedesk.core.leads.lead import Lead
from livedesk.core.logistics.trace import Batch
from livedesk.core.records import Caption, Message, Product, Reply, Session, Translation
from livedesk.core.report.minutes import AudienceMinute
from livedesk.core.session.air import AirTime
from livedesk.core.translation.remembered import RememberedLine
from livedesk.core.translation.terms import Term
from livedesk.core.wire import decode_as, encode

Row = dict[str, Any]
_Record = TypeVar("_Record")
MODERATION = "moderation"
"""The key of a row of `desk_state`."""
_TRANSLATION_FIELDS = tuple(f.name for f in fields(Translation))


def session_row(session: Session) -> Row:
    """Return the row for `sessions`, without the run of show."""
    return {name: value for name, value in encode(session).items() if name != "show"}


def show_rows(session: Session) -> list[Row]:
    """Return the rows for `show_items`."""
    return [
        {"session": session.id, "position": position, "item": encode(item)}
        for position, item in enumerate(session.show)
    ]


def caption_row(session: SessionId, caption: Caption) -> Row:
    """Return the row for `captions`, without the translations."""
    row = {name: value for name, value in encode(caption).items() if name != "translations"}
    return {"session": session, **row}


def translation_rows(session: SessionId, caption: Caption) -> list[Row]:
    """Return the rows for `caption_translations`: the final ones, in their order."""
    finals = (t for t in caption.translations if t.is_final)
    return [
        {"session": session, "segment": caption.segment, "position": position, **encode(translation)}
        for position, translation in enumerate(finals)
    ]


def message_row(session: SessionId, message: Message) -> Row:
    """Return the row for `messages`."""
    return {"session": session, **_flat(encode(message), "translation")}


def reply_row(session: SessionId, reply: Reply) -> Row:
    """Return the row for `replies`."""
    return {"session": session, **_flat(_flat(encode(reply), "translation"), "back")}


def product_row(position: int, product: Product) -> Row:
    """Return the row for `products`; `position` is its place in the catalogue."""
    return {"position": position, **encode(product)}


def term_row(position: int, term: Term) -> Row:
    """Return the row for `terms`; `position` is its place in the user's list."""
    return {"position": position, **encode(term)}


def batch_row(batch: Batch) -> Row:
    """Return the row for `batches`."""
    row: Row = encode(batch)
    return row


def lead_row(lead: Lead) -> Row:
    """Return the row for `leads`."""
    return {"id": lead.id, "buyer": lead.buyer, "created_at": lead.created_at, "lead": encode(lead)}


def canned_row(position: int, answer: CannedAnswer) -> Row:
    """Return the row for `canned_answers`; `position` is its place in the list."""
    return {"position": position, **encode(answer)}


def moderation_row(moderation: Moderation) -> Row:
    """Return the row for `desk_state`."""
    return {"key": MODERATION, "value": encode(moderation)}


def remembered_row(line: RememberedLine) -> Row:
    """Return the row for `memory`."""
    row: Row = encode(line)
    return row


def session_from(row: Mapping[str, Any], items: Iterable[Any]) -> Session:
    """Return the session of a row of `sessions` and the `item` column of its `show_items`."""
    return _build(Session, {**row, "show": list(items)})


def caption_from(row: Mapping[str, Any], translations: Iterable[Mapping[str, Any]]) -> Caption:
    """Return the caption of a row of `captions` and of its `caption_translations` in order."""
    parts = [{name: t[name] for name in _TRANSLATION_FIELDS} for t in translations]
    return _build(Caption, {**row, "translations": parts})


def message_from(row: Mapping[str, Any]) -> Message:
    """Return the message of a row of `messages`."""
    return _build(Message, _nested(row, "translation"))


def reply_from(row: Mapping[str, Any]) -> Reply:
    """Return the reply of a row of `replies`."""
    return _build(Reply, _nested(_nested(row, "translation"), "back"))


def product_from(row: Mapping[str, Any]) -> Product:
    """Return the product of a row of `products`."""
    return _build(Product, row)


def term_from(row: Mapping[str, Any]) -> Term:
    """Return the term of a row of `terms`."""
    return _build(Term, row)


def batch_from(row: Mapping[str, Any]) -> Batch:
    """Return the batch of a row of `batches`."""
    return _build(Batch, row)


def lead_from(row: Mapping[str, Any]) -> Lead:
    """Return the lead of a row of `leads`."""
    return _build(Lead, row["lead"])


def canned_from(row: Mapping[str, Any]) -> CannedAnswer:
    """Return the answer of a row of `canned_answers`."""
    return _build(CannedAnswer, row)


def remembered_from(row: Mapping[str, Any]) -> RememberedLine:
    """Return the line of a row of `memory`."""
    return _build(RememberedLine, row)


def air_time_from(row: Mapping[str, Any]) -> AirTime:
    """Return what a row of `air_history` says."""
    return _build(AirTime, row)


def audience_minute_from(row: Mapping[str, Any]) -> AudienceMinute:
    """Return what a row of `audience_minutes` says."""
    return _build(AudienceMinute, row)


def _flat(data: Row, name: str) -> Row:
    nested = data.pop(name) or {}
    return {**data, **{f"{name}_{field}": nested.get(field) for field in _TRANSLATION_FIELDS}}


def _nested(row: Mapping[str, Any], name: str) -> Row:
    data = dict(row)
    parts = {field: data.pop(f"{name}_{field}") for field in _TRANSLATION_FIELDS}
    return {**data, name: parts if parts["language"] is not None else None}


def _build(cls: type[_Record], row: Mapping[str, Any]) -> _Record:
    """Leave out the columns that are the store's own, such as `session` and `position`."""
    names = {f.name for f in fields(cls)}  # type: ignore[arg-type]  # every record is a dataclass
    record: _Record = decode_as(cls, {name: value for name, value in row.items() if name in names})
    return record
