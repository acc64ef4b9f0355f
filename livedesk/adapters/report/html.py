"""A page as one HTML file: no script, nothing from elsewhere, light and dark, made to be printed too."""

import base64
import hashlib
from html import escape

from livedesk.adapters.report.svg import svg
from livedesk.core.report.page import (
    Beside,
    Block,
    Cell,
    Chart,
    Figures,
    Heading,
    Mark,
    Page,
    Paragraph,
    Row,
    Table,
)

STYLE = """
:root{color-scheme:light dark;--back:#f6f5f2;--panel:#fff;--line:#e4e1da;--ink:#1d1b18;--mute:#6a655c;
--full:#0f6b5c;--soft:#e3f1ee;--warn:#965000;--warn-soft:#fdf0dc}
@media (prefers-color-scheme:dark){:root{--back:#151617;--panel:#1d1f21;--line:#2e3134;--ink:#ecebe8;
--mute:#a3a29c;--full:#4cc3ae;--soft:#17332f;--warn:#ffb454;--warn-soft:#3a2c14}}
*{box-sizing:border-box}
body{margin:0;background:var(--back);color:var(--ink);font:15px/1.5 "Segoe UI","PingFang SC","Microsoft YaHei UI",
Inter,"Noto Sans","Noto Sans CJK SC","Noto Sans Arabic",system-ui,sans-serif;font-variant-numeric:tabular-nums}
main{max-width:960px;margin:0 auto;padding:40px 40px 56px;background:var(--panel);min-height:100vh}
h1{font-size:28px;line-height:1.25;font-weight:600;margin:0}
h2{font-size:19px;font-weight:600;margin:44px 0 16px;padding-top:16px;border-top:1px solid var(--line)}
h3{font-size:15px;font-weight:600;margin:28px 0 8px}
p{margin:8px 0}
.sub,.mute,footer{color:var(--mute)}
.sub{margin:4px 0 0}
.tag{display:inline-block;font-size:12px;font-weight:600;color:var(--warn);background:var(--warn-soft);
border-radius:4px;padding:2px 8px;margin:0 0 8px}
.figures{display:grid;grid-template-columns:repeat(auto-fill,minmax(190px,1fr));gap:20px 28px;margin:0 0 8px}
.figures div{min-width:0}
.figures b{display:block;font-size:28px;line-height:1.2;font-weight:600}
.figures small{display:block;font-size:12px;color:var(--mute)}
.figures .warn b{color:var(--warn)}
table{width:100%;border-collapse:collapse;table-layout:fixed;font-size:13px;margin:4px 0 8px}
th{font-weight:400;color:var(--mute);text-align:start;vertical-align:bottom}
th,td{padding:8px 12px 8px 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
.number+:not(.number){padding-left:16px}
th:last-child,td:last-child{padding-inline-end:0}
td{vertical-align:top}
td div{unicode-bidi:plaintext;text-align:left}
.number,td.number div{text-align:right}
td.strong div:first-child,tr.strong>td:first-child div:first-child{font-weight:600}
td.strong div+div,td.mute{color:var(--mute)}
td div+div{color:var(--mute)}
tr:has(+tr.on)>td:first-child{border-bottom-color:transparent}
th{overflow-wrap:normal}
tr.warn td:nth-child(3){color:var(--warn)}
.beside{display:grid;grid-template-columns:repeat(auto-fit,minmax(320px,1fr));gap:8px 40px}
figure{margin:12px 0}
figcaption{font-size:13px;font-weight:600;margin:0 0 4px}
.keys{display:flex;gap:20px;font-size:12px;color:var(--mute);margin:4px 0 12px}
.keys span{display:inline-flex;gap:6px;align-items:center}
svg{display:block;max-width:100%;height:auto}
.keys svg{flex:none}
svg text{font-size:12px;fill:var(--ink);dominant-baseline:central;unicode-bidi:plaintext}
svg text.mute{fill:var(--mute)}
svg .full{fill:var(--full)}svg .soft{fill:var(--soft);stroke:var(--full);stroke-width:1}
svg .warn{fill:var(--warn)}svg .ink{fill:var(--ink)}svg .mute{fill:var(--mute)}
svg line{stroke:var(--line);stroke-width:1}
footer{font-size:12px;margin-top:44px;padding-top:12px;border-top:1px solid var(--line)}
@media (max-width:640px){main{padding:20px 16px}}
@media print{:root{--back:#fff;--panel:#fff;--line:#d8d4cc;--ink:#000;--mute:#55514a;--full:#0f6b5c;--soft:#e3f1ee;
--warn:#7a4100;--warn-soft:#fff}
@page{size:A4;margin:16mm}body{font-size:10.5pt}main{max-width:none;padding:0}
h2,h3{break-after:avoid}tr,figure,.figures div{break-inside:avoid}thead{display:table-header-group}
.beside{grid-template-columns:1fr 1fr}.figures{grid-template-columns:repeat(4,1fr)}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
"""
_DIGEST = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
POLICY = f"default-src 'none'; style-src 'sha256-{_DIGEST}'; base-uri 'none'; form-action 'none'"
_LANGUAGES = {"zh": "zh-CN"}


