"""The report as a web page: every text is text, nothing is fetched, nothing runs."""

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from livedesk.adapters.report.compose import compose
from livedesk.adapters.report.html import html
from livedesk.adapters.report.html import text as escaped
from livedesk.app.report_words import REPORT_WORDS
from livedesk.core.report.making import make_report
from livedesk.core.typing_compat import override
from tests.report_scene import stored

NASTY = "<img src=x onerror=alert(1)>\"'&\u202e\x00</td><script>alert(2)</script>"
_VOID = {"meta", "col", "br", "link", "img"}


class Reading(HTMLParser):
    """What a browser makes of a file: tags, attributes, text; fails where tags do not close in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.words = ""
        self._open: list[str] = []
        self.feed(page)
        self.close()
        assert not self._open

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs
        if tag not in _VOID:
            self._open.append(tag)

    @override
    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs

    @override
    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    @override
    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] != "style":
            self.words += data


def page_of(nasty: str = "") -> str:
    show = stored()
    if nasty:
        messages = tuple(
            replace(message, buyer_name=nasty, text=nasty, platform=nasty, is_answered=False)
            for message in show.data.messages
        )
        session = replace(show.data.session, name=nasty)
        leads = tuple(replace(lead, name=nasty, company=nasty, country=nasty) for lead in show.leads)
        show = replace(show, data=replace(show.data, messages=messages, session=session), leads=leads)
    return html(compose(make_report(show), REPORT_WORDS))


def test_that_nothing_a_buyer_writes_becomes_markup() -> None:
    reading, clean = Reading(page_of(NASTY)), Reading(page_of())
    assert reading.tags == clean.tags
    assert "script" not in reading.tags
    assert "img" not in reading.tags
    assert {name for name, _ in reading.attributes} == {name for name, _ in clean.attributes}
    assert "alert(1)" in reading.words


def test_that_control_characters_and_turned_text_do_not_reach_the_page() -> None:
    page = page_of(NASTY)
    assert "\x00" not in page
    assert "\u202e" not in page


@given(st.text(max_size=30))
@settings(max_examples=60)
def test_that_any_text_can_stand_in_a_page(words: str) -> None:
    shown = Reading(f'<p title="{escaped(words)}">{escaped(words)}</p>')
    assert shown.tags == {"p"}
    escaped(words).encode("utf-8")


def test_that_the_page_fetches_nothing_and_runs_nothing() -> None:
    page = page_of()
    assert not re.search(r"https?:|src=|href=|url\(|@import|javascript:|\son\w+=", page)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    style = re.search(r"<style>(.*)</style>", page, re.DOTALL)
    assert policy is not None
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert "default-src &#x27;none&#x27;" in policy[1]
    assert digest in policy[1]
    assert " style=" not in page  # the policy would not let it count


def test_that_every_chart_is_told_to_those_who_do_not_see_it() -> None:
    page = page_of()
    drawings = re.findall(r"<svg ([^>]*)>", page)
    assert len(drawings) > 6
    assert all('role="img" aria-label="' in each or 'aria-hidden="true"' in each for each in drawings)
    assert re.search(r'aria-label="Price: [0-9]+ · [0-9]+ no answer; ', page)


def test_that_the_page_is_in_its_language_and_for_light_and_dark_and_paper() -> None:
    page = page_of()
    assert page.startswith('<!DOCTYPE html>\n<html lang="en">')
    chinese = html(compose(make_report(stored()), replace(REPORT_WORDS, locale="zh_CN")))
    assert '<html lang="zh-CN">' in chinese
    for query in ("prefers-color-scheme:dark", "@media print", "max-width:640px"):
        assert query in page
