"""Leads for the pictures: names long and short, from everywhere, and two that are one person."""

from livedesk.core.ids import Language, LeadId, SessionId, Sku, buyer_id
from livedesk.core.leads.lead import (
    Contact,
    ContactKind,
    Lead,
    LeadItem,
    LeadScore,
    ScoreReason,
    TranscriptLine,
)

NOW = 1_795_008_400.0
_SHOW = SessionId("20261121-193205-001")
_R, _K = ScoreReason, ContactKind

LEADS = (
    Lead(
        LeadId(f"{_SHOW}/4"),
        NOW - 300,
        NOW - 60,
        _SHOW,
        buyer_id("phone", "7f3a"),
        "phone",
        "María Fernanda González de la Vega",
        "Distribuidora Internacional del Pacífico, S.A. de C.V.",
        "MX",
        Language("es"),
        (Contact(_K.WHATSAPP, "+525512345678"), Contact(_K.EMAIL, "maria.gonzalez@distribuidora.mx")),
        (LeadItem(Sku("JZ-03"), 1200), LeadItem(Sku("CG-32"), 300)),
        LeadScore.HOT,
        (_R.ASKED_QUOTE, _R.GAVE_QUANTITY, _R.REACHES_MOQ, _R.GAVE_CONTACT),
        "Wants the blue one; call on Monday.",
        ("distributor", "Mexico"),
        (
            TranscriptLine(NOW - 900, True, "¿Cuánto cuesta si pido 1.200?", "如果我订 1,200 个，多少钱？"),
            TranscriptLine(
                NOW - 840, False, "1200 个的话每个 3.20 美元。", "Por 1.200, 3,20 dólares cada uno."
            ),
            TranscriptLine(NOW - 600, True, "Perfecto, ¿y la muestra?", "好的，样品呢？"),
        ),
        NOW - 300,
        "We keep your details to answer your request, and delete them when you ask us to.",
    ),
    Lead(
        LeadId(f"{_SHOW}/3"),
        NOW - 2_000,
        NOW - 1_000,
        _SHOW,
        buyer_id("tiktok", "ahmed"),
        "tiktok",
        "أحمد الخالدي",
        "",
        "SA",
        Language("ar"),
        (Contact(_K.PHONE, "+966501234567"),),
        (LeadItem(Sku("JZ-03"), 200),),
        LeadScore.HOT,
        (_R.GAVE_QUANTITY, _R.GAVE_CONTACT),
        transcript=(TranscriptLine(NOW - 2_000, True, "ابغى ٢٠٠ قطعة", "我要 200 个"),),
    ),
    Lead(
        LeadId(f"{_SHOW}/2"),
        NOW - 3_000,
        NOW - 3_000,
        _SHOW,
        buyer_id("twitch", "maria_gdlv"),
        "twitch",
        "maria_gdlv",
        "",
        "MX",
        Language("es"),
        (Contact(_K.WHATSAPP, "+525512345678"),),
        (),
        LeadScore.WARM,
        (_R.GAVE_CONTACT,),
    ),
    Lead(
        LeadId("hand/1794900000"),
        NOW - 108_400,
        NOW - 108_400,
        SessionId(""),
        name="Hans-Joachim Freiherr von Hohenstein-Waldburg",
        company="Haushaltsgerätegroßhandelsgesellschaft mbH & Co. KG",
        country="DE",
        language=Language("de"),
        contacts=(Contact(_K.EMAIL, "einkauf@haushaltsgeraetegrosshandel.example"),),
        items=(LeadItem(Sku("KZ-45")),),
        score=LeadScore.COLD,
        score_reasons=(_R.GAVE_CONTACT, _R.SET_BY_HAND),
        tags=("distributor",),
    ),
)
"""The newest first."""
