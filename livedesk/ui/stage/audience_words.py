"""The few words on the stage window, in the languages of those who read it.

These are not texts of the window: the audience reads them, whatever language the operator's window speaks.
"""

from dataclasses import dataclass

from livedesk.core.ids import EN, Language


@dataclass(frozen=True, slots=True)
class StageWords:
    """For a pause of the show, and for a product that is sold out."""

    pause: str
    sold_out: str


_WORDS: dict[str, StageWords] = {
    "ar": StageWords("سنعود بعد قليل", "نفدت الكمية"),
    "bn": StageWords("একটু পরেই ফিরছি", "স্টক শেষ"),
    "de": StageWords("Gleich geht es weiter", "Ausverkauft"),
    "el": StageWords("Επιστρέφουμε σε λίγο", "Εξαντλήθηκε"),
    "en": StageWords("Back in a moment", "Sold out"),
    "es": StageWords("Volvemos enseguida", "Agotado"),
    "fa": StageWords("به‌زودی برمی‌گردیم", "ناموجود"),
    "fr": StageWords("On revient tout de suite", "Épuisé"),
    "he": StageWords("מיד חוזרים", "אזל המלאי"),
    "hi": StageWords("हम अभी लौटते हैं", "स्टॉक समाप्त"),
    "id": StageWords("Sebentar lagi kami kembali", "Stok habis"),
    "it": StageWords("Torniamo subito", "Esaurito"),
    "ja": StageWords("まもなく再開します", "完売"),
    "ko": StageWords("잠시 후 다시 시작합니다", "품절"),
    "nl": StageWords("We zijn zo terug", "Uitverkocht"),
    "pl": StageWords("Zaraz wracamy", "Wyprzedane"),
    "pt": StageWords("Voltamos já", "Esgotado"),
    "ru": StageWords("Скоро продолжим", "Распродано"),
    "sw": StageWords("Tunarudi punde", "Imeisha"),
    "th": StageWords("เดี๋ยวกลับมา", "สินค้าหมด"),
    "tr": StageWords("Birazdan devam ediyoruz", "Tükendi"),
    "uk": StageWords("Скоро продовжимо", "Розпродано"),
    "ur": StageWords("ہم ابھی واپس آتے ہیں", "اسٹاک ختم"),
    "vi": StageWords("Chúng tôi trở lại ngay", "Hết hàng"),
    "zh": StageWords("稍后继续", "售罄"),
}


def stage_words(language: Language) -> StageWords:
    """Return the words in `language`, in English where they are not known in it."""
    return _WORDS.get(language) or _WORDS[EN]


_SAMPLES = {
    "ar": "الحد الأدنى للطلب 500 قطعة",
    "de": "Die Mindestmenge ist 500 Stück",
    "en": "The minimum order is 500 pieces",
    "es": "El pedido mínimo es de 500 piezas",
    "fr": "La commande minimale est de 500 pièces",
    "it": "L'ordine minimo è di 500 pezzi",
    "ja": "最小ロットは500個です",
    "ko": "최소 주문 수량은 500개입니다",
    "pt": "O pedido mínimo é de 500 peças",
    "ru": "Минимальный заказ — 500 штук",
    "vi": "Đơn hàng tối thiểu là 500 cái",
    "zh": "最低起订量是五百个",
}


def sample_line(language: Language) -> str:
    """Return a line such as a host says, to see a style by."""
    return _SAMPLES.get(language) or _SAMPLES[EN]
