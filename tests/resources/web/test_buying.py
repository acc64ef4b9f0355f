"""The phone page in a real browser: products, questions and answers, wishes for a quote."""

import io
import time
from decimal import Decimal
from pathlib import Path

import pytest
from PIL import Image

from livedesk.core import events as ev
from livedesk.core.chat.moderation import ChatRules
from livedesk.core.ids import buyer_id
from livedesk.core.records import Offer, SessionState
from tests.resources.web.phone_browser import Phone
from tests.resources.web.phone_show import CONSENT, ES, JUICER, WOK, ZH, PhoneShow, session

ASKED = "¿Precio para 2000?"


def ask(phone: Phone, text: str) -> None:
    phone.write("#text", text)
    phone.tap("#send")


def open_quote(phone: Phone) -> None:
    phone.until(lambda: phone.is_shown("#want"))
    phone.tap("#want")


def test_that_a_product_is_shown_with_its_prices_and_terms(phone: Phone, show: PhoneShow) -> None:
    show.on_air(JUICER, WOK, sold_out=(WOK,))
    phone.until(lambda: len(phone.texts(".card")) == 2)
    assert phone.text(".what b") == "3 · Vaso exprimidor portátil"
    assert phone.text("#air-tab .badge") == "2"
    assert "Agotado" in phone.texts(".card")[1]
    assert not phone.is_shown(".card table")
    phone.tap(".card .head")
    assert [text.replace("\xa0", " ") for text in phone.texts(".card:first-child td")] == [
        *("500–1,999", "USD 3.50", "2,000–4,999", "USD 3.20", "≥ 5,000", "USD 2.95")
    ]
    facts = dict(zip(phone.texts(".card:first-child dt"), phone.texts(".card:first-child dd"), strict=True))
    assert facts["Pedido mínimo"] == "500 pzs"
    assert facts["Incoterm"] == "FOB Ningbo"
    assert facts["Plazo de entrega"] == "30 días"
    assert facts["Certificados"] == "CE, RoHS"
    phone.tap("#air-tab")
    assert not phone.is_shown(".card")
    show.on_air(JUICER)
    phone.until(lambda: phone.text("#air-tab .badge") == "1")
    assert not phone.is_shown(".card")
    show.on_air()
    phone.until(lambda: not phone.is_shown("#air-tab"))


def test_that_prices_stay_left_to_right_in_arabic(phone: Phone, show: PhoneShow) -> None:
    phone.choose_language("ar")
    show.on_air(JUICER)
    phone.until(lambda: "كوب" in phone.text(".card"))
    assert phone.ask("Array.from(document.querySelectorAll('td bdi, .cost'), (e) => e.dir)") == ["ltr"] * 7
    assert "3.50" in phone.text(".cost")


def test_that_an_offer_counts_down_by_the_desks_clock_and_ends(phone: Phone, show: PhoneShow) -> None:
    ahead = "const RealDate = Date.now; Date.now = () => RealDate() + 3600000;"
    made = phone.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": ahead})
    try:
        phone.open(show.address)
    finally:
        phone.driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", made)
    texts = {ZH: "九五折", ES: "5 % menos"}
    show.on_air(JUICER, offer=Offer(JUICER, texts, Decimal("3.30"), "USD", time.time() + 300))
    phone.until(lambda: phone.text("[data-ends]"))
    assert phone.text("[data-ends]") in ("05:00", "04:59", "04:58", "04:57", "04:56")
    assert "5 % menos" in phone.text(".card")
    assert "3.30" in phone.text(".cost")
    show.on_air(JUICER, offer=Offer(JUICER, texts, Decimal("3.30"), "USD", time.time() + 1))
    phone.until(lambda: not phone.texts("[data-ends]"))
    assert "3.50" in phone.text(".cost")


