"""The phone page in a real browser: captions, languages, the connection."""

import pytest

from livedesk.core import events as ev
from livedesk.core.audience.view import SHOWN_CAPTIONS
from livedesk.core.records import Reason, SessionState
from tests.resources.web.phone_browser import PHONE, SMALL, Phone, resize
from tests.resources.web.phone_show import (
    AR,
    BOOTH,
    ES,
    JUICER,
    PhoneShow,
    caption,
    juicer,
    session,
)

GROWN = "El pedido mínimo es de quinientas piezas, y desde dos mil unidades baja"
"""Three lines on a phone."""
AT = """(() => { const walk = document.createTreeWalker(document.querySelector('#lines'), NodeFilter.SHOW_TEXT);
let left = arguments[0], node; while ((node = walk.nextNode()) && left >= node.length) left -= node.length;
const range = document.createRange(); range.setStart(node, left); range.setEnd(node, left + 1);
const at = range.getBoundingClientRect(); return [at.left, at.top]; })()"""
"""Where a letter of the captions stands."""


def test_that_the_language_follows_the_browser_and_then_the_buyers_choice(
    phone: Phone, show: PhoneShow
) -> None:
    show.say(caption(1, "你好", {ES: "Hola", AR: "مرحبا"}))
    phone.until(lambda: phone.captions == ["Hola"])
    assert phone.ask("document.documentElement.lang") == "es"
    assert phone.texts("#language option") == ["English", "Español", "العربية", "中文"]
    phone.choose_language("ar")
    assert phone.ask("document.documentElement.dir") == "rtl"
    assert phone.text("#send") == "إرسال"
    phone.until(lambda: phone.captions == ["مرحبا"])
    assert phone.ask("document.querySelector('#lines li').dir") == "rtl"
    assert phone.ask("document.querySelector('#lines li').lang") == "ar"
    phone.open(show.address)
    phone.until(lambda: phone.captions == ["مرحبا"])
    assert phone.ask("document.querySelector('#language').value") == "ar"


def test_that_a_page_works_where_nothing_can_be_kept(phone: Phone, show: PhoneShow) -> None:
    broken = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }})"
    made = phone.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": broken})
    try:
        phone.open(show.address)
        show.say(caption(1, "你好", {ES: "Hola"}))
        phone.until(lambda: phone.captions == ["Hola"])
    finally:
        phone.driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", made)


def test_that_a_line_grows_in_its_place_and_nothing_already_read_moves(phone: Phone, show: PhoneShow) -> None:
    show.say(caption(1, "大家好", {ES: "Buenos días a todos."}))
    ends = [GROWN.index("piezas"), GROWN.index("unidades"), len(GROWN)]
    places = []
    for end in ends:
        show.say(caption(2, "起订量", {ES: GROWN[:end]}, stable=end - 12, is_final=False))
        phone.until(lambda end=end: phone.captions[-1:] == [GROWN[:end]])
        assert phone.text("#lines li.now .u") == GROWN[end - 12 : end]
        places.append([phone.ask(AT, letter) for letter in (0, 25, 45)])
    assert places[0] == places[1] == places[2]
    assert phone.ask("getComputedStyle(document.querySelector('.u')).color") != phone.ask(
        "getComputedStyle(document.querySelector('li.now')).color"
    )
    show.say(caption(2, "起订量", {ES: GROWN + "."}))
    phone.until(lambda: phone.captions[-1:] == [GROWN + "."])
    assert phone.texts("#lines .u") == []
    assert [phone.ask(AT, letter) for letter in (0, 25, 45)] == places[0]


def test_that_the_newest_line_is_the_largest(phone: Phone, show: PhoneShow) -> None:
    show.say(*(caption(n, "好", {ES: f"Línea {n}."}) for n in (1, 2, 3)))
    phone.until(lambda: len(phone.captions) == 3)
    sizes = phone.ask(
        "Array.from(document.querySelectorAll('#lines li'), (e) => parseFloat(getComputedStyle(e).fontSize))"
    )
    assert sizes[0] == sizes[1] < sizes[2]


