"""A revealed question: its picture and bars, what the answers bring, and the talk."""

from __future__ import annotations

from functools import lru_cache

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from mops_tui.model.packs.questions import GridQuestion, QuestionBase
from mops_tui.model.results.grid import summary
from mops_tui.model.results.results import Mark, Result
from mops_tui.model.results.tallies import result
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.events import Page
from mops_tui.model.session.state import Look, Round
from mops_tui.model.text.same import Same, SameParts
from mops_tui.pictures.choose import bars_of, picture_of
from mops_tui.pictures.shapes import (
    BarsPicture,
    CellsPicture,
    IdeasPicture,
    MapPicture,
    Picture,
    ScalesPicture,
)
from mops_tui.tui.charts.cells import rows_for_cells, shows_all
from mops_tui.tui.charts.map import has_plan
from mops_tui.tui.charts.scales import has_every_row, rows_for_scales
from mops_tui.tui.charts.text import wrap
from mops_tui.tui.widgets.bodies.base import PAGES, Body
from mops_tui.tui.widgets.bodies.brings import brings, has_brings, options_bring
from mops_tui.tui.widgets.bodies.names import name_lines
from mops_tui.tui.widgets.bodies.talk import finding_lines, talk_lines
from mops_tui.tui.widgets.lines import height_of
from mops_tui.tui.widgets.picture import PictureView
from mops_tui.tui.widgets.tabs import PageTabs
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.pictures.tags import names_of
from mops_tui.words.results.names import has_names
from mops_tui.words.results.voices import voices_words
from mops_tui.words.safe import safe

NAMES_OTHER_ROWS = 3
"""Rows of the page of names that are no names: a blank one above, the tabs and what parts them."""
ASK_ROWS, LARGE_ASK_ROWS = 2, 3
"""The most rows of the question, which everybody has read by now."""
TALK_ROWS = 9
"""The most rows of the talk beside the picture; its own page has all of it."""
OTHER_ROWS = 9
"""Rows of the first page that are not the picture's: question, findings, tabs."""
LEAST_OTHER_ROWS = 6
"""The fewest of them."""
LARGE_OTHER_ROWS = 22
"""The most of them on a large screen, with the talk."""
PICTURE_SHARE = 3
"""Fifths of a wide screen that are the picture's, with the bars beside it."""
STATISTICS = "statistics"
"""The tab that opens the figures behind the findings."""


class RevealBody(Body):
    """Its pages; on a large screen the first shows the talk as well.

    Attributes:
        pages: The pages there are, at this size.
    """

    pages: tuple[Page, ...] = PAGES[:1]
    _listed = False

    def compose(self) -> ComposeResult:
        """All pages; one is state."""
        yield Static(id="ask")
        with Vertical(id="page-votes"):
            with Horizontal(id="pictures"):
                yield PictureView(id="picture")
                yield PictureView(id="bars")
            yield Static(id="verdict")
        with VerticalScroll(id="page-bars", can_focus=False):
            yield PictureView(id="bars-alone")
        with VerticalScroll(id="page-names", can_focus=False):
            yield Static(id="names-text")
        with VerticalScroll(id="page-brings", can_focus=False):
            yield Static(id="brings")
        with VerticalScroll(id="page-talk", can_focus=False):
            yield Static(id="talk")
        yield PageTabs(id="pages")

    def show(self, state: VisibleState, look: Look, t: float) -> None:  # noqa: ARG002 - as of every body
        """Fill it."""
        ref = state.view.name
        question = state.question(ref)
        shown = result(state, ref, look.round or None)
        if question is None or shown is None:
            return
        round_ = state.rounds[ref][shown.round - 1]
        large = self.large
        before = result(state, ref, shown.round - 1) if shown.round > 1 else None
        width = max(40, self.room[0])
        column = width - 2
        asked = _asked(question, round_, width, large=large)
        self.put("#ask", asked)
        more = ""
        if look.page == "names":
            rows = self.room[1] - height_of(asked, width) - NAMES_OTHER_ROWS
            names = name_lines(state, question, round_, column, rows)
            self.put("#names-text", names)
            more = _more(height_of(names, column) - rows)
        named = has_names(state, round_)
        self.pages = pages = self._pictures(state, question, shown, before, named=named)
        page = look.page if look.page in pages else "votes"
        found = finding_lines(state, question, shown, column - 2 * large, large=large)
        self.put("#verdict", found)
        told = brings(question, _credits(state), column, _most_first(shown), abreast=self.wide)
        self.put("#brings", told)
        self.set_class(large, "-large")
        for name in PAGES:
            self.query_one(f"#page-{name}").set_class(name == page, "-open")
        voices = "" if large and page == "votes" else voices_words(state, shown)
        first = large and page == "votes"
        # What a voice from outside says against it waits for a page of its own: a facilitator
        # says when, and beside the votes it would speak before anybody in the room has.
        talk = talk_lines(state, question, voices, column, whole=not first)
        beside = first and bool(talk.plain)
        self.query_one("#page-talk").set_class(beside, "-beside")
        self.query_one("#page-talk").styles.height = (
            min(TALK_ROWS, height_of(talk, column) + 2) if beside else "1fr"
        )
        self.put("#talk", talk)
        self._show_tabs(page, state, shown, more)

    def _pictures(
        self,
        state: VisibleState,
        question: QuestionBase,
        shown: Result,
        before: Result | None,
        *,
        named: bool,
    ) -> tuple[Page, ...]:
        """Draw the picture and the bars, and say which pages there are."""
        labels = mark_labels(state)
        leaning = _leaning(state, question, shown)
        picture = picture_of(question, shown, before, state.workshop, labels, leaning)
        bars = bars_of(question, shown, before, state.workshop)
        columns, height = self.room
        wide = self.wide
        across = columns * PICTURE_SHARE // 5 if wide else columns
        rows = height - (LARGE_OTHER_ROWS if self.large else OTHER_ROWS)
        if isinstance(picture, MapPicture) and not has_plan(
            picture, across, height - LEAST_OTHER_ROWS
        ):
            picture = bars  # the plan would be drawn as bars as well, beside those that are there
        alone = isinstance(picture, BarsPicture | ScalesPicture | CellsPicture | IdeasPicture)
        left = self.query_one("#picture", PictureView)
        if left.picture != picture:
            left.show(picture)
        self.query_one("#bars").display = wide and not alone
        self._listed = _needs_list(picture, columns, rows, large=self.large)
        # A list has a page of its own where it stands in full, and is scrolled.
        listed = self._listed
        right = self.query_one("#bars" if wide and not listed else "#bars-alone", PictureView)
        right.styles.height = rows_in_full(picture, columns) if listed else "1fr"
        beside = picture if listed else bars
        if right.picture != beside:
            right.show(beside)
        missing = set() if listed or not (wide or alone) else {"bars"}
        missing |= set() if named else {"names"}
        missing |= set() if has_brings(question, _credits(state)) else {"brings"}
        return tuple(page for page in PAGES if page not in missing)

    def _show_tabs(self, page: str, state: VisibleState, shown: Result, more: str) -> None:
        question = state.question(shown.ref)
        brought = question is not None and options_bring(question)
        names = {
            "votes": _("Votes"),
            "bars": _("All items") if self._listed else _("Bars"),
            "names": _("Names"),
            "brings": _("Arguments") if brought else _("Background"),
            "talk": _("Talk"),
        }
        tabs: list[tuple[str, str]] = [(one, names[one]) for one in self.pages]
        if self.turns:
            tabs.append((STATISTICS, _("Statistics")))
        rounds = len(state.rounds[shown.ref])
        words: list[str] = []
        if rounds > 1:
            words = [_("round {n} of {m}").format(n=shown.round, m=rounds)]
            if self.keys:
                turns = _("round {n} of {m}, {key} turns")
                key = self.key_of("rounds")
                words.insert(0, turns.format(n=shown.round, m=rounds, key=key))
        if more:
            words = [*(f"{more} · {form}" for form in words), more]
        self.query_one("#pages", PageTabs).show(tabs, page, words, self.room[0])