def html(page: Page) -> str:
    """Return the whole file."""
    language = _LANGUAGES.get(page.language, page.language)
    tag = f'<div class="tag">{text(page.tag)}</div>' if page.tag else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{text(language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{text(POLICY)}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{text(page.title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        f'<header>{tag}<h1 dir="auto">{text(page.title)}</h1><p class="sub">{text(page.subtitle)}</p></header>\n'
        + "\n".join(map(_block, page.blocks))
        + f"\n<footer>{text(page.footer)}</footer>\n</main>\n</body>\n</html>\n"
    )


def text(value: str) -> str:
    """Return `value` so that it stands as text, in an attribute too; control characters are left out."""
    clean = "".join(letter for letter in value if letter in "\n\t" or not _is_control(letter))
    return escape(clean.encode("utf-8", "replace").decode(), quote=True)


def _is_control(letter: str) -> bool:
    # The marks that turn the direction of what follows would reach beyond their own words.
    return ord(letter) < 32 or 127 <= ord(letter) < 160 or letter in "\u202a\u202b\u202c\u202d\u202e"


def _block(block: Block) -> str:
    match block:
        case Heading():
            level = 3 if block.is_small else 2
            return f"<h{level}>{text(block.text)}</h{level}>"
        case Paragraph():
            return f'<p class="{block.mark.value}">{text(block.text)}</p>'
        case Figures():
            return _figures(block)
        case Table():
            return _table(block)
        case Chart():
            return _chart(block)
        case Beside():
            return f'<div class="beside">{"".join(map(_chart, block.charts))}</div>'


def _figures(block: Figures) -> str:
    parts = [
        f'<div class="{figure.mark.value}"><b>{text(figure.value)}</b>{text(figure.label)}'
        f"<small>{text(figure.detail)}</small></div>"
        for figure in block.figures
    ]
    return f'<div class="figures">{"".join(parts)}</div>'


def _table(block: Table) -> str:
    widths = "".join(f'<col width="{column.share * 100:.1f}%">' for column in block.columns)
    head = "".join(
        f'<th scope="col"{" class=number" if column.is_number else ""}>{text(column.title)}</th>'
        for column in block.columns
    )
    rows = "".join(_row(row, block) for row in block.rows)
    rest = f'<p class="mute">{text(block.rest)}</p>' if block.rest else ""
    return (
        f'<table aria-label="{text(block.name)}"><colgroup>{widths}</colgroup><thead><tr>{head}</tr></thead>'
        f"<tbody>{rows}</tbody></table>{rest}"
    )


def _row(row: Row, table: Table) -> str:
    cells = "".join(
        _cell(cell, is_number=column.is_number) for cell, column in zip(row.cells, table.columns, strict=True)
    )
    goes_on = " on" if row.goes_on else ""
    return f'<tr class="{row.mark.value}{goes_on}">{cells}</tr>'


def _cell(cell: Cell, *, is_number: bool) -> str:
    classes = [
        *(["number"] if is_number else []),
        *([cell.mark.value] if cell.mark is not Mark.PLAIN else []),
    ]
    named = f' class="{" ".join(classes)}"' if classes else ""
    return f"<td{named}>{''.join(f'<div>{text(line)}</div>' for line in cell.lines)}</td>"


def _chart(chart: Chart) -> str:
    title = f"<figcaption>{text(chart.title)}</figcaption>" if chart.title else ""
    keys = "".join(f"<span>{svg(key.drawing, text)}{text(key.text)}</span>" for key in chart.keys)
    legend = f'<div class="keys">{keys}</div>' if keys else ""
    return f"<figure>{title}{svg(chart.drawing, text)}{legend}</figure>"
