"""QR codes as rows of dark and light modules, for whoever draws them."""

_LARGEST_VERSION = 20
"""97 modules a side: on a card held to a camera across a booth, smaller modules are no longer read."""


def qr_modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """Return the QR code of `text` (UTF-8, error correction M) without its quiet zone, dark is True.

    Returns () for no text and for one that is too long to be read from a card.
    """
    import segno

    if not text:
        return ()
    try:
        code = segno.make_qr(text, error="m", boost_error=False, encoding="utf-8")
    except segno.DataOverflowError:
        return ()
    if int(code.version) > _LARGEST_VERSION:
        return ()
    return tuple(tuple(bool(module) for module in row) for row in code.matrix)
