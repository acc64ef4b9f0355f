"""A report as a page to read: what to do next comes first, then what happened."""

from collections.abc import Callable, Iterable, Sequence

from livedesk.adapters.report.compose_air import on_air
from livedesk.adapters.report.compose_to_do import rest_of, to_do
from livedesk.adapters.report.formats import Formats
from livedesk.adapters.report.words import ReportWords
from livedesk.core.report.drawing import Bar, bars
from livedesk.core.report.page import (
    Beside,
    Block,
    Cell,
    Chart,
    Column,
    Figure,
    Figures,
    Heading,
    Mark,
    Page,
    Paragraph,
    Row,
    Table,
)
from livedesk.core.report.report import OTHER, Count, Report

MOST_BARS, MOST_PRODUCTS = 10, 15
CHART_PX = 424.0


def compose(report: Report, words: ReportWords) -> Page:
    """Return the page in the language of `words`."""
    say = Formats(report, words)
    host = say.language_name(report.host_language)
    audience = words.comma.join(map(say.language_name, report.audience_languages))
    subtitle = [
        say.span(report.began_at, report.until_at),
        words.languages.format(host=host, audience=audience),
    ]
    if not report.is_ended:
        subtitle.append(words.still_running)
    blocks: list[Block] = []
    if report.is_empty:
        blocks.append(Paragraph(words.nothing))
    else:
        blocks += [
            *to_do(report, words, say),
            *_in_figures(report, words, say),
            *_asked(report, words, say),
            *_audience(report, words, say),
        ]
        blocks += on_air(report, words, say)
        blocks += _captions(report, words, say)
    return Page(
        title=report.name or words.report,
        subtitle=" · ".join(subtitle),
        tag=words.rehearsal if report.is_rehearsal else "",
        language=say.language,
        blocks=tuple(blocks),
        footer=f"{words.footer} {words.how_counted}",
    )


# --- the show in figures ---


def _in_figures(report: Report, words: ReportWords, say: Formats) -> list[Block]:
    chat, captions = report.chat, report.captions
    paused = words.paused_for.format(time=say.length(report.paused_s)) if report.paused_s >= 1 else ""
    figures = [Figure(say.length(report.live_s), words.time_live, paused)]
    if report.audience and report.audience.peak:
        at = words.at_time.format(time=say.time(report.audience.peak_at))
        figures.append(Figure(say.number(report.audience.peak), words.most_phones, at))
    hidden = words.hidden.format(count=say.number(chat.hidden)) if chat.hidden else ""
    figures += [
        Figure(say.number(chat.buyers), words.buyers),
        Figure(say.number(chat.messages), words.messages, hidden),
    ]
    questions = chat.answered + chat.unanswered
    if questions:
        of_all = words.answered_of.format(answered=say.number(chat.answered), count=say.number(questions))
        figures.append(Figure(say.share(chat.answered, questions), words.answered_share, of_all))
    if chat.response.answers:
        nine = words.nine_of_ten.format(time=say.length(chat.response.p90_s))
        figures.append(Figure(say.length(chat.response.median_s), words.median_wait, nine))
    figures.append(
        Figure(
            say.number(captions.lines),
            words.caption_lines,
            words.words.format(count=say.number(captions.words)),
        )
    )
    if report.audience and report.audience.reactions:
        kinds = report.audience.reactions
        detail = words.comma.join(f"{words.code(f'reaction.{c.key}')} {say.number(c.count)}" for c in kinds)
        figures.append(Figure(say.number(sum(c.count for c in kinds)), words.reactions, detail))
    return [Heading(words.in_figures), Figures(tuple(figures))]


# --- what they asked ---


