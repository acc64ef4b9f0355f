"""Where messages come from, by the name that `ChatReceived.source` carries."""

PHONE = "phone"
INLET = "inlet"
TWITCH = "twitch"
YOUTUBE = "youtube"
PASTED = "pasted"
REPLAY = "replay"
PRACTICE = "practice"
"""The buyers of a rehearsal's tape; replies to them reach nobody."""


def mention(name: str) -> str:
    """Return how a public chat calls a buyer: "@Maria"."""
    return f"@{name.lstrip('@')}"
