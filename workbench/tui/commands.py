"""The palette: every action of the table, every article and every claim, found by name."""

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

if TYPE_CHECKING:
    from workbench.tui.actions import Action
    from workbench.tui.app import WorkbenchApp

_MOST_CLAIMS = 100


class WorkbenchCommands(Provider):
    """Actions first, then articles, then claims."""

    async def discover(self) -> Hits:
        """All actions, before anything is typed."""
        for action in self._runnable():
            yield DiscoveryHit(
                Content(_title(action)), partial(self._run, action), _title(action), action.help
            )

    async def search(self, query: str) -> Hits:
        """What fits the words typed."""
        matcher = self.matcher(query)
        for action in self._runnable():
            title = _title(action)
            score = matcher.match(f"{title} {action.help}")
            if score > 0:
                yield Hit(
                    score, matcher.highlight(title), partial(self._run, action), title, action.help
                )
        board = self._app.board
        if not board.is_open:
            return
        for index, article in enumerate(board.session.articles):
            title = f"{article_letter(index)}  {article.metadata.title}"
            score = matcher.match(f"{title} {clean_line(article.source)}")
            if score > 0:
                where = clean_line(article.source)
                yield Hit(score, Content(title), partial(self._go_to_article, index), title, where)
        for claim in Listing(Filter.EVERYTHING, words=query).of(board.session)[:_MOST_CLAIMS]:
            title = f"{claim.number} {claim.text}"
            # Its number names a claim; words that only happen to be in it come after the actions.
            score = 100.0 if query.strip() == str(claim.number) else matcher.match(title) / 2
            yield Hit(score, matcher.highlight(title), partial(self._go_to, claim.id), title)

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


def _title(action: Action) -> str:
    return f"{action.label[0].upper()}{action.label[1:]}  ({all_keys_text(action)})"
