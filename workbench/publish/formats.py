"""The formats that a case can be exported to: one table, one call.

The command line, the terminal app and the documentation are made from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from workbench.publish.selecting import PUBLIC, STATUSES, Selection

if TYPE_CHECKING:
    from collections.abc import Collection

    from workbench.publish.selecting import Export
    from workbench.review.asking import Asking


@dataclass(frozen=True, slots=True)
class Format:
    """A format.

    Attributes:
        name: What `--format` takes; `export_NAME` in `module` makes it.
        module: Of this package.
        file: The usual name of its file.
        about: What it is for, in a few words.
        statuses: Of the verdicts that it holds unless others are asked for.
    """

    name: str
    module: str
    file: str
    about: str
    statuses: tuple[str, ...] = STATUSES


FORMATS: tuple[Format, ...] = (
    Format("claimreview", "claimreview", "claimreview.jsonld", "ClaimReview for the web", PUBLIC),
    Format(
        "annotations",
        "annotations",
        "annotations.jsonld",
        "W3C Web Annotations",
    ),
    Format("averitec", "averitec", "averitec.json", "AVeriTeC, for data sets of checked claims"),
    Format("markdown", "markdown", "report.md", "a report for a colleague"),
    Format("html", "html_page", "report.html", "a web page of its own, articles side by side"),
    Format("csv", "csv_table", "claims.csv", "a table for a spreadsheet"),
)


def find_format(name: str) -> Format:
    """The format of that name. Raises `KeyError`."""
    return {known.name: known for known in FORMATS}[name]


def export_case(case: Asking, name: str, statuses: Collection[str] = ()) -> Export:
    """A case in a format, the same bytes for the same case.

    Args:
        case: The case as it is now.
        name: Of the format.
        statuses: Of the verdicts that are exported; the format's own if empty.

    Raises:
        KeyError: There is no such format.
    """
    chosen = find_format(name)
    module = import_module(f"workbench.publish.{chosen.module}")
    exported: Export = getattr(module, f"export_{name}")(
        Selection(case, frozenset(statuses or chosen.statuses))
    )
    return exported
