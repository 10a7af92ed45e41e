"""The keys that ask about what is there: why it is matched, what the file itself looks like."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workbench.text.cleaning import clean_line
from workbench.tui.main.board import Board
from workbench.tui.messages import Explained

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.review.why import Why
    from workbench.tui.session_thread import Outcome
    from workbench.tui.widgets.article_view import ArticleView


class Explaining(Board):
    """Answers."""

    def action_why(self) -> None:
        """Ask the session's thread why the sentence under the cursor is matched."""
        claim = self.place.claim
        if claim is None or not claim.appearances:
            return
        appearance = self.place.appearance or claim.appearances[0]

        def report(outcome: Outcome[tuple[Why, ...]]) -> None:
            self.post_message(Explained(claim, outcome))

        work = partial(self.session.why, claim, appearance)
        self.app.session_thread.submit_quietly(work, report)

    def on_explained(self, message: Explained) -> None:
        """Show the answer, unless the person went on meanwhile."""
        whys = message.outcome.value
        if whys is None:
            said = clean_line(str(message.outcome.error))
            self.notify(f"That cannot be told: {said}", severity="error", markup=False)
        elif whys and self.place.is_on(message.claim.id) and self.app.screen is self:
            from workbench.tui.dialogs.why import WhyPage

            self.app.push_screen(WhyPage(self.app.board, message.claim, whys))

    def action_open_original(self) -> None:
        """Show the active article's original: its page, or its file."""
        self._open_original(self.place.column)

    def on_article_view_head_clicked(self, message: ArticleView.HeadClicked) -> None:
        """The line that names the file was clicked."""
        if message.is_source and not message.is_twice:
            self._open_original(self.case.article_of(message.view))

    def _open_original(self, article: int) -> None:
        from workbench.tui.originals import address, browse, has_display

        metadata = self.session.articles[article].metadata
        url = address(metadata.url)
        if not url:
            self._read_file(article)
        elif has_display():
            self.notify(f"Opening {clean_line(url, 80)}", markup=False, timeout=3)
            work = partial(self._browse, browse, article, url)
            self.run_worker(work, thread=True, exit_on_error=False)
        else:
            self._show_address(article, url)

    def _browse(self, browse: Callable[[str], bool], article: int, url: str) -> None:
        """In a thread of its own: a browser may take its time to come up."""
        try:
            is_there = browse(url)
        except OSError:
            is_there = False
        if not is_there:
            self.app.call_from_thread(self._show_address, article, url)

    def _show_address(self, article: int, url: str) -> None:
        from workbench.tui.dialogs.reading import AddressPage

        def answered(wants_file: bool | None) -> None:
            if wants_file:
                self._read_file(article)

        title = self.session.articles[article].metadata.title
        self.app.push_screen(AddressPage(title, url), answered)

    def _read_file(self, article: int) -> None:
        from textual.app import SuspendNotSupported

        from workbench.tui.originals import read_file

        self.app.drafts.keep_now()
        path = self.session.case.root / self.session.articles[article].source
        try:
            trouble = read_file(path, self.app.suspend)
        except SuspendNotSupported:
            trouble = "This terminal cannot be left to another program."
        if trouble:
            self.notify(trouble, severity="warning", markup=False, timeout=5)
