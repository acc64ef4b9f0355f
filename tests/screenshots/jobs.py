"""What long work told the desk in the pictures: a list of models, one on its way, and a price list being imported."""

from livedesk.core.catalogue.importing.job import IMPORT_JOB, ImportChecked, ImportStep, TableRead
from livedesk.core.catalogue.importing.mapping import guess_mapping
from livedesk.core.catalogue.importing.problems import Effect, ImportProblem, ProblemCode
from livedesk.core.catalogue.importing.sheet import Sheet
from livedesk.core.ids import EN, ZH, Language
from livedesk.core.jobs import Job, JobState
from livedesk.core.model_list import LIST_JOB, MODEL_JOB, ModelEntry, ModelKind, ModelList

_MB = 1_000_000
PRICE_LIST = "报价单 2026.xlsx"
_SHEET = "报价"
_ROWS = (
    ("朗汐厨具有限公司 出口报价单", "", "", "", "", "", "", ""),
    ("货号", "产品名称", "Description", "FOB单价", "起订量", "装箱数", "HS编码", "备注"),
    ("JZ-03", "便携式榨汁杯", "Portable juicer cup", "US$3.50/pc", "500", "24", "8509409000", "热销"),
    ("CG-32", "不粘炒锅 32 cm", "Non-stick wok 32 cm", "US$6.80/pc", "300", "6", "7615109000", ""),
    ("SH-18", "电热水壶 1.8 L", "Electric kettle 1.8 L", "US$5.20/pc", "500", "12", "8516799000", ""),
    ("KZ-45", "空气炸锅 4.5 L", "Air fryer 4.5 L", "电询", "200", "2", "8516609000", "新款"),
    ("ZB-3S", "竹制砧板三件套", "Bamboo board set, 3 pieces", "US$4.10/set", "1000", "20", "4419110000", ""),
)
_PROBLEMS = (
    ImportProblem("报价!H2", ProblemCode.UNKNOWN_COLUMN, "备注", Effect.COLUMN_LEFT_OUT),
    ImportProblem("报价!D6", ProblemCode.NOT_A_PRICE, "电询", Effect.FIELD_LEFT),
)


def models() -> list[Job]:
    """Return the jobs after which the window lists models and fetches one."""
    entries = (
        _marian(ZH, EN, path="models/opus-mt-zh-en"),
        _marian(EN, ZH),
        _marian(EN, Language("es")),
        _marian(EN, Language("fr")),
        _speech("whisper-base", 148, path="models/whisper-base"),
        _speech("whisper-small", 486),
    )
    fetching = Job(MODEL_JOB, "opus-mt-en-zh", JobState.RUNNING, 131 * _MB, 312 * _MB)
    return [Job(LIST_JOB, "", JobState.DONE, result=ModelList(entries)), fetching]


def table_read() -> Job:
    """Return the job by which a price list was read."""
    mapping = guess_mapping(Sheet(_SHEET, _ROWS))
    return _import(ImportStep.READ, TableRead(PRICE_LIST, (_SHEET,), _SHEET, _ROWS, len(_ROWS), (), mapping))


def table_checked() -> Job:
    """Return the job by which the price list was compared with the catalogue."""
    return _import(ImportStep.CHECK, ImportChecked(1, 3, 1, 5, _PROBLEMS))


def _import(step: ImportStep, result: object) -> Job:
    return Job(IMPORT_JOB, step, JobState.DONE, result=result)


def _marian(source: Language, target: Language, path: str = "") -> ModelEntry:
    return ModelEntry(
        f"opus-mt-{source}-{target}", ModelKind.MARIAN, source, target, (), 312 * _MB, "CC-BY-4.0", path,
        is_listed=True, is_ours=bool(path),
    )  # fmt: skip


def _speech(name: str, size_mb: int, path: str = "") -> ModelEntry:
    return ModelEntry(
        name,
        ModelKind.WHISPER,
        None,
        None,
        (),
        size_mb * _MB,
        "MIT",
        path,
        is_listed=True,
        is_ours=bool(path),
    )
