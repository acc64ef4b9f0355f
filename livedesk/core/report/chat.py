"""What buyers wrote, what they asked, and which of it was answered."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from livedesk.core.chat.intent import Intent
from livedesk.core.ids import BuyerId, MessageId, Sku
from livedesk.core.leads.lead import Lead, LeadScore
from livedesk.core.records import Message, MessageState, Reason, Reply, ReplyState
from livedesk.core.report.counting import counts, response_times
from livedesk.core.report.report import (
    OTHER,
    ChatFigures,
    CrossRow,
    CrossTable,
    IntentFigures,
    MessageFate,
    MessageLine,
    OpenQuestion,
)

INTENTS = (*(intent.value for intent in Intent), OTHER)
"""The order of intents wherever they are listed."""
_NOTHING_LACKS = (Reason.SAME_LANGUAGE, Reason.NOTHING_TO_TRANSLATE)
_URGENT = (Intent.COMPLAINT, Intent.AFTER_SALES)
_RANKS = {LeadScore.HOT: 0, LeadScore.WARM: 2, LeadScore.COLD: 3, None: 4}
_URGENT_RANK = 1


class Chat:
    """The messages of one session that are not hidden, and the replies to them."""

    def __init__(self, messages: Sequence[Message], replies: Sequence[Reply]) -> None:
        self.shown = [message for message in messages if message.hidden is None]
        self._hidden = len(messages) - len(self.shown)
        known = {message.id for message in self.shown}
        self._replies = [reply for reply in replies if reply.message in known]
        self._sent_at: dict[MessageId, float] = {}
        for reply in self._replies:
            if reply.state is ReplyState.SENT:
                before = self._sent_at.get(reply.message, reply.changed_at)
                self._sent_at[reply.message] = min(before, reply.changed_at)

    def is_answered(self, message: Message) -> bool:
        """Whether a reply to it was sent."""
        return message.is_answered or message.id in self._sent_at

    def is_open(self, message: Message) -> bool:
        """Whether it wants an answer and has none; a greeting wants none."""
        return not self.is_answered(message) and not _is_greeting(message)

    def waited_s(self, messages: Iterable[Message]) -> list[float]:
        """Return how long each of those that have a reply waited for the first one."""
        return [
            max(0.0, self._sent_at[message.id] - message.received_at)
            for message in messages
            if message.id in self._sent_at
        ]

    def lines(self) -> tuple[MessageLine, ...]:
        """Return every message with what became of it, in the order they came."""
        return tuple(
            MessageLine(message, self._fate(message), next(iter(self.waited_s([message])), None))
            for message in sorted(self.shown, key=lambda m: (m.received_at, m.id))
        )

    def _fate(self, message: Message) -> MessageFate:
        if self.is_answered(message):
            return MessageFate.ANSWERED
        return MessageFate.UNANSWERED if self.is_open(message) else MessageFate.GREETING

    def figures(self) -> ChatFigures:
        """Return how much was written, by whom, and how much of it was answered."""
        shown = self.shown
        answered = sum(map(self.is_answered, shown))
        unanswered = sum(map(self.is_open, shown))
        sent = [reply for reply in self._replies if reply.state is ReplyState.SENT]
        return ChatFigures(
            messages=len(shown),
            hidden=self._hidden,
            buyers=len({message.buyer for message in shown}),
            answered=answered,
            unanswered=unanswered,
            greetings=len(shown) - answered - unanswered,
            replies=len(sent),
            private_replies=sum(reply.is_private for reply in sent),
            failed_replies=sum(reply.state is ReplyState.FAILED for reply in self._replies),
            untranslated=counts(filter(None, map(_why_untranslated, shown))),
            by_language=counts(message.language or "" for message in shown),
            by_country=counts(message.country for message in shown),
            by_platform=counts(message.platform or message.source for message in shown),
            response=response_times(self.waited_s(shown)),
        )

    def intents(self) -> tuple[IntentFigures, ...]:
        """Return the messages by what they ask first of all, those that came in the order of `INTENTS`."""
        of: dict[str, list[Message]] = defaultdict(list)
        for message in self.shown:
            of[intent_of(message)].append(message)
        return tuple(
            IntentFigures(
                intent,
                len(of[intent]),
                sum(map(self.is_answered, of[intent])),
                sum(map(self.is_open, of[intent])),
                response_times(self.waited_s(of[intent])),
            )
            for intent in INTENTS
            if intent in of
        )

    def cross(self) -> CrossTable:
        """Return what was asked of which product, the most asked first."""
        intents = tuple(intent for intent in INTENTS if any(intent_of(m) == intent for m in self.shown))
        of: dict[Sku, list[int]] = defaultdict(lambda: [0] * len(intents))
        for message in self.shown:
            of[product_of(message)][intents.index(intent_of(message))] += 1
        order = sorted(of.items(), key=lambda item: (item[0] == "", -sum(item[1]), item[0]))
        return CrossTable(intents, tuple(CrossRow(sku, tuple(numbers)) for sku, numbers in order))

    def open_questions(self, leads: Sequence[Lead]) -> tuple[OpenQuestion, ...]:
        """Return what is still to be answered: hot leads first, then who complains, then the others.

        Remarks that ask nothing we know of come after all questions.
        """
        scores = {lead.buyer: lead.score for lead in leads if lead.buyer is not None}
        failed = {reply.message for reply in self._replies if reply.state is ReplyState.FAILED}
        open_ = [message for message in self.shown if self.is_open(message)]
        urgency: dict[BuyerId, tuple[int, float]] = {}
        for message in open_:
            rank = _urgency(message, scores)
            urgency[message.buyer] = min(urgency.get(message.buyer, rank), rank)
        open_.sort(key=lambda m: (not m.intents, urgency[m.buyer], m.buyer, _urgency(m, scores), m.id))
        return tuple(_question(message, scores.get(message.buyer), failed) for message in open_)


def intent_of(message: Message) -> str:
    """Return what the message asks first of all, OTHER where that is not known."""
    return message.intents[0].value if message.intents else OTHER


def product_of(message: Message) -> Sku:
    """Return the product that the message names first, "" for none."""
    return message.products[0] if message.products else Sku("")


def _is_greeting(message: Message) -> bool:
    return bool(message.intents) and set(message.intents) == {Intent.GREETING}


def _why_untranslated(message: Message) -> str:
    """Return the reason for which a message that needs a translation has none, "" where all is well."""
    translation = message.translation
    if translation is None:
        return message.state.value if message.state is not MessageState.TRANSLATED else ""
    if translation.text or translation.reason in _NOTHING_LACKS:
        return ""
    return translation.reason.value if translation.reason else message.state.value


def _urgency(message: Message, scores: Mapping[BuyerId, LeadScore]) -> tuple[int, float]:
    rank = _RANKS[scores.get(message.buyer)]
    if any(intent in _URGENT for intent in message.intents):
        rank = min(rank, _URGENT_RANK)
    return rank, message.received_at


def _question(message: Message, score: LeadScore | None, failed: set[MessageId]) -> OpenQuestion:
    translation = message.translation
    return OpenQuestion(
        message=message.id,
        at=message.received_at,
        buyer=message.buyer,
        buyer_name=message.buyer_name,
        platform=message.platform or message.source,
        country=message.country,
        language=message.language,
        text=message.text,
        translation=translation.text if translation and translation.text != message.text else "",
        products=message.products,
        intent=message.intents[0] if message.intents else None,
        score=score,
        has_failed=message.id in failed,
    )
