"""What the printed page tells buyers, in their own languages: on paper nobody can switch the language.

These are not texts of the window: each is read by a buyer, whatever the window speaks.
"""

from dataclasses import dataclass

from livedesk.core.ids import EN, Language


@dataclass(frozen=True, slots=True)
class PosterText:
    """A headline, and the two steps."""

    title: str
    wifi: str
    scan: str


_TEXTS: dict[str, PosterText] = {
    "en": PosterText(
        "Read along in your language",
        "Join the Wi-Fi of this booth.",
        "Scan the code with your phone's camera. Ask us anything; you get the answer in your language.",
    ),
    "zh": PosterText(
        "用您的语言观看", "连接本展位的 Wi-Fi。", "用手机相机扫码。随时提问，我们用您的语言回答。"
    ),
    "es": PosterText(
        "Siga la presentación en su idioma",
        "Conéctese al Wi-Fi de este stand.",
        "Escanee el código con la cámara del móvil. Pregunte lo que quiera: le contestamos en su idioma.",
    ),
    "fr": PosterText(
        "Suivez la présentation dans votre langue",
        "Connectez-vous au Wi-Fi de ce stand.",
        "Scannez le code avec l'appareil photo du téléphone. Posez vos questions : réponse dans votre langue.",
    ),
    "pt": PosterText(
        "Acompanhe no seu idioma",
        "Ligue-se ao Wi-Fi deste stand.",
        "Leia o código com a câmara do telemóvel. Pergunte à vontade: respondemos no seu idioma.",
    ),
    "de": PosterText(
        "In Ihrer Sprache mitlesen",
        "Verbinden Sie sich mit dem WLAN dieses Standes.",
        "Code mit der Kamera des Telefons scannen. Fragen Sie uns: Die Antwort kommt in Ihrer Sprache.",
    ),
    "it": PosterText(
        "Segua nella sua lingua",
        "Si colleghi al Wi-Fi di questo stand.",
        "Inquadri il codice con la fotocamera. Chieda pure: rispondiamo nella sua lingua.",
    ),
    "nl": PosterText(
        "Lees mee in uw eigen taal",
        "Verbind met de wifi van deze stand.",
        "Scan de code met de camera van uw telefoon. Stel uw vraag: het antwoord komt in uw taal.",
    ),
    "pl": PosterText(
        "Czytaj w swoim języku",
        "Połącz się z Wi-Fi tego stoiska.",
        "Zeskanuj kod aparatem telefonu. Zapytaj o wszystko: odpowiemy w Twoim języku.",
    ),
    "ru": PosterText(
        "Читайте на своём языке",
        "Подключитесь к Wi-Fi этого стенда.",
        "Наведите камеру телефона на код. Задайте вопрос: ответ придёт на вашем языке.",
    ),
    "ar": PosterText(
        "تابعوا العرض بلغتكم",
        "اتصلوا بشبكة الواي فاي الخاصة بهذا الجناح.",
        "امسحوا الرمز بكاميرا الهاتف. اسألونا عن أي شيء، ويأتيكم الجواب بلغتكم.",
    ),
    "tr": PosterText(
        "Kendi dilinizde takip edin",
        "Bu standın Wi-Fi ağına bağlanın.",
        "Kodu telefonunuzun kamerasıyla okutun. Sorunuzu sorun, yanıt kendi dilinizde gelsin.",
    ),
    "hi": PosterText(
        "अपनी भाषा में पढ़ें",
        "इस स्टॉल के वाई-फ़ाई से जुड़ें।",
        "फ़ोन के कैमरे से कोड स्कैन करें। कुछ भी पूछें, जवाब आपकी भाषा में मिलेगा।",
    ),
    "ja": PosterText(
        "ご自分の言語でご覧ください",
        "このブースの Wi-Fi に接続してください。",
        "スマホのカメラでコードを読み取ってください。ご質問にはあなたの言語でお答えします。",
    ),
    "ko": PosterText(
        "내 언어로 보세요",
        "이 부스의 Wi-Fi에 연결하세요.",
        "휴대폰 카메라로 코드를 스캔하세요. 질문하시면 사용하시는 언어로 답해 드립니다.",
    ),
    "vi": PosterText(
        "Theo dõi bằng ngôn ngữ của bạn",
        "Kết nối Wi-Fi của gian hàng này.",
        "Quét mã bằng camera điện thoại. Cứ hỏi, chúng tôi trả lời bằng ngôn ngữ của bạn.",
    ),
    "th": PosterText(
        "อ่านตามเป็นภาษาของคุณ",
        "เชื่อมต่อ Wi-Fi ของบูธนี้",
        "สแกนโค้ดด้วยกล้องโทรศัพท์ ถามได้ทุกเรื่อง เราตอบเป็นภาษาของคุณ",
    ),
    "id": PosterText(
        "Ikuti dalam bahasa Anda",
        "Sambungkan ke Wi-Fi stan ini.",
        "Pindai kode dengan kamera ponsel. Silakan bertanya, jawabannya dalam bahasa Anda.",
    ),
}
MOST_LANGUAGES = 6
"""More do not fit on a page that is read from where one stands."""


def texts_for(languages: tuple[Language, ...]) -> list[tuple[Language, PosterText]]:
    """Return the texts in the order of `languages`, English always among them; unknown languages are left out."""
    wanted = [language for language in dict.fromkeys(languages) if language in _TEXTS]
    if EN not in wanted[:MOST_LANGUAGES]:
        wanted = [*wanted[: MOST_LANGUAGES - 1], EN]
    return [(language, _TEXTS[language]) for language in wanted[:MOST_LANGUAGES]]
