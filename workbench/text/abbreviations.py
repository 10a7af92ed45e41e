"""Words that a full stop abbreviates, by what may follow them: the tables of sentence splitting.

All lower case, without the last stop. A word that is also an everyday word counts only with a
capital (`CAPITAL_ONLY`).
"""

from __future__ import annotations

_TITLES = (
    "mr mrs ms mx dr prof gen lt col maj capt sgt cpl pvt sen rep reps sens gov rev hon pres "
    "amb adm cmdr insp det supt messrs mme mlle dra sra srta ing fr hr vs v cf viz e.g i.e "
    "z.b bzw т.е им ул डॉ श्री"
)
NEVER_LAST = frozenset(_TITLES.split())
"""Titles and the like: a sentence never ends with one."""

BEFORE_NUMBER = frozenset(
    "no nos art vol pp fig sec ch jan feb mar apr jun jul aug sep sept oct nov dec nr "  # noqa: SIM905
    "ст № approx ca tel ext".split()
)
"""Abbreviations only before a number: "No. 10", "Sept. 30", "art. 5"."""

MAY_BE_LAST = frozenset(
    "jr sr inc corp co ltd llc plc bros calif mass conn fla ill mich minn ariz ark "  # noqa: SIM905
    "colo ga kan ky md miss mont neb nev okla tenn tex va vt wash wis wyo ave blvd rd "
    "st mt ft dept dist assn univ al etc est ph.d".split()
)
"""Abbreviations that end a sentence only if the next word is one that begins sentences."""

CAPITAL_ONLY = frozenset(
    "no mass miss ill wash co mar sec dec fr hon rep".split()  # noqa: SIM905
)
"""Of those, the ones that are everyday words unless capitalised."""

USUALLY_LAST = frozenset({"d.c"})
"""Initials that no noun follows: before a capital the sentence has ended."""

_STARTERS = (
    "the a an this that these those there here he she it we they you i his her its our their "
    "my in on at as if but and or so yet for from with by after before when while where what "
    "who how why is was are were did does do has have had will would can could no not both "
    "all some many most several few each every one two three another other others still also "
    "however meanwhile although though because since until once then now later earlier "
    "according asked nobody neither officials police authorities witnesses investigators "
    "critics experts prosecutors lawmakers to more less such same more under over during "
    "despite instead even just only"
)
SENTENCE_STARTERS = frozenset(_STARTERS.split())
"""Words that, with a capital, begin a sentence rather than a name."""

ORDINAL_ARTICLES = frozenset(
    "der die das den dem des am im vom zum beim bis seit ab".split()  # noqa: SIM905
)
"""German words before an ordinal written with a stop: "am 3. März"."""

COMPANY_SUFFIXES = frozenset({"inc", "corp", "co", "ltd"})
"""After "Yahoo!" and the like, these go on with the name."""

SPEECH_VERBS = (
    "said says asked asks shouted cried replied added wrote tweeted told yelled exclaimed "
    "demanded answered wondered insisted warned joked responded declared called"
)
"""After a quotation that ends in "!" or "?", these go on with the sentence."""
