"""What the operator can set. One frozen record; the settings file keeps it, `SettingsChanged` carries it."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from livedesk.core.ids import EN, ZH, Language


class Theme(StrEnum):
    """Colours of the window; SYSTEM follows the computer."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class CaptionMode(StrEnum):
    """How early the audience reads a line that is still being said.

    STEADY shows what will hardly change any more, FAST more of it sooner, FINALS only whole segments.
    """

    STEADY = "steady"
    FAST = "fast"
    FINALS = "finals"


@dataclass(frozen=True, slots=True)
class ExchangeRate:
    """One unit of `base` costs `rate` of `quote`, as the user entered it on the ISO date `dated`."""

    base: str
    quote: str
    rate: Decimal
    dated: str


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings with their defaults. `ui_language` "" follows the computer's language."""

    ui_language: str = ""
    theme: Theme = Theme.SYSTEM
    host_language: Language = ZH
    audience_languages: tuple[Language, ...] = (EN,)
    caption_scale: float = 1.0
    engine: str = "ct2"
    threads: int = 0
    """Threads for translation; 0 leaves one core to the window."""
    microphone: str = ""
    """A `Microphone.id`; "" takes the computer's own choice."""
    is_microphone_on: bool = True
    speech_model: str = ""
    """The folder of a speech model; "" takes the best one installed for the host's language."""
    caption_mode: CaptionMode = CaptionMode.STEADY
    records_host: bool = False
    """Whether the host's sound is kept as a file of the session."""
    model_mirror: str = ""
    """Where models are downloaded from instead of their usual hub: "https://hf-mirror.com"; "" for the hub."""
    seller: str = ""
    """Who sells, as it stands at the head of a quotation; `seller_contact` goes below it."""
    seller_contact: str = ""
    factory: str = ""
    """The city that goods leave from, as it was typed; the start of a shipping route."""
    rates: tuple[ExchangeRate, ...] = ()
    audience_address: str = ""
    """The address of this computer that phones reach, "192.168.1.20"; "" takes the one that leads outside."""
    audience_port: int = 8484
    consent: str = ""
    """What a buyer agrees to who asks for a quote, in the seller's words; "" takes ours."""
    local_port: int = 8485
    """Where the overlay and the inlet listen, on this computer only."""
    is_overlay_on: bool = False
    overlay_key: str = ""
    overlay_style: str = ""
    """How the overlay's addresses end, as they were copied last: "lang=en&size=48"."""
    is_inlet_on: bool = False
    inlet_key: str = ""
    is_twitch_on: bool = False
    twitch_channel: str = ""
    twitch_login: str = ""
    """Who writes answers to Twitch, with `twitch_token`; "" only reads."""
    twitch_token: str = ""
    is_youtube_on: bool = False
    youtube_video: str = ""
    """The address or id of a live video."""
    youtube_key: str = ""
    is_obs_on: bool = False
    obs_address: str = "ws://127.0.0.1:4455"
    obs_password: str = ""
    obs_sends_captions: bool = True
    obs_caption_language: str = ""
    """Which captions OBS sends; "" is the first audience language."""
    obs_scene_on_pin: str = ""
    obs_scene_off_pin: str = ""
    stage_languages: tuple[Language, ...] = ()
    """The two languages on the stage window; () is the host's and the first audience language."""
    stage_shows_qr: bool = True
    stage_hint: str = ""
    """A line of the operator's below the code on the stage window: "Wi-Fi: Lumio-Guest"."""


CAPTION_SCALE_MIN, CAPTION_SCALE_MAX = 0.7, 2.5
