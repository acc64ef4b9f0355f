"""`python -m tests.screenshots.phone DIR`: draws the phone page as buyers see it, in Debian's Chromium.

The page and the web server are the real ones; the show is written.
"""

import sys
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from livedesk.core import events as ev
from livedesk.core.chat.moderation import ChatRules
from livedesk.core.ids import Language
from livedesk.core.records import Caption, Offer, Reason, SessionState
from tests.resources.web.phone_browser import PHONE, SMALL, Phone, prefer, resize, start_chromium
from tests.resources.web.phone_show import (
    AR,
    BOOTH,
    EN,
    ES,
    JUICER,
    WOK,
    ZH,
    PhoneShow,
    caption,
    juicer,
    session,
    wok,
)

DE, TH = Language("de"), Language("th")
OFFERED = (EN, ES, DE, AR, TH)
SAID: tuple[tuple[str, dict[Language, str]], ...] = (
    (
        "大家好，我们在 11.2 馆。",
        {
            EN: "Hello everyone, you find us in hall 11.2.",
            ES: "Hola a todos, estamos en el pabellón 11.2.",
            DE: "Guten Tag, Sie finden uns in Halle 11.2.",
            AR: "مرحبًا بالجميع، نحن في القاعة 11.2.",
            TH: "สวัสดีทุกคน เราอยู่ที่ฮอลล์ 11.2",
        },
    ),
    (
        "充一次电可以打十五杯。",
        {
            EN: "One charge is enough for about fifteen cups.",
            ES: "Una carga alcanza para unos quince vasos.",
            DE: "Eine Akkuladung reicht für rund fünfzehn Becher, auch mit gefrorenen Früchten.",
            AR: "شحنة واحدة تكفي لنحو خمسة عشر كوبًا.",
            TH: "ชาร์จหนึ่งครั้งใช้ได้ราวสิบห้าแก้ว",
        },
    ),
    (
        "起订量 500 个，两千个以上降到三块二。",
        {
            EN: "The minimum order is 500 pieces, and from 2,000 the price drops to US$ 3.20",
            ES: "El pedido mínimo es de 500 piezas, y desde 2.000 el precio baja a US$ 3,20",
            DE: "Die Mindestbestellmenge beträgt 500 Stück; die Lebensmittelkontaktmaterialienbescheinigung liegt",
            AR: "الحد الأدنى للطلب هو 500 قطعة، ومن 2,000 قطعة ينخفض السعر إلى US$ 3.20",
            TH: "สั่งขั้นต่ำ 500 ชิ้น และตั้งแต่ 2,000 ชิ้นราคาลดเหลือ US$ 3.20",
        },
    ),
)
ASKED = "precio del 3 por 2000 pzs? se puede poner mi logo?"
ANSWERED = {
    ES: "A 2000 unidades el precio es de US$ 3,20; podemos imprimir su logo a partir de 500.",
    EN: "At 2,000 pieces the price is US$ 3.20; we can print your logo from 500.",
    DE: "Bei 2.000 Stück beträgt der Preis US$ 3,20; Ihr Logo drucken wir ab 500 Stück.",
    AR: "عند 2000 قطعة السعر US$ 3.20، ويمكننا طباعة شعاركم من 500 قطعة.",
    TH: "2,000 ชิ้น ราคา US$ 3.20 พิมพ์โลโก้ของคุณได้ตั้งแต่ 500 ชิ้น",
}
SETTLE_S = 0.35


class PhoneStudio:
    """One browser, a show for each picture."""

    def __init__(self, out: Path, *, is_large: bool = False) -> None:
        self._out = out
        self._driver = start_chromium("es-MX,es,en", scale=2, is_large=is_large)
        self._phone = Phone(self._driver)
        self._show = PhoneShow()
        self.drawn: list[Path] = []

    def __enter__(self) -> "PhoneStudio":
        self._show.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._driver.quit()
        self._show.stop()

    def draw(
        self,
        name: str,
        language: Language,
        *steps: "Step",
        size: tuple[int, int] = PHONE,
        scheme: str = "light",
    ) -> None:
        """Draw the page as it is after `steps`."""
        self._show.open_again()
        self._phone.forget_all(self._show.address)
        resize(self._driver, size, 2)
        prefer(self._driver, prefers_color_scheme=scheme)
        self._show.rule(ChatRules())
        self._show.tell(ev.CatalogueChanged((juicer(), wok()), name=BOOTH))
        self._show.show(session(SessionState.IDLE, f"{name}-idle", offered=OFFERED))
        self._phone.open(self._show.address)
        self._phone.until(lambda: self._show.phones == 1)
        self._phone.ask(
            "(() => { const p = document.getElementById('language'); p.value = arguments[0];"
            "p.dispatchEvent(new Event('change')); document.getElementById('known').click(); })()",
            language,
        )
        for step in steps:
            step(self._phone, self._show)
        self._settle()
        path = self._out / f"phone-{name}-{language}-{size[0]}-{scheme}.png"
        self._phone.draw(path)
        self.drawn.append(path)

    def _settle(self) -> None:
        end = time.monotonic() + SETTLE_S
        self._phone.until(lambda: time.monotonic() > end)


Step = Callable[[Phone, PhoneShow], None]


def _captions(count: int = 3) -> list[Caption]:
    lines = [caption(n, source, said) for n, (source, said) in enumerate(SAID[:count], 1)]
    if count == 3:
        source, said = SAID[2]
        lines[2] = caption(3, source, said, stable=46, is_final=False)
    return lines


