"""The part of the page that comes first: whom to write to, what is still to be answered."""

from collections import Counter
from collections.abc import Sequence

from livedesk.adapters.report.formats import Formats
from livedesk.adapters.report.words import ReportWords
from livedesk.core.ids import BuyerId
from livedesk.core.leads.lead import LeadScore
from livedesk.core.report.page import (
    Block,
    Cell,
    Column,
    Figure,
    Figures,
    Heading,
    Mark,
    Paragraph,
    Row,
    Table,
)
from livedesk.core.report.report import LeadLine, OpenQuestion, Report

MOST_QUESTIONS, MOST_OF_ONE_BUYER, MOST_LEADS = 24, 3, 12


def to_do(report: Report, words: ReportWords, say: Formats) -> list[Block]:
    """Return the figures that want something done, the likeliest leads, and the open questions."""
    leads, chat = report.leads, report.chat
    worth = words.worth.format(money=say.money(leads.value)) if leads.value else ""
    of_all = words.of_leads.format(count=say.number(len(leads.lines))) if leads.lines else ""
    figures = [
        Figure(
            say.number(leads.scored(LeadScore.HOT)),
            words.hot_leads,
            words.comma.join(filter(None, (of_all, worth))),
        ),
        Figure(
            say.number(chat.unanswered),
            words.unanswered_questions,
            words.of_messages.format(count=say.number(chat.messages)),
        ),
    ]
    if chat.failed_replies:
        figures.append(Figure(say.number(chat.failed_replies), words.undelivered, mark=Mark.WARN))
    if report.captions.to_check:
        checked = say.number(report.captions.to_check)
        figures.append(Figure(checked, words.figures_to_check, words.figures_to_check_detail, Mark.WARN))
    blocks: list[Block] = [Heading(words.to_do), Figures(tuple(figures))]
    lines = [line for line in leads.lines if line.lead.score is not LeadScore.COLD] or list(leads.lines)
    blocks.append(Heading(words.call_first, is_small=True))
    blocks.append(_leads_table(lines, words, say) if lines else Paragraph(words.no_leads, Mark.MUTE))
    blocks.append(Heading(words.answer_these, is_small=True))
    if report.open_questions:
        blocks.append(_questions_table(report.open_questions, words, say))
    else:
        blocks.append(Paragraph(words.all_answered if chat.answered else words.no_questions, Mark.MUTE))
    return blocks


def _leads_table(lines: Sequence[LeadLine], words: ReportWords, say: Formats) -> Table:
    columns = (
        Column(words.who, 0.26),
        Column(words.reach_by, 0.26),
        Column(words.wants, 0.26),
        Column(words.why, 0.22),
    )
    rows = tuple(_lead_row(line, words, say) for line in lines[:MOST_LEADS])
    return Table(columns, rows, words.call_first, rest_of(len(lines) - MOST_LEADS, words, say))


def _lead_row(line: LeadLine, words: ReportWords, say: Formats) -> Row:
    lead = line.lead
    place = " · ".join(
        filter(None, (say.country(lead.country) if lead.country else "", _language(lead.language, say)))
    )
    contacts = [f"{words.code(f'contact.{c.kind}')} {c.value}" for c in lead.contacts]
    if not contacts:
        contacts = [say.platform(lead.source)] if lead.source else ["–"]
    wants = [
        say.product(item.sku)
        + (f" × {words.pieces.format(count=say.number(item.quantity))}" if item.quantity else "")
        for item in lead.items
    ]
    if line.value:
        wants.append(say.money(line.value))
    score = words.code(f"score.{lead.score}")
    reasons = words.comma.join(words.code(f"because.{reason}") for reason in lead.score_reasons)
    return Row(
        (
            Cell(tuple(filter(None, (lead.name or "–", lead.company, place))), Mark.STRONG),
            Cell(tuple(contacts)),
            Cell(tuple(wants) or ("–",)),
            Cell(tuple(filter(None, (score, reasons))), Mark.MUTE),
        ),
        Mark.STRONG if lead.score is LeadScore.HOT else Mark.PLAIN,
    )


def _questions_table(questions: Sequence[OpenQuestion], words: ReportWords, say: Formats) -> Table:
    columns = (
        Column(words.buyer, 0.22),
        Column(words.question, 0.46),
        Column(words.about, 0.22),
        Column(words.when, 0.10, is_number=True),
    )
    shown: list[OpenQuestion] = []
    of_buyer = Counter(question.buyer for question in questions)
    so_far: Counter[BuyerId] = Counter()
    for question in questions:
        so_far[question.buyer] += 1
        if so_far[question.buyer] <= MOST_OF_ONE_BUYER and len(shown) < MOST_QUESTIONS:
            shown.append(question)
    before = (None, *(question.buyer for question in shown))
    rows = tuple(
        _question_row(question, words, say, 0 if question.buyer == buyer else of_buyer[question.buyer])
        for question, buyer in zip(shown, before, strict=False)
    )
    return Table(columns, rows, words.answer_these, rest_of(len(questions) - len(shown), words, say))


def _question_row(question: OpenQuestion, words: ReportWords, say: Formats, of_buyer: int) -> Row:
    """Return the row; it begins a buyer, who asked `of_buyer` questions, or goes on with the same (0)."""
    country = say.country(question.country) if question.country else ""
    where = " · ".join(filter(None, (country, say.platform(question.platform))))
    score = words.code(f"score.{question.score}") if question.score else ""
    asked = words.asks.format(count=say.number(of_buyer)) if of_buyer > 1 else ""
    buyer = (question.buyer_name, " · ".join(filter(None, (score, asked))), where)
    texts = tuple(filter(None, (question.translation, question.text)))
    about = [say.product(sku) for sku in question.products]
    if question.intent:
        about.append(words.code(f"intent.{question.intent}"))
    if question.has_failed:
        about.append(words.not_delivered)
    return Row(
        (
            Cell(tuple(filter(None, buyer)) if of_buyer else (), Mark.STRONG),
            Cell(tuple(text[:400] for text in texts) or ("–",)),
            Cell(tuple(about), Mark.MUTE),
            Cell((say.time(question.at),), Mark.MUTE),
        ),
        Mark.WARN if question.has_failed else Mark.PLAIN,
        question.message,
        goes_on=not of_buyer,
    )


def rest_of(count: int, words: ReportWords, say: Formats) -> str:
    """Return what stands below a table that leaves out `count` rows, "" where it has all."""
    return words.more_in_excel.format(count=say.number(count)) if count > 0 else ""


def _language(language: str | None, say: Formats) -> str:
    return say.language_name(language) if language else ""
