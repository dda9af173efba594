"""The appendix of a report: methods, legends, people by items, ideas, notes, the file."""

from __future__ import annotations

from collections.abc import Iterator

from mops_tui.model.agenda.took import took
from mops_tui.model.session.state import Participant
from mops_tui.report.content.appended.by_name import by_name_tables
from mops_tui.report.content.appended.figures import figure_tables
from mops_tui.report.content.appended.on_grids import grid_tables
from mops_tui.report.content.decisions import next_steps_of, what_of, when_of, who_of
from mops_tui.report.content.happened import happenings, is_told_elsewhere
from mops_tui.report.content.page.page_one import last_votes, parked_lines, whole_page
from mops_tui.report.content.parts import NotesContent, PageOne, TableContent
from mops_tui.report.content.sections import is_shown
from mops_tui.report.content.seen import seen_sentences
from mops_tui.report.input import ReportInput
from mops_tui.words.closing_kit.agreed import how_far_words
from mops_tui.words.closing_kit.banners import damage
from mops_tui.words.closing_kit.days import day_in_words
from mops_tui.words.closing_kit.held import how_shown
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.figures import filled, threshold
from mops_tui.words.results.labels import participant_label
from mops_tui.words.safe import in_one_line, safe
from mops_tui.words.took import part_name


def appendix(given: ReportInput, page: PageOne) -> tuple[TableContent | NotesContent, ...]:
    """What stands behind the sentences, for whoever asks how.

    Args:
        given: The session.
        page: Page one: what was too long for it stands here whole.
    """
    parts = (
        *_cut_short(given, page),
        *_standing(given),
        _methods(given),
        *_people(given),
        *by_name_tables(given),
        *grid_tables(given),
        *figure_tables(given),
        *_written(given),
        *_time(given),
        _file(given),
    )
    return tuple(parts)


def _cut_short(given: ReportInput, page: PageOne) -> Iterator[TableContent | NotesContent]:
    """The lists of page one, whole, where it had no room for all of them."""
    whole = whole_page(given)
    lists = (
        (_("All that is missing"), whole.banners, page.banners),
        (_("All that was asked"), whole.asked, page.asked),
        (_("All that is open"), whole.undecided, page.undecided),
    )
    for title, every, told in lists:
        if every != told:
            yield NotesContent(title, every)
    steps = next_steps_of(given)
    if page.more_steps or [in_one_line(one.what) for one in steps] != [
        in_one_line(one.what) for one in page.next_steps
    ]:
        with_done = any(one.done for one in steps)
        headings = (_("What"), _("Who"), _("By when"), _("Done"))[: 4 if with_done else 3]
        rows = (
            (what_of(one), who_of(one), when_of(one), _("done") if one.done else _("open"))
            for one in steps
        )
        shown = tuple(row[: len(headings)] for row in rows)
        yield TableContent(_("All that happens next"), "", headings, shown, is_plan=True)
    parked = tuple(parked_lines(given))
    if parked != page.parked:
        yield NotesContent(_("All that is parked"), parked)


def _standing(given: ReportInput) -> tuple[TableContent, ...]:
    """Where the room stands, question by question: page one counts most of them."""
    if given.audience == "public" or not is_shown("figures", given.state.report.left_out):
        return ()
    rows = tuple(
        (safe(question.title), first, how_far_words(given.state, outcome))
        for question, outcome in last_votes(given)
        if outcome.kind != "text"
        for first in seen_sentences(given, outcome)[:1]
    )
    headings = (_("Question"), _("Where we stand"), _("How far we agree"))
    twice = any(outcome.round > 1 for _question, outcome in last_votes(given))
    note = _("Of a question that was asked twice, the last vote.") if twice else ""
    title = _("How far we agree, question by question")
    return (TableContent(title, note, headings, rows),) if rows else ()


def _methods(given: ReportInput) -> NotesContent:
    policy = given.state.policy
    thresholds = _("Set for the votes: a clear majority is {majority} %, a quorum {quorum} %.")
    if policy.edited:
        thresholds = _(
            "Set for the votes, by the header of the file that somebody edited: a clear majority "
            "is {majority} %, a quorum {quorum} %."
        )
    called = _("A vote that is called out is counted by hand: it has no name.")
    lines = [
        _(
            "Everybody votes before anybody sees a vote; then all votes are revealed at once, and "
            "the room talks. Where a question was asked twice, both rounds stand beside each other."
        ),
        _anonymity(given),
        thresholds.format(majority=threshold(policy.majority), quorum=threshold(policy.quorum)),
        *([called] if _is_called(given) else []),
        *([_unanimous()] if given.audience == "public" else []),
    ]
    return NotesContent(_("How we voted"), tuple(lines), is_method=True)