def rows_in_full(picture: Picture, width: int) -> int:
    """The rows that a list needs to be read in full, one item under the other; 0 for no list."""
    if isinstance(picture, CellsPicture):
        return rows_for_cells(picture, width)
    return rows_for_scales(picture, width) if isinstance(picture, ScalesPicture) else 0


def _needs_list(picture: Picture, width: int, rows: int, *, large: bool) -> bool:
    """Whether the first page cannot show every item of a list in full."""
    if not large:
        return rows_in_full(picture, width) > rows
    if isinstance(picture, CellsPicture):
        return not shows_all(picture, width, rows)
    return isinstance(picture, ScalesPicture) and not has_every_row(picture, width, rows)


def _asked(question: QuestionBase, round_: Round, width: int, *, large: bool) -> Content:
    """The question in a few rows, with the round where it is not the first."""
    first = _("Round {n}").format(n=round_.number) + "  " if round_.number > 1 else ""
    rows = LARGE_ASK_ROWS if large else ASK_ROWS
    text = "\n".join(wrap(first + safe(question.ask), width, rows))
    if first and text.startswith(first.rstrip()):
        parts = (first.rstrip(), "bold $secondary"), (text[len(first.rstrip()) :], "bold")
        return Content.assemble(*parts)
    return Content.styled(text, "bold")


def _more(rows: int) -> str:
    """That there is more below what stands on a page; "" where there is not."""
    return ngettext("{n} more row below", "{n} more rows below", rows).format(n=rows) * (rows > 0)


def _leaning(state: VisibleState, question: QuestionBase, shown: Result) -> tuple[Mark, ...]:
    """Where answers lean on the grid of a first round: its marks are seen to come from there."""
    if shown.round > 1 or not isinstance(question, GridQuestion):
        return ()
    of = summary(state, question.grid)
    return of.leaning if of else ()


def _most_first(shown: Result) -> tuple[str, ...]:
    """The options that anybody chose, the room's first choice first."""
    if shown.ranks:
        return tuple(option for option, *_figures in shown.ranks)
    if shown.distribution is None:
        return ()
    counted = zip(shown.distribution.counts, shown.distribution.categories, strict=True)
    held = sorted((one for one in counted if one[0]), key=lambda one: -one[0])
    return tuple(option for _count, option in held)


def _credits(state: VisibleState) -> tuple[str, ...]:
    scenario = state.workshop.scenario(state.view.name.partition("/")[0])
    return scenario.credits if scenario else ()


def mark_labels(state: VisibleState) -> dict[str, str]:
    """What people are called, by participant, for marks; nobody is in an anonymous room."""
    return _labels(_People(state))


class _People(SameParts[VisibleState]):
    """A state as a key: the same for as long as the people are."""

    def parts(self) -> tuple[object, ...]:
        """Who is called what."""
        return (Same(self.value.participants),)


@lru_cache(maxsize=2)
def _labels(people: _People) -> dict[str, str]:
    return names_of(people.value)
