"""The user's terms as a table: read from what spreadsheets write, and written so that they read it.

One row a term, one column a language, headed by its code ("zh", "en") or its name in Chinese or English; several ways
to write a term are put apart by a bar, the usual one first. Two more columns may stand there: `kind` (user, product,
brand, material, category) and `case` (yes: capitals count).
"""

import csv
import io
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from livedesk.core.errors import disk_error
from livedesk.core.ids import EN, ZH, Language, TermId
from livedesk.core.translation.model import language_from_code
from livedesk.core.translation.terms import OWN_KINDS, Term, TermKind, same_name, tidy
from livedesk.core.translation.terms_file import TermsFault, TermsProblem

MOST_TERMS = 20_000
MOST_CHARACTERS = 200
"""Of a cell; a longer one is a sentence or a slip."""
MOST_BYTES = 16 << 20

_BAR = "|"
_KIND, _CASE = "kind", "case"
_NAMES = {
    "中文": "zh",
    "汉语": "zh",
    "简体中文": "zh",
    "chinese": "zh",
    "英文": "en",
    "英语": "en",
    "english": "en",
    "西班牙语": "es",
    "spanish": "es",
    "法语": "fr",
    "french": "fr",
    "德语": "de",
    "german": "de",
    "葡萄牙语": "pt",
    "portuguese": "pt",
    "俄语": "ru",
    "russian": "ru",
    "阿拉伯语": "ar",
    "arabic": "ar",
    "日语": "ja",
    "japanese": "ja",
    "韩语": "ko",
    "korean": "ko",
    "类型": _KIND,
    "type": _KIND,
    "大小写": _CASE,
}
_TRUE = frozenset({"yes", "y", "true", "1", "x", "是", "√"})
_ENCODINGS = ("utf-8-sig", "gb18030")
"""What Excel and WPS write in Chinese Windows, besides UTF-16 with its mark."""
_DELIMITERS = ",;\t"
_FORMULA_STARTS = tuple("=+-@＝＋－＠\t\r")


def read_terms(path: Path) -> tuple[tuple[Term, ...], tuple[TermsProblem, ...]]:
    """Return the terms in the file, without ids, and what could not be taken; nothing raises."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        return (), (TermsProblem(0, TermsFault.UNREADABLE, error.strerror or type(error).__name__),)
    text = _decoded(data) if len(data) <= MOST_BYTES else None
    if text is None:
        return (), (TermsProblem(0, TermsFault.UNREADABLE, path.name),)
    return parse_terms(text)


def parse_terms(text: str) -> tuple[tuple[Term, ...], tuple[TermsProblem, ...]]:
    """Return the terms in a table, without ids, and what could not be taken."""
    problems: list[TermsProblem] = []
    terms: dict[tuple[Language, str], Term] = {}
    rows = _rows(text, problems)
    heading = next(rows, (1, []))[1]
    columns = [_column(name) for name in heading]
    problems += [
        TermsProblem(1, TermsFault.UNKNOWN_COLUMN, name)
        for name, column in zip(heading, columns, strict=True)
        if not column and name.strip()
    ]
    if len({column for column in columns if column not in ("", _KIND, _CASE)}) < 2:
        return (), (*problems, TermsProblem(1, TermsFault.NO_LANGUAGES, " ".join(heading)[:MOST_CHARACTERS]))
    for line, cells in rows:
        term = _term(line, dict(zip(columns, cells, strict=False)), problems)
        if term is None:
            continue
        name = same_name(term)
        if name in terms:
            problems.append(TermsProblem(line, TermsFault.TWICE, name[1]))
        elif len(terms) >= MOST_TERMS:
            problems.append(TermsProblem(line, TermsFault.TOO_MANY, str(MOST_TERMS)))
            break
        else:
            terms[name] = term
    return tuple(terms.values()), tuple(problems)


def write_terms(path: Path, terms: Sequence[Term]) -> None:
    """Write `terms` to `path`, Chinese and English first; raises `UserFacing(DISK_FULL | FOLDER_NOT_WRITABLE)`."""
    found = {language for term in terms for language in term.texts}
    languages = [ZH, EN, *sorted(found - {ZH, EN})]
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    writer.writerow([*languages, _KIND, _CASE])
    for term in terms:
        texts = [_BAR.join(term.texts.get(language, ())) for language in languages]
        cells = [*texts, term.kind.value, "yes" if term.is_case_sensitive else ""]
        writer.writerow([_harmless(cell) for cell in cells])
    unfinished = path.with_name(f".{path.name}.part")
    try:
        unfinished.write_bytes(out.getvalue().encode("utf-8-sig", "replace"))
        unfinished.replace(path)
    except OSError as error:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise disk_error(error, str(path.parent)) from error


def _decoded(data: bytes) -> str | None:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = _ENCODINGS
    for encoding in encodings:
        with suppress(UnicodeDecodeError):
            return data.decode(encoding)
    return None


def _rows(text: str, problems: list[TermsProblem]) -> Iterator[tuple[int, list[str]]]:
    """Yield (line, cells) of every row that is not blank."""
    first = text.lstrip("\n\r").partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=delimiter)
    line = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            problems.append(TermsProblem(line, TermsFault.UNREADABLE, str(error)))
            return
        if any(cell.strip() for cell in cells):
            yield line, cells
        line = reader.line_num + 1


def _column(name: str) -> str:
    """Return what a column holds: a language's code, "kind", "case", or "" for a name that says nothing."""
    name = name.strip().lower()
    name = _NAMES.get(name, name)
    if name in (_KIND, _CASE):
        return name
    return (language_from_code(name) or "") if 2 <= len(name) <= 7 else ""


def _term(line: int, cells: dict[str, str], problems: list[TermsProblem]) -> Term | None:
    texts = {}
    for column, cell in cells.items():
        if column in ("", _KIND, _CASE):
            continue
        if len(cell) > MOST_CHARACTERS:
            problems.append(TermsProblem(line, TermsFault.TOO_LONG, cell[:40]))
            return None
        texts[Language(column)] = tuple(_plain(cell).split(_BAR))
    kind = cells.get(_KIND, "").strip().lower() or TermKind.USER
    if kind not in OWN_KINDS:
        problems.append(TermsProblem(line, TermsFault.UNKNOWN_KIND, kind[:MOST_CHARACTERS]))
        return None
    term = tidy(Term(TermId(""), texts, TermKind(kind)))
    if len(term.texts) < 2:
        only = next((term.text(language) for language in term.texts), "")
        problems.append(TermsProblem(line, TermsFault.ONE_LANGUAGE, only))
        return None
    return replace(term, is_case_sensitive=cells.get(_CASE, "").strip().lower() in _TRUE)


def _harmless(cell: str) -> str:
    """Return `cell` so that a spreadsheet shows it and does not run it (https://owasp.org/www-community/attacks/CSV_Injection)."""
    return f"'{cell}" if cell.lstrip().startswith(_FORMULA_STARTS) or cell.startswith("'") else cell


def _plain(cell: str) -> str:
    """Return a cell as it was before `_harmless`."""
    return cell[1:] if cell.startswith("'") else cell