def test_that_who_reads_back_is_not_disturbed(phone: Phone, show: PhoneShow) -> None:
    show.say(*(caption(n, "好", {ES: f"Esta es la línea número {n}."}) for n in range(1, 60)))
    phone.until(lambda: len(phone.captions) == 59)
    assert not phone.is_shown("#newest")
    phone.ask("document.querySelector('#lines').scrollTop = 200")
    phone.until(lambda: phone.is_shown("#newest"))
    read = "Array.from(document.querySelectorAll('#lines li')).slice(0, 12).map((e) => e.getBoundingClientRect().top)"
    before = phone.ask(read)
    show.say(*(caption(n, "好", {ES: f"Esta es la línea número {n}, y es larga."}) for n in range(60, 70)))
    show.on_air(JUICER)
    phone.until(lambda: len(phone.captions) == 69 and phone.texts(".card"))
    assert phone.ask(read) == before
    phone.tap("#newest")
    phone.until(lambda: not phone.is_shown("#newest"))
    show.say(caption(70, "好", {ES: "La última."}))
    phone.until(lambda: phone.captions[-1:] == ["La última."])
    assert not phone.is_shown("#newest")


def test_that_what_is_special_about_a_line_is_said_in_words(phone: Phone, show: PhoneShow) -> None:
    show.say(
        caption(1, "没有译文", {ES: ""}, reason=Reason.LOOP),
        caption(2, "五百", {ES: "Quinientas piezas."}, doubts=True),
        caption(3, "", gap_s=12.0),
    )
    phone.until(lambda: len(phone.texts("#lines .mark")) == 3)
    own, doubt, gap = phone.texts("#lines .mark")
    assert own == "Palabras originales"
    assert "Verifique las cifras" in doubt
    assert gap == "Sin subtítulos · 12 segundos"
    assert phone.ask("document.querySelector('#lines li').lang") == "zh"


def test_that_readers_of_the_hosts_language_get_the_plain_words(phone: Phone, show: PhoneShow) -> None:
    phone.choose_language("zh")
    show.say(caption(1, "大家好", {ES: "Hola"}))
    phone.until(lambda: phone.captions == ["大家好"])
    assert phone.texts("#lines .mark") == []


def test_that_a_screen_reader_hears_whole_sentences_once(phone: Phone, show: PhoneShow) -> None:
    phone.ask(
        "(window.heard = [], new MutationObserver(() => heard.push(document.querySelector('#say').textContent))"
        ".observe(document.querySelector('#say'), {childList: true}))"
    )
    assert not phone.ask("document.querySelector('#lines').closest('[aria-live], [role=log], [role=status]')")
    phone.let_pass(2)  # what a phone is told as it comes in is not read out
    for text in ("El", "El pedido", "El pedido mínimo"):
        show.say(caption(1, "起订量", {ES: text}, stable=2, is_final=False))
    show.say(caption(1, "起订量", {ES: "El pedido mínimo."}))
    show.say(caption(1, "起订量", {ES: "El pedido mínimo."}, doubts=True))
    show.say(caption(2, "好", {ES: "Bien."}))
    phone.until(lambda: phone.captions[-1:] == ["Bien."])
    phone.until(lambda: phone.ask("heard") == ["El pedido mínimo.", "Bien."])


def test_that_a_phone_whose_connection_is_gone_says_so_and_catches_up(phone: Phone, show: PhoneShow) -> None:
    show.say(*(caption(n, "好", {ES: f"Uno {n}."}) for n in (1, 2)))
    phone.until(lambda: len(phone.captions) == 2)
    show.go_dark()
    phone.let_pass(3)
    phone.until(lambda: phone.is_shown("#strip"))
    assert phone.text("#strip").startswith("Sin conexión · Lo último: hace")
    assert not phone.is_shown("#state")
    assert phone.captions == ["Uno 1.", "Uno 2."]
    show.say(*(caption(n, "好", {ES: f"Uno {n}."}) for n in (2, 3, 4)))
    show.come_back()
    phone.ask("dispatchEvent(new Event('online'))")
    phone.until(lambda: phone.captions == ["Uno 1.", "Uno 2.", "Uno 3.", "Uno 4."])
    phone.until(lambda: not phone.is_shown("#strip"))
    assert phone.text("#state") == "En vivo"
    phone.forgive("WebSocket connection")


