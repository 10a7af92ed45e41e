"""The bytes of a record: the same each time, pleasant to diff, and nothing is lost on the way."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.records.making import appearance, evidence, link, verdict
from workbench.records.schema import AnchorContext, ClaimRef, Correction, Record
from workbench.records.serialise import MOST_BYTES, Unreadable, parse, serialise

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
said = words.filter(str.strip)
json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=8,
)
newer = st.dictionaries(words.map("new_{}".format), json_values, max_size=3)


@st.composite
def appearances(draw: st.DrawFn) -> Any:
    context = AnchorContext(
        whole_sentence=draw(st.booleans()),
        copies=draw(st.integers(1, 9)),
        look_alikes=draw(st.lists(words, max_size=2)),
    )
    relation = draw(st.sampled_from([None, "agrees", "differs in detail"]))
    found = appearance(draw(words.filter(bool)), draw(st.integers(0, 10**6)))
    return found.model_copy(
        update={"relation": relation, "context": draw(st.sampled_from([None, context]))}
    )


@st.composite
def records(draw: st.DrawFn) -> Record:
    spans = st.lists(appearances(), min_size=1, max_size=3)
    common: dict[str, Any] = {
        "reviewer": draw(said),
        "claim": ClaimRef(
            id="abc234", text=draw(said), speaker=draw(words), appearances=draw(spans)
        ),
        **draw(newer),
    }
    kind = draw(st.sampled_from(["verdict", "evidence", "link"]))
    if kind == "verdict":
        correction = draw(st.none() | st.builds(Correction, reason=said, public_note=words))
        return verdict(
            rating=draw(said),
            conclusion=draw(words),
            blind=draw(st.booleans()),
            correction=correction,
            **common,
        )
    if kind == "evidence":
        return evidence(note=draw(said), url=draw(words), primary=draw(st.booleans()), **common)
    return link(confirmed=draw(spans), **common)


@given(records())
def test_what_is_written_reads_back_the_same(record: Record) -> None:
    data = serialise(record)
    assert parse(data) == record
    assert serialise(parse(data)) == data


@given(records())
def test_no_byte_of_a_record_can_act_on_a_terminal(record: Record) -> None:
    text = serialise(record).decode()
    assert text.replace("\n", "").isascii() or not set(text) & set(
        map(chr, (*range(10), *range(11, 32), *range(127, 160)))
    )


def test_a_record_is_indented_json_that_says_only_what_there_is_to_say() -> None:
    record = verdict(conclusion="It stood – “still”.", claim=verdict().claim)
    lines = serialise(record).decode().split("\n")
    assert lines[0] == "{"
    assert lines[1] == '  "schema_version": 1,'
    assert '  "conclusion": "It stood – “still”.",' in lines
    assert lines[-2:] == ["}", ""]
    fields = json.loads(serialise(record))
    assert list(fields) == [
        "schema_version",
        "id",
        "kind",
        "reviewer",
        "created_at",
        "rating",
        "conclusion",
        "status",
        "role",
        "claim",
    ]
    assert list(fields["claim"]["appearances"][0]) == ["source", "sha256", "position", "quote"]
    assert fields["claim"]["appearances"][0]["position"]["start"] == 0


def test_fields_of_a_newer_version_survive_before_the_claim_even_if_empty() -> None:
    fields = json.loads(serialise(verdict()))
    fields = {"mood": None, **fields}
    fields["claim"]["appearances"][0]["quote"]["colour"] = ""
    fields["schema_version"] = 2
    again = json.loads(serialise(parse(json.dumps(fields).encode())))
    assert again == fields
    assert list(again)[-2:] == ["mood", "claim"]


def test_unsafe_characters_are_escaped_and_others_are_not() -> None:
    data = serialise(verdict(conclusion="a\x1b\x7f\x9b\u202e\u2028\ufeff é 日 😀"))
    assert rb'"a\u001b\u007f\u009b\u202e\u2028\ufeff ' + " é 日 😀".strip().encode() in data


def changed(old: str, new: str) -> bytes:
    text = serialise(verdict(conclusion="x")).decode()
    assert old in text
    return text.replace(old, new, 1).encode()


GARBAGE = {
    "it is empty": b" \n",
    "it is not JSON (line 1, column 1)": b"oops",
    "it is not a JSON object": b"[]",
    "it is not UTF-8 (byte 3)": b'{"a\xff": 1}',
    "it starts with a byte order mark": b"\xef\xbb\xbf{}",
    "it is larger than 1 MB": b" " * (MOST_BYTES + 1),
    "it has git conflict markers": changed('  "rating"', '<<<<<<< HEAD\n  "rating"'),
    "it has the field “rating” twice": changed('"rating"', '"rating": "true",\n  "rating"'),
    "it has the field “start” twice": changed('"start"', '"start": 0, "start"'),
    "it has the number NaN, which is none in JSON": changed('"x"', "NaN"),
    "it has the number -Infinity, which is none in JSON": changed('"x"', "-Infinity"),
    "it has a number that no record has": changed('"x"', "1e999"),
    "its values are nested more than 32 deep": changed('"x"', "[" * 40 + "]" * 40),
    "its “kind” is none of verdict, evidence and link": changed(
        '"kind": "verdict"', '"kind": "opinion"'
    ),
    "schema_version: input should be a valid integer": changed(
        '"schema_version": 1', '"schema_version": "1"'
    ),
    "position.start": changed('"start": 0', '"start": true'),
    "position: end must come after start": changed('"start": 0', '"start": 99'),
    "reviewer: must not be blank": changed('"reviewer": "Ann"', '"reviewer": " "'),
    "created_at: ": changed('T12:00:00Z"', 'T25:00:00Z"'),
    "conclusion: input should be a valid string": changed('"x"', '["x"]'),
    "status: input should be 'draft', 'ready'": changed('"draft"', '"final"'),
    "a verdict needs a rating": changed('"false"', '""'),
    "id: string should match pattern": changed('"id": "01', '"id": "91'),
}


@pytest.mark.parametrize("reason", GARBAGE)
def test_what_is_no_record_is_refused_with_its_reason(reason: str) -> None:
    with pytest.raises(Unreadable) as refused:
        parse(GARBAGE[reason])
    assert reason in refused.value.reason
    assert "\n" not in refused.value.reason
    assert refused.value.remedy[-1] != "."


def test_numbers_with_thousands_of_digits_and_bottomless_nesting_are_refused() -> None:
    for hostile in (
        "9" * 100_000,
        "[" * 200_000 + "]" * 200_000,
        '{"a":' * 100_000 + "1" + "}" * 100_000,
    ):
        with pytest.raises(Unreadable):
            parse(changed('"x"', hostile))


@pytest.mark.parametrize(
    "source",
    [
        "/etc/passwd",
        "../a.txt",
        "seeds/../../a.txt",
        "seeds\\\\a.txt",
        "C:/a.txt",
        "./a.txt",
        "seeds//a.txt",
        "a/",
        "a\\u0000b",
        "",
    ],
)
def test_a_path_that_leaves_the_case_is_refused(source: str) -> None:
    with pytest.raises(Unreadable, match=r"^claim\.appearances\[0\]\.source: "):
        parse(changed('"seeds/a.txt"', f'"{source}"'))


@pytest.mark.parametrize(
    "source", ["a.txt", "seeds/.hidden.txt", "seeds/..odd", "seeds/a: b.txt", "статья.txt"]
)
def test_any_other_path_is_taken(source: str) -> None:
    assert parse(changed('"seeds/a.txt"', f'"{source}"')).claim.appearances[0].source == source


def test_a_record_that_only_a_newer_version_can_read_says_so() -> None:
    data = changed('"schema_version": 1', '"schema_version": 7').replace(b'"draft"', b'"embargoed"')
    with pytest.raises(Unreadable, match="newer version of workbench") as refused:
        parse(data)
    assert refused.value.remedy == "Update workbench to read it"


def test_a_retraction_must_say_what_it_takes_back_and_nothing_replaces_itself() -> None:
    with pytest.raises(ValueError, match="what it takes back"):
        verdict(retracted=True)
    own = verdict()
    with pytest.raises(ValueError, match="itself"):
        verdict(id=own.id, supersedes=[own.id])


def test_a_link_record_cannot_say_both_about_one_appearance() -> None:
    with pytest.raises(ValueError, match="both link and reject"):
        link(added=[appearance()], rejected=[appearance()])
