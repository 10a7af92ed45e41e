"""The frame around a statement says who is said to have made it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.attribution import Stance, find_attribution


@pytest.mark.parametrize(
    ("sentence", "speaker", "verb"),
    [
        ("Mayor Ana Ruiz said the bridge was closed.", "Mayor Ana Ruiz", "said"),
        ("The bridge was closed, said Ana Ruiz, the mayor.", "Ana Ruiz", "said"),
        ("“Nobody is in danger,” said the harbour master, Ana Ruiz.", "Ana Ruiz", "said"),
        ("Ana Ruiz just announced that it is shut.", "Ana Ruiz", "announced"),
        ("The bridge was closed, the mayor said.", "the mayor", "said"),
        ("According to U.S. officials, it was shut.", "U.S. officials", "according to"),
        ("It was shut, according to the police.", "the police", "according to"),
        ("“It is shut,” she added.", "she", "added"),
        (
            "It helps, according to a study of 4,500 people.",
            "a study of 4,500 people",
            "according to",
        ),
        ("According to the ministry the deficit will rise.", "the ministry", "according to"),
        ("Ana Ruiz, who leads the council, warned of floods.", "Ana Ruiz", "warned"),
        (
            "Ana Ruiz, the head of the council (CC), on March 26 told reporters so.",
            "Ana Ruiz",
            "told",
        ),
        ("The council on Friday night confirmed the order.", "The council", "confirmed"),
        (
            "In a post on Friday, council spokesman Bo Li said no.",
            "council spokesman Bo Li",
            "said",
        ),
    ],
)
def test_the_speaker_is_found_beside_the_verb(sentence, speaker, verb):
    frame = find_attribution(sentence)
    assert (frame.speaker, frame.verb) == (speaker, verb)
    assert sentence[frame.speaker_start : frame.speaker_end] == speaker


def test_a_denial_is_no_assertion():
    assert find_attribution("The embassy denied any contact.").stance is Stance.DENIES
    assert find_attribution("The embassy said so.").stance is Stance.ASSERTS


@pytest.mark.parametrize(
    "sentence",
    [
        "The United States will continue to share information.",
        "The bridge was closed on Friday.",
        "The mayor called for calm.",
        "Nothing that was said mattered.",
    ],
)
def test_a_sentence_without_a_frame_speaks_for_itself(sentence):
    assert find_attribution(sentence) is None


@given(
    st.lists(
        st.sampled_from(["said", "Ruiz", ",", "he", "according to", "“", "the", "March 3", "."])
    )
)
def test_the_frame_holds_the_speaker_and_lies_in_the_sentence(words):
    sentence = " ".join(words)
    frame = find_attribution(sentence)
    if frame is not None:
        assert 0 <= frame.start <= frame.speaker_start < frame.speaker_end <= frame.end
        assert frame.end <= len(sentence)


def test_a_clause_about_what_others_said_does_not_hide_who_rebuts_it() -> None:
    found = find_attribution(
        "The ambassador to Norland, Ida Berg, publicly rebutted on May 2 what island officials "
        "have said about the warning."
    )
    assert found is not None
    assert (found.speaker, found.verb, found.stance) == ("Ida Berg", "rebutted", Stance.DENIES)


def test_a_post_abroad_belongs_to_the_speaker() -> None:
    found = find_attribution("The Norland ambassador to Sweden said the bridge was safe.")
    assert found is not None
    assert found.speaker == "The Norland ambassador to Sweden"
