"""The lists of a report as rows for a spreadsheet: questions, leads, what was on air. A heading comes first."""

import csv
import io
from collections.abc import Callable, Sequence
from datetime import datetime

from livedesk.adapters.report.compose_air import what_of
from livedesk.adapters.report.formats import Formats
from livedesk.adapters.report.words import ReportWords
from livedesk.core.report.report import OTHER, LeadLine, MessageLine, Report

Value = str | int | float
Rows = list[list[Value]]


def question_rows(lines: Sequence[MessageLine], words: ReportWords, say: Formats) -> Rows:
    """Return one row for each message that is not hidden."""
    heading = [
        words.date, words.time, words.buyer, words.country, words.language, words.platform, words.product,
        words.question, words.text, words.translation, words.state, words.wait_seconds,
    ]  # fmt: skip
    return [list(heading), *(_question(line, words, say) for line in lines)]


def _question(line: MessageLine, words: ReportWords, say: Formats) -> list[Value]:
    message = line.message
    translation = message.translation.text if message.translation else ""
    intents = [words.code(f"intent.{intent}") for intent in message.intents]
    return [
        _date(message.received_at),
        _time(message.received_at),
        message.buyer_name,
        say.country(message.country) if message.country else "",
        say.language_name(message.language) if message.language else "",
        say.platform(message.platform or message.source),
        ", ".join(map(say.named, message.products)),
        ", ".join(intents) or words.code(f"intent.{OTHER}"),
        message.text,
        translation if translation != message.text else "",
        words.code(f"fate.{line.fate}"),
        "" if line.waited_s is None else round(line.waited_s),
    ]


def lead_rows(report: Report, words: ReportWords, say: Formats) -> Rows:
    """Return one row for each lead, the likeliest first."""
    heading = [
        words.score, words.name, words.company, words.country, words.language, words.contact, words.wants,
        words.value, words.currency, words.why, words.platform, words.date, words.time, words.tags, words.notes,
    ]  # fmt: skip
    return [list(heading), *(_lead(line, words, say) for line in report.leads.lines)]


def _lead(line: LeadLine, words: ReportWords, say: Formats) -> list[Value]:
    lead = line.lead
    is_one_sum = len(line.value) == 1
    return [
        words.code(f"score.{lead.score}"),
        lead.name,
        lead.company,
        say.country(lead.country) if lead.country else "",
        say.language_name(lead.language) if lead.language else "",
        "\n".join(f"{words.code(f'contact.{c.kind}')} {c.value}" for c in lead.contacts),
        "\n".join(say.named(i.sku) + (f" × {i.quantity}" if i.quantity else "") for i in lead.items),
        float(line.value[0].amount) if is_one_sum else say.money(line.value),
        line.value[0].currency if is_one_sum else "",
        ", ".join(words.code(f"because.{reason}") for reason in lead.score_reasons),
        say.platform(lead.source) if lead.source else "",
        _date(lead.created_at),
        _time(lead.created_at),
        ", ".join(lead.tags),
        lead.notes,
    ]


def air_rows(report: Report, words: ReportWords, say: Formats) -> Rows:
    """Return one row for each thing that was on air."""
    heading = [words.what, words.began, words.ended, words.minutes, words.messages.capitalize()]
    rows: Rows = [list(heading)]
    for span in report.on_air:
        minutes = round((span.ended_at - span.began_at) / 60, 1)
        times = [_time(span.began_at), _time(span.ended_at)]
        rows.append([what_of(span, words, say), *times, minutes, span.messages])
    return rows


def csv_bytes(rows: Rows, harmless: Callable[[str], str]) -> bytes:
    """Return the rows as CSV that Excel takes for UTF-8; `harmless` keeps a cell from being run as a formula."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    for row in rows:
        writer.writerow([harmless(cell) if isinstance(cell, str) else cell for cell in row])
    return out.getvalue().encode("utf-8-sig", "replace")


def _date(at: float) -> str:
    return datetime.fromtimestamp(at).astimezone().strftime("%Y-%m-%d")


def _time(at: float) -> str:
    return datetime.fromtimestamp(at).astimezone().strftime("%H:%M:%S")
