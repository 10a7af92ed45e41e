"""Hostile cases, each made by a function: files, names, links, encodings, pages and records.

Every function gets an empty folder with two ordinary articles in it and adds what is hostile. What
is large is made here and not kept in the repository.
"""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Callable
from pathlib import Path

from tests.records.making import verdict

ARTICLE = (
    "Minister resigns after audit\n\n"
    "The finance minister resigned on Tuesday after an audit found that 12 million was missing.\n\n"
    "Officials denied that any money had left the country.\n"
)
OTHER = (
    "Audit forces minister out\n\n"
    "The finance minister stepped down on Tuesday after auditors found that 14 million was missing.\n"
)
RUNS = "open('PWN', 'w').write('ran')\n"

Make = Callable[[Path], None]
CASES: dict[str, Make] = {}


def _case(make: Make) -> Make:
    CASES[make.__name__.replace("_", " ").strip()] = make
    return make


def _texts(files: dict[str, str | bytes]) -> None:
    """A case for each of some articles."""
    for what, content in files.items():
        name = "article.html" if what.startswith("page") else "article.txt"
        data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content

        def make(folder: Path, name: str = name, data: bytes = data) -> None:
            (folder / name).write_bytes(data)

        CASES[what] = make


_texts(
    {
        "empty file": "",
        "blanks only": " \n\t\n\u00a0\n",
        "one character": "x",
        "byte order mark only": b"\xef\xbb\xbf",
        "binary": bytes(range(256)) * 64,
        "broken UTF-8": b"Start \xff\xfe\xfa\xc3( \xe2\x82 broken \xf0\x9f cut.\n",
        "lone surrogates": b"One \xed\xa0\x80 and \xed\xa0\xbd\xed\xb8\x80 two.\n",
        "UTF-16": b"\xff\xfe" + ARTICLE.encode("utf-16-le"),
        "UTF-32": ARTICLE.encode("utf-32"),
        "UTF-16 without a mark": ARTICLE.encode("utf-16-le"),
        "old Mac line ends": ARTICLE.replace("\n", "\r"),
        "every control": "".join(map(chr, range(160))) + " end.\n",
        "noncharacters": "a\ufffe\uffff\U0010ffff\ue000b\u2028c\u2029d.\n",
        "marks on marks": "T" + "\u0301\u0489\u0334" * 2000 + "he end.\n",
        "joined emoji": "👩‍👩‍👧‍👦 said 🏳️‍🌈 and 1️⃣ in 🇺🇸🇬🇧.\n",
        "tag characters": "Plain" + "".join(chr(0xE0000 + ord(c)) for c in "PWN") + " text.\n",
        "right to left": "قال الوزير إن الضرائب انخفضت بنسبة 3 في المائة.\n",
        "longest word": "x" * 5000 + " end.\n",
        "endless abbreviations": "Mr. " * 20_000 + "end.\n",
        "endless dots": "." * 200_000 + "\n" + "?!" * 50_000,
        "endless blank lines": "\n" * 300_000 + "End.\n",
        "endless paragraphs": "ab\n\n" * 2_000_000,
        "endless figures": " ".join(["12 million"] * 40_000),
        "endless quotation marks": "“" * 100_000 + '"' * 100_000,
        "one long line": "word " * 400_000,
        "too large": "word " * 3_000_000,
        "one sentence often": "The minister resigned on Tuesday after an audit. " * 1000,
        "brackets": "[" * 50_000 + "\n" + "*a **b " * 20_000,
        "front matter bomb": "---\na: &a ["
        + "*a," * 10
        + "]\n!!python/object/apply:os.system []\n---\nx\n",
        "page of scripts": "<script>PWN</script><p onclick=PWN>Text.</p><iframe src=file:///etc/passwd>",
        "page nested deep": "<div>" * 20_000 + "deep" + "</div>" * 20_000,
        "page of less-than signs": "<" * 200_000,
        "page of open comments": "<!--" * 50_000 + " text",
        "page of attributes": "<p " + " ".join(f"a{i}=x" for i in range(50_000)) + ">text</p>",
        "page of entities": "<!DOCTYPE x [<!ENTITY a 'PWN'>]><p>&a;&a; &#27;]0;PWN&#7; &#x9b;777m</p>",
        "page of too many tags": "<b>" * 300_000,
        "page that lies": "<meta charset=punycode><p>caf\xe9</p>".encode("latin-1"),
        "page that is zipped": b"\x1f\x8b\x08\x00" + bytes(range(256)) * 9,
    }
)


@_case
def names_of_all_kinds(folder: Path) -> None:
    for name in (
        "line\nend.txt",
        "tab\tand\rreturn.txt",
        "📰 новость 新闻.txt",
        "n" * 251 + ".txt",
        " blanks .txt",
        "-rf.txt",
        ".hidden.txt",
        'a:b*c?d"e<f>g|h\\i.txt',
        "CON.txt",
        "$(touch PWN) `touch PWN` ;touch PWN.txt",
        "~root.txt",
        "%s%n%2e.txt",
        "{0}{__class__}.txt",
        "caf\u00e9.txt",
        "cafe\u0301.txt",
        "STORY.TXT",
        "no extension",
    ):
        (folder / name).write_text(OTHER, encoding="utf-8")


@_case
def name_that_is_no_unicode(folder: Path) -> None:
    descriptor = os.open(os.fsencode(folder) + b"/caf\xe9-\xff.txt", os.O_WRONLY | os.O_CREAT)
    os.write(descriptor, OTHER.encode())
    os.close(descriptor)