def test_that_a_question_is_seen_going_arriving_and_answered(phone: Phone, show: PhoneShow) -> None:
    show.acknowledges = False
    phone.write("#name", "María") if phone.is_shown("#name") else None
    ask(phone, ASKED)
    phone.until(lambda: "Enviando" in phone.text(".bubble.mine"))
    phone.until(lambda: show.questions)
    number = show.take_in(show.questions[-1])
    phone.until(lambda: "✓ Recibida" in phone.text(".bubble.mine"))
    show.answer(number, "3.20 美元", {ES: "US$ 3,20 la pieza."}, is_private=True)
    phone.until(lambda: "Respondida" in phone.text(".bubble.mine"))
    assert "US$ 3,20 la pieza." in phone.text(".bubble.to")
    assert "Solo usted lo ve" in phone.text(".bubble.to")
    assert "Lumio Kitchen" in phone.text(".bubble.to")
    phone.tap(".bubble.to .link")
    assert "3.20 美元" in phone.text(".bubble.to")
    phone.open(show.address)
    phone.until(lambda: phone.texts(".bubble.to"))
    assert phone.texts(".bubble.mine bdi") == [ASKED]


def test_that_a_question_names_its_asker_and_its_product(phone: Phone, show: PhoneShow) -> None:
    show.on_air(JUICER)
    phone.until(lambda: phone.texts(".card .side"))
    phone.tap(".card .side")
    assert phone.text("#about span") == "3 · Vaso exprimidor portátil"
    phone.until(lambda: phone.is_shown("#name"))
    phone.write("#name", "María")
    ask(phone, "¿Color?")
    phone.until(lambda: show.questions)
    assert show.questions[0].buyer_name == "María"
    assert show.questions[0].products == (JUICER,)
    assert not phone.is_shown("#about")


def test_that_what_others_asked_can_be_read_along_until_it_is_hidden(phone: Phone, show: PhoneShow) -> None:
    phone.until(lambda: phone.text("#state"))
    number = show.asked_elsewhere("Есть CE?")
    show.answer(number, "有", {ES: "Sí."})
    phone.until(lambda: phone.text("#talk-tab .badge") == "1")
    assert not phone.is_shown("#talk")
    phone.tap("#talk-tab")
    assert phone.texts(".bubble bdi")[:2] == ["Есть CE?", "Sí."]
    assert "Otro comprador" in phone.text(".bubble")
    show.hide(number)
    phone.until(lambda: not phone.texts(".bubble"))


def test_that_unsent_text_survives_a_reload(phone: Phone, show: PhoneShow) -> None:
    phone.write("#text", "Sin enviar")
    phone.open(show.address)
    assert phone.ask("document.querySelector('#text').value") == "Sin enviar"


def test_that_a_question_asked_offline_goes_once_also_after_a_reload(phone: Phone, show: PhoneShow) -> None:
    show.go_dark()
    phone.until(lambda: show.phones == 0)
    ask(phone, ASKED)
    phone.until(lambda: "Se enviará al conectarse" in phone.text(".bubble.mine"))
    show.come_back()
    phone.open(show.address)
    phone.until(lambda: "✓ Recibida" in phone.text(".bubble.mine"))
    phone.open(show.address)
    phone.until(lambda: "✓ Recibida" in phone.text(".bubble.mine"))
    assert [question.text for question in show.questions] == [ASKED]
    assert phone.texts(".bubble.mine bdi") == [ASKED]
    phone.forgive("WebSocket connection")


def test_that_a_question_whose_answer_got_lost_is_not_asked_twice(phone: Phone, show: PhoneShow) -> None:
    show.acknowledges = False
    ask(phone, ASKED)
    phone.until(lambda: show.questions)
    show.go_dark()
    show.take_in(show.questions[0])
    show.come_back()
    phone.ask("dispatchEvent(new Event('online'))")
    phone.until(lambda: "✓ Recibida" in phone.text(".bubble.mine"))
    assert len(show.questions) == 1
    phone.forgive("WebSocket connection")


def test_that_a_refusal_is_said_in_words_and_can_be_sent_again(phone: Phone, show: PhoneShow) -> None:
    for number in range(6):
        ask(phone, f"Pregunta {number}")
    phone.until(lambda: phone.texts(".bubble.fail"))
    assert "Espere un momento" in phone.text(".bubble.fail")
    assert len(show.questions) == 5
    assert phone.text(".bubble.fail .link") == "Reenviar"