def _asked(report: Report, words: ReportWords, say: Formats) -> list[Block]:
    if not report.chat.messages:
        return []
    by_intent = [
        Bar(
            _intent(figures.intent, words),
            figures.messages - figures.unanswered,
            figures.unanswered,
            _with_open(figures.messages, figures.unanswered, words, say),
        )
        for figures in sorted(report.intents, key=lambda f: (f.intent == OTHER, -f.messages))
    ]
    products = [product for product in report.products if product.asked]
    by_product = [
        Bar(
            say.product(product.sku),
            product.asked - product.unanswered,
            product.unanswered,
            _with_open(product.asked, product.unanswered, words, say),
        )
        for product in products[:MOST_BARS]
    ]
    charts = [Chart(words.by_question, bars(by_intent, CHART_PX))]
    if by_product:
        charts.append(Chart(words.most_asked, bars(by_product, CHART_PX, label_px=164)))
    blocks: list[Block] = [Heading(words.asked), Beside(tuple(charts))]
    if len(report.cross.intents) > 1 and len(report.cross.rows) > 1:
        blocks += [Heading(words.question_by_product, is_small=True), _cross_table(report, words, say)]
    if report.chat.response.answers and len(report.intents) > 1:
        blocks += [Heading(words.waits, is_small=True), _waits_table(report, words, say)]
    if report.products:
        blocks += [Heading(words.products, is_small=True), _products_table(report, words, say)]
    return blocks


def _with_open(all_of_them: int, open_: int, words: ReportWords, say: Formats) -> str:
    text = say.number(all_of_them)
    return f"{text} · {say.number(open_)} {words.unanswered}" if open_ else text


def _cross_table(report: Report, words: ReportWords, say: Formats) -> Table:
    cross = report.cross
    share = 0.64 / len(cross.intents)
    columns = (
        Column(words.product, 0.28),
        *(Column(words.code(f"short.{intent}"), share, is_number=True) for intent in cross.intents),
        Column(words.total, 0.08, is_number=True),
    )
    shown = list(cross.rows[:MOST_PRODUCTS])
    left_out = cross.rows[MOST_PRODUCTS:]
    rows = [
        _numbers(say.product(row.sku) if row.sku else words.not_about_product, (*row.counts, row.total), say)
        for row in shown
    ]
    if left_out:
        sums = tuple(map(sum, zip(*((*row.counts, row.total) for row in left_out), strict=True)))
        rows.append(_numbers(words.others, sums, say))
    rows.append(_numbers(words.total, (*cross.totals, sum(cross.totals)), say, Mark.STRONG))
    return Table(columns, tuple(rows), words.question_by_product)


def _numbers(name: str, numbers: Iterable[int], say: Formats, mark: Mark = Mark.PLAIN) -> Row:
    cells = (Cell((say.number(n) if n else "·",), Mark.PLAIN if n else Mark.MUTE) for n in numbers)
    return Row((Cell((name,)), *cells), mark)


def _waits_table(report: Report, words: ReportWords, say: Formats) -> Table:
    columns = (
        Column(words.question, 0.34),
        Column(_title(words.answered), 0.16, is_number=True),
        Column(_title(words.unanswered), 0.16, is_number=True),
        Column(words.half_within, 0.17, is_number=True),
        Column(words.nine_within, 0.17, is_number=True),
    )
    rows = tuple(
        Row(
            (
                Cell((_intent(figures.intent, words),)),
                Cell((say.number(figures.answered),)),
                Cell((say.number(figures.unanswered),)),
                Cell((say.length(figures.response.median_s),)),
                Cell((say.length(figures.response.p90_s),)),
            )
        )
        for figures in report.intents
        if figures.answered or figures.unanswered
    )
    return Table(columns, rows, words.waits)


def _products_table(report: Report, words: ReportWords, say: Formats) -> Table:
    columns = (
        Column(words.product, 0.36),
        Column(_title(words.messages), 0.13, is_number=True),
        Column(_title(words.unanswered), 0.13, is_number=True),
        Column(words.leads, 0.11, is_number=True),
        Column(words.wanted, 0.13, is_number=True),
        Column(words.minutes_on_air, 0.14, is_number=True),
    )
    rows = tuple(
        Row(
            (
                Cell((say.named(product.sku),)),
                *(
                    Cell((say.number(n) if n else "·",), Mark.PLAIN if n else Mark.MUTE)
                    for n in (product.asked, product.unanswered, product.leads, product.quantity)
                ),
                Cell((say.length(product.on_air_s) if product.on_air_s else "·",)),
            )
        )
        for product in report.products[:MOST_PRODUCTS]
    )
    return Table(columns, rows, words.products, rest_of(len(report.products) - MOST_PRODUCTS, words, say))


