"""The user's terms as a file: what spreadsheets write is read, what is wrong is told with its line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.adapters.glossary.csv_file import (
    MOST_CHARACTERS,
    MOST_TERMS,
    parse_terms,
    read_terms,
    write_terms,
)
from livedesk.core.errors import ErrorCode, UserFacing
from livedesk.core.ids import EN, ZH, Language, TermId
from livedesk.core.translation.terms import OWN_KINDS, Term, TermKind, merged
from livedesk.core.translation.terms_file import TermsFault, TermsProblem

ES = Language("es")
MARK = Term(TermId(""), {ZH: ("唛头",), EN: ("shipping mark", "carton mark")})
BRAND = Term(
    TermId(""), {ZH: ("红米",), EN: ("Redmi",), ES: ("Redmi",)}, TermKind.BRAND, is_case_sensitive=True
)
TABLE = "zh,en,es,kind,case\n唛头,shipping mark|carton mark,,,\n红米,Redmi,Redmi,brand,yes\n"


def faults(text: str) -> list[tuple[int, TermsFault, str]]:
    return [(p.line, p.fault, p.value) for p in parse_terms(text)[1]]


def test_that_a_table_is_read() -> None:
    assert parse_terms(TABLE) == ((MARK, BRAND), ())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
def test_that_any_encoding_of_a_spreadsheet_is_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "terms.csv"
    path.write_bytes(TABLE.encode(encoding))
    assert read_terms(path) == ((MARK, BRAND), ())


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_that_any_delimiter_of_a_spreadsheet_is_read(delimiter: str, end: str) -> None:
    assert parse_terms(TABLE.replace(",", delimiter).replace("\n", end))[0] == (MARK, BRAND)


@pytest.mark.parametrize(
    "heading", ["zh,en", "ZH,EN", "中文,英文", "Chinese,English", " zh , en ", "zho,eng"]
)
def test_that_a_column_is_known_by_code_or_name(heading: str) -> None:
    assert parse_terms(f"{heading}\n唛头,shipping mark|carton mark")[0] == (MARK,)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", [(1, TermsFault.NO_LANGUAGES, "")]),
        ("zh\n唛头", [(1, TermsFault.NO_LANGUAGES, "zh")]),
        ("zh,zh\n唛头,唛头", [(1, TermsFault.NO_LANGUAGES, "zh zh")]),
        ("zh,en,price\n唛头,mark,5", [(1, TermsFault.UNKNOWN_COLUMN, "price")]),
        (
            "zh,en\n唛头,\n,\n,mark",
            [(2, TermsFault.ONE_LANGUAGE, "唛头"), (4, TermsFault.ONE_LANGUAGE, "mark")],
        ),
        ("zh,en,kind\n唛头,mark,poem", [(2, TermsFault.UNKNOWN_KIND, "poem")]),
        ("zh,en,kind\n唛头,mark,certificate", [(2, TermsFault.UNKNOWN_KIND, "certificate")]),
        ("zh,en\n唛头,mark\n 唛头 ,sign", [(3, TermsFault.TWICE, "唛头")]),
        (f"zh,en\n{'长' * (MOST_CHARACTERS + 1)},long", [(2, TermsFault.TOO_LONG, "长" * 40)]),
        ('zh,en\n"唛\n头",mark\n红米', [(4, TermsFault.ONE_LANGUAGE, "红米")]),
    ],
)
def test_that_what_is_wrong_is_told_with_its_line(text: str, told: list[tuple[int, TermsFault, str]]) -> None:
    assert faults(text) == told


def test_that_a_bad_line_does_not_stop_the_others() -> None:
    terms, problems = parse_terms("zh,en,kind\n唛头,mark,poem\n红米,Redmi,brand\n\n,\n交期,lead time,")
    assert [t.text(ZH) for t in terms] == ["红米", "交期"]
    assert len(problems) == 1


def test_that_too_many_terms_are_told() -> None:
    rows = "".join(f"词{n},word {n}\n" for n in range(MOST_TERMS + 3))
    terms, problems = parse_terms(f"zh,en\n{rows}")
    assert len(terms) == MOST_TERMS
    assert problems == (TermsProblem(MOST_TERMS + 2, TermsFault.TOO_MANY, str(MOST_TERMS)),)


@pytest.mark.parametrize("data", [b"zh,en\n\xff\xff\xff", b"\xff\xfez"])
def test_that_a_file_that_is_no_text_is_told(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "terms.csv"
    path.write_bytes(data)
    assert read_terms(path) == ((), (TermsProblem(0, TermsFault.UNREADABLE, "terms.csv"),))


def test_that_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    (problem,) = read_terms(tmp_path / "no.csv")[1]
    assert (problem.line, problem.fault) == (0, TermsFault.UNREADABLE)
    (problem,) = read_terms(tmp_path)[1]
    assert problem.fault is TermsFault.UNREADABLE


# --- writing ---


def test_that_what_is_written_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "terms.csv"
    write_terms(path, merged((), [MARK, BRAND]))
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert read_terms(path) == ((MARK, BRAND), ())
    write_terms(path, ())
    assert read_terms(path) == ((), ())
    assert [p.name for p in tmp_path.iterdir()] == ["terms.csv"]


@pytest.mark.parametrize("text", ["=1+1", "+86", "-5", "@me", " =1", "'quoted", "＝1"])
def test_that_no_cell_is_run_as_a_formula(tmp_path: Path, text: str) -> None:
    path = tmp_path / "terms.csv"
    term = Term(TermId("own:1"), {ZH: ("词",), EN: (text,)})
    write_terms(path, [term])
    assert f'"\'{text}"' in path.read_text("utf-8-sig")
    assert read_terms(path)[0][0].text(EN) == text.strip()


def test_that_a_folder_that_takes_nothing_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UserFacing) as raised:
        write_terms(tmp_path / "file" / "terms.csv", [MARK])
    assert raised.value.code == ErrorCode.FOLDER_NOT_WRITABLE


_WORDS = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12)
_TERMS = st.builds(
    Term,
    id=st.just(TermId("")),
    texts=st.dictionaries(
        st.sampled_from([ZH, EN, ES]), st.lists(_WORDS, min_size=1, max_size=2).map(tuple), min_size=2
    ),
    kind=st.sampled_from(OWN_KINDS),
    is_case_sensitive=st.booleans(),
)


@given(st.lists(_TERMS, max_size=4))
def test_that_any_terms_survive_the_file(tmp_path_factory: pytest.TempPathFactory, terms: list[Term]) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    own = merged((), terms)
    plain = [t for t in own if not any("|" in form for forms in t.texts.values() for form in forms)]
    write_terms(path, plain)
    read, problems = read_terms(path)
    assert problems == ()
    assert [(t.texts, t.kind, t.is_case_sensitive) for t in read] == [
        (t.texts, t.kind, t.is_case_sensitive) for t in plain
    ]


@given(st.text(max_size=80), st.binary(max_size=80))
def test_that_nothing_raises_whatever_the_file_holds(
    tmp_path_factory: pytest.TempPathFactory, text: str, data: bytes
) -> None:
    parse_terms(text)
    parse_terms(f"zh,en\n{text}")
    path = tmp_path_factory.getbasetemp() / "noise.csv"
    path.write_bytes(data)
    read_terms(path)
