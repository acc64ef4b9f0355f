"""How a buyer can be reached, as they wrote it in chat: e-mail, phone, WhatsApp, WeChat and the like.

Rather none than a wrong one: prices, quantities, article numbers and dates are no phone numbers. A number counts

- in international form ("+34 600...", "0034..."), where its country has numbers of that length;
- behind or before a word that says what it is ("tel", 电话, WhatsApp), unless a unit follows;
- as a mobile of China or Russia in a line of that script;
- within the buyer's country, where that is known and the number begins with its zero.

A name at WeChat and the like counts behind a word for that service, if it looks like a name there.
"""

import re
import unicodedata
from dataclasses import dataclass

from livedesk.core.leads import calling_codes
from livedesk.core.leads.calling_codes import country_of_phone
from livedesk.core.leads.lead import Contact, ContactKind

__all__ = ["Found", "contact_key", "country_of_phone", "find_contacts", "without_contacts"]

LONGEST_TEXT = 2_000
"""Characters that are looked through."""
_LONGEST_VALUE = 120
_K = ContactKind


@dataclass(frozen=True, slots=True)
class Found:
    """A contact and where it stands in the folded text."""

    start: int
    end: int
    contact: Contact


_PROVIDERS = (
    r"gmail|googlemail|hotmail|outlook|yahoo|ymail|icloud|me|live|msn|aol|qq|foxmail|163|126|sina|sohu|mail|yandex|bk|"
    r"inbox|list|gmx|web|proton|protonmail|zoho|naver|daum|hanmail|rediffmail|libero|orange|wanadoo|laposte|free|uol|terra"
)
_EMAIL = re.compile(
    r"(?<![\w.+%-])[\w.+%-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,62})\.){1,4}[a-z]{2,24}(?![\w-])", re.I | re.ASCII
)
_AT = r"(?:\s*[\[({<]\s*(?:at|arroba|a|собака)\s*[\])}>]\s*|\s+(?:at|arroba)\s+|\s*艾特\s*)"
_DOT_WORDS = r"dot|punto|ponto|point|punkt"
_DOT = rf"(?:\s*[\[({{<]\s*(?:{_DOT_WORDS}|точка|\.)\s*[\])}}>]\s*|\s+(?:{_DOT_WORDS})\s+|\s*点\s*)"
_LOCAL = r"(?<![\w.+%@-])(?P<name>[\w.+-]{1,64})"
_SPELLED = re.compile(
    rf"{_LOCAL}(?:{_AT}|\s*@\s*)(?P<host>[a-z0-9-]{{1,62}}(?:{_DOT}[a-z0-9-]{{2,24}}){{1,3}})(?![\w@-])",
    re.I | re.ASCII,
)
_BRACKETED_AT = re.compile(
    rf"{_LOCAL}(?:\s*[\[({{<]\s*(?:at|arroba)\s*[\])}}>]\s*(?P<host>(?:[a-z0-9-]{{1,62}}\.)+[a-z]{{2,24}})"
    r"|(?:\s+(?:at|arroba)\s+|\s*艾特\s*|\s+@\s*|\s*@\s+)"
    rf"(?P<known>(?:{_PROVIDERS})\.[a-z]{{2,3}}(?:\.[a-z]{{2}})?))(?![\w@-])",
    re.I | re.ASCII,
)
_DOTS = re.compile(_DOT, re.I)

