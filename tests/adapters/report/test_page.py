"""The page of a report: what to do comes first, its tables add up, nothing is left unsaid."""

from dataclasses import replace

from livedesk.adapters.report.compose import compose
from livedesk.adapters.report.compose_to_do import MOST_OF_ONE_BUYER, MOST_QUESTIONS
from livedesk.adapters.report.formats import Formats
from livedesk.adapters.report.words import ReportWords
from livedesk.app.report_words import REPORT_WORDS
from livedesk.core.events import SessionRestored
from livedesk.core.ids import ZH
from livedesk.core.report.making import Stored, make_report
from livedesk.core.report.page import Beside, Chart, Figures, Heading, Page, Paragraph, Table
from tests.report_scene import stored

SHOW = stored()
REPORT = make_report(SHOW)
PAGE = compose(REPORT, REPORT_WORDS)


def table(page: Page, name: str) -> Table:
    (found,) = [block for block in page.blocks if isinstance(block, Table) and block.name == name]
    return found


def column(found: Table, place: int) -> list[str]:
    return [row.cells[place].text for row in found.rows]


def headings(page: Page) -> list[str]:
    return [block.text for block in page.blocks if isinstance(block, Heading)]


def test_that_what_to_do_next_comes_first_and_hot_leads_before_all() -> None:
    assert headings(PAGE)[:4] == [
        "To do next",
        "Write to these buyers first",
        "Still to be answered",
        "The show in figures",
    ]
    leads = table(PAGE, "Write to these buyers first")
    assert leads.rows[0].cells[0].lines[0] == "María Fernanda López"
    assert "WhatsApp +52 477 123 4567" in leads.rows[0].cells[1].lines
    assert [row.cells[3].lines[0] for row in leads.rows] == ["Hot", "Hot", "Warm", "Warm"]


def test_that_one_buyer_does_not_fill_the_list_of_questions_and_the_rest_is_counted() -> None:
    questions = table(PAGE, "Still to be answered")
    shown = {question.message: question.buyer for question in REPORT.open_questions}
    of_row = [shown[row.message] for row in questions.rows if row.message]
    assert max(map(of_row.count, of_row)) == MOST_OF_ONE_BUYER
    assert len(of_row) <= MOST_QUESTIONS
    assert questions.rest == f"{len(REPORT.open_questions) - len(of_row)} more are in the Excel file."
    first = [row for row in questions.rows if not row.goes_on]
    assert all(row.cells[0].lines for row in first)
    assert not any(row.cells[0].lines for row in questions.rows if row.goes_on)


def test_that_the_table_of_questions_by_product_adds_up() -> None:
    cross = table(PAGE, "Questions by product")
    numbers = [[int(cell.text.replace("·", "0")) for cell in row.cells[1:]] for row in cross.rows]
    *rows, totals = numbers
    assert totals == [sum(each) for each in zip(*rows, strict=True)]
    assert all(row[-1] == sum(row[:-1]) for row in numbers)
    assert totals[-1] == REPORT.chat.messages


def test_that_languages_beyond_the_tenth_are_one_bar() -> None:
    messages = [
        replace(message, country=f"{chr(65 + number % 14)}E")
        for number, message in enumerate(SHOW.data.messages)
    ]
    report = make_report(Stored(replace(SHOW.data, messages=tuple(messages))))
    page = compose(report, REPORT_WORDS)
    charts = [chart for block in page.blocks if isinstance(block, Beside) for chart in block.charts]
    (by_country,) = [chart for chart in charts if chart.title == "Messages by country"]
    *_, last = by_country.drawing.spoken.split("; ")
    counted = [int(part.rpartition(": ")[2]) for part in by_country.drawing.spoken.split("; ")]
    assert last.startswith("Others: ")
    assert len(counted) == 11
    assert sum(counted) == report.chat.messages


def test_that_a_rehearsal_is_marked_and_a_running_show_says_that_it_runs() -> None:
    assert PAGE.tag == ""
    assert compose(replace(REPORT, is_rehearsal=True), REPORT_WORDS).tag == "Rehearsal"
    assert "Still running" in compose(replace(REPORT, is_ended=False), REPORT_WORDS).subtitle


def test_that_an_empty_show_says_so_and_shows_no_empty_table() -> None:
    data = SessionRestored(SHOW.data.session, (), (), ())
    page = compose(make_report(Stored(data)), REPORT_WORDS)
    assert page.blocks == (Paragraph("Nothing was said or written in this show."),)


def test_that_a_show_of_captions_alone_asks_for_nothing() -> None:
    data = replace(SHOW.data, messages=(), replies=())
    page = compose(make_report(Stored(data)), REPORT_WORDS)
    said = [block.text for block in page.blocks if isinstance(block, Paragraph)]
    assert said == [
        "No leads from this show. Press K at a buyer's message to make one.",
        "No buyer asked anything in this show.",
    ]
    assert "What buyers asked" not in headings(page)


def test_that_a_show_of_greetings_does_not_say_that_every_question_was_answered() -> None:
    greeted = replace(REPORT.chat, messages=2, greetings=2, answered=0, unanswered=0)
    page = compose(replace(REPORT, chat=greeted, open_questions=()), REPORT_WORDS)
    said = [block.text for block in page.blocks if isinstance(block, Paragraph)]
    assert "No buyer asked anything in this show." in said
    assert "Every question was answered." not in said


def test_that_the_words_and_names_are_those_of_the_reader() -> None:
    words = ReportWords(locale="zh_CN", to_do="接下来", codes={"intent.price": "价格"})
    page = compose(REPORT, words)
    assert page.language == ZH
    assert headings(page)[0] == "接下来"
    products = table(page, "Products")
    assert products.rows[0].cells[0].text == "三件套刀具 (JZ-03)"
    charts = [chart for block in page.blocks if isinstance(block, Beside) for chart in block.charts]
    assert any("西班牙语: " in chart.drawing.spoken for chart in charts)


def test_that_all_and_nothing_are_said_of_all_and_nothing_only() -> None:
    say = Formats(REPORT, REPORT_WORDS)
    assert [say.share(*each) for each in ((0, 0), (0, 9), (1, 1000), (999, 1000), (9, 9), (1, 3))] == [
        "–",
        "0%",
        "1%",
        "99%",
        "100%",
        "33%",
    ]
    lengths = [None, 0.4, 59.4, 60, 200, 3540, 3600, 5000]
    assert [say.length(s) for s in lengths] == [
        "–",
        "0 s",
        "59 s",
        "1 min",
        "3 min 20 s",
        "59 min",
        "1 h 0 min",
        "1 h 23 min",
    ]


def test_that_the_timeline_names_every_product_on_air_and_its_times() -> None:
    (chart,) = [block for block in PAGE.blocks if isinstance(block, Chart)]
    assert "Three-piece knife set, Stackable food containers" in chart.drawing.spoken
    assert [key.text for key in chart.keys] == ["on air", "offer", "sold out"]
    on_air = table(PAGE, "What was on air when")
    assert "Three-piece knife set: offer · 10% off today · US$ 6.12" in column(on_air, 0)


def test_that_the_figures_say_how_many_wait() -> None:
    figures = [figure for block in PAGE.blocks if isinstance(block, Figures) for figure in block.figures]
    by_label = {figure.label: figure for figure in figures}
    assert by_label["questions without an answer"].value == str(REPORT.chat.unanswered)
    assert by_label["answers that did not arrive"].value == "2"
    assert by_label["hot leads"].detail == "of 5 leads in all, worth US$ 17,050.00 at list price"
