"""The web page of twenty articles in a real browser: silent, accessible, and usable by keys alone.

Skipped where there is no Chromium (Debian: `apt install chromium`); nothing else needs one.
"""

import importlib.util
import os
from pathlib import Path

import pytest

from tests.publish.browser import CHROMIUM, Browser
from tests.publish.making import crowd, judge, note, shared
from workbench.publish.formats import export_case

pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="Chromium is not installed (Debian: apt install chromium)"
)

WIDE, NARROW = 1400, 390
SERIOUS = {"serious", "critical"}


@pytest.fixture(scope="module")
def report(tmp_path_factory) -> Path:
    """Twenty articles; claims with every kind of card."""
    folder = tmp_path_factory.mktemp("crowd")
    session = crowd(folder)
    claims = shared(session)
    for claim, rating in zip(claims[:-1], session.case.scale, strict=False):
        judge(session, claim, rating.name, uncertainty="The wind.", justification="The log.")
    judge(session, claims[0], "false", reviewer="Ines", correction=("A slip.", "It was 69."))
    judge(session, claims[1], "true", reviewer="Ines", status="withdrawn")
    for stance in ("supports", "refutes", "context"):
        note(
            session,
            claims[0],
            stance=stance,
            note="69, says the log.",
            quote="69 persons",
            question="How many?",
            url="https://port.example/log",
            archived_url="https://archive.example/1",
            title="Log of the port",
            locator="page 3",
        )
    path = folder / "report.html"
    path.write_bytes(export_case(session, "html").data)
    return path


@pytest.fixture(scope="module")
def browser():
    with Browser() as opened:
        yield opened


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [WIDE, NARROW])
class TestEveryLook:
    def test_the_console_is_silent_and_the_network_is_not_asked(self, browser, report, width, dark):
        browser.complaints.clear()
        browser.requests.clear()

        browser.open(report, width=width, dark=dark)

        assert browser.complaints == []
        assert browser.requests == [report.as_uri()]
        assert browser.run("document.styleSheets[0].cssRules.length") > 50

    def test_axe_finds_nothing_serious(self, browser, report, width, dark):
        browser.open(report, width=width, dark=dark)
        browser.run(axe())

        found = browser.run("axe.run(document, {resultTypes: ['violations']})")

        serious = [f for f in found["violations"] if f["impact"] in SERIOUS]
        assert [(f["id"], f["nodes"][0]["html"][:200], len(f["nodes"])) for f in serious] == []

    def test_the_page_does_not_scroll_sideways(self, browser, report, width, dark):
        browser.open(report, width=width, dark=dark)

        assert browser.run("document.documentElement.scrollWidth") <= width


def axe() -> str:
    """The accessibility checker's script: of the package, or another one for a look by hand."""
    spec = importlib.util.find_spec("axe_core_python")
    if "AXE" not in os.environ and (spec is None or spec.origin is None):
        pytest.skip("axe-core-python is not installed")
    path = Path(os.environ.get("AXE") or Path(spec.origin).with_name("axe.min.js"))
    return path.read_text(encoding="utf-8")


CARDS = "[...document.querySelectorAll('.card')].filter(c => c.offsetParent).map(c => c.id)"


def test_the_filter_works_by_keys_alone(browser, report):
    browser.open(report, width=WIDE)
    everything = browser.run(CARDS)

    browser.run("document.getElementById('show-all').focus()")
    browser.press("ArrowRight")
    checked = browser.run(CARDS)
    browser.press("ArrowRight")
    browser.press("ArrowRight")
    disputed = browser.run(CARDS)

    assert len(everything) > len(checked) > len(disputed) == 2
    assert set(disputed) <= set(checked) <= set(everything)


def test_a_claim_that_is_led_to_is_shown_whatever_the_filter_shows(browser, report):
    browser.open(report, width=WIDE)
    browser.run("document.getElementById('show-disputed').click()")
    (unchecked, *_) = browser.run(
        "[...document.querySelectorAll('.card.unchecked')].map(c => c.id)"
    )
    assert unchecked not in browser.run(CARDS)

    browser.run(f"document.querySelector('mark a[href=\"#{unchecked}\"]').click()")

    assert unchecked in browser.run(CARDS)


def test_a_claim_that_is_led_to_is_lit_in_every_article(browser, report):
    browser.open(report, width=WIDE)
    ground = (
        "[...document.querySelectorAll('mark.k2')].map(m => getComputedStyle(m).backgroundColor)"
    )
    before = browser.run(ground)

    browser.run("location.hash = 'c2'")
    after = browser.run(ground)

    assert len(before) == 20
    assert all(one != other for one, other in zip(before, after, strict=True))


def test_the_first_tab_leads_past_the_head_of_the_page(browser, report):
    browser.open(report, width=WIDE)

    browser.press("Tab")

    assert browser.run("document.activeElement.textContent") == "Skip to the claims"
    browser.press("Enter")
    assert browser.run("location.hash") == "#claims"


def test_on_paper_nothing_is_cut_off_and_what_cannot_be_pressed_is_gone(browser, report):
    browser.open(report, width=800, paper=True)

    cut = "[...document.querySelectorAll('*')].filter(e => getComputedStyle(e).overflow == 'auto')"
    assert browser.run(f"{cut}.length") == 0
    assert browser.run("getComputedStyle(document.querySelector('.filter')).display") == "none"
    assert browser.run("document.querySelectorAll('.column')[19].offsetHeight") > 200


def test_on_paper_its_colours_are_those_for_white_paper_also_from_a_dark_screen(browser, report):
    value = "getComputedStyle(document.body).getPropertyValue(name)"
    colours = f"['--h1', '--against', '--v1'].map(name => {value})"
    browser.open(report, width=800)
    light = browser.run(colours)

    browser.open(report, width=800, dark=True, paper=True)

    assert browser.run(colours) == light
