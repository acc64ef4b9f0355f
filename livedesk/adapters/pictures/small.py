"""A picture of the catalogue as phones get it: small, because all of them load it at once over one Wi-Fi."""

from io import BytesIO

SIDE_PX = 480
_QUALITY = 80
_SVG = b"<svg"


def small(data: bytes) -> tuple[bytes, str] | None:
    """Return the picture and its media type; None for what is no picture. A drawing stays as it is."""
    if _SVG in data[:2048]:
        return data, "image/svg+xml"
    from PIL import Image, UnidentifiedImageError
    from PIL.Image import Resampling

    try:
        with Image.open(BytesIO(data)) as opened:
            opened.draft("RGB", (SIDE_PX, SIDE_PX))
            opened.thumbnail((SIDE_PX, SIDE_PX), Resampling.LANCZOS, reducing_gap=2.0)
            has_alpha = opened.mode in ("RGBA", "LA", "PA") or "transparency" in opened.info
            out = BytesIO()
            if has_alpha:
                opened.convert("RGBA").save(out, "PNG", optimize=True)
                return out.getvalue(), "image/png"
            opened.convert("RGB").save(out, "JPEG", quality=_QUALITY)
            return out.getvalue(), "image/jpeg"
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError, EOFError):
        return None