def test_that_what_a_phone_missed_for_good_is_a_gap_that_one_sees(phone: Phone, show: PhoneShow) -> None:
    show.say(*(caption(n, "好", {ES: f"Uno {n}."}) for n in (1, 2)))
    phone.until(lambda: len(phone.captions) == 2)
    show.go_dark()
    phone.until(lambda: phone.is_shown("#strip"))
    show.say(*(caption(n, "好", {ES: f"Uno {n}."}) for n in range(3, 100)))
    show.come_back()
    phone.ask("dispatchEvent(new Event('online'))")
    phone.until(lambda: phone.captions[-1] == "Uno 99.")
    first = 100 - SHOWN_CAPTIONS
    shown = [f"Uno {n}." for n in (1, 2, *range(first, 100))]
    assert [text.strip() for text in phone.texts("#lines li")] == [
        *shown[:2],
        "Sin subtítulos · Sin conexión",
        *shown[2:],
    ]
    show.say(caption(102, "好", {ES: "Uno 102."}))  # one that was withdrawn is no gap
    phone.until(lambda: phone.captions[-1] == "Uno 102.")
    assert len(phone.texts("#lines .gap")) == 1
    phone.forgive("WebSocket connection")


def test_that_a_phone_comes_back_by_itself(phone: Phone, show: PhoneShow) -> None:
    show.go_dark()
    show.come_back()
    show.say(caption(1, "好", {ES: "Otra vez."}))
    phone.until(lambda: phone.captions == ["Otra vez."])
    phone.forgive("WebSocket connection")


def test_that_a_socket_that_only_seems_open_is_given_up(phone: Phone, show: PhoneShow) -> None:
    """A phone that left the Wi-Fi is not told: nothing comes, and nothing is closed."""
    source = """(() => { const send = WebSocket.prototype.send; window.sockets = new Set();
      WebSocket.prototype.send = function (text) {
        sockets.add(this);
        if (text.includes('ping')) { this.onmessage = null; return; }
        send.call(this, text);
      };
    })()"""
    made = phone.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": source})
    try:
        phone.open(show.address)
        phone.until(lambda: phone.text("#state") == "En vivo")
        phone.ask("dispatchEvent(new Event('offline'))")
        phone.let_pass(6)
        phone.until(lambda: phone.ask("sockets.size") == 2)
        phone.until(lambda: phone.text("#state") == "En vivo")
    finally:
        phone.driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", made)


def test_that_a_closed_page_says_so_and_stops_trying(phone: Phone, show: PhoneShow) -> None:
    show.say(caption(1, "好", {ES: "Hasta mañana."}))
    phone.until(lambda: phone.captions)
    phone.ask(
        "(window.tries = 0, window.setTimeout = (f) => { if (f.name === 'connect') tries += 1; },"
        "window.WebSocket = class { constructor() { tries += 1; throw new Error('no'); } })"
    )
    show.close_to_phones()
    phone.until(lambda: phone.text("#strip") == "El stand cerró esta página.")
    phone.ask("dispatchEvent(new Event('online'))")
    assert not phone.is_shown("#ask")
    assert phone.captions == ["Hasta mañana."]
    assert phone.ask("tries") == 0


def test_that_another_show_begins_on_an_empty_page(phone: Phone, show: PhoneShow) -> None:
    show.say(caption(1, "好", {ES: "El primero."}))
    phone.until(lambda: phone.captions)
    show.show(session(SessionState.IDLE, "another"))
    phone.until(lambda: phone.captions == [])
    assert phone.text("#state") == "Empieza pronto"
    assert phone.ask("document.querySelector('#text').disabled")
    show.show(session(name="another"), caption(1, "好", {ES: "El segundo."}))
    phone.until(lambda: phone.captions == ["El segundo."])
    assert phone.ask("!document.querySelector('#text').disabled")


BAD = "<img src=http://example.invalid/x onerror=alert(1)><script>alert(2)</script>&amp;"


