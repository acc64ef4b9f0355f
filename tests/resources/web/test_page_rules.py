"""What the phone page is made of: its size, its script, its words, and that everybody can use it."""

import importlib.resources
import json
import re
from functools import cache
from typing import Any

import esprima
import pytest

from livedesk.adapters.web.page_words import PAGE_BYTES, page_for, whole_page, wished_languages
from livedesk.core.ids import Language
from tests.resources.web.phone_browser import Phone, prefer
from tests.resources.web.phone_show import ES, JUICER, PAGE, WOK, WORDS, PhoneShow, caption

LANGUAGES = [
    *("zh", "es", "fr", "de", "pt", "ru", "ar", "it", "ja", "ko", "vi", "th"),
    *("id", "tr", "hi", "pl", "fa", "he", "nl"),
]
RESERVED = (
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|setAttribute\(.style"
)


@cache
def page() -> str:
    return PAGE.read_text(encoding="utf-8")


def script() -> str:
    return re.findall(r"<script>(.*?)</script>", page(), re.DOTALL)[0]


def style() -> str:
    return re.findall(r"<style>(.*?)</style>", page(), re.DOTALL)[0]


def english() -> dict[str, str]:
    block = re.findall(r'<script id="words" type="application/json">(.*?)</script>', page(), re.DOTALL)[0]
    words: dict[str, str] = json.loads(block)["en"]
    return words


def whole() -> bytes:
    return whole_page(PAGE.read_bytes(), WORDS.read_bytes())


def test_that_the_page_alone_is_small() -> None:
    assert len(page().encode()) < PAGE_BYTES


@pytest.mark.parametrize("accepted", ["", "en", "hi,th;q=0.9,ru;q=0.8,fa;q=0.7,ar;q=0.6", "x" * 9000])
def test_that_the_page_stays_small_with_the_words_that_a_phone_may_need(accepted: str) -> None:
    for offered in ((), ("en", "zh"), ("en", "es", "ar", "fr", "ru", "pt", "th", "zh")):
        served = page_for(whole(), accepted, [Language(code) for code in offered])
        assert len(served) < PAGE_BYTES


def test_that_a_phone_gets_its_own_language_and_those_on_offer() -> None:
    served = page_for(whole(), "de-AT,de;q=0.9,fr;q=0.8", [Language("es"), Language("zh")])
    block = re.findall(rb'<script id="words" type="application/json">(.*?)</script>', served, re.DOTALL)[0]
    assert list(json.loads(block)) == ["en", "de", "es", "zh", "fr"]
    assert served.replace(block, b"") == re.sub(re.escape(block), b"", served)


def test_that_browsers_say_what_they_like_best() -> None:
    assert wished_languages("fr;q=0.5, es-MX, de;q=0.9, *;q=0.1, zh-Hans-CN;q=x") == ["es", "de", "fr"]


def test_that_words_cannot_end_the_block_that_they_stand_in() -> None:
    words = json.loads(WORDS.read_text(encoding="utf-8"))
    words["nl"]["live"] = "</script><script>alert(1)</script>"
    served = page_for(whole_page(PAGE.read_bytes(), json.dumps(words).encode()), "nl", [])
    assert b"alert(1)</script>" not in served


def test_that_every_language_has_every_word() -> None:
    words = json.loads(WORDS.read_text(encoding="utf-8"))
    assert list(words) == LANGUAGES
    for language, said in words.items():
        assert list(said) == list(english()), language
        assert all(text.strip() == text and text for text in said.values()), language


def test_that_every_word_is_used_and_every_word_used_is_there() -> None:
    markup = page().replace(style(), "")
    attributes = set(re.findall(r'data-(?:text|label)="(\w+)"', markup))
    named = set(re.findall(r"\bT\.(\w+)", script()))
    looked_up = {
        *("idle", "live", "paused", "ended"),  # states
        *("closed", "full", "blocked"),  # good-byes
        *("rate", "long", "empty", "photos_off", "bad", "consent", "size", "picture", "early"),  # refusals
        *("heart", "clap", "fire", "thanks"),
    }
    assert attributes | named <= set(english())
    assert set(english()) == attributes | named | looked_up


def test_that_the_script_is_one_that_phones_of_five_years_ago_read() -> None:
    esprima.parseScript(script())  # knows the language of 2017, nothing newer
    for newer in (
        ".replaceAll(",
        "Object.fromEntries",
        ".flat(",
        ".at(",
        "structuredClone",
        "globalThis",
        "randomUUID",
    ):
        assert newer not in script()
    for newer in (":has(", ":is(", "@layer", "@container", "inset:", "aspect-ratio", " gap:", "100vh"):
        assert newer not in style()
    assert not re.search(r"\{[^{}@]*&", style())  # nesting


def test_that_nothing_in_the_page_needs_a_looser_policy() -> None:
    markup = page().replace(script(), "").replace(style(), "")
    assert not re.search(RESERVED, script())
    assert not re.search(r"\s(?:style|on\w+)=", markup)
    assert re.findall(r'(?:src|href)="([^"]*)"', markup) == ["data:,"]
    assert not re.search(r"url\(|@import|https?:", page())


AXE = importlib.resources.files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "best-practice"]}
SMALL_TARGETS = """Array.from(document.querySelectorAll('button, input, select, textarea')).filter((e) => {
const at = (e.type === 'file' || e.type === 'checkbox' ? e.closest('label') : e).getBoundingClientRect();
return at.width && (at.height < 43.5 || at.width < 43.5); }).map((e) => e.outerHTML.slice(0, 90))"""


