"""Text that would act wherever it is shown: inert in every format."""

import json
import re
from pathlib import Path

import pytest

from tests.hostile.canaries import BIDI, SEQUENCES, controls
from tests.publish.linked_data import check
from tests.publish.making import judge, note, shared, storm
from tests.publish.page import Page
from tests.publish.test_csv import computed
from tests.publish.test_markdown import tokens
from tests.review.making import scripted
from workbench.publish.formats import FORMATS, export_case

HOSTILE = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><style>*{display:none}</style>",
    "<!-- ",
    "]]>",
    "<!doctype x>",
    "<img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "' onfocus='alert(1)' autofocus='",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    '=HYPERLINK("http://evil.example","x")',
    "@SUM(1+1)",
    "\t=1+1",
    "\r+1+1",
    "x;-1+1",
    "# heading\n\n| a |\n|---|",
    "<https://evil.example/x>",
    "[x](javascript:alert(1))",
    "![x](http://evil.example/x.png)",
    "`code` **bold** | cell |",
    '"}, {"@type": "ClaimReview"}, {"',
    "\\u003cscript\\u003e",
    "&lt;script&gt;",
    *SEQUENCES,
    *BIDI,
)
ADDRESSES = (
    "javascript:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    'https://evil.example/" onclick="x',
    "https://evil.example/</script>",
    "https://user:pass@evil.example/",
    "//evil.example",
    "https://evil.example/\u202egpj.exe",
)
TEXTS = ("justification", "uncertainty", "conclusion")
TAGS = {
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "a",
    "header",
    "p",
    "h1",
    "ul",
    "li",
    "b",
    "nav",
    "main",
    "section",
    "h2",
    "fieldset",
    "legend",
    "input",
    "label",
    "article",
    "h3",
    "span",
    "strong",
    "i",
    "div",
    "time",
    "h4",
    "em",
    "blockquote",
    "mark",
    "footer",
}
ATTRIBUTES = {
    "lang",
    "charset",
    "http-equiv",
    "content",
    "name",
    "class",
    "href",
    "id",
    "type",
    "value",
    "checked",
    "for",
    "aria-label",
    "aria-labelledby",
    "aria-hidden",
    "dir",
    "datetime",
    "rel",
    "role",
    "tabindex",
    "title",
}


def hostile_case(root: Path, text: str):
    """A case in which one text stands wherever people can put text."""
    on_a_line = " ".join(text.split()) or "x"
    storm(root, subjects=[f"Twelve boats {on_a_line} sank in the storm"])
    path = root / "articles" / "night.txt"
    head = path.read_text(encoding="utf-8").replace("Night Paper", f"Night {on_a_line} Paper")
    head = head.replace("title: ", f"title: {on_a_line} ").replace(
        "https://night", f"{on_a_line}//n"
    )
    path.write_bytes(head.encode("utf-8", "surrogatepass"))
    path.rename(path.with_name(f"night {_in_a_name(on_a_line)}.txt"))
    (root / "workbench.toml").write_text(
        f'title = {json.dumps("T " + _plain(on_a_line))}\n[publish]\nurl = "https://desk.example/{{claim}}"\n'
        f"publisher = {json.dumps('P ' + _plain(on_a_line))}\n",
        encoding="utf-8",
    )
    session = scripted(root, ((0, 0), (1, 0)))
    claim = shared(session)[0]
    said = dict.fromkeys(TEXTS, text)
    judge(
        session,
        claim,
        "true",
        status="published",
        reviewer=f"R {text}",
        speaker=text,
        correction=(text, text),
        **said,
    )
    for number, address in enumerate((text, *ADDRESSES)):
        note(
            session,
            claim,
            reviewer=f"N {text}",
            note=text,
            quote=text,
            question=f"{number} {text}",
            title=text,
            publisher=text,
            medium=text,
            locator=text,
            accessed_at=text,
            url=address,
            archived_url=address,
        )
    return session


def _in_a_name(text: str) -> str:
    """As much of a text as a file's name can have on every system of ours."""
    return re.sub(r"[/\\\x00\ud800-\udfff]", "", text)[:60]


def _plain(text: str) -> str:
    """What TOML takes as text; it refuses control characters itself."""
    return re.sub(r"[\x00-\x1f\x7f]", "", text)


@pytest.fixture(params=HOSTILE, ids=lambda text: ascii(text)[:40])
def exports(request, tmp_path):
    session = hostile_case(tmp_path, request.param)
    return {known.name: export_case(session, known.name).data for known in FORMATS}


def test_hostile_text_is_inert_everywhere(exports):
    for name, data in exports.items():
        text = data.decode("utf-8-sig")
        assert controls(text.replace("\r\n", "\n")) == [], name
    for name in ("claimreview", "annotations", "averitec"):
        document = json.loads(exports[name])
        assert not set(exports[name]) & set(b"<>&"), name
        assert [
            a for a in addresses(document) if not re.match(r"https?://|urn:|articles/", a)
        ] == []
    check(json.loads(exports["claimreview"]), "claimreview")
    check(json.loads(exports["annotations"]), "annotations")
    assert len(json.loads(exports["claimreview"])) == 1
    the_page_is_ours(Page(exports["html"]))
    the_report_is_ours(tokens(exports["markdown"].decode()))
    table = exports["csv"].decode("utf-8-sig")
    assert [cell for separator in ",;\t" for cell in computed(table, separator)] == []


def the_page_is_ours(page: Page) -> None:
    assert {element.tag for element in page.elements} <= TAGS
    assert {name for element in page.elements for name in element.attributes} <= ATTRIBUTES
    outward = [href for href in page.values("href") if not href.startswith("#")]
    assert [href for href in outward if not re.match(r"https?://[a-z]", href)] == []
    assert len([element for element in page.elements if element.tag == "style"]) == 1


def the_report_is_ours(markup) -> None:
    kinds = {token.type for token in markup}
    assert not {kind for kind in kinds if kind.startswith(("html", "image", "code", "fence"))}
    assert len([token for token in markup if token.type == "table_open"]) == 1
    assert {token.tag for token in markup if token.type == "heading_open"} == {"h1", "h2", "h3"}
    links = [token.attrGet("href") for token in markup if token.type == "link_open"]
    assert [href for href in links if not re.match(r"https?://[a-z]", href)] == []


def addresses(value, key=""):
    """Every value that a program would follow."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from addresses(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from addresses(inner, key)
    elif isinstance(value, str) and (
        key in {"url", "id", "source", "via", "sameAs"} or key.endswith("_url")
    ):
        yield value
