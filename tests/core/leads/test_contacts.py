"""Finding contacts in what buyers write, and finding none where there are none."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.core.leads.contacts import contact_key, country_of_phone, find_contacts, without_contacts
from livedesk.core.leads.lead import Contact, ContactKind

E, P, W, C, T, O = (  # noqa: E741 - one letter each keeps the table readable
    ContactKind.EMAIL,
    ContactKind.PHONE,
    ContactKind.WHATSAPP,
    ContactKind.WECHAT,
    ContactKind.TELEGRAM,
    ContactKind.OTHER,
)

FOUND = [
    ("my email is Maria.Lopez@Gmail.com, thanks", [(E, "maria.lopez@gmail.com")]),
    ("邮箱：liwei@163.com。", [(E, "liwei@163.com")]),
    ("sales+eu@acme-trade.co.uk please", [(E, "sales+eu@acme-trade.co.uk")]),
    ("maria (at) gmail.com", [(E, "maria@gmail.com")]),
    ("maria at gmail dot com", [(E, "maria@gmail.com")]),
    ("maria [at] tiendas [dot] com [dot] mx", [(E, "maria@tiendas.com.mx")]),
    ("maria arroba hotmail punto com", [(E, "maria@hotmail.com")]),
    ("mi correo: ventas arroba gmail.com", [(E, "ventas@gmail.com")]),
    ("liwei艾特qq点com", [(E, "liwei@qq.com")]),
    ("ｌｉｗｅｉ＠ｑｑ．ｃｏｍ", [(E, "liwei@qq.com")]),
    ("ivan @ yandex.ru", [(E, "ivan@yandex.ru")]),
    ("+34 600 123 456", [(P, "+34600123456")]),
    ("call me at +1 (415) 555-2671", [(P, "+14155552671")]),
    ("+49 (0)171 1234567 danke", [(P, "+491711234567")]),
    ("0049-171-1234567", [(P, "+491711234567")]),
    ("tel: 0034 600 12 34 56", [(P, "+34600123456")]),
    ("(+86) 138-0013-8000", [(P, "+8613800138000")]),
    ("我的电话13800138000", [(P, "+8613800138000")]),
    ("13800138000 联系我", [(P, "+8613800138000")]),
    ("手机：138 0013 8000", [(P, "+8613800138000")]),
    ("＋８６ １３８ ００１３ ８０００", [(P, "+8613800138000")]),
    ("\u202a+966 50 123 4567\u202c", [(P, "+966501234567")]),
    ("رقمي ٠٠٩٦٦٥٠١٢٣٤٥٦٧", [(P, "+966501234567")]),
    ("позвоните 8 (916) 123-45-67", [(P, "+79161234567")]),
    ("+7 916 123-45-67 Иван", [(P, "+79161234567")]),
    ("+55 11 91234-5678", [(P, "+5511912345678")]),
    ("+84 912 345 678 500 pcs", [(P, "+84912345678")]),
    ("+8613800138000/+8613900139000", [(P, "+8613800138000"), (P, "+8613900139000")]),
    ("phone: 600123456", [(P, "600123456")]),
    ("WhatsApp +34 600 123 456", [(W, "+34600123456")]),
    ("my whatsapp number is +971 50 123 4567", [(W, "+971501234567")]),
    ("whats app: 00971501234567", [(W, "+971501234567")]),
    ("+34600123456 (WhatsApp)", [(W, "+34600123456")]),
    ("wa.me/5511912345678", [(W, "+5511912345678")]),
    ("Мой ватсап +7 916 1234567", [(W, "+79161234567")]),
    ("واتساب +201001234567", [(W, "+201001234567")]),
    ("WhatsApp/WeChat: +86 138 0013 8000", [(W, "+8613800138000"), (C, "+8613800138000")]),
    ("微信：lily_tea88", [(C, "lily_tea88")]),
    ("加微信 lily_tea88 谈", [(C, "lily_tea88")]),
    ("微信号是lixiaoming", [(C, "lixiaoming")]),
    ("my wechat id: HansMueller", [(C, "HansMueller")]),
    ("vx：abc_123456", [(C, "abc_123456")]),
    ("v信 wxid_8k3j2h", [(C, "wxid_8k3j2h")]),
    ("WX: 13800138000", [(C, "+8613800138000")]),
    ("加v13800138000", [(C, "+8613800138000")]),
    ("13800138000 微信同号", [(P, "+8613800138000"), (C, "+8613800138000")]),
    ("13800138000（微信同号）", [(P, "+8613800138000"), (C, "+8613800138000")]),
    ("telegram @ivan_petrov", [(T, "ivan_petrov")]),
    ("tg: ivanpetrov", [(T, "ivanpetrov")]),
    ("https://t.me/ivan_petrov", [(T, "ivan_petrov")]),
    ("LINE ID: somchai99", [(O, "LINE somchai99")]),
    ("zalo 0912 345 678", [(O, "Zalo 0912345678")]),
    ("QQ：12345678", [(O, "QQ 12345678")]),
    ("ig: @casa.deco", [(O, "Instagram casa.deco")]),
    (
        "Hi! maria@x.es or WhatsApp +34 600 123 456, 500 pcs",
        [(E, "maria@x.es"), (W, "+34600123456")],
    ),
]

TRAPS = [
    "I need 500000 pcs",
    "10000000",
    "1 000 000 units for USD 1 250 000",
    "price 1.250.000,00 COP",
    "$12,345,678.90 total",
    "¥13800138000",
    "SKU JZ-13800138000-A",
    "item no. 6901234567892",
    "HS 3926.90.90.00",
    "delivery 2026-11-22 or 22.11.2026",
    "phone: 2026-11-22",
    "phone case 100000 pcs",
    "手机壳 1000000个",
    "手机壳要13000000个",
    "电话手表 5000000",
    "mobile 2000000 pcs",
    "WhatsApp price for 1000000 pcs",
    "+20% for 3000000 pcs",
    "5000+10000000",
    "wechat is better",
    "wechat please",
    "add me on WeChat thanks",
    "do you have telegram or whatsapp?",
    "telegram channel",
    "production line: 20000000 a year",
    "our line is full",
    "see you at noon dot",
    "look at example.com",
    "we are at hall 3 dot 2",
    "@booth how much?",
    "3@5 usd",
    "LED strip 12V 5000000h",
    "30x40x50 cm, 12.5 kg",
    "order 20261122001",
    "ratio 1:1000000",
    "微信支付可以吗",
    "用微信聊",
    "可以用 WeChat Pay 吗",
    "2026.11.22 14:30:00",
    "call 3 times",
    "qq糖 20000000包",
    "10-20-30-40-50-60 sizes",
    "",
]


@pytest.mark.parametrize(("text", "contacts"), FOUND, ids=[text for text, _ in FOUND])
def test_that_a_contact_is_found_in_any_usual_form(
    text: str, contacts: list[tuple[ContactKind, str]]
) -> None:
    assert [(c.kind, c.value) for c in find_contacts(text)] == contacts


@pytest.mark.parametrize("text", TRAPS)
def test_that_prices_quantities_codes_and_dates_are_no_contacts(text: str) -> None:
    assert find_contacts(text) == ()


@pytest.mark.parametrize(
    ("text", "country", "value"),
    [
        ("0912 345 678", "VN", "+84912345678"),
        ("tel 600 123 456", "ES", "+34600123456"),
        ("whatsapp 0171 1234567", "DE", "+491711234567"),
        ("89161234567", "RU", "+79161234567"),
        ("mobile 415-555-2671", "US", "+14155552671"),
        ("cel 06 1234 5678", "IT", "+390612345678"),
    ],
)
def test_that_a_number_dialled_at_home_gets_its_countrys_code(text: str, country: str, value: str) -> None:
    assert [c.value for c in find_contacts(text, country)] == [value]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("600 123 456", Contact(P, "600123456")),
        ("lily_tea88", Contact(O, "lily_tea88")),
        ("maria@gmail.com", Contact(E, "maria@gmail.com")),
    ],
)
def test_that_what_was_typed_where_a_contact_is_asked_for_is_never_lost(text: str, expected: Contact) -> None:
    assert find_contacts(text, is_given=True) == (expected,)
    assert find_contacts("  ", is_given=True) == ()


@pytest.mark.parametrize(
    ("number", "country"),
    [
        ("+34600123456", "ES"),
        ("+8613800138000", "CN"),
        ("+14155552671", "US"),
        ("+14165552671", "CA"),
        ("+79161234567", "RU"),
        ("+77011234567", "KZ"),
        ("+85212345678", "HK"),
        ("+999123456", ""),
        ("600123456", ""),
        ("", ""),
    ],
)
def test_that_a_number_tells_its_country(number: str, country: str) -> None:
    assert country_of_phone(number) == country


def test_that_the_same_number_is_one_contact_whatever_the_service_and_form() -> None:
    same = [Contact(P, "+34 600 123 456"), Contact(W, "+34600123456"), Contact(P, "0034600123456")]
    assert len({contact_key(c) for c in same}) == 1
    assert contact_key(Contact(C, "lily88")) != contact_key(Contact(T, "lily88"))
    assert contact_key(Contact(E, "A@b.com")) == contact_key(Contact(E, "a@B.com "))


def test_that_figures_are_read_without_the_contacts() -> None:
    assert without_contacts("500 pcs, tel +34 600 123 456").split() == ["500", "pcs,", "tel"]


@given(st.text(max_size=300))
def test_that_any_text_is_looked_through(text: str) -> None:
    for contact in find_contacts(text):
        assert contact.value.strip()
        assert len(contact.value) <= 120


@pytest.mark.parametrize(
    "text", ["1 " * 5000, "a@" * 3000, "a.b" * 3000, "whatsapp:" * 1000, "(+" * 4000, "a at " * 2000]
)
def test_that_a_text_made_to_be_slow_is_not(text: str) -> None:
    began = time.perf_counter()
    find_contacts(text)
    assert time.perf_counter() - began < 1.0