def test_that_text_is_never_markup(phone: Phone, show: PhoneShow) -> None:
    evil = juicer()
    named = type(evil)(
        **{f: getattr(evil, f) for f in evil.__dataclass_fields__}
        | {"names": {ES: BAD}, "description": {ES: BAD}}
    )
    show.tell(ev.CatalogueChanged((named,), name=dict.fromkeys(BOOTH, BAD)))
    show.on_air(JUICER)
    show.say(caption(1, "好", {ES: BAD}))
    other = show.asked_elsewhere(BAD)
    show.answer(other, BAD, {ES: BAD})
    phone.until(
        lambda: phone.captions == [BAD] and BAD in phone.text(".card") and BAD in phone.text("#talks")
    )
    assert phone.text("#booth") == BAD
    assert phone.ask("document.querySelectorAll('img[src*=invalid], #app script').length") == 0


def test_that_nothing_is_asked_of_another_computer(phone: Phone, show: PhoneShow) -> None:
    show.on_air(JUICER)
    phone.until(lambda: phone.ask("(document.querySelector('.pic img') || {}).naturalWidth") or False)
    fetched: list[str] = phone.ask(
        "performance.getEntries().map((e) => e.name).filter((n) => n.includes(':'))"
    )
    assert len(fetched) >= 2
    assert [name for name in fetched if not name.startswith(show.address)] == []


WIDE = """Array.from(document.querySelectorAll('#app *')).filter((e) => { const r = e.getBoundingClientRect();
return r.width && !e.closest('h1, select, .sr, [type=file], #about') && (r.right > innerWidth + 1 || r.left < -1);
}).map((e) => e.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize("size", [PHONE, SMALL, (180, 320), (844, 390)])
def test_that_nothing_leaves_the_screen_however_large_the_text(
    phone: Phone, show: PhoneShow, size: tuple[int, int]
) -> None:
    """180 px wide is what a phone of 360 has at a zoom of 200 %."""
    resize(phone.driver, size)
    show.on_air(JUICER)
    long = "Lebensmittelkontaktmaterialienbescheinigung " * 3
    show.say(caption(1, "好", {ES: long + ".", AR: long}))
    phone.until(lambda: phone.captions == [long + "."] and phone.texts(".card"))
    assert phone.ask(WIDE) == []
    phone.ask("(() => { for (let i = 0; i < 5; i++) document.querySelector('#larger').click(); })()")
    assert phone.ask("document.querySelector('#larger').disabled")
    assert phone.ask("document.querySelector('#captions').getBoundingClientRect().height") > 90
    for language in (ES, AR):
        phone.choose_language(language)
        phone.until(lambda language=language: phone.captions == [long + "." * (language == ES)])
        assert phone.ask("document.documentElement.scrollWidth") <= size[0]
        assert size == (180, 320) or phone.ask(WIDE) == []


def test_that_the_chosen_size_of_text_is_kept(phone: Phone, show: PhoneShow) -> None:
    show.say(caption(1, "好", {ES: "Hola"}))
    phone.until(lambda: phone.captions)
    size = "parseFloat(getComputedStyle(document.querySelector('li.now')).fontSize)"
    before = phone.ask(size)
    phone.tap("#larger")
    assert phone.ask(size) > before
    larger = phone.ask(size)
    phone.open(show.address)
    phone.until(lambda: phone.captions)
    assert phone.ask(size) == larger


def test_that_the_hint_about_the_internet_is_shown_until_it_was_read(phone: Phone, show: PhoneShow) -> None:
    assert "sin internet" in phone.text("#hint")
    phone.tap("#known")
    assert not phone.is_shown("#hint")
    phone.open(show.address)
    phone.until(lambda: phone.text("#state"))
    assert not phone.is_shown("#hint")


def test_that_a_rehearsal_and_a_break_are_called_so(phone: Phone, show: PhoneShow) -> None:
    show.show(session(name=show.name, is_rehearsal=True))
    phone.until(lambda: phone.text("#state") == "Ensayo")
    show.on_air(state=SessionState.PAUSED)
    phone.until(lambda: phone.text("#state") == "Pausa breve")