def live(_phone: Phone, show: PhoneShow) -> None:
    """A show that runs, with three captions."""
    show.show(session(offered=OFFERED), *_captions())


def one(_phone: Phone, show: PhoneShow) -> None:
    """One product on air."""
    show.show(session(offered=OFFERED, pinned=(JUICER,)))


def two(phone: Phone, show: PhoneShow) -> None:
    """Two products, one of them sold out, the other for a special price."""
    texts = {ZH: "今天下单九五折", EN: "5 % off today", ES: "5 % menos hoy"}
    offer = Offer(JUICER, texts, Decimal("3.30"), "USD", time.time() + 299)
    show.show(session(offered=OFFERED, pinned=(JUICER, WOK), sold_out=(WOK,), offer=offer))
    phone.until(lambda: len(phone.all(".card")) == 2)


def marks(_phone: Phone, show: PhoneShow) -> None:
    """Captions with each mark that there is."""
    source, said = SAID[1]
    show.say(
        caption(4, "", gap_s=12.0),
        caption(5, "这句话没有译文。", dict.fromkeys(OFFERED, ""), reason=Reason.LOOP),
        caption(6, source, said, doubts=True),
    )


def asking(phone: Phone, _show: PhoneShow) -> None:
    """A question is being written."""
    phone.write("#text", ASKED)


def asked(phone: Phone, show: PhoneShow) -> None:
    """The question is with the booth."""
    before = len(show.questions)
    asking(phone, show)
    phone.tap("#send")
    phone.until(lambda: len(show.questions) > before)


def answered(phone: Phone, show: PhoneShow) -> None:
    """It was answered, and so was another buyer's."""
    other = show.asked_elsewhere("Есть сертификат CE?")
    show.answer(
        other, "有 CE 和 RoHS。", {EN: "Yes, CE and RoHS.", ES: "Sí, CE y RoHS.", AR: "نعم، CE و RoHS."}
    )
    asked(phone, show)
    show.answer(other + 1, "2000 个每个 3.20 美元，500 个起可以印标。", ANSWERED, is_private=True)
    phone.until(lambda: phone.texts(".bubble.to"))


def quote(phone: Phone, _show: PhoneShow) -> None:
    """The form for a quote."""
    phone.until(lambda: phone.is_shown("#want"))
    phone.tap("#want")


def incomplete(phone: Phone, show: PhoneShow) -> None:
    """The form, sent without what it needs."""
    quote(phone, show)
    phone.tap("#order")


def scrolled(phone: Phone, show: PhoneShow) -> None:
    """The reader looks at what was said before."""
    show.say(*(caption(n, SAID[n % 2][0], SAID[n % 2][1]) for n in range(4, 30)))
    phone.until(lambda: len(phone.captions) > 25)
    phone.ask("document.getElementById('lines').scrollTop = 60")


def offline(phone: Phone, show: PhoneShow) -> None:
    """The Wi-Fi is gone."""
    show.go_dark()
    phone.until(lambda: phone.is_shown("#strip"))


def closed(phone: Phone, show: PhoneShow) -> None:
    """The operator closed the page."""
    show.close_to_phones()
    phone.until(lambda: phone.is_shown("#strip"))


def state(wanted: SessionState) -> Step:
    """The show is in this state, with what was said."""
    return lambda _phone, show: show.show(session(wanted, offered=OFFERED, pinned=(JUICER,)), *_captions(2))


def larger(phone: Phone, _show: PhoneShow) -> None:
    """The reader wants the text as large as it gets."""
    for _ in range(4):
        phone.tap("#larger")


def draw_all(out: Path) -> list[Path]:
    """Draw every picture."""
    with PhoneStudio(out) as studio:
        studio.draw("empty", ES)
        for language in OFFERED:
            studio.draw("live", language, live, one)
        studio.draw("live", ZH, live, one)
        for scheme in ("light", "dark"):
            studio.draw("products", EN, live, two, scheme=scheme)
            studio.draw("answered", ES, live, one, answered, scheme=scheme)
            studio.draw("quote", EN, live, one, quote, scheme=scheme)
        studio.draw("marks", ES, live, marks, scheme="dark")
        studio.draw("asking", ES, live, one, asking)
        studio.draw("asked", ES, live, one, asked)
        studio.draw("answered", AR, live, one, answered)
        studio.draw("quote-incomplete", AR, live, two, incomplete)
        studio.draw("history", EN, live, scrolled)
        studio.draw("offline", ES, live, one, offline)
        studio.draw("closed", ES, live, closed)
        studio.draw("paused", EN, state(SessionState.PAUSED))
        studio.draw("ended", EN, state(SessionState.ENDED))
        studio.draw("larger", DE, live, one, larger)
        for language in (ES, DE):
            studio.draw("live", language, live, one, size=SMALL)
        studio.draw("quote", DE, live, one, quote, size=SMALL)
        studio.draw("landscape", ES, live, one, size=(844, 390))
        studio.draw("tablet", ES, live, one, size=(820, 1180))
        drawn = studio.drawn
    with PhoneStudio(out, is_large=True) as studio:
        studio.draw("font-200", ES, live, one)
        studio.draw("font-200-answered", ES, live, one, answered, size=SMALL)
        return drawn + studio.drawn


if __name__ == "__main__":
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "out/screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    for drawing in draw_all(folder):
        print(drawing)
