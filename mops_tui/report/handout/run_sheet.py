"""The run sheet: what to say and to do, minute by minute. For the facilitator alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from mops_tui.model.agenda.run_sheet import RunSheet, SheetRow, run_sheet
from mops_tui.model.packs.pack import Scenario
from mops_tui.model.packs.parts import TextLine
from mops_tui.report.document.blocks import (
    Block,
    DocumentPart,
    ListBlock,
    ListPoint,
    StepBlock,
    TableBlock,
    TextBlock,
    TitleBlock,
    Words,
    Written,
)
from mops_tui.report.handout.input import HandoutInput, of_scenario
from mops_tui.report.handout.late import before_words, day_words, late_points
from mops_tui.words.handout.answers import answers_words, condition_words, lines_words
from mops_tui.words.handout.calls import call_words, remote_vote_words, remote_words, room_words
from mops_tui.words.handout.times import (
    at_words,
    figure,
    minutes_words,
    pairs_words,
    row_title,
    stretch_words,
    time_words,
)
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.quoting import quoted


def sheet_part(given: HandoutInput) -> DocumentPart:
    """The run sheet of a workshop."""
    sheet = run_sheet(given.workshop)
    blocks: list[Block] = [
        TextBlock(day_words(sheet, given)),
        TextBlock(before_words()),
        TitleBlock(_("The day at a glance")),
        _glance(sheet, given),
        TitleBlock(_("If it runs late")),
        ListBlock(tuple(late_points(sheet))),
        TitleBlock(_("In the room")),
        ListBlock(tuple(ListPoint((line,)) for line in room_words())),
        TitleBlock(_("On a call")),
        ListBlock(tuple(ListPoint((line,)) for line in call_words())),
    ]
    blocks += _steps(sheet, given)
    private = _("For the facilitator only: it holds private cues. Do not hand it round.")
    return DocumentPart(given.title, _("Run sheet"), tuple(blocks), private)


def _glance(sheet: RunSheet, given: HandoutInput) -> TableBlock:
    latest = sheet.spare > 0
    begin = _("Begins") if given.begins is not None else _("From minute")
    headings = [begin, _("No later than"), _("Minutes"), _("What")]
    rows = []
    for row in sheet.rows:
        times: list[Words] = [time_words(row.start, given.begins)]
        if latest:
            times.append(time_words(sheet.latest(row), given.begins))
        rows.append((*times, _own_minutes(row), _glance_title(row)))
    if not latest:
        del headings[1]
    return TableBlock(_("What begins when"), tuple(headings), tuple(rows))


def _own_minutes(row: SheetRow) -> str:
    return figure(row.minutes) if row.minutes else ""


def _title(row: SheetRow) -> Words:
    """The title of a place, as its author has it where there is an author."""
    if row.question and row.scenario:
        return of_scenario(row.scenario, row.question.title)
    if row.grid:
        return Written(row.grid.title, _language(row))
    if row.kind in ("brief", "decision") and row.scenario:
        return of_scenario(row.scenario, row.scenario.title)
    return row_title(row.kind)


def _language(row: SheetRow) -> str:
    return row.scenario.language if row.scenario else "en"


def _glance_title(row: SheetRow) -> Words:
    title = _title(row)
    text = title.text if isinstance(title, Written) else title
    match row.kind:
        case "brief":
            words = _("Last words: {title}") if _closes(row) else _("Brief: {title}")
        case "decision":
            words = _("Decision: {title}")
        case "grid":
            words = _("Grid: {title}")
        case _ if row.together:
            words = _("{title} (depends on an earlier answer)")
        case _ if row.question and row.question.optional:
            words = _("{title} (optional)")
        case _:
            return title
    return Written(words.format(title=text), _language(row))


def _closes(row: SheetRow) -> bool:
    return row.scenario is not None and row.scenario.closing


def _steps(sheet: RunSheet, given: HandoutInput) -> Iterator[Block]:
    under, together = "", 0
    for row in sheet.rows:
        if row.kind != "summary":
            heading = row.scenario.id if row.scenario else "-"
            if heading != under:
                yield _heading(row)
            under = heading
        if row.together and not together:
            yield TextBlock(_depends(row))
        together = row.together
        yield _step(row, given)


def _heading(row: SheetRow) -> TitleBlock:
    """The heading over the places of a scenario, each on a page of its own but the closing one."""
    if row.scenario is None:
        return TitleBlock(_("To end with"))
    title = of_scenario(row.scenario, row.scenario.title)
    return TitleBlock(title, new_page=not row.scenario.closing)


def _depends(row: SheetRow) -> str:
    words = ngettext(
        "The next question is asked or left out by what led before. Its {minutes} are planned.",
        "Of the next {n} questions only those are asked that fit what led before. {minutes} are "
        "planned for them together.",
        row.together,
    )
    return words.format(n=row.together, minutes=minutes_words(row.takes))


def _step(row: SheetRow, given: HandoutInput) -> StepBlock:
    at = at_words(row.start, given.begins)
    length = minutes_words(row.minutes) if row.minutes else _("no minutes of its own")
    match row.kind:
        case "brief":
            return _brief(row, at, length)
        case "question":
            return _question(row, at, length, given)
        case "decision":
            return _decision(row, at, length)
        case "break":
            points = _break(row, given)
        case "grid":
            points = _of_grid(row, given)
        case "owners":
            points = tuple(ListPoint((line,)) for line in _owners())
        case "summary":
            points = tuple(ListPoint((line,)) for line in _last_page())
        case _:
            assert_never(row.kind)
    return StepBlock(at, length, _title(row), points=points)


def _break(row: SheetRow, given: HandoutInput) -> tuple[ListPoint, ...]:
    back = at_words(row.start + row.minutes, given.begins)
    said = _("Say when you go on, and go on then, whoever is back: {time}.").format(time=back)
    return (ListPoint((said,)),)


def _brief(row: SheetRow, at: str, length: str) -> StepBlock:
    scenario = row.scenario
    assert scenario is not None
    points = [*_subject(scenario), *_cues(row, scenario.cues)]
    title = _("The last question") if scenario.closing else _("Brief")
    aloud = of_scenario(scenario, scenario.brief)
    return StepBlock(at, length, title, aloud, _("Say, or let the room read"), tuple(points))


def _subject(scenario: Scenario) -> list[ListPoint]:
    """That the room names first what all of a scenario is about."""
    subject = scenario.subject
    if subject is None:
        return []
    stands = _("Where this sheet says {words}, say what they named.")
    return [
        ListPoint(
            (
                of_scenario(scenario, subject.ask),
                Written(stands.format(words=quoted(subject.fallback)), scenario.language),
            ),
            _("Ask as you leave the brief, and type in what they say"),
        )
    ]


def _cues(row: SheetRow, cues: tuple[TextLine, ...]) -> list[ListPoint]:
    assert row.scenario is not None
    texts = tuple(of_scenario(row.scenario, cue.text) for cue in cues)
    return [ListPoint(texts, _("Private cue"), private=True)] if texts else []


def _question(row: SheetRow, at: str, length: str, given: HandoutInput) -> StepBlock:
    question, scenario = row.question, row.scenario
    assert question is not None
    assert scenario is not None

    def author(text: str) -> Words:
        return of_scenario(scenario, text)

    first = scenario.no_brief and question is scenario.questions[0]
    points = _subject(scenario) if first else []
    if question.asked_if:
        points.append(ListPoint((condition_words(question.asked_if, scenario),), _("When")))
    if question.optional:
        points.append(ListPoint((_("Optional: among the first to leave out."),)))
    points.append(ListPoint((stretch_words(row.stretches),), _("Minutes")))
    if question.hint:
        points.append(ListPoint((author(question.hint),), _("Say as well")))
    grid = given.workshop.grid(str(getattr(question, "grid", "")))
    answers = answers_words(question, grid)
    if answers:
        points.append(ListPoint((author(answers),), _("Answers")))
    lines = tuple(author(line) for line in lines_words(question))
    if lines:
        points.append(ListPoint(lines, _("To read aloud, line by line")))
    if question.in_pairs:
        points.append(ListPoint((pairs_words(given.people),), _("Pairs")))
    points += _cues(row, question.cues)
    if question.look_for:
        points.append(ListPoint((author(question.look_for),), _("Look for, private"), private=True))
    if question.prompts:
        prompts = tuple(author(prompt.text) for prompt in question.prompts)
        points.append(ListPoint(prompts, _("To open the talk")))
    remote = (author(question.remote),) if question.remote else remote_words(question)
    points.append(ListPoint((*remote, remote_vote_words(question)), _("On a call")))
    return StepBlock(
        at, length, author(question.title), author(question.ask), _("Ask aloud"), tuple(points)
    )


def _decision(row: SheetRow, at: str, length: str) -> StepBlock:
    scenario = row.scenario
    assert scenario is not None
    decision = scenario.decision
    assert decision is not None
    points = []
    if decision.hint:
        points.append(ListPoint((of_scenario(scenario, decision.hint),), _("Say as well")))
    written = _(
        "Press d and write down what was decided, who owns it, who must agree, the first step, "
        "when you look again, how sure you are, and who dissents."
    )
    points.append(ListPoint((written,)))
    points.append(
        ListPoint((_("No decision today? Write that down, and who finds out what by when."),))
    )
    aloud = of_scenario(scenario, decision.ask)
    return StepBlock(at, length, _("Decision"), aloud, _("Ask aloud"), tuple(points))


def _of_grid(row: SheetRow, given: HandoutInput) -> tuple[ListPoint, ...]:
    assert row.grid is not None
    corners = ", ".join(corner.name for corner in row.grid.quadrants)
    return (
        ListPoint((Written(corners, given.language),), _("Its corners")),
        ListPoint((_("It is there where somebody has a mark. Look at it together, or go on."),)),
    )


def _owners() -> tuple[str, ...]:
    return (
        _("Read each decision aloud: what, who owns it, the first step."),
        _("Ask the owner: is that so? A nod is enough. What is not right is mended now."),
    )


def _last_page() -> tuple[str, ...]:
    return (
        _("It lists the decisions, who does what by when, and what was found. Photograph it."),
        _("Close the workshop; r then opens the report, and F2 writes it. Fill in the follow-up."),
    )
