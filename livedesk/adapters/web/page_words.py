"""The words of the phone page: which languages go to a phone with it, so that the page stays small on a bad Wi-Fi.

The page holds its English itself, in a block of data that no browser runs; the other languages are in words.json.
"""

import json
import re
from collections.abc import Collection, Iterable
from functools import lru_cache

from livedesk.core.ids import Language

PAGE_BYTES = 60_000
"""The page with its words stays below this; languages that would be too much are left out, the likeliest last."""

_BLOCK = re.compile(rb'(<script id="words" type="application/json">)(.*?)(</script>)', re.DOTALL)
_WISH = re.compile(r"([a-z]{2,3})(?:-[\w-]+)?\s*(?:;\s*q=\s*([\d.]+))?", re.IGNORECASE)


def whole_page(page: bytes, words: bytes) -> bytes:
    """Return resources/web/audience.html with all languages of words.json in it."""
    english = _words_in(page)["en"]
    others = {
        language: [said[key] for key in english]
        for language, said in json.loads(words.decode("utf-8")).items()
    }
    return _with_words(page, {"en": english, **others})


def page_for(whole: bytes, accept_language: str, offered: Collection[Language]) -> bytes:
    """Return what a phone gets of `whole`: English, the languages of its browser, and those of the captions."""
    wished = wished_languages(accept_language)
    return _page_in(whole, tuple(dict.fromkeys([*wished[:1], *offered, *wished[1:]])))


def wished_languages(accept_language: str) -> list[str]:
    """Return the languages of an Accept-Language header, the dearest first."""
    found = [_WISH.fullmatch(part.strip()) for part in accept_language[:500].split(",")]
    ranked = [(_weight(wish[2]), wish[1].lower()) for wish in found if wish]
    return list(dict.fromkeys(language for _, language in sorted(ranked, key=lambda each: -each[0])))


def _weight(given: str | None) -> float:
    try:
        return float(given or 1)
    except ValueError:
        return 0.0


@lru_cache(maxsize=64)
def _page_in(whole: bytes, languages: Iterable[str]) -> bytes:
    if not _BLOCK.search(whole):
        return whole
    words = _words_in(whole)
    kept = {"en": words["en"]}
    page = _with_words(whole, kept)
    for language in languages:
        if language in words and language not in kept:
            larger = _with_words(whole, {**kept, language: words[language]})
            if len(larger) < PAGE_BYTES:
                kept[language] = words[language]
                page = larger
    return page


def _words_in(page: bytes) -> dict[str, dict[str, str] | list[str]]:
    block = _BLOCK.search(page)
    assert block is not None, "no page of ours"
    words: dict[str, dict[str, str] | list[str]] = json.loads(block[2].decode("utf-8"))
    return words


def _with_words(page: bytes, words: dict[str, dict[str, str] | list[str]]) -> bytes:
    # Nothing in the block may look like its end.
    text = json.dumps(words, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return _BLOCK.sub(lambda block: block[1] + text.encode("utf-8") + block[3], page, count=1)
