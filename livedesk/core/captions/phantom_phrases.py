"""Lines that recognisers are known to invent. For `phantoms.py`; compared without case, marks and blanks.

Sources: openai/whisper discussion 679, pyvideotrans issue 896 and what users of dictation programs reported for their
languages; only what names its origin (a subtitler, a channel, a broadcaster) is taken as never said by a host.
"""

from livedesk.core.ids import EN, Language


def letters_of(text: str) -> str:
    """Return the letters and digits of `text` in lower case, which is what phrases are compared by."""
    return "".join(character for character in text.casefold() if character.isalnum())


def _phrases(*phrases: str) -> frozenset[str]:
    return frozenset(letters_of(phrase) for phrase in phrases)


CREDITS = _phrases(
    "Amara.org",
    "字幕由Amara",
    "请不吝点赞",
    "請不吝點贊",
    "请不吝點赞",
    "打赏支持明镜",
    "打賞支持明鏡",
    "明镜与点点",
    "明鏡與點點",
    "中文字幕志愿者",
    "中文字幕志願者",
    "字幕志愿者",
    "字幕志願者",
    "优优独播剧场",
    "優優獨播劇場",
    "YoYo Television Series Exclusive",
    "词曲 李宗盛",
    "詞曲 李宗盛",
    "作词 作曲",
    "作詞 作曲",
    "作词 李宗盛",
    "作詞 李宗盛",
    "Subtitles by the",
    "Transcription by CastingWords",
    "Transcribed by https://otter.ai",
    "Subtítulos realizados por",
    "Sous-titres réalisés par",
    "Sous-titrage ST' 501",
    "Sous-titrage Société Radio-Canada",
    "Untertitel im Auftrag des ZDF",
    "Untertitelung des ZDF",
    "Legendas pela comunidade",
    "Sottotitoli creati dalla comunità",
    "Sottotitoli e revisione a cura di",
    "Ondertiteld door de",
    "Ondertitels ingediend door",
    "Napisy stworzone przez społeczność",
    "Altyazı M.K.",
    "Субтитры сделал DimaTorzok",
    "Субтитры создавал DimaTorzok",
    "Редактор субтитров",
    "ترجمة نانسي قنقر",
    "한글자막 by",
)
"""Where one of these stands, in any language, a subtitle's credits begin."""

_POLITE = {
    "zh": _phrases(
        *(
            "谢谢",
            "謝謝",
            "谢谢大家",
            "謝謝大家",
            "谢谢观看",
            "謝謝觀看",
            "感谢观看",
            "感謝觀看",
            "谢谢收看",
            "謝謝收看",
        ),
        *(
            "谢谢大家观看",
            "謝謝大家觀看",
            "感谢您的观看",
            "感謝您的觀看",
            "感谢收看",
            "感謝收看",
            "感谢大家的观看",
        ),
        *(
            "我们下期再见",
            "我們下期再見",
            "下期再见",
            "下期再見",
            "下集再见",
            "下集再見",
            "拜拜",
            "再见",
            "再見",
        ),
        *(
            "订阅",
            "訂閱",
            "请订阅",
            "請訂閱",
            "字幕",
            "中文字幕",
            "嗯",
            "啊",
            "哦",
            "好",
            "对",
            "對",
            "由",
            "你",
            "我",
        ),
    ),
    "en": _phrases(
        *("Thank you", "Thanks", "Thanks for watching", "Thank you for watching", "Thank you very much"),
        *("Thank you so much", "Thank you so much for watching", "Please subscribe", "Like and subscribe"),
        *(
            "Subscribe",
            "Bye",
            "Bye bye",
            "See you next time",
            "I'll see you next time",
            "See you in the next video",
        ),
        *("you", "so", "the", "oh", "okay", "OK", "hmm", "uh", "I'm sorry"),
    ),
    "es": _phrases(
        *("Gracias", "Muchas gracias", "Gracias por ver", "Gracias por ver el video", "¡Suscríbete!"),
        *("Suscríbete al canal", "Adiós", "Hasta la próxima"),
    ),
    "fr": _phrases(
        *("Merci", "Merci beaucoup", "Merci d'avoir regardé", "Merci d'avoir regardé cette vidéo"),
        *("Abonnez-vous", "Au revoir", "À bientôt"),
    ),
    "de": _phrases(
        *("Danke", "Vielen Dank", "Vielen Dank fürs Zuschauen", "Danke fürs Zuschauen", "Tschüss"),
        "Bis zum nächsten Mal",
    ),
    "pt": _phrases("Obrigado", "Obrigada", "Obrigado por assistir", "Inscreva-se no canal", "Tchau"),
    "it": _phrases(
        "Grazie", "Grazie mille", "Grazie a tutti", "Grazie per la visione", "Iscriviti al canale"
    ),
    "ru": _phrases(
        "Спасибо", "Спасибо за просмотр", "Подписывайтесь на мой канал", "Продолжение следует", "Пока"
    ),
    "ar": _phrases("شكرا", "شكرا للمشاهدة", "شكرا على المشاهدة", "اشتركوا في القناة"),
    "ja": _phrases(
        *(
            "ありがとうございました",
            "ご視聴ありがとうございました",
            "おやすみなさい",
            "次の動画でお会いしましょう",
        ),
        *("チャンネル登録", "はい"),
    ),
    "ko": _phrases("감사합니다", "시청해주셔서 감사합니다", "다음 영상에서 만나요", "구독과 좋아요", "네"),
    "tr": _phrases("Teşekkürler", "İzlediğiniz için teşekkür ederim", "Abone olmayı unutmayın", "Abone ol"),
    "vi": _phrases("Cảm ơn", "Cảm ơn các bạn đã xem video", "Cảm ơn các bạn đã theo dõi"),
    "nl": _phrases("Bedankt", "Bedankt voor het kijken", "Tot de volgende keer"),
    "pl": _phrases("Dziękuję", "Dziękuję za uwagę", "Dziękuję za obejrzenie"),
    "th": _phrases("ขอบคุณ", "ขอบคุณครับ", "ขอบคุณค่ะ"),
    "id": _phrases("Terima kasih", "Terima kasih telah menonton"),
    "hi": _phrases("धन्यवाद"),
}


_INTERJECTIONS = frozenset("嗯啊诶誒欸哎唉哦噢喔呃哈呵嘿啦")
"""What music and applause are heard as, over and over."""


def is_polite(letters: str, language: Language) -> bool:
    """Whether a whole line, as `letters_of` gives it, is one that is invented in silence but may be said as well.

    The English ones turn up in every language, so they always are among them.
    """
    own = _POLITE.get(language, frozenset())
    return letters in own or letters in _POLITE[EN] or set(letters) <= _INTERJECTIONS
