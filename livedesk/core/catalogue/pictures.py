"""What came of pictures that the operator gave to a product."""

from dataclasses import dataclass

from livedesk.core.ids import Sku

PICTURES_JOB = "pictures"
"""The `Job.kind` of taking pictures in; its `params` name the product: {"sku": ...}."""


@dataclass(frozen=True, slots=True)
class RefusedPicture:
    """A file that is not used, and why: an `ErrorCode` value."""

    file: str
    code: str


@dataclass(frozen=True, slots=True)
class PicturesTaken:
    """The result of the job: the names of the pictures as stored, in the order given, and what was refused."""

    sku: Sku
    names: tuple[str, ...]
    refused: tuple[RefusedPicture, ...] = ()