def trouble(phone: Phone, *but: str) -> list[str]:
    """Return what axe, the usual checker, finds wrong with the page as it is, but for some rules."""
    phone.driver.execute_script(AXE)
    rules = {**RULES, "rules": {rule: {"enabled": False} for rule in but}}
    found: dict[str, Any] = phone.driver.execute_async_script(
        "const done = arguments[arguments.length - 1]; axe.run(document, arguments[0]).then(done);", rules
    )
    return [
        f"{each['id']}: {node['html'][:100]} {node['failureSummary'][:200]}"
        for each in found["violations"]
        for node in each["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_that_everybody_can_use_it(phone: Phone, show: PhoneShow, scheme: str) -> None:
    prefer(phone.driver, prefers_color_scheme=scheme, prefers_reduced_motion="reduce")
    show.on_air(JUICER, WOK, sold_out=(WOK,))
    show.say(
        caption(1, "你好", {ES: "Hola."}, doubts=True),
        caption(2, "好", {ES: "El precio baja"}, stable=4, is_final=False),
    )
    phone.until(lambda: phone.texts(".card") and len(phone.captions) == 2)
    phone.tap(".card .head")
    assert trouble(phone) == []
    assert phone.ask(SMALL_TARGETS) == []
    phone.write("#text", "¿Hay en verde?")
    assert phone.ask(SMALL_TARGETS) == []
    phone.tap("#send")
    phone.until(lambda: show.questions)
    show.answer(show.last, "有", {ES: "Sí, hay."}, is_private=True)
    phone.until(lambda: phone.texts(".bubble.to"))
    assert trouble(phone) == []
    assert phone.ask(SMALL_TARGETS) == []
    phone.tap("#want")
    phone.tap("#order")
    assert trouble(phone, "landmark-one-main") == []  # the form is over it
    assert phone.ask(SMALL_TARGETS) == []


def test_that_the_form_keeps_the_keyboard_inside_and_gives_it_back(phone: Phone, show: PhoneShow) -> None:
    phone.until(lambda: phone.text("#state") == "En vivo")
    phone.tap("#want")
    phone.press("Shift+Tab")
    assert phone.ask("document.querySelector('#quote').contains(document.activeElement)")
    for _ in range(12):
        phone.press("Tab")
        assert phone.ask("document.querySelector('#quote').contains(document.activeElement)")
    phone.press("Escape")
    phone.until(lambda: not phone.is_shown("#quote"))
    assert phone.ask("document.activeElement.id") == "want"
