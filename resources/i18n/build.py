"""Keeps the translations of the window in step with its texts, with Qt Linguist's own tools from PySide6.

    python resources/i18n/build.py update    collect the texts of livedesk/ui into the .ts files
    python resources/i18n/build.py release   make the .qm files that the window loads
    python resources/i18n/build.py check     fail when a text is new, gone or not translated

English has its file for plurals only ("1 message", "2 messages").
"""

import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).resolve().parent
SOURCES = HERE.parents[1] / "livedesk" / "ui"
LANGUAGES = {"zh_CN": (), "en": ("-pluralonly",)}


def ts_file(language: str, folder: Path = HERE) -> Path:
    """Return where the texts of `language` are kept."""
    return folder / f"livedesk_{language}.ts"


def update(folder: Path = HERE) -> None:
    """Collect all texts into the .ts files in `folder`, keeping what is translated."""
    sources = [str(path) for path in sorted(SOURCES.rglob("*.py"))]
    for language, options in LANGUAGES.items():
        target = ["-target-language", language, "-ts", str(ts_file(language, folder))]
        _run("lupdate", "-silent", "-no-obsolete", "-locations", "none", *options, *sources, *target)


def release(folder: Path = HERE) -> list[Path]:
    """Make the .qm file of each language in `folder`; returns them."""
    made = []
    for language in LANGUAGES:
        qm = folder / f"livedesk_{language}.qm"
        _run("lrelease", "-silent", str(ts_file(language)), "-qm", str(qm))
        made.append(qm)
    return made


def problems() -> list[str]:
    """Return what `check` complains about: a line for each text that is new, gone or not translated."""
    with tempfile.TemporaryDirectory() as name:
        fresh = Path(name)
        for language in LANGUAGES:
            shutil.copy(ts_file(language), fresh)
        update(fresh)
        found = []
        for language in LANGUAGES:
            kept = {(context, source) for context, source, _ in messages(ts_file(language))}
            wanted = {(context, source) for context, source, _ in messages(ts_file(language, fresh))}
            found += [f"{language}: new: {context}: {source}" for context, source in sorted(wanted - kept)]
            found += [f"{language}: gone: {context}: {source}" for context, source in sorted(kept - wanted)]
        for language in LANGUAGES:
            for context, source, forms in messages(ts_file(language)):
                if not all(forms):
                    found.append(f"{language}: not translated: {context}: {source}")
    return found


def messages(ts: Path) -> Iterator[tuple[str, str, list[str]]]:
    """Yield context, source text and the finished translations (one, or one per plural form; "" if unfinished)."""
    for context in ET.parse(ts).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            if translation.get("type") == "unfinished":
                forms = [""]
            yield context.findtext("name", ""), message.findtext("source", ""), forms


def _run(tool: str, *arguments: str) -> None:
    spec = find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(
            "PySide6-Essentials is needed to build the translations: pip install PySide6-Essentials"
        )
    program = Path(spec.submodule_search_locations[0]) / tool
    subprocess.run([str(program), *arguments], check=True)


def main(arguments: list[str]) -> int:
    """Do what the command line says; returns the exit code."""
    match arguments:
        case ["update"]:
            update()
        case ["release"]:
            release()
        case ["check"]:
            found = problems()
            print("\n".join(found) or "All texts are translated.")
            return 1 if found else 0
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
