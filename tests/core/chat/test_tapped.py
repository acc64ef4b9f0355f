"""What a phone knows beside the words of a question: the product that was tapped, the language that is read."""

from livedesk.core import events as ev
from livedesk.core.ids import EN, Language, Sku
from livedesk.core.records import Message
from livedesk.core.translation.request import TranslateResult
from tests.core.session.rig import ES, Rig, products

A, B = Sku("A-100"), Sku("B-200")


def asked(rig: Rig, text: str, number: int = 1, **more: object) -> Message:
    rig.give(ev.ChatReceived("phone", str(number), "Maria", text, buyer_key="k", **more))  # type: ignore[arg-type]
    return rig.of(ev.MessageChanged)[-1].message


def test_that_a_question_about_a_product_is_linked_to_it_also_after_its_translation() -> None:
    rig = Rig(EN, ES).live().give(ev.CatalogueLoaded(products(A, B)), ev.Ticked())
    message = asked(rig, "how much?", products=(A,))
    assert message.products == (A,)
    rig.give(TranslateResult(rig.requests[-1], "多少钱？B-200", EN, True))
    assert rig.of(ev.MessageChanged)[-1].message.products == (A, B)


def test_that_the_language_a_phone_reads_is_the_first_guess_for_what_it_writes() -> None:
    rig = Rig(EN, ES).live()
    asked(rig, "MOQ?", reads=Language("tr"))
    assert rig.requests[-1].source is None
    assert rig.requests[-1].hints == ("tr", "en")


def test_that_what_a_buyer_was_found_to_write_is_a_better_guess_than_what_the_phone_reads() -> None:
    rig = Rig(EN, ES).live()
    asked(rig, "¿Cuánto cuesta?", reads=EN)
    rig.give(TranslateResult(rig.requests[-1], "多少钱？", ES, True))
    asked(rig, "MOQ?", 2, reads=EN)
    assert rig.requests[-1].hints == ("es", "en")