def _is_called(given: ReportInput) -> bool:
    return any(one.tally.size for rounds in given.state.rounds.values() for one in rounds)


def _unanimous() -> str:
    return _(
        "Where all gave the same answer, that is told: it says what each of them answered. How "
        "many answered a question is told as well, but not who did not."
    )


def _anonymity(given: ReportInput) -> str:
    if given.audience == "public":
        return _("Nobody is named here, and no count of fewer than five people is told.")
    return how_shown(given.state)


def _people(given: ReportInput) -> tuple[NotesContent, ...]:
    """Who was there, where they have names."""
    state = given.state
    everyone = sorted(state.participants.values(), key=lambda one: (one.seat, one.id))
    if given.audience == "public" or state.policy.anonymity == "anonymous" or not everyone:
        return ()
    told = _("; ").join(_person(given, one) for one in everyone)
    return (NotesContent(_("People"), (told,)),)


def _person(given: ReportInput, person: Participant) -> str:
    name = participant_label(given.state, person.id)
    about = [safe(person.role).strip(), "" if person.present else _("has left")]
    more = _(", ").join(filter(None, about))
    return _("{name} ({more})").format(name=name, more=more) if more else name


def _written(given: ReportInput) -> tuple[NotesContent, ...]:
    """Ideas, and what else was written down; the facilitator's own notes where she asks for them.

    Private notes are in no report.
    """
    state = given.state
    if not is_shown("notes", state.report.left_out):
        return ()
    open_ = [n for n in state.notes.values() if not n.private and not is_told_elsewhere(n)]
    ideas = tuple(safe(n.text, keep=True) for n in open_ if n.list == "idea")
    notes = tuple(safe(n.text, keep=True) for n in open_ if n.list == "note" and given.notes)
    after = happenings(given)[1]
    lists = ((_("Ideas"), ideas), (_("What happened after the last vote"), after))
    told = (*lists, (_("Notes of the facilitator"), notes))
    return tuple(NotesContent(title, lines) for title, lines in told if lines)


def _time(given: ReportInput) -> tuple[TableContent, ...]:
    state = given.state
    parts = took(state, state.t)
    if not parts or not is_shown("time", state.report.left_out):
        return ()
    rows = tuple(
        (
            part_name(state, one),
            _minutes(one.seconds),
            _minutes(one.budget) if one.budget else "",
        )
        for one in parts
    )
    minutes = round(state.worked(state.t) / 60)
    whole = ngettext(
        "{n} minute of work, in a workshop of {planned}.",
        "{n} minutes of work, in a workshop of {planned}.",
        minutes,
    ).format(n=minutes, planned=f"{state.minutes:g}")
    headings = (_("Part"), _("Minutes"), _("Planned"))
    return (TableContent(_("Time"), whole, headings, rows),)


def _minutes(seconds: float) -> str:
    return f"{seconds / 60:.1f}"


def _file(given: ReportInput) -> NotesContent:
    """What the report was made from, and how anybody can see that it is the same file."""
    header, state = given.header, given.state
    day = day_in_words(header.opened.date().isoformat())
    when = _("{day}, {time}").format(day=day, time=header.opened.strftime("%H:%M %z").strip())
    lines = [
        _("Workshop: {title}").format(title=safe(state.workshop.title)),
        _("Opened: {when}").format(when=when),
    ]
    if header.app:
        lines.append(_("Recorded by mops_tui {version}.").format(version=safe(header.app)))
    if header.redacted:
        lines.append(_("A name was taken out of this session; the votes are all there."))
    lines += damage(state, given.condition)
    if given.at is not None and given.audience == "room":  # it tells how many votes there were
        lines.append(_("As it stood at event {seq}.").format(seq=given.at))
    if state.ignored:
        ignored = ngettext(
            "One event fits nothing and is not counted.",
            "{n} events fit nothing and are not counted.",
            len(state.ignored),
        )
        lines.append(ignored.format(n=len(state.ignored)))
    if given.fingerprint:
        words = ngettext(
            "Fingerprint of the session file, {n} event: {made}",
            "Fingerprint of the session file, {n} events: {made}",
            state.seq,
        )
        lines.append(filled(words, n=state.seq, made=given.fingerprint))
        lines.append(
            _(
                "Whoever has the file can check it: “mops-tui check --fingerprint FILE” prints the "
                "same fingerprint as long as nobody has changed it."
            )
        )
    return NotesContent(_("The file that this was made from"), tuple(lines))
