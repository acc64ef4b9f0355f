"""Takes in pictures that the operator gave to a product, one after the other, and says how far it is."""

from collections.abc import Callable, Iterable
from itertools import count
from pathlib import Path

from livedesk.adapters.pictures.folder import clean_up, keep_picture, read_picture
from livedesk.adapters.pictures.normalise import normalise
from livedesk.app.wiring import Wired
from livedesk.core.catalogue.pictures import PICTURES_JOB, PicturesTaken, RefusedPicture
from livedesk.core.catalogue.product import Product
from livedesk.core.errors import UserFacing
from livedesk.core.events import JobReported
from livedesk.core.ids import Sku
from livedesk.core.jobs import Job, JobState
from livedesk.core.records import NoticeCode

Source = Path | bytes


class PictureErrands:
    """`add` returns at once; the work is an errand. One picture that cannot be used does not stop the others."""

    def __init__(self, wired: Wired) -> None:
        self._wired = wired
        self._numbers = count(1)

    def add(self, sku: Sku, sources: tuple[Source, ...]) -> None:
        """Take in files, or pictures from the clipboard, for the product `sku`."""
        name = f"{sku}#{next(self._numbers)}"

        def tell(state: JobState, done: int, result: object = None, code: str = "") -> None:
            job = Job(PICTURES_JOB, name, state, done, len(sources), result, code, {"sku": sku})
            self._wired.desk.post(JobReported(job))

        def work() -> None:
            try:
                taken = _take_in(self._wired.paths.pictures, sku, sources, tell)
            except UserFacing as error:
                tell(JobState.FAILED, 0, code=error.code)
                raise
            tell(JobState.DONE, len(sources), taken)

        tell(JobState.RUNNING, 0)
        self._wired.errands.run(work, NoticeCode.PICTURES_FAILED)


def _take_in(
    folder: Path, sku: Sku, sources: tuple[Source, ...], tell: Callable[[JobState, int], None]
) -> PicturesTaken:
    names: list[str] = []
    refused: list[RefusedPicture] = []
    for number, source in enumerate(sources, start=1):
        try:
            picture = read_picture(source) if isinstance(source, Path) else normalise(source)
        except UserFacing as error:
            refused.append(RefusedPicture(str(error.params.get("file", "")), error.code))
        else:
            names.append(keep_picture(folder, sku, picture))
        tell(JobState.RUNNING, number)
    return PicturesTaken(sku, tuple(dict.fromkeys(names)), tuple(refused))


def clean_up_pictures(folder: Path, products: Iterable[Product]) -> None:
    """Delete pictures that none of `products` uses. At the start only, when there is nothing to undo."""
    used: set[str] = set()
    for product in products:
        used.update(product.pictures, (variant.picture for variant in product.variants))
    clean_up(folder, used)
