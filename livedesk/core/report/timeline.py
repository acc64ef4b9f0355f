"""What was on air when, and how many messages and phones there were meanwhile."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from livedesk.core.records import Message
from livedesk.core.report.counting import counts, stretch_of
from livedesk.core.report.minutes import AudienceMinute
from livedesk.core.report.report import AirSpan, AudienceFigures, Money, Stretch
from livedesk.core.session.air import AirTime

_MINUTE_S = 60


def air_spans(
    history: Sequence[AirTime], messages: Sequence[Message], began_at: float, until_at: float
) -> tuple[AirSpan, ...]:
    """Return what was on air, in the order it went there; nothing lies outside the show."""
    arrivals = sorted(message.received_at for message in messages)
    spans = []
    for time in history:
        began = min(max(time.began_at, began_at), until_at)
        ended = min(max(until_at if time.ended_at is None else time.ended_at, began), until_at)
        offer = time.offer
        price = offer.price if offer else None
        spans.append(
            AirSpan(
                time.kind,
                time.sku,
                began,
                ended,
                bisect_right(arrivals, ended) - bisect_left(arrivals, began),
                dict(offer.texts) if offer else {},
                Money(offer.currency, price) if offer and price is not None else None,
            )
        )
    return tuple(sorted(spans, key=lambda span: (span.began_at, span.kind, span.sku)))


def stretches_of(
    messages: Sequence[Message], minutes: Sequence[AudienceMinute], began_at: float, until_at: float
) -> tuple[int, tuple[Stretch, ...]]:
    """Return the length of a stretch in seconds, and the stretches from begin to end; each message is in one."""
    length_s = until_at - began_at
    if length_s <= 0 and not messages:
        return 60, ()
    step = stretch_of(length_s)
    number = max(1, -int(-length_s // step))

    def place(at: float) -> int:
        return min(number - 1, max(0, int((at - began_at) // step)))

    arrived = Counter(place(message.received_at) for message in messages)
    phones: dict[int, int] = {}
    for minute in minutes:
        where = place(minute.minute * _MINUTE_S)
        phones[where] = max(phones.get(where, 0), minute.phones)
    return step, tuple(
        Stretch(began_at + index * step, arrived[index], phones.get(index)) for index in range(number)
    )


def audience_figures(minutes: Sequence[AudienceMinute], began_at: float) -> AudienceFigures | None:
    """Return the figures of the phones, None where there never was one."""
    if not any(minute.phones or minute.reactions for minute in minutes):
        return None
    peak = max(minutes, key=lambda minute: (minute.phones, -minute.minute))
    reactions: Counter[str] = Counter()
    for minute in minutes:
        reactions |= Counter(minute.reactions)  # they are counted on; after a new start of the server from 0
    return AudienceFigures(
        peak.phones,
        max(began_at, float(peak.minute * _MINUTE_S)),
        counts(Counter({str(name): number for name, number in peak.languages.items()})),
        counts(reactions),
    )
