"""What phones read that is written nowhere else: what languages call themselves, and what a buyer agrees to.

Buyers read these, each in their own language, whatever the window speaks.
"""

from collections.abc import Callable
from functools import lru_cache

from babel import Locale, UnknownLocaleError

from livedesk.core.ids import EN, Language

_CONSENT: dict[str, str] = {
    "en": "This exhibitor may keep what I write here and use it to answer my request and send me a quote. I can have "
    "it deleted at any time, on this page.",
    "zh": "我同意参展商保存我填写的内容，用于答复我的询问并向我报价。我可以随时在本页要求删除。",
    "es": "El expositor puede guardar lo que escribo aquí y usarlo para responder a mi solicitud y enviarme una "
    "cotización. Puedo pedir que se borre en cualquier momento, en esta página.",
    "fr": "L'exposant peut conserver ce que j'écris ici et l'utiliser pour répondre à ma demande et m'envoyer un "
    "devis. Je peux le faire effacer à tout moment, sur cette page.",
    "pt": "O expositor pode guardar o que escrevo aqui e usá-lo para responder ao meu pedido e enviar-me uma "
    "cotação. Posso mandar apagar tudo a qualquer momento, nesta página.",
    "de": "Der Aussteller darf speichern, was ich hier eingebe, und es nutzen, um meine Anfrage zu beantworten und "
    "mir ein Angebot zu senden. Ich kann es jederzeit auf dieser Seite löschen lassen.",
    "it": "L'espositore può conservare ciò che scrivo qui e usarlo per rispondere alla mia richiesta e inviarmi un "
    "preventivo. Posso farlo cancellare in ogni momento, in questa pagina.",
    "nl": "De standhouder mag bewaren wat ik hier invul en het gebruiken om mijn aanvraag te beantwoorden en mij een "
    "offerte te sturen. Ik kan het op elk moment op deze pagina laten wissen.",
    "pl": "Wystawca może przechowywać to, co tu wpisuję, aby odpowiedzieć na moje zapytanie i przesłać mi ofertę. W "
    "każdej chwili mogę to usunąć na tej stronie.",
    "ru": "Экспонент может хранить то, что я здесь пишу, чтобы ответить на мой запрос и прислать мне предложение. "
    "Я могу удалить это в любой момент на этой странице.",
    "uk": "Експонент може зберігати те, що я тут пишу, щоб відповісти на мій запит і надіслати мені пропозицію. "
    "Я можу видалити це будь-коли на цій сторінці.",
    "ar": "يجوز للعارض حفظ ما أكتبه هنا واستخدامه للرد على طلبي وإرسال عرض سعر إليّ. ويمكنني حذفه في أي وقت من هذه "
    "الصفحة.",
    "tr": "Katılımcı firma burada yazdıklarımı saklayabilir ve talebimi yanıtlamak, bana teklif göndermek için "
    "kullanabilir. Bunları dilediğim zaman bu sayfadan sildirebilirim.",
    "hi": "प्रदर्शक मेरी लिखी जानकारी रख सकता है और उसका उपयोग मेरे अनुरोध का उत्तर देने तथा मुझे कोटेशन भेजने के लिए कर "
    "सकता है। मैं इसे इस पेज पर कभी भी हटवा सकता/सकती हूँ।",
    "ja": "出展者が、ここに入力した内容を保存し、問い合わせへの回答と見積もりの送付に使うことに同意します。内容はこの"
    "ページでいつでも削除できます。",
    "ko": "참가 업체가 여기에 입력한 내용을 보관하고 문의 답변과 견적 발송에 사용하는 데 동의합니다. 이 페이지에서 "
    "언제든지 삭제할 수 있습니다.",
    "vi": "Đơn vị trưng bày được lưu những gì tôi viết ở đây và dùng để trả lời yêu cầu, gửi báo giá cho tôi. "
    "Tôi có thể xóa bất cứ lúc nào trên trang này.",
    "th": "ผู้จัดแสดงสินค้าเก็บข้อมูลที่ฉันกรอกที่นี่และใช้เพื่อตอบคำขอและส่งใบเสนอราคาให้ฉันได้ ฉันลบข้อมูลนี้ได้ทุกเมื่อบนหน้านี้",
    "id": "Peserta pameran boleh menyimpan yang saya tulis di sini dan memakainya untuk menjawab permintaan saya "
    "serta mengirim penawaran. Saya dapat menghapusnya kapan saja di halaman ini.",
}


def consent_in(own: Callable[[], str]) -> Callable[[Language], str]:
    """Return what says, in a language, what buyers agree to; `own` is the seller's text, "" for ours."""

    def consent(language: Language) -> str:
        return own() or _CONSENT.get(language) or _CONSENT[EN]

    return consent


@lru_cache(maxsize=128)
def own_name(language: Language) -> str:
    """Return what a language calls itself: "Español", "中文"."""
    try:
        name = Locale.parse(language).get_language_name(language)
    except (UnknownLocaleError, ValueError):
        return language
    return name[:1].upper() + name[1:] if name else language
