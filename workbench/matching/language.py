"""Whether an article is in English, because half of this layer's rules are.

Stems, stop words, aliases, denials and opposites are English; applied to another language they
find nonsense. Everything else (words as they stand, figures, quotations, names) works anywhere.
An article's own word for its language counts. Without one it is English unless it is written in
other letters, or holds more of the commonest words of other languages than of English ones.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.text.article import Article

MAX_READ = 4000
"""Code points from the start of the text that are looked at."""
MIN_LATIN = 0.8
"""With a smaller part of words in plain Latin letters a text is not English."""
MIN_FOREIGN = 0.06
_LETTER_RUNS = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset(
    "the and to that with for by from this have has not but they his who which their its "  # noqa: SIM905
    "will would after said there when are were it you your what about more than can of in "
    "is was on as at".split()
)
_FOREIGN = frozenset(
    "der die das und ist nicht mit den dem des ein eine einer von zu im auf für wie sich "  # noqa: SIM905
    "bei sind wurde le la les du de et est une un dans que qui pour par sur pas plus au aux "
    "il elle el los las y en por con del se una su al como para lo di che e della per non "
    "si sono dei da do os um uma não com em het een van dat op te zijn voor met aan och att "
    "som på av är det ett og til ikke w z na się nie że jest".split()
)


def is_english(article: Article) -> bool:
    """Whether the English rules apply to an article."""
    language: str = article.metadata.language
    if language:
        return str(language).lower().startswith("en")
    return reads_as_english(article.text[article.body_start :])


def reads_as_english(text: str) -> bool:
    """Whether a text looks English by its commonest words."""
    text = text[:MAX_READ]
    if text.isascii():
        words = _LETTER_RUNS.findall(text.lower())
    else:
        words = [word.lower() for word in _LETTER_RUNS.findall(text)]
        if sum(map(str.isascii, words)) < MIN_LATIN * len(words):
            return False
    english = sum(map(_ENGLISH.__contains__, words))
    foreign = sum(map(_FOREIGN.__contains__, words))
    return foreign <= english or foreign < MIN_FOREIGN * len(words)
