"""A MarianMT model on this computer, for whoever finds, checks or opens one; and the language codes models use."""

from dataclasses import dataclass
from pathlib import Path

from livedesk.core.ids import Language

REQUIRED_FILES = ("config.json", "model.safetensors", "source.spm", "target.spm", "vocab.json")
"""Without any of these a MarianMT folder cannot be used."""

WEIGHTS = "model.safetensors"
"""The one of them that CTranslate2 can do without where CT2_WEIGHTS are there."""

OPTIONAL_FILES = (
    "generation_config.json",
    "tokenizer_config.json",
    "target_vocab.json",
    "README.md",
    "LICENSE",
)
"""What else belongs to a MarianMT folder, where it is there."""

CT2_FOLDER = "ct2"
"""The folder inside a MarianMT folder that may hold the same model in CTranslate2's form."""

CT2_WEIGHTS = f"{CT2_FOLDER}/model.bin"
"""The weights in that form."""


@dataclass(frozen=True, slots=True)
class InstalledModel:
    """One model folder. `is_listed` says that the manifest knows it and that it looks as listed there.

    `has_placeholders`: the model copies the symbols ⟦1⟧ to ⟦9⟧ unchanged. `licence` is an SPDX name, "" where
    it is not known.
    """

    name: str
    path: Path
    source: Language
    target: Language
    is_listed: bool
    has_placeholders: bool
    licence: str


# ISO 639-1 to ISO 639-3 (the first one is the usual one), for the languages of the fair and their OPUS-MT names.
_LONG_CODES = {
    "ar": ("ara", "arb"),
    "bg": ("bul",),
    "bn": ("ben",),
    "cs": ("ces", "cze"),
    "da": ("dan",),
    "de": ("deu", "ger"),
    "el": ("ell", "gre"),
    "en": ("eng",),
    "es": ("spa",),
    "et": ("est",),
    "fa": ("fas", "pes", "per"),
    "fi": ("fin",),
    "fr": ("fra", "fre"),
    "he": ("heb",),
    "hi": ("hin",),
    "hr": ("hrv",),
    "hu": ("hun",),
    "id": ("ind",),
    "it": ("ita",),
    "ja": ("jpn", "jap"),
    "ko": ("kor",),
    "ms": ("msa", "zsm", "may"),
    "nl": ("nld", "dut"),
    "no": ("nor", "nob"),
    "pl": ("pol",),
    "pt": ("por",),
    "ro": ("ron", "rum"),
    "ru": ("rus",),
    "sk": ("slk", "slo"),
    "sl": ("slv",),
    "sr": ("srp",),
    "sv": ("swe",),
    "sw": ("swa", "swh"),
    "th": ("tha",),
    "tl": ("tgl",),
    "tr": ("tur",),
    "uk": ("ukr",),
    "ur": ("urd",),
    "vi": ("vie",),
    "zh": ("zho", "cmn", "chi"),
}
_SHORT = {long: Language(short) for short, longs in _LONG_CODES.items() for long in longs}


def language_from_code(code: str) -> Language | None:
    """Return the language that a model's files call `code`: "zh", "zho", "cmn_Hans", "eng"; None if unknown."""
    base = code.strip().lower().replace("-", "_").split("_")[0]
    if base in _LONG_CODES:
        return Language(base)
    return _SHORT.get(base)


def target_codes(language: Language) -> tuple[str, ...]:
    """Return what a model with several targets may call `language`, the best choice first.

    Simplified Chinese comes before plain Mandarin, since the desk shows Simplified Chinese.
    """
    scripts = ("cmn_Hans", "zho_Hans") if language == "zh" else ()
    return (*scripts, *_LONG_CODES.get(language, ()), language)
