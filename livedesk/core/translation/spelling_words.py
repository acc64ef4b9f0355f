"""Words for cleaning what buyers type: chat spelling, acronyms, names with a capital. For `spelling`."""

from livedesk.core.ids import EN, Language


def _read(entries: str) -> dict[str, str]:
    """Return each chat spelling with its full words from "full words: spelling spelling; ..."."""
    pairs = (entry.split(":") for entry in entries.split(";") if entry.strip())
    return {short: full.strip() for full, shorts in pairs for short in shorts.split()}


_ENGLISH = (
    "please: pls plz plss plzz pleas; thanks: thx thnx thks tks tnx thanx; thank you: ty; thank you so "
    "much: tysm; you: u; your: ur; yours: urs; quantity: qty qnty; message: msg mssg; messages: msgs; as "
    "soon as possible: asap; how: hw; how much: hwmuch howmuch; what: wat wht; what's: whats wats; "
    "that's: thats; don't: dont; doesn't: doesnt; didn't: didnt; can't: cant; couldn't: couldnt; won't: "
    "wont; isn't: isnt; aren't: arent; haven't: havent; I'm: im; I've: ive; I: i; want to: wanna; going "
    "to: gonna; give me: gimme; let me: lemme; picture: pic; pictures: pics; video: vid; by the way: btw; "
    "I don't know: idk; let me know: lmk; tomorrow: tmr tmrw tmw; good: gud; have: hv; and: nd; because: "
    "bcz bcoz cuz coz; people: ppl; check: chk; next: nxt; that: tht; this: ths; from: frm; about: abt; "
    "send: snd; sample: smpl; sorry: sry; of course: ofc; no problem: np; good morning: gm; available: "
    "avail; discount: dscnt; received: recd; should: shud; would: wud; could: cud; through: thru "
)
_SPANISH = (
    "que: q; porque: xq pq porq; también: tb tmb tbn; por favor: xfa xfavor porfa pf; cuánto: cuanto; "
    "cuántos: cuantos; cuánta: cuanta; bien: bn; gracias: grax; información: info; envío: envio; envíos: "
    "envios; mínimo: minimo "
)
_PORTUGUESE = (
    "que: q; porque: pq; você: vc; vocês: vcs; também: tb tbm; obrigado: obg obgd; quanto: qto qnto; por "
    "favor: pfv pf; beleza: blz; quando: qdo; mesmo: msm "
)
_FRENCH = (
    "s'il vous plaît: svp; s'il te plaît: stp; combien: cb; bonjour: bjr; bonsoir: bsr; salut: slt; "
    "merci: mrc mci; pourquoi: pk pq; disponible: dispo; quand: qd "
)
_INDONESIAN = "berapa: brp; yang: yg; tidak: gak gk ga nggak; bisa: bs; dengan: dgn; untuk: utk; saya: sy "
_VIETNAMESE = "bao nhiêu: bn; không: ko k hok; được: dc; với: vs "
_RUSSIAN = "пожалуйста: пж пжл плиз; спасибо: спс; сколько: скока "
_TURKISH = "selam: slm; teşekkürler: tşk tsk; ne kadar: nkdr "
_GERMAN = "vielleicht: vlt; bezüglich: bzgl; liebe Grüße: lg "
CHAT_SPELLING: dict[Language, dict[str, str]] = {
    EN: _read(_ENGLISH),
    Language("es"): _read(_SPANISH),
    Language("pt"): _read(_PORTUGUESE),
    Language("fr"): _read(_FRENCH),
    Language("id"): _read(_INDONESIAN),
    Language("vi"): _read(_VIETNAMESE),
    Language("ru"): _read(_RUSSIAN),
    Language("tr"): _read(_TURKISH),
    Language("de"): _read(_GERMAN),
}
"""Full words by chat spelling, both in small letters; in full for English, lightly for others."""