_LABELS: tuple[tuple[str, ContactKind, str], ...] = (
    (r"what'?s?\s?app?|wa|wpp|wsp|zap(?:zap)?|вотсап|ватсап|вацап|واتس\s?اب|واتساب", _K.WHATSAPP, ""),
    (r"we\s?chat|wei\s?xin|wx|vx|v信|微信|薇信|威信|微❤|[加+]\s?v", _K.WECHAT, ""),
    (r"telegram|tele?gr|tg|телеграмм?|телега|тг|تلجرام|تيليجرام|电报|飞机号", _K.TELEGRAM, ""),
    (r"line\s?id|(?<![a-z] )line(?=\s?[:=])", _K.OTHER, "LINE"),
    (r"zalo", _K.OTHER, "Zalo"),
    (r"viber|вайбер", _K.OTHER, "Viber"),
    (r"kakao(?:\s?talk)?|카카오톡|카톡", _K.OTHER, "KakaoTalk"),
    (r"qq|扣扣", _K.OTHER, "QQ"),
    (r"skype", _K.OTHER, "Skype"),
    (r"instagram|insta|ig", _K.OTHER, "Instagram"),
    (
        r"tel(?:e(?:phone|fon[eo]?))?|phone|ph|mobile|mob|cell(?:ular|phone)?|m[oó]vil|celular|handy|portable|"
        r"t[eé]l(?:[eé]phone|[eé]fono)?|тел(?:ефон)?|моб|هاتف|جوال|موبايل|تلفون|电话|手机|联系方式|電話|携帯|전화|휴대폰|"
        r"call(?:\s+me)?|contact|contacto|sdt|đt|hp|โทร|no\.? hp|telp|gsm|ring me",
        _K.PHONE,
        "",
    ),
)
_NAME = r"(?:" + "|".join(f"(?P<s{i}>{pattern})" for i, (pattern, _, _) in enumerate(_LABELS)) + r")"
_ANY_LABEL = r"(?:" + "|".join(pattern for pattern, _, _ in _LABELS) + r")"
_LABEL = re.compile(rf"(?<![a-zа-яà-ÿ0-9@._-]){_NAME}(?=id|no|[^a-zа-яà-ÿ]|$)", re.I)
_FILLER = (
    r"(?:[\s:=#.>()\[\]-]|(?:is|are|my|me|at|on|no|nr|num|number|n[uú]mero|id|es|ist|est|número|номер|رقم)(?![a-z])|"
    r"账?号码?|是|为|我|的|在|请?加|番号|同号|번호)"
)
_FILLED = re.compile(rf"{_FILLER}{{0,10}}", re.I)
_NEXT_LABEL = re.compile(rf"\s?(?:[/、,&|+]|and|和|y|и|or)\s?(?={_ANY_LABEL})", re.I)
_SAME = re.compile(
    rf"\s?[(,;、，]?\s?(?P<service>{_ANY_LABEL})(?:\s?[/、&和]\s?(?P<other>{_ANY_LABEL}))?\s?(?:同号|同|号|\)|$|[,.;!])",
    re.I,
)
"""Behind a number: "13800138000 微信同号", "+34 600 123 456 (WhatsApp)"."""
_LINKS = (
    (
        re.compile(r"(?:https?://)?(?:api\.whatsapp\.com/send/?\?phone=|wa\.me/)\+?(\d{7,15})", re.I),
        _K.WHATSAPP,
        "+{}",
    ),
    (re.compile(r"(?:https?://)?(?:t|telegram)\.me/([a-z]\w{3,31})", re.I | re.ASCII), _K.TELEGRAM, "{}"),
    (
        re.compile(r"(?:https?://)?(?:www\.)?line\.me/(?:r/)?ti/p/([~@\w.-]{2,40})", re.I | re.ASCII),
        _K.OTHER,
        "LINE {}",
    ),
)
_PHONE = re.compile(
    r"(?:(?<![\w.,@/+$€£¥-])|(?<=/)(?=\+))\(?\+?\s?\(?\d(?:[ ().-]{0,3}\d){6,17}(?![\w@]|[.,:/]\d)"
)
_PHONE_THERE = re.compile(r"\(?\+?\s?\(?\d(?:[ ().-]{0,3}\d){6,17}(?![\w@]|[.,:/]\d)")
_HANDLE = re.compile(r"@?([a-z][a-z0-9_.-]{2,31})(?![\w@])", re.I | re.ASCII)
_DIGIT_HANDLE = re.compile(r"(\d{5,12})(?!\d|[.,]\d)")
_UNIT = re.compile(
    r"\s?(?:pcs?|pieces?|units?|sets?|ctns?|cartons?|box(?:es)?|pairs?|usd|eur|rmb|cny|dollars?|euros?|yuan|%|kgs?|tons?|"
    r"piezas?|unidades|cajas|pi[eè]ces|st(?:ü|u)ck|шт|штук|[个件套箱只台元块条双打万吨]|قطعة|개|個)(?![a-z])",
    re.I,
)
_DATES = re.compile(r"(?:19|20)\d\d[-. ]\d{1,2}[-. ]\d{1,2}|\d{1,2}[-. ]\d{1,2}[-. ](?:19|20)\d\d")
_THOUSANDS = re.compile(r"\d{1,3}(?:[ .]\d{3})+")
_HAN = re.compile("[\u3400-\u9fff]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_CHINA_MOBILE = re.compile(r"1[3-9]\d{9}")
_NO_NAMES = frozenset(
    "please thanks number contact whatsapp wechat weixin telegram phone email mobile group friend business message "  # noqa: SIM905 - a list of words
    "only video call code link chat here there please. account available better good also same with your add".split()
)


def find_contacts(text: str, country_hint: str = "", *, is_given: bool = False) -> tuple[Contact, ...]:
    """Return the contacts in `text`, each once, in their order.

    `country_hint` (ISO 3166) is where the buyer is from, "" where nobody knows; a number dialled within that country
    gets its calling code. `is_given`: the text was written where a contact was asked for; then a bare number is one,
    and what is not recognised is returned as it is, as OTHER.
    """
    folded = fold(text)
    found = dict.fromkeys(each.contact for each in _find(folded, country_hint, is_given=is_given))
    if is_given and not found and folded.strip():
        return (Contact(_K.OTHER, " ".join(folded.split())[:_LONGEST_VALUE]),)
    return tuple(found)


def without_contacts(text: str, country_hint: str = "") -> str:
    """Return the folded text with blanks where contacts stand, for whoever reads its figures."""
    letters = list(fold(text))
    for each in _find("".join(letters), country_hint, is_given=False):
        letters[each.start : each.end] = " " * (each.end - each.start)
    return "".join(letters)


def contact_key(contact: Contact) -> str:
    """Return what is the same for two contacts that reach the same person: a number is one on any service."""
    value = contact.value.casefold().strip().lstrip("@")
    digits = "".join(c for c in value if c.isdigit())
    has_letters = any(c.isalpha() for c in value)
    if len(digits) >= 7 and not has_letters:
        return digits[2:] if digits.startswith("00") else digits
    return value if contact.kind is _K.EMAIL else f"{contact.kind}:{value}"


def fold(text: str) -> str:
    """Return `text` half-width, with plain digits, dashes and blanks, and without marks that nobody sees."""
    plain = []
    for character in unicodedata.normalize("NFKC", text[:LONGEST_TEXT]):
        if unicodedata.category(character) in ("Cf", "Cs", "Cn"):
            continue
        if character.isdecimal():
            character = str(unicodedata.decimal(character))
        plain.append("-" if character in "‐‑‒–—−" else character)
    return "".join(plain)


def _find(text: str, country: str, *, is_given: bool) -> list[Found]:
    finding = _Finding(text, country.upper(), is_given=is_given)
    finding.emails()
    finding.links()
    finding.labelled()
    finding.phones()
    return sorted(finding.found, key=lambda each: (each.start, each.end))


class _Finding:
    """One text that is looked through; what is found is blanked, so that it counts once."""

    def __init__(self, text: str, country: str, *, is_given: bool) -> None:
        self.text = text
        self._country = country
        self._is_given = is_given
        self._has_han = _HAN.search(text) is not None
        self._has_cyrillic = _CYRILLIC.search(text) is not None
        self.found: list[Found] = []

    def emails(self) -> None:
        """Find addresses, written out or spelled ("name at gmail dot com")."""
        for match in _EMAIL.finditer(self.text):
            self._add(match.start(), match.end(), _K.EMAIL, match[0].lower().strip("."))
        for pattern in (_SPELLED, _BRACKETED_AT):
            for match in pattern.finditer(self.text):
                groups = match.groupdict()
                host = _DOTS.sub(".", groups.get("host") or groups.get("known") or "")
                address = f"{match['name']}@{host}".lower().replace(" ", "")
                if _EMAIL.fullmatch(address):
                    self._add(match.start(), match.end(), _K.EMAIL, address)

    def links(self) -> None:
        """Find links to a chat with the buyer."""
        for pattern, kind, form in _LINKS:
            for match in pattern.finditer(self.text):
                self._add(match.start(), match.end(), kind, form.format(match[1]))

    def labelled(self) -> None:
        """Find what stands behind a word that says what it is."""
        at = 0
        while match := _LABEL.search(self.text, at):
            labels, end = [_label_of(match)], match.end()
            while joint := _NEXT_LABEL.match(self.text, end):
                following = _LABEL.match(self.text, joint.end())
                if following is None:
                    break
                labels.append(_label_of(following))
                end = following.end()
            self._behind(labels, end)
            at = end

    def _behind(self, labels: list[tuple[ContactKind, str]], end: int) -> None:
        filler = _FILLED.match(self.text, end)
        assert filler  # it matches the empty text too
        # A bracket or a blank may be the number's own first character.
        start = filler.end()
        while start > end and self.text[start - 1] in "(":
            start -= 1
        if self.text[start : start + 1] != "+" and start and self.text[start - 1] == "+":
            start -= 1
        phone = _PHONE_THERE.match(self.text, start)
        if phone and (found := self._number(phone, is_labelled=True)):
            number, stop = found
            for kind, service in labels:
                self._add(phone.start(), stop, kind, f"{service} {number}".strip())
            return
        for kind, service in labels:
            if kind is not _K.PHONE and (name := self._name(start, self.text[end:start], kind, service)):
                self._add(start, name[1], kind, f"{service} {name[0]}".strip())

    def _name(self, start: int, filler: str, kind: ContactKind, service: str) -> tuple[str, int] | None:
        """Return a name at a service that stands at `start`, and where it ends."""
        is_marked = any(mark in filler for mark in (":", "=", "号", "是")) or "id" in filler.lower()
        if kind is _K.WHATSAPP:
            return None
        if (kind is _K.WECHAT and is_marked) or service == "QQ":
            digits = _DIGIT_HANDLE.match(self.text, start)
            if digits and not _UNIT.match(self.text, digits.end()):
                return digits[1], digits.end()
        match = _HANDLE.match(self.text, start)
        if match is None:
            return None
        name = match[1].rstrip(".-_")
        least = 6 if kind is _K.WECHAT else 3
        has_sign = any(c.isdigit() or c == "_" for c in name) or match[0].startswith("@")
        if len(name) < least or name.lower() in _NO_NAMES or not (is_marked or has_sign):
            return None
        if service in ("Instagram", "QQ") and not (has_sign or is_marked):
            return None
        return name, start + len(match[0]) - len(match[1]) + len(name)

    def phones(self) -> None:
        """Find numbers that no word announces."""
        for match in _PHONE.finditer(self.text):
            found = self._number(match, is_labelled=self._is_given)
            if found is None:
                continue
            number, stop = found
            behind = _SAME.match(self.text, stop)
            services = [behind["service"], behind["other"]] if behind else []
            kinds = [_label_of(m) for s in services if s and (m := _LABEL.fullmatch(s))]
            is_also = behind is not None and "同" in behind[0]
            if is_also or not kinds:
                self._add(match.start(), stop, _K.PHONE, number)
            for kind, service in kinds:
                self._add(match.start(), stop, kind, f"{service} {number}".strip())

    def _number(self, match: re.Match[str], *, is_labelled: bool) -> tuple[str, int] | None:
        """Return the phone number that `match` begins with, and where it ends; groups behind it are left out."""
        written = match[0]
        while sum(map(str.isdigit, written)) >= 7:
            end = match.start() + len(written)
            is_counted = _UNIT.match(self.text, end) is not None
            if not is_counted and (number := self._international(written, is_labelled=is_labelled)):
                return number, end
            shorter = re.sub(r"[ ().-]+\d+$", "", written)
            if shorter == written:
                return None
            written = shorter
        return None

    def _international(self, written: str, *, is_labelled: bool) -> str:
        digits = "".join(c for c in written if c.isdigit())
        if _DATES.fullmatch(written):
            return ""
        if "+" in written or (digits.startswith("00") and len(digits) >= 10):
            whole = digits if "+" in written else digits[2:]
            if code := calling_codes.calling_code(whole):
                rest = whole[len(code) :]
                # "+44 (0)20..." has the zero that is dialled at home.
                if rest.startswith("0") and code != "39":
                    whole = code + rest[1:]
            return f"+{whole}" if calling_codes.is_whole(whole) else ""
        if self._is_of_china(written, digits):
            return f"+86{digits}"
        if (self._has_cyrillic or self._country in ("RU", "KZ")) and re.fullmatch(r"[78]9\d{9}", digits):
            return f"+7{digits[1:]}"
        is_home_form = bool(self._country) and digits.startswith("0") and len(digits) >= 9
        if not (is_labelled or is_home_form) or (_THOUSANDS.fullmatch(written) and not is_labelled):
            return ""
        if home := calling_codes.from_abroad(digits, self._country):
            return f"+{home}"
        return digits if is_labelled and len(digits) <= 13 else ""

    def _is_of_china(self, written: str, digits: str) -> bool:
        """Whether the digits are a mobile of China, and not of North America, whose numbers can look the same."""
        if not _CHINA_MOBILE.fullmatch(digits):
            return False
        groups = [len(part) for part in re.findall(r"\d+", written)]
        if groups[0] == 1:
            return False
        return (
            self._has_han
            or self._country == "CN"
            or groups == [3, 4, 4]
            or not calling_codes.is_whole(digits)
        )

    def _add(self, start: int, end: int, kind: ContactKind, value: str) -> None:
        self.found.append(Found(start, end, Contact(kind, value[:_LONGEST_VALUE])))
        self.text = self.text[:start] + "\0" * (end - start) + self.text[end:]


def _label_of(match: re.Match[str]) -> tuple[ContactKind, str]:
    index = next(i for i in range(len(_LABELS)) if match[f"s{i}"] is not None)
    return _LABELS[index][1], _LABELS[index][2]
