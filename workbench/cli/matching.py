"""`workbench match`: the claims, matches and relations of a case."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from workbench.cli.describing import (
    claim_facts,
    claim_title,
    describe_appearances,
    wording_source,
)
from workbench.cli.output import print_json, print_text, tell
from workbench.review.session import ReviewSession
from workbench.review.spans import Span, span_of

if TYPE_CHECKING:
    import argparse

    from workbench.matching.model import Match, SentenceRef
    from workbench.review.model import Claim


def match_case(arguments: argparse.Namespace) -> int:
    """Print what the articles of a case claim; returns the exit code."""
    session = ReviewSession.open(
        arguments.case, verdicts=arguments.verdicts, all_pairs=arguments.all_pairs
    )
    session.read_blind(session.case.blind_second)
    for sentence in (*session.notices, *session.problems):
        tell(sentence)
    if arguments.json:
        print_json(_document(session))
    elif arguments.all_pairs:
        _print_pairs(session)
    else:
        _print_claims(session)
    return 0


def _document(session: ReviewSession) -> dict[str, Any]:
    return {
        "schema_version": 1,
        "articles": [
            {
                "source": article.source,
                "title": article.metadata.title,
                "sentences": [
                    {
                        "start": sentence.start,
                        "end": sentence.end,
                        "text": article.decoded[sentence.start : sentence.end],
                        "claim": sentence.claimable,
                    }
                    for sentence in article.sentences
                ],
            }
            for article in session.articles
        ],
        "matches": [_pair(session, match) for match in session.matching.matches],
        "claims": [_claim(session, claim) for claim in session.claims],
        "unreadable": [asdict(article) for article in session.unreadable],
    }


def _pair(session: ReviewSession, match: Match) -> dict[str, Any]:
    return {
        "a": _place(session, _sentence(session, match.a)),
        "b": _place(session, _sentence(session, match.b)),
        "score": round(match.score, 4),
        "strength": match.strength,
        "relation": match.relation,
        "differences": [
            {"slot": difference.slot, "a": difference.a, "b": difference.b}
            for difference in match.differences
        ],
    }


def _claim(session: ReviewSession, claim: Claim) -> dict[str, Any]:
    return {
        **claim_facts(claim),
        "appearances": [
            _place(session, span_of(a)) | {"same_wording_as": wording_source(session, a)}
            for a in claim.appearances
        ],
    }


def _place(session: ReviewSession, span: Span) -> dict[str, Any]:
    article = session.articles[span.article]
    return {
        "source": article.source,
        "start": span.start,
        "end": span.end,
        "text": article.decoded[span.start : span.end],
    }


def _sentence(session: ReviewSession, ref: SentenceRef) -> Span:
    sentence = session.articles[ref.article].sentences[ref.sentence]
    return Span(ref.article, sentence.start, sentence.end)


def _print_pairs(session: ReviewSession) -> None:
    for match in session.matching.matches:
        strength = match.strength or "no match"
        print_text(f"{match.score:.2f} {strength}, {match.relation}")
        for ref in (match.a, match.b):
            article = session.articles[ref.article]
            span = _sentence(session, ref)
            text = article.sentence_text(ref.sentence)
            print_text(f"{article.source}:{span.start}-{span.end}: {text}", indent=2, hanging=2)
        print()


def _print_claims(session: ReviewSession) -> None:
    offered = [claim for claim in session.claims if session.is_offered(claim)]
    for claim in offered:
        print_text(claim_title(claim))
        if not claim.is_shared and claim.reasons:
            print_text(f"Worth checking: {', '.join(claim.reasons)}.", indent=2, hanging=2)
        describe_appearances(session, claim)
        print()
    rest = len(session.claims) - len(offered)
    if rest:
        print_text(
            f"{rest} more {'claim is' if rest == 1 else 'claims are'} made by one article only "
            "and less worth checking; --json lists them."
        )
