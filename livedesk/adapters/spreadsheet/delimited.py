"""Reads .csv and .tsv as programs in China and elsewhere write them: UTF-8, UTF-16, GB18030, Big5; commas, tabs."""

import codecs
import csv
import io
import re
from pathlib import Path

from livedesk.core.catalogue.importing.sheet import MOST_COLUMNS, MOST_ROWS, Progress, Sheet, no_progress
from livedesk.core.errors import ErrorCode, UserFacing

_DELIMITERS = ",;\t|"
_SAMPLE_LINES = 30
_TRADE_WORDS = re.compile(
    "货号|品名|单价|价格|产品|商品|名称|规格|颜色|数量|图片|起订|装箱|外箱|材质|交期|编号|型号|描述|类别|证书|备注|尺寸|不锈钢"
    "|貨號|單價|價格|產品|名稱|規格|顏色|數量|圖片|起訂|裝箱|材質|編號|型號|描述|類別|證書|備註|尺寸|不銹鋼|不鏽鋼"
)
_ODD = re.compile("[\ue000-\uf8ff\ufffd\x00-\x08\x0e-\x1f]")
_OTHER_ENCODINGS = ("cp1252", "cp1251", "shift_jis", "cp949", "cp1256", "cp1253", "cp1254")
"""What Windows writes in the West, in Russia, Japan, Korea, the Arab world, Greece and Turkey. To guess among more of
them gives wrong letters for right ones."""
QUOTE = "'"
"""Before a text that a spreadsheet would take for a formula; see `write_csv`."""
FORMULA_STARTS = tuple("=+-@\t\r＝＋－＠")


def read_delimited(path: Path, progress: Progress = no_progress) -> Sheet:
    """Return the table in a text file; raises `UserFacing(SHEET_BROKEN | SHEET_EMPTY | SHEET_TOO_LONG...)`.

    A quotation mark that is not closed, or closed twice, would move everything behind it into one cell: such a file
    is refused with the line on which the damaged row begins.
    """
    progress(0, 0)
    text = decoded(path.read_bytes(), path.name)
    delimiter = _delimiter(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[list[str | None]] = []
    line = 1
    while True:
        if len(rows) % 500 == 0:
            progress(0, 0)
        try:
            cells = next(reader)
        except StopIteration:
            break
        except csv.Error as error:
            raise UserFacing(ErrorCode.SHEET_BROKEN, file=path.name, line=line) from error
        if len(rows) >= MOST_ROWS or len(cells) > MOST_COLUMNS:
            raise UserFacing(
                ErrorCode.SHEET_TOO_LONG, file=path.name, most=MOST_ROWS, most_columns=MOST_COLUMNS
            )
        rows.append([_plain(cell) for cell in cells])
        line = reader.line_num + 1
    return Sheet("", rows)


def _plain(cell: str) -> str:
    """Return a cell as it was before it was made harmless for spreadsheets; ="001" is how some keep leading zeros."""
    if cell.startswith(QUOTE) and needs_quote(cell[1:]):
        return cell[1:]
    if cell.startswith('="') and cell.endswith('"') and len(cell) > 3:
        return cell[2:-1]
    return cell


def needs_quote(text: str) -> bool:
    """Whether a spreadsheet would take `text` for a formula, or it looks as if it had been marked as one already."""
    is_formula = text.startswith(FORMULA_STARTS) or text.lstrip().startswith(FORMULA_STARTS)
    return is_formula or (text.startswith(QUOTE) and (needs_quote(text[1:]) or text.startswith(QUOTE * 2)))


def decoded(data: bytes, file: str) -> str:
    """Return the text in a file; raises `UserFacing(SHEET_FORMAT)` for one that is no text."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF32_LE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return _strictly(data, encoding, file)
    if b"\0" in data[:4096]:
        # UTF-16 without its mark: nearly every other byte of a table is a zero.
        even, odd = data[0:4096:2].count(0), data[1:4096:2].count(0)
        if max(even, odd) < 8 * min(even, odd) or max(even, odd) < len(data[:4096]) // 20:
            raise UserFacing(ErrorCode.SHEET_FORMAT, file=file)
        return _strictly(data, "utf-16-be" if even > odd else "utf-16-le", file)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(data, file)


def _strictly(data: bytes, encoding: str, file: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UserFacing(ErrorCode.SHEET_BROKEN, file=file) from error


def _legacy(data: bytes, file: str) -> str:
    """Decode an older encoding: the one of the two Chinese ones that gives words of trade, else what is likeliest."""
    found: list[tuple[float, str]] = []
    for encoding in ("gb18030", "big5hkscs"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        words = len(_TRADE_WORDS.findall(text[:200_000]))
        odd = len(_ODD.findall(text[:200_000]))
        found.append((words + _common(data[:200_000], encoding) - odd, text))
    best = max(found, default=(0.0, ""), key=lambda pair: pair[0])
    if best[0] > 1:
        return best[1]
    from charset_normalizer import from_bytes

    guess = from_bytes(data[:200_000], cp_isolation=list(_OTHER_ENCODINGS)).best()
    if guess is None:
        raise UserFacing(ErrorCode.SHEET_FORMAT, file=file)
    return _strictly(data, guess.encoding, file)


def _common(data: bytes, encoding: str) -> float:
    """Return how much the two-byte characters look like everyday ones, from 0 to 2: their first bytes tell."""
    text = data.decode(encoding, "ignore")
    pairs = [c.encode(encoding) for c in text if "一" <= c <= "鿿"]
    if not pairs:
        return 0.0
    first, last = (0xB0, 0xD7) if encoding == "gb18030" else (0xA4, 0xC6)
    return 2.0 * sum(len(pair) == 2 and first <= pair[0] <= last for pair in pairs) / len(pairs)


def _delimiter(text: str) -> str:
    """Return the separator that cuts the first lines most evenly; the text in quotation marks does not count."""
    sample = re.sub(r'"[^"]*"', "", "\n".join(text.splitlines()[:_SAMPLE_LINES])).splitlines()
    filled = [line for line in sample if line.strip()]

    def worth(delimiter: str) -> tuple[int, int]:
        counts = [line.count(delimiter) for line in filled]
        usual = max(set(counts), key=lambda n: (counts.count(n), n), default=0)
        return (counts.count(usual) if usual else 0, usual)

    return max(_DELIMITERS, key=worth) if filled else ","
