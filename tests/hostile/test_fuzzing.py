"""Whatever bytes a file holds, reading it gives a value or the layer's own error, never another."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.records.making import evidence, verdict
from workbench.records.loading import load_records
from workbench.records.serialise import Unreadable, parse
from workbench.review.config import load_config
from workbench.review.errors import CaseError
from workbench.text.article import Article
from workbench.text.attribution import find_attribution
from workbench.text.blocks import lay_out
from workbench.text.cleaning import clean, clean_line
from workbench.text.comparable import comparable
from workbench.text.dates import find_dates
from workbench.text.front_matter import read_front_matter
from workbench.text.normalising import normalise
from workbench.text.quantities import find_quantities
from workbench.text.quotations import find_quotations
from workbench.text.reading import ArticleError, read_article
from workbench.text.sentences import split_sentences

_WORDS = (
    "the Mr. U.S. said denied 12 1,200 1.5 million twenty-one half between and March 29 2024 "
    "Friday at least $ % “ ” ‘ ’ \" ' ( ) . ! ? … 。 ؟ — - \n \n\n \r\n \t --- title: : # > [1] "
    "SEE ALSO <p> &#27; \u200b \u202e \u0301 \x1b \ufeff ١٢ Ⅻ 𝟏 é 大臣"
)
TEXT = st.lists(st.sampled_from(_WORDS.split(" ")), max_size=60).flatmap(
    lambda words: st.sampled_from([" ".join(words), "".join(words)])
)
ANY_TEXT = st.one_of(TEXT, st.text(max_size=200))
ANY_BYTES = st.one_of(
    st.binary(max_size=400),
    TEXT.map(lambda text: text.encode("utf-8")),
    TEXT.map(lambda text: text.encode("utf-16")),
    st.tuples(TEXT, st.binary(max_size=4)).map(lambda two: two[0].encode() + two[1]),
)
FILES = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@FILES
@given(ANY_BYTES, st.sampled_from(["a.txt", "a.md", "a.html"]))
@example(b"\xff\xfe", "a.txt")
@example(b"\x00" * 9, "a.html")
@example(b"---\ndate: \xd9\xa1\n---\n", "a.txt")
def test_reading_an_article(tmp_path: Path, data: bytes, name: str):
    path = tmp_path / name
    path.write_bytes(data)
    try:
        article = read_article(path, name)
    except ArticleError as error:
        said = str(error)
    else:
        check(article)
        said = " ".join((*article.notices, article.metadata.title))
    assert clean_line(said) == said.strip()


def check(article: Article) -> None:
    """Its offsets are in order and in the text, and the text is safe to show."""
    assert len(article.text) == len(article.decoded)
    assert clean(article.text) == article.text
    ends = [0]
    for sentence in article.sentences:
        assert ends[-1] <= sentence.start < sentence.end <= len(article.text)
        assert article.blocks[sentence.block].start <= sentence.start
        ends.append(sentence.end)
    assert len(comparable(article).text) == len(article.text)


@given(ANY_TEXT)
def test_looking_into_a_text(text: str):
    for start, end in split_sentences(text):
        assert text[start:end].strip()
    for found in (*find_quantities(text), *find_dates(text), *find_quotations(text)):
        assert 0 <= found.start < found.end <= len(text)
    lay_out(clean(text))
    find_attribution(text)
    read_front_matter(text)
    plain, offsets = normalise(text)
    assert len(offsets) == len(plain) + 1


GOOD = (json.loads(verdict().model_dump_json()), json.loads(evidence().model_dump_json()))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | ANY_TEXT,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3)
    ),
    max_leaves=6,
)


@st.composite
def spoilt_records(draw: st.DrawFn) -> bytes:
    """A good record with a few values or bytes of it changed."""
    record = json.loads(json.dumps(draw(st.sampled_from(GOOD))))
    for _ in range(draw(st.integers(0, 2))):
        part = record
        while True:
            key = draw(
                st.sampled_from(sorted(part) if isinstance(part, dict) else range(len(part)))
            )
            if not (isinstance(part[key], (dict, list)) and part[key] and draw(st.booleans())):
                break
            part = part[key]
        part[key] = draw(JSON)
    data = json.dumps(record, ensure_ascii=draw(st.booleans())).encode("utf-8", "surrogatepass")
    at = draw(st.integers(0, len(data)))
    return data[:at] + draw(st.binary(max_size=3)) + data[at + draw(st.integers(0, 3)) :]


@given(
    st.one_of(spoilt_records(), st.binary(max_size=200), JSON.map(lambda j: json.dumps(j).encode()))
)
def test_parsing_a_record(data: bytes):
    try:
        record = parse(data)
    except Unreadable as problem:
        told = problem.reason and problem.remedy
    else:
        told = record.claim.id
    assert told


@FILES
@given(spoilt_records())
def test_loading_a_folder_of_records(tmp_path: Path, data: bytes):
    folder = tmp_path / "verdicts" / "claim"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{GOOD[0]['id']}-verdict.json").write_bytes(data)
    loaded = load_records(tmp_path, tmp_path / "verdicts")
    assert len(loaded.records) + len(loaded.problems) == 1


_SETTINGS = (
    "title sources scale = 'a' \"\\u001b\" [ ] [[scale]] \n name key 1 true { } . .. /etc "
    + "9" * 5000
)


@FILES
@given(
    st.one_of(
        st.binary(max_size=200),
        st.lists(st.sampled_from(_SETTINGS.split(" "))).map(lambda parts: "".join(parts).encode()),
    )
)
def test_loading_settings(tmp_path: Path, data: bytes):
    (tmp_path / "workbench.toml").write_bytes(data)
    try:
        load_config(tmp_path)
    except CaseError as error:
        said = str(error)
    else:
        said = "workbench.toml: it was read."
    assert said.startswith("workbench.toml: ")
    assert clean_line(said) == said


@pytest.mark.parametrize("text", ["", "\n", "\r", "\ufeff", "\x00", "\ud800"])
def test_the_least_texts(text: str):
    assert len(clean(text)) == len(text)
    assert split_sentences(clean(text)) in ([], [(0, 1)])