_ACRONYMS = (
    "AC ABS ANSI API ASTM ATX AWB B2B BL BMW BPA BSCI CAD CBM CCC CE CEO CFR CIF CIP CNC CNY COC COD CPT "
    "DAP DC DDP DDU DHL DIN DIY DJI DPU EAN EMC EMS ERP ETA ETD EU EUR EVA EXW FAS FBA FCA FCC FCL FDA "
    "FOB FSC GBP GMP GOTS GPS GSM GST HD HDMI HDPE HK HP IATA ICC IEC IGI IP IPX ISO ITO KC KFC LC LCL "
    "LCD LED LDPE LFGB LG MDF MOA MOQ MSDS NFC NW GW OA ODM OEM OK OLED PDF PE PI PLA PO POS PP PPE PSE "
    "PTFE PU PVC QC QR RFID RGB RMB ROHS RPM SASO SGS SIM SKU SMS SUV TDS TPE TPR TPU TT TUV TV UAE UK UL "
    "UPS USA USB USD USDT UV VAT VIP VR WC XL XS XXL XXXL XXS "
)
ACRONYMS = frozenset(_ACRONYMS.split())
"""Kept in capitals when a line that shouts is put into ordinary case."""

_NAMES = (
    "Africa Albania Algeria America Angola Antwerp Argentina Asia Australia Austria Azerbaijan Bahrain "
    "Baku Bangkok Bangladesh Barcelona Beijing Belarus Belgium Benin Berlin Bolivia Botswana Brazil "
    "Bremen Britain Brussels Bulgaria Cairo Cambodia Cameroon Canada Canton Chile China Chittagong "
    "Colombia Colombo Congo Croatia Cuba Cyprus Czech Dakar Delhi Denmark Dhaka Doha Dubai Durban Ecuador "
    "Egypt England Estonia Ethiopia Europe Felixstowe Finland France Gabon Gambia Gdansk Genoa Georgia "
    "Germany Ghana Greece Guangdong Guangzhou Guatemala Haiti Hamburg Hanoi Honduras Houston Hungary "
    "Iceland India Indonesia Iran Iraq Ireland Israel Istanbul Italy Jakarta Jamaica Japan Jeddah Jordan "
    "Karachi Kazakhstan Kenya Korea Kuwait Lagos Laos Latvia Lebanon Liberia Libya Lima Lisbon Lithuania "
    "London Luanda Madagascar Madrid Malawi Malaysia Mali Malta Manila Mauritius Melbourne Mexico Milan "
    "Moldova Mombasa Mongolia Montreal Morocco Moscow Mozambique Mumbai Myanmar Nairobi Namibia Nepal "
    "Netherlands Nigeria Ningbo Norway Oman Pakistan Panama Paraguay Paris Peru Philippines Poland "
    "Portugal Qatar Qingdao Riyadh Romania Rome Rotterdam Russia Rwanda Santos Senegal Serbia Shanghai "
    "Shantou Shenzhen Singapore Slovakia Slovenia Somalia Spain Sudan Sweden Switzerland Sydney Syria "
    "Taiwan Tanzania Thailand Tianjin Togo Tokyo Toronto Tunisia Turkey Uganda Ukraine Uruguay Uzbekistan "
    "Valencia Vancouver Venezuela Vienna Vietnam Warsaw Xiamen Yemen Yiwu Zambia Zimbabwe January "
    "February April June July August September October November December Monday Tuesday Wednesday "
    "Thursday Friday Saturday Sunday Arabic Chinese English French German Italian Japanese Korean "
    "Portuguese Russian Spanish Turkish Alibaba PayPal WeChat WhatsApp "
)
NAMES = {name.upper(): name for name in _NAMES.split()}
"""Places, days, languages and payment names as they are written, by their capitals."""

_UNITS = "pcs prs kg cm mm ml ctn ctns cbm sqm ft in oz lb lbs mah kwh pc set sets gm kgs hrs mtr mtrs"
UNITS = frozenset(_UNITS.split())
"""Small in ordinary case, though they have no vowel."""
