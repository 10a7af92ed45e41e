"""The palette: every action of the table, every theme, article and claim, found by its words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from workbench.review.summary import article_letter
from workbench.text.cleaning import clean_line
from workbench.tui.filters import Filter
from workbench.tui.keymap import all_keys_text
from workbench.tui.listing import Listing
from workbench.tui.palette import OWN_THEMES

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.tui.actions import Action
    from workbench.tui.app import WorkbenchApp

_MOST_CLAIMS = 100
_THEMES = "Theme", "Change the colours: type “theme” and a name."


class WorkbenchCommands(Provider):
    """Actions first, then themes, articles and claims; Textual sorts them by how well they fit."""

    async def discover(self) -> Hits:
        """All actions, before anything is typed."""
        for action in self._runnable():
            yield DiscoveryHit(
                Content(_title(action)), partial(self._run, action), _title(action), action.help
            )
        yield DiscoveryHit(Content(_THEMES[0]), self._app.search_themes, *_THEMES)

    async def search(self, query: str) -> Hits:
        """What has all the words typed; those whose name begins so come first."""
        words = query.casefold().split()
        for action in self._runnable():
            if score := _score(words, _title(action), action.help):
                yield _hit(score, _title(action), partial(self._run, action), words, action.help)
        own = {theme.name: None for theme in OWN_THEMES}
        for theme in (*own, *(name for name in self._app.available_themes if name not in own)):
            title = f"Theme {theme}"
            if score := _score(words, title, ""):
                yield _hit(score, title, partial(self._app.wear, theme), words)
        board = self._app.board
        if not board.is_open:
            return
        for index, article in enumerate(board.session.articles):
            title = f"{article_letter(index)}  {article.metadata.title}"
            where = clean_line(article.source)
            if score := _score(words, title, where):
                yield _hit(score, title, partial(self._go_to_article, index), words, where)
        for claim in Listing(Filter.EVERYTHING, words=query).of(board.session)[:_MOST_CLAIMS]:
            title = f"{claim.number} {claim.text}"
            # Its number names a claim; words that only happen to be in it come after the others.
            score = 100.0 if query.strip() == str(claim.number) else _LEAST / 2
            yield _hit(score, title, partial(self._go_to, claim.id), words)

    @property
    def _app(self) -> WorkbenchApp:
        from workbench.tui.app import WorkbenchApp

        app = self.app
        assert isinstance(app, WorkbenchApp)
        return app

    def _runnable(self) -> list[Action]:
        actions = self._app.keymap.actions
        return [action for action in actions if action.id not in ("rate", "palette")]

    async def _run(self, action: Action) -> None:
        await self._app.board.action_do(action.id)

    def _go_to_article(self, article: int) -> None:
        board = self._app.board
        board.place.turn_to(article)
        board.place.step_to_column(article)
        board.show_all(reveal=True)

    def _go_to(self, claim_id: str) -> None:
        board = self._app.board
        board.place.go_to(claim_id)
        board.show_all(reveal=True)


_LEAST = 1.0


def _score(words: list[str], title: str, about: str) -> float:
    """How well a command fits: 0 if some word is nowhere in it, most if its name begins so."""
    name = title.casefold()
    if name.startswith(" ".join(words)):
        return 4 * _LEAST
    if all(word in name for word in words):
        return 3 * _LEAST
    text = f"{name} {about.casefold()}"
    return _LEAST if all(word in text for word in words) else 0.0


def _hit(
    score: float, title: str, run: Callable[[], object], words: list[str], about: str = ""
) -> Hit:
    """A command with the words typed underlined in its name."""
    content, name = Content(title), title.casefold()
    for word in words:
        at = name.find(word)
        # Small letters may be of another length than large ones, in few scripts.
        if at >= 0 and len(name) == len(title):
            content = content.stylize("underline", at, at + len(word))
    return Hit(score, content, run, title, about or None)


def _title(action: Action) -> str:
    return f"{action.label[0].upper()}{action.label[1:]}  ({all_keys_text(action)})"
