"""livedesk: sell by livestream from a trade-fair booth, translated on this computer."""

__version__ = "0.1.0"