def _title(label: str) -> str:
    """Return a label as it stands at the head of a column."""
    return label[:1].upper() + label[1:]


def _intent(intent: str, words: ReportWords) -> str:
    return words.code(f"intent.{intent}")


# --- who they were ---


def _audience(report: Report, words: ReportWords, say: Formats) -> list[Block]:
    chat = report.chat
    charts = []
    if chat.messages:
        charts.append(_counted(words.by_language, chat.by_language, say.language_name, words, say))
        charts.append(_counted(words.by_platform, chat.by_platform, say.platform, words, say))
        if any(count.key for count in chat.by_country):
            charts.append(_counted(words.by_country, chat.by_country, say.country, words, say))
    if any(count.key and count.count > 1 for count in report.leads.by_country):
        charts.append(_counted(words.leads_by_country, report.leads.by_country, say.country, words, say))
    if report.audience and report.audience.languages:
        languages = report.audience.languages
        charts.append(_counted(words.phone_languages, languages, say.language_name, words, say))
    return [Heading(words.audience), Beside(tuple(charts))] if charts else []


def _counted(
    title: str, found: Sequence[Count], name: Callable[[str], str], words: ReportWords, say: Formats
) -> Chart:
    """Return bars of the most frequent; the rest is one bar, so that all of them are everything."""
    shown, rest = found[:MOST_BARS], sum(count.count for count in found[MOST_BARS:])
    rows = [Bar(name(count.key), count.count, value=say.number(count.count)) for count in shown]
    if rest:
        rows.append(Bar(words.others, rest, value=say.number(rest)))
    return Chart(title, bars(rows, CHART_PX))


# --- captions ---


def _captions(report: Report, words: ReportWords, say: Formats) -> list[Block]:
    captions = report.captions
    if not captions.lines:
        return []
    columns = (
        Column(words.language, 0.2),
        Column(words.translated, 0.14, is_number=True),
        Column(words.not_translated, 0.34),
        Column(words.half_after, 0.14, is_number=True),
        Column(words.nearly_all_after, 0.18, is_number=True),
    )
    rows = [
        Row(
            (
                Cell((say.language_name(figures.language),)),
                Cell((say.number(figures.translated),)),
                Cell((_reasons(figures.untranslated, words, say) or "–",)),
                Cell((say.lag(figures.lag_p50_ms),)),
                Cell((say.lag(figures.lag_p95_ms),)),
            )
        )
        for figures in captions.translations
    ]
    if report.chat.messages:
        lacking = sum(count.count for count in report.chat.untranslated)
        rows.append(
            Row(
                (
                    Cell((words.chat,)),
                    Cell((say.number(report.chat.messages - lacking),)),
                    Cell((_reasons(report.chat.untranslated, words, say) or "–",)),
                    Cell(("",)),
                    Cell(("",)),
                )
            )
        )
    blocks: list[Block] = [Heading(words.captions)]
    figures = []
    if captions.corrected:
        figures.append(Figure(say.number(captions.corrected), words.corrected))
    if captions.gaps:
        figures.append(Figure(say.length(captions.gaps_s), words.gaps))
    if figures:
        blocks.append(Figures(tuple(figures)))
    return [*blocks, Table(columns, tuple(rows), words.captions)]


def _reasons(untranslated: Sequence[Count], words: ReportWords, say: Formats) -> str:
    return words.comma.join(
        words.named_count.format(name=words.code(count.key), count=say.number(count.count))
        for count in untranslated
    )
