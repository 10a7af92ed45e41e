"""The `workbench` command: which command was asked for, and what its exit code is.

Every import that takes time happens inside the command that needs it, so that `--help` and a wrong
option answer at once.
"""

from __future__ import annotations

import os
import sys
import tempfile
import traceback
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

from workbench.cli.arguments import USAGE, read_arguments
from workbench.cli.output import prepare_streams, tell
from workbench.review.errors import BadPlace, ReviewError, UnknownRating

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

UNREADABLE = 3
"""Exit code: the case cannot be read or written."""

_FAULT = 70
"""Exit code: a fault of the program itself (EX_SOFTWARE of sysexits.h)."""

_BY_SIGNAL = 128
"""Exit codes from here on are a shell's for a program that a signal ended."""
_INTERRUPTED = 130
_NOBODY_READS = 141
"""Exit codes of a shell for a program that ended by SIGINT, and by SIGPIPE."""


def run() -> NoReturn:
    """The entry point of the installed command."""
    try:
        code = main(sys.argv[1:])
    except KeyboardInterrupt:
        code = _INTERRUPTED
    except BrokenPipeError:
        code = _NOBODY_READS
    except Exception as error:  # A person gets a sentence, whoever mends it gets the rest.
        if isinstance(error, OSError) and error.filename is None:  # A stream has no name.
            code = _tell_unwritten(error)
        else:
            code = _tell_fault()
    sys.exit(_flushed(code))


def main(argv: Sequence[str]) -> int:
    """Do what the arguments say; returns the exit code.

    Raises:
        BrokenPipeError: Nobody reads stdout any more.
        KeyboardInterrupt: The person stopped it.
    """
    prepare_streams()
    try:
        arguments = read_arguments(argv)
        return _command(arguments)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else USAGE
    except (UnknownRating, BadPlace) as error:
        tell(str(error))
        return USAGE
    except ReviewError as error:
        tell(str(error))
        return UNREADABLE


_COMMANDS = {
    "": "opening.open_app",
    "match": "matching.match_case",
    "verdict": "recording.record_verdict",
    "evidence": "recording.record_evidence",
    "show": "showing.show_claim",
    "status": "showing.show_status",
    "log": "history.print_log",
    "check": "checking.check_case",
    "search": "searching.search",
    "export": "exporting.export",
    "import": "importing.import_files",
    "new": "starting.make_case",
    "keys": "own_keys.print_keys",
    "schema": "checking.print_schema",
}
"""For each command its function, by module of this package."""


def _command(arguments: argparse.Namespace) -> int:
    module, _, name = _COMMANDS[arguments.command].partition(".")
    command: Callable[[argparse.Namespace], int] = getattr(
        import_module(f"workbench.cli.{module}"), name
    )
    return command(arguments)


def _tell_fault() -> int:
    """Keep the traceback in a file and say where; returns the exit code."""
    descriptor, name = tempfile.mkstemp(prefix="workbench-fault-", suffix=".txt")
    with os.fdopen(descriptor, "w", encoding="utf-8", errors="backslashreplace") as file:
        traceback.print_exc(file=file)
    tell(f"workbench stopped by a fault of its own; please report it with {Path(name)}.")
    return _FAULT


def _flushed(code: int) -> int:
    """Write out what is buffered while an error can still be dealt with; returns the exit code.

    Where a signal ended the program, its code stays: the terminal may be gone with it.
    """
    error = _flush(sys.stdout)
    if error is not None and code < _BY_SIGNAL:
        code = _tell_unwritten(error)
    _flush(sys.stderr)
    return code


def _tell_unwritten(error: OSError) -> int:
    """Say why the output is not all there, unless its reader has had enough; the exit code."""
    if isinstance(error, BrokenPipeError):
        return _NOBODY_READS
    with suppress(OSError):
        tell(f"The output could not be written: {(error.strerror or 'unknown reason').lower()}.")
    return UNREADABLE


def _flush(stream: TextIO) -> OSError | None:
    """Write out what is buffered for a stream; what cannot be written is dropped."""
    try:
        stream.flush()
    except OSError as error:
        # Python would complain at exit: https://docs.python.org/3/library/signal.html#note-on-sigpipe
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        return error
    return None
