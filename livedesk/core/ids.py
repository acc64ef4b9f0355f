"""Identifiers, so that mypy tells a segment from a message."""

from typing import NewType

SessionId = NewType("SessionId", str)
"""Sorts by time and is unique on this computer: "20261121-193205-4f2a"."""
SegmentId = NewType("SegmentId", int)
"""Counts captions within a session, from 1."""
MessageId = NewType("MessageId", int)
"""Counts buyers' messages within a session, from 1."""
ReplyId = NewType("ReplyId", int)
"""Counts replies within a session, from 1."""
BuyerId = NewType("BuyerId", str)
"""Source and key or name of a buyer, "pasted:Maria S."; the same person on two platforms is two buyers."""
Sku = NewType("Sku", str)
"""The exporter's own article number, the key of a product."""
TermId = NewType("TermId", str)
"""Names a glossary term: "own:7" of the user's list, "name:JZ-03" of the catalogue."""
LeadId = NewType("LeadId", str)
"""Unique on this computer: the session's id and a count, "20261121-193205-4f2a/3"; "hand/1732219925" without one."""
CannedId = NewType("CannedId", str)
"""Names a canned answer: "price" of ours, "own:7" of the user's."""
Language = NewType("Language", str)
"""ISO 639-1 code in lower case: "zh", "en", "es"."""

ZH = Language("zh")
EN = Language("en")


def buyer_id(source: str, name: str) -> BuyerId:
    """Return the id of the buyer whose key, else name, on chat source `source` is `name`."""
    return BuyerId(f"{source}:{name}")