def test_that_paused_questions_cannot_be_written(phone: Phone, show: PhoneShow) -> None:
    show.rule(ChatRules(takes_questions=False))
    phone.until(lambda: phone.ask("document.querySelector('#text').disabled"))
    assert phone.ask("document.querySelector('#text').placeholder") == "Preguntas en pausa"
    show.rule(ChatRules())
    phone.until(lambda: not phone.ask("document.querySelector('#text').disabled"))


def test_that_who_is_blocked_is_told(phone: Phone, show: PhoneShow) -> None:
    ask(phone, ASKED)
    phone.until(lambda: show.questions)
    show.rule(ChatRules(), buyer_id("phone", show.questions[0].buyer_key))
    phone.until(lambda: phone.text("#strip") == "Ya no puede participar aquí.")
    assert not phone.is_shown("#ask")


def test_that_taps_are_sent_at_most_once_a_second(phone: Phone, show: PhoneShow) -> None:
    phone.until(lambda: phone.text("#state") == "En vivo")
    phone.ask(
        "(() => { for (let i = 0; i < 20; i++)"
        " for (const e of document.querySelectorAll('[data-kind]')) e.click(); })()"
    )
    phone.until(lambda: sum(show.reactions.values()) == 8)
    assert show.reactions == dict.fromkeys(("heart", "clap", "fire", "thanks"), 2)


def test_that_a_quote_needs_a_contact_and_consent(phone: Phone, show: PhoneShow) -> None:
    show.on_air(JUICER)
    phone.until(lambda: phone.texts(".card"))
    open_quote(phone)
    assert phone.text("#consent") == CONSENT
    assert not phone.ask("document.querySelector('#agree').checked")
    phone.tap("#order")
    assert phone.text("#wrong") == "Rellene este campo."
    assert phone.ask("document.activeElement.name") == "contact"
    phone.write("[name=contact]", "maria@example.com")
    phone.tap("#order")
    assert phone.text("#wrong") == "Marque primero la casilla."
    assert phone.ask("document.activeElement.id") == "agree"
    assert show.quotes == []
    phone.write("[name=company]", "Cocina SA")
    phone.write(".item input[type=text]", "2 000")
    phone.ask("document.querySelector('[name=country]').value = 'MX'")
    phone.tap("#agree")
    phone.tap("#order")
    phone.until(lambda: show.quotes)
    (quote,) = show.quotes
    assert (quote.company, quote.country, quote.consent) == ("Cocina SA", "MX", CONSENT)
    assert [(item.sku, item.quantity) for item in quote.items] == [(JUICER, 2000)]
    assert quote.contacts[0].value == "maria@example.com"
    phone.until(lambda: "tiene su solicitud" in phone.text("#toast"))
    assert not phone.is_shown("#quote")


def test_that_the_back_key_closes_the_form_and_keeps_what_was_written(phone: Phone, show: PhoneShow) -> None:
    open_quote(phone)
    phone.write("[name=contact]", "+52 55 1234 5678")
    phone.driver.back()
    phone.until(lambda: not phone.is_shown("#quote"))
    phone.open(show.address)
    phone.until(lambda: phone.text("#state") == "En vivo")
    open_quote(phone)
    assert phone.ask("document.querySelector('[name=contact]').value") == "+52 55 1234 5678"
    assert not phone.ask("document.querySelector('#agree').checked")


def test_that_a_quote_asked_for_offline_goes_when_connected(phone: Phone, show: PhoneShow) -> None:
    open_quote(phone)
    show.go_dark()
    phone.until(lambda: show.phones == 0)
    phone.write("[name=contact]", "maria@example.com")
    phone.tap("#agree")
    phone.tap("#order")
    phone.until(lambda: phone.text("#wrong") == "Se enviará al conectarse")
    show.come_back()
    phone.ask("dispatchEvent(new Event('online'))")
    phone.until(lambda: show.quotes and not phone.is_shown("#quote"))
    assert len(show.quotes) == 1
    phone.forgive("WebSocket connection")


