"""Which country a phone number in international form belongs to, and how long numbers are there."""

# ruff: noqa: SIM905 - a list of two hundred codes reads better as a text

_LENGTHS = {
    "1": (10, 10),
    "7": (10, 10),
    "20": (8, 10),
    "27": (9, 9),
    "30": (10, 10),
    "31": (9, 9),
    "32": (8, 9),
    "33": (9, 9),
    "34": (9, 9),
    "36": (8, 9),
    "39": (6, 11),
    "40": (9, 9),
    "41": (9, 9),
    "44": (9, 10),
    "45": (8, 8),
    "46": (7, 9),
    "47": (8, 8),
    "48": (9, 9),
    "49": (6, 11),
    "51": (8, 9),
    "52": (10, 11),
    "54": (10, 11),
    "55": (10, 11),
    "56": (9, 9),
    "57": (8, 10),
    "60": (7, 10),
    "61": (9, 9),
    "62": (8, 12),
    "63": (8, 10),
    "64": (8, 10),
    "65": (8, 8),
    "66": (8, 9),
    "81": (9, 10),
    "82": (8, 10),
    "84": (9, 10),
    "86": (9, 11),
    "90": (10, 10),
    "91": (10, 10),
    "92": (9, 10),
    "98": (10, 10),
    "351": (9, 9),
    "380": (9, 9),
    "852": (8, 8),
    "853": (8, 8),
    "880": (8, 10),
    "886": (8, 9),
    "966": (8, 9),
    "971": (8, 9),
    "972": (8, 9),
}
"""Digits behind the code, least and most, where they are known well. Source: ITU-T E.164 national numbering plans."""
_ANY_LENGTH = (7, 11)

_COUNTRIES = (
    "1:US 7:RU 20:EG 27:ZA 30:GR 31:NL 32:BE 33:FR 34:ES 36:HU 39:IT 40:RO 41:CH 43:AT 44:GB 45:DK 46:SE 47:NO 48:PL "
    "49:DE 51:PE 52:MX 53:CU 54:AR 55:BR 56:CL 57:CO 58:VE 60:MY 61:AU 62:ID 63:PH 64:NZ 65:SG 66:TH 81:JP 82:KR "
    "84:VN 86:CN 90:TR 91:IN 92:PK 93:AF 94:LK 95:MM 98:IR 211:SS 212:MA 213:DZ 216:TN 218:LY 220:GM 221:SN 222:MR "
    "223:ML 224:GN 225:CI 226:BF 227:NE 228:TG 229:BJ 230:MU 231:LR 232:SL 233:GH 234:NG 235:TD 236:CF 237:CM 238:CV "
    "239:ST 240:GQ 241:GA 242:CG 243:CD 244:AO 245:GW 248:SC 249:SD 250:RW 251:ET 252:SO 253:DJ 254:KE 255:TZ 256:UG "
    "257:BI 258:MZ 260:ZM 261:MG 262:RE 263:ZW 264:NA 265:MW 266:LS 267:BW 268:SZ 269:KM 291:ER 297:AW 298:FO 299:GL "
    "350:GI 351:PT 352:LU 353:IE 354:IS 355:AL 356:MT 357:CY 358:FI 359:BG 370:LT 371:LV 372:EE 373:MD 374:AM 375:BY "
    "376:AD 377:MC 378:SM 380:UA 381:RS 382:ME 383:XK 385:HR 386:SI 387:BA 389:MK 420:CZ 421:SK 423:LI 501:BZ 502:GT "
    "503:SV 504:HN 505:NI 506:CR 507:PA 509:HT 590:GP 591:BO 592:GY 593:EC 594:GF 595:PY 596:MQ 597:SR 598:UY 599:CW "
    "670:TL 673:BN 674:NR 675:PG 676:TO 677:SB 678:VU 679:FJ 680:PW 685:WS 687:NC 689:PF 852:HK 853:MO 855:KH 856:LA "
    "880:BD 886:TW 960:MV 961:LB 962:JO 963:SY 964:IQ 965:KW 966:SA 967:YE 968:OM 970:PS 971:AE 972:IL 973:BH 974:QA "
    "975:BT 976:MN 977:NP 992:TJ 993:TM 994:AZ 995:GE 996:KG 998:UZ"
)
"""Calling code and ISO 3166 code. Source: ITU-T E.164, list of assigned country codes."""
_BY_CODE = dict(pair.split(":") for pair in _COUNTRIES.split())
_BY_COUNTRY = {country: code for code, country in _BY_CODE.items()} | {
    "CA": "1",
    "KZ": "7",
    "PR": "1",
    "DO": "1",
}

_AREAS_OF_1 = dict.fromkeys(
    "204 226 236 249 250 263 289 306 343 354 365 367 368 382 403 416 418 428 431 437 438 450 468 474 506 514 519 548 "
    "579 581 584 587 600 604 613 639 647 672 683 705 709 742 753 778 780 782 807 819 825 867 873 879 902 905".split(),
    "CA",
) | {"787": "PR", "939": "PR", "809": "DO", "829": "DO", "849": "DO", "876": "JM", "658": "JM", "868": "TT"}
"""The countries beside the United States that share the code 1. Source: North American Numbering Plan."""

_KEEPS_ZERO = frozenset({"39", "378"})
"""There the zero before the number is part of it, also from abroad."""


def country_of_phone(number: str) -> str:
    """Return the ISO 3166 code of a number in international form ("+34600123456"), "" where nobody can tell."""
    digits = "".join(c for c in number if c.isdigit())
    code = calling_code(digits) if number.strip().startswith("+") else ""
    if code == "1":
        return _AREAS_OF_1.get(digits[1:4], "US")
    if code == "7":
        return "KZ" if digits[1:2] in ("6", "7") else "RU"
    return _BY_CODE.get(code, "")


def calling_code(digits: str) -> str:
    """Return the calling code that `digits` begin with, "" for none. No code begins with another one."""
    return next((digits[:length] for length in (1, 2, 3) if digits[:length] in _BY_CODE), "")


def is_whole(digits: str) -> bool:
    """Whether `digits`, calling code first, are as many as a number of that country has."""
    code = calling_code(digits)
    least, most = _LENGTHS.get(code, _ANY_LENGTH)
    if not code or not least <= len(digits) - len(code) <= most:
        return False
    return code != "1" or (digits[1] > "1" and digits[4] > "1")


def from_abroad(digits: str, country: str) -> str:
    """Return a number as it is dialled within `country` with its calling code before it, "" where that cannot be."""
    code = _BY_COUNTRY.get(country.upper(), "")
    if not code:
        return ""
    is_long = len(digits) == 11 and (code, digits[0]) in (("7", "8"), ("1", "1"))
    if is_long or (digits.startswith("0") and code not in _KEEPS_ZERO):
        digits = digits[1:]
    whole = code + digits
    return whole if is_whole(whole) else ""