@_case
def links_out_of_the_case(folder: Path) -> None:
    for name, target in {
        "passwd.txt": "/etc/passwd",
        "etc": "/etc",
        "zero.txt": "/dev/zero",
        "tty.txt": "/dev/tty",
        "env.txt": "/proc/self/environ",
        "gone.txt": "nowhere.txt",
        "loop.txt": "loop.txt",
        "self": ".",
        "up": "..",
    }.items():
        (folder / name).symlink_to(target)


@_case
def things_that_are_no_files(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    (folder / "folder.txt").mkdir()
    with socket.socket(socket.AF_UNIX) as listening:
        here = Path.cwd()
        os.chdir(folder)  # A socket's path has some hundred bytes at most.
        try:
            listening.bind("socket.txt")
        finally:
            os.chdir(here)


@_case
def programs_beside_the_articles(folder: Path) -> None:
    for name in ("json", "textual", "rich", "sitecustomize", "rapidfuzz", "pydantic", "tomllib"):
        (folder / f"{name}.py").write_text(RUNS)
    (folder / ".git").mkdir()
    (folder / ".git" / "HEAD").write_text("ref: refs/heads/main\n")
    (folder / ".git" / "config").write_text(
        "[core]\n\tfsmonitor = touch PWN\n\tpager = touch PWN\n"
    )
    (folder / ".env").write_text("EDITOR=touch PWN\n")
    (folder / "pyproject.toml").write_text("[tool.workbench]\neditor = 'touch PWN'\n")


@_case
def verdicts_is_a_file(folder: Path) -> None:
    (folder / "verdicts").write_text("I am a file.\n")


@_case
def verdicts_leads_out(folder: Path) -> None:
    (folder / "verdicts").symlink_to("/tmp")


@_case
def settings_with_a_bomb(folder: Path) -> None:
    (folder / "workbench.toml").write_text(".".join("a" * 7000) + " = 1\n" + "[" * 3000)


@_case
def settings_by_a_link(folder: Path) -> None:
    (folder / "workbench.toml").symlink_to("/etc/passwd")


def _records(records: dict[str, str | bytes]) -> None:
    """A case for each of some files where a record should be."""
    for what, content in records.items():
        data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content

        def make(folder: Path, data: bytes = data) -> None:
            _record_folder(folder).joinpath(_NAME).write_bytes(data)

        CASES[f"record: {what}"] = make


_GOOD = json.loads(verdict().model_dump_json())
_NAME = f"{_GOOD['id']}-verdict.json"


def _record_folder(folder: Path) -> Path:
    records = folder / "verdicts" / str(_GOOD["claim"]["id"])
    records.mkdir(parents=True, exist_ok=True)
    return records


def _changed(**fields: object) -> str:
    return json.dumps({**_GOOD, **fields}, ensure_ascii=False)


def _at(**fields: object) -> str:
    (appearance, *_) = _GOOD["claim"]["appearances"]
    claim = {**_GOOD["claim"], "appearances": [{**appearance, **fields}]}
    return _changed(claim=claim)


_records(
    {
        "empty": b"",
        "nulls": b"\0" * 300,
        "cut": json.dumps(_GOOD)[:150],
        "binary": bytes(range(256)),
        "byte order mark": b"\xef\xbb\xbf" + json.dumps(_GOOD).encode(),
        "UTF-16": json.dumps(_GOOD).encode("utf-16"),
        "Latin-1": '{"note": "café"}'.encode("latin-1"),
        "conflict": '{\n<<<<<<< HEAD\n"a": 1,\n||||||| base\n=======\n"a": 2,\n>>>>>>> b\n}\n',
        "trailing comma": '{"schema_version": 1,}',
        "key twice": '{"rating": "true", "rating": "false"}',
        "no number": '{"a": NaN, "b": Infinity}',
        "long number": '{"schema_version": ' + "9" * 5000 + "}",
        "infinite float": _at(position={"start": 0, "end": 1}).replace('"end": 1', '"end": 1e400'),
        "deep list": "[" * 100_000 + "]" * 100_000,
        "deep object": '{"a":' * 30_000 + "1" + "}" * 30_000,
        "a list": "[]",
        "null": "null",
        "wrong types": _changed(reviewer=5, rating=["x"], conclusion={"a": 1}, supersedes="x"),
        "unknown field": _changed(mood="PWN", tool={"a": [1]}),
        "newer": _changed(schema_version=99),
        "unknown rating": _changed(rating="PWN-maybe"),
        "huge": _changed(conclusion="x" * 5_000_000),
        "other id": _changed(id="../../PWN"),
        "path up": _at(source="../../etc/passwd"),
        "absolute path": _at(source="/etc/passwd"),
        "device": _at(source="/dev/tty"),
        "null in path": _at(source="a\0.txt"),
        "article gone": _at(source="deleted.txt"),
        "wild offsets": _at(position={"start": 10**12, "end": 10**13}),
        "negative offsets": _at(position={"start": -5, "end": 2}),
        "lone surrogate": json.dumps({**_GOOD, "conclusion": "a\ud800b"}),
    }
)


@_case
def record_that_never_ends(folder: Path) -> None:
    os.mkfifo(_record_folder(folder) / _NAME)


@_case
def record_that_is_a_folder(folder: Path) -> None:
    (_record_folder(folder) / _NAME).mkdir()


@_case
def record_that_is_a_link(folder: Path) -> None:
    (_record_folder(folder) / _NAME).symlink_to("/etc/passwd")


@_case
def what_programs_leave_beside_records(folder: Path) -> None:
    records = _record_folder(folder)
    (records / _NAME).write_text(json.dumps(_GOOD))
    for name in (
        ".lock",
        f"{_NAME}~",
        f".{_NAME}.swp",
        f"{_NAME}.orig",
        "a (conflicted copy).json",
    ):
        (records / name).write_text("{")
    (folder / "verdicts" / "story.txt").write_text(ARTICLE)
    (folder / "verdicts" / "elsewhere").symlink_to("/etc")