def test_that_a_buyer_can_have_everything_deleted(phone: Phone, show: PhoneShow) -> None:
    phone.ask(
        "(localStorage.setItem(location.pathname, JSON.stringify(Object.assign("
        "JSON.parse(localStorage.getItem(location.pathname)), {name: 'María'}))))"
    )
    ask(phone, ASKED)
    phone.until(lambda: "✓" in phone.text(".bubble.mine"))
    key = show.questions[0].buyer_key
    phone.tap("#talk .forget")
    assert phone.text("#talk .forget") == "Toque otra vez para borrar todo lo enviado"
    assert not any(isinstance(given, ev.ForgetBuyer) for given in show.posted)
    phone.tap("#talk .forget")
    phone.until(lambda: phone.text("#toast") == "Sus datos se han borrado.")
    assert ev.ForgetBuyer(buyer_id("phone", key)) in show.posted
    assert phone.texts(".bubble") == []
    phone.until(lambda: show.phones == 1)
    ask(phone, "De nuevo")
    phone.until(lambda: len(show.questions) == 2)
    assert show.questions[1].buyer_key != key
    assert show.questions[1].buyer_name == ""


def test_that_a_photo_is_made_small_and_goes_with_the_question(
    phone: Phone, show: PhoneShow, tmp_path: Path
) -> None:
    assert not phone.is_shown("#snap")
    show.rule(ChatRules(takes_photos=True))
    phone.until(lambda: phone.ask("!document.querySelector('#snap').hidden"))
    taken = Image.effect_noise((2400, 1800), 60).convert("RGB")
    exif = Image.Exif()
    exif[0x010F] = "a camera"
    taken.save(tmp_path / "broken.jpg", exif=exif)
    phone.find("#photo").send_keys(str(tmp_path / "broken.jpg"))
    phone.until(lambda: show.photos)
    with Image.open(io.BytesIO(show.photos[0])) as sent:
        assert (sent.format, sent.size) == ("JPEG", (1600, 1200))
        assert not sent.getexif()
    phone.until(lambda: phone.ask("!document.querySelector('#send').disabled"))
    ask(phone, "¿Tienen esta pieza?")
    phone.until(lambda: show.questions)
    assert show.questions[0].photo == "photo-1.jpg"


def test_that_a_show_that_is_over_takes_nothing_but_the_wish_to_be_forgotten(
    phone: Phone, show: PhoneShow
) -> None:
    show.show(session(SessionState.ENDED, show.name))
    phone.until(lambda: phone.text("#state") == "Terminado")
    assert phone.ask("document.querySelector('#text').disabled")
    assert "terminó" in phone.text("#strip")
    phone.tap("#want")
    assert "terminó" in phone.text("#wrong")
    assert phone.ask("document.querySelector('#order').disabled")
    phone.tap("#quote .forget")
    phone.tap("#quote .forget")
    phone.until(lambda: any(isinstance(given, ev.ForgetBuyer) for given in show.posted))


def test_that_a_buyer_who_scans_a_newer_code_is_the_same_buyer(phone: Phone, show: PhoneShow) -> None:
    ask(phone, ASKED)
    phone.until(lambda: "✓ Recibida" in phone.text(".bubble.mine"))
    phone.write("#text", "para este código")
    show.open_again(is_here=True)
    phone.open(show.address)
    phone.until(lambda: phone.texts(".bubble.mine bdi") == [ASKED])
    assert phone.ask("document.querySelector('#text').value") == ""
    ask(phone, "Otra")
    phone.until(lambda: len(show.questions) == 2)
    assert len({question.buyer_key for question in show.questions}) == 1
    assert len({question.external_id.split(":")[1] for question in show.questions}) == 2


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_that_a_tap_moves_only_where_motion_is_wanted(phone: Phone, show: PhoneShow, motion: str) -> None:
    phone.driver.execute_cdp_cmd(
        "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-reduced-motion", "value": motion}]}
    )
    phone.ask("document.querySelector('[data-kind]').classList.add('hit')")
    name = phone.ask("getComputedStyle(document.querySelector('.hit > span')).animationName")
    assert name == ("none" if motion == "reduce" else "hit")
