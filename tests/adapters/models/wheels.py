"""Packages as the index has them, as far as a model's files in them go."""

import io
import zipfile


def wheel(members: dict[str, bytes]) -> bytes:
    """Return a package with these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return out.getvalue()
