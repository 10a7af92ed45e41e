"""Whether an element of a web page frames the report, by what the page itself calls it.

Before pages had elements for it, and on most pages still, comments, related links, captions and
adverts stand in elements that say so in their class, id or role. Names are matched as whole words:
"ads" is an advert, "roads" is not; "has-sidebar" is said of what has one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_NEVER = frozenset({"html", "body", "main", "article", "h1", "h2", "h3", "p", "a", "b", "i", "em"})
_ROLES = frozenset(
    "navigation complementary contentinfo search banner dialog alertdialog menu menubar "  # noqa: SIM905
    "toolbar".split()
)
_WHAT = (
    "ad|ads|advert|adverts|advertisement|advertising|sponsored|promo|promos|promotion|banner"
    "|breadcrumb|breadcrumbs|caption|captions|imagecaption|photocaption|credit|credits|copyright"
    "|comment|comments|commentlist|disqus|discussion|replies|respond"
    "|consent|cookie|cookies|gdpr|newsletter|paywall|popup|signup|subscribe|subscription"
    "|footer|masthead|menu|nav|navbar|navigation|sidebar|toolbar|skiplink|skip"
    "|mostread|popular|readmore|recirculation|recommended|recommendations|related|teaser|teasers"
    "|trending|outbrain|taboola"
    "|share|sharing|sharebar|social|tags|taglist|topics"
)
_WHERE = (
    "area|bar|block|body|box|buttons?|column|container|content|count|footer|form|group|header|inner"
    "|items?|links?|list|module|news|outer|panel|posts?|section|slot|stories|story|text|title"
    "|tools?|unit|widget|wrap|wrapper|articles?|main|top|bottom|left|right|[0-9]{1,4}"
)
_FRAME = re.compile(
    rf"(?:[a-z0-9]{{1,30}}(?:__|--|[-_])){{0,4}}(?:{_WHAT})(?:(?:__|--|[-_])(?:{_WHERE})){{0,3}}"
)
_SAID_OF_ITS_HOLDER = re.compile(r"(?:no|has|have|with|without|show|hide|is|open)[-_]")
_LONGEST = 100
_MOST = 20


def is_frame(name: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element frames the report.

    Args:
        name: Of the element, in lower case.
        attributes: By name in lower case.
    """
    if attributes.get("role", "").lower() in _ROLES:
        return True
    if name in _NEVER:
        return False
    called = f"{attributes.get('class', '')} {attributes.get('id', '')}"
    return any(
        len(word) <= _LONGEST
        and not _SAID_OF_ITS_HOLDER.match(word)
        and _FRAME.fullmatch(word) is not None
        for word in called.lower().split()[:_MOST]
    )
