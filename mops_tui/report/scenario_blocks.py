"""A scenario as blocks: its questions with both rounds, the arguments, the decisions."""

from __future__ import annotations

from mops_tui.report.content.parts import (
    QuestionContent,
    RoundContent,
    SaidReason,
    ScenarioContent,
)
from mops_tui.report.document.blocks import (
    Block,
    BoxBlock,
    ColumnsBlock,
    DocumentPart,
    ListBlock,
    ListPoint,
    PictureBlock,
    StatementBlock,
    TableBlock,
    TextBlock,
    TitleBlock,
    Words,
    Written,
)
from mops_tui.report.document.room import is_room_beside, is_told
from mops_tui.report.page_blocks import decision_box
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.quoting import between_marks, noted


def scenario_part(scenario: ScenarioContent) -> DocumentPart:
    """A scenario, as a part of its own."""
    blocks: list[Block] = [TextBlock(Written(one, ""), "aside") for one in scenario.before]
    told = [one for one in scenario.questions if one.rounds]
    for question in told:
        blocks += _question(question)
    blocks += _left_out(scenario)
    blocks += _decided(scenario)
    return DocumentPart(Written(scenario.title, ""), "", tuple(blocks), level=2, name="scenario")


def _question(question: QuestionContent) -> list[Block]:
    title = TitleBlock(Written(question.title, ""), 3)
    arguments = _arguments(question)
    rest: list[Block] = []
    if question.left_out:
        rest.append(TextBlock(question.left_out, "soft"))
    if len(question.rounds) == 1:
        told, drawn = _round(question.rounds[0], ask=question.ask)
        beside = bool(drawn) and is_room_beside(question)
        parts = (told, drawn, tuple(arguments)) if beside else (told, drawn)
        columns = ColumnsBlock(tuple(part for part in parts if part), "told")
        under = () if beside else arguments
        return [BoxBlock("begin", (title, columns)), *rest, *under]
    last = question.rounds[-1].number
    rounds = [
        (*told, *drawn)
        for told, drawn in (
            _round(
                one, label=_("Round {number}").format(number=one.number), drawn=one.number == last
            )
            for one in question.rounds
        )
    ]
    ask = TextBlock(Written(question.ask, ""), "soft")
    movement = (StatementBlock("", question.movement),) if question.movement else ()
    both = BoxBlock("begin", (title, ask, ColumnsBlock(tuple(rounds), "rounds")))
    return [both, *movement, *rest, *arguments]


def _round(
    one: RoundContent, *, ask: str = "", label: str = "", drawn: bool = True
) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """What is told of a round, and what is drawn of it.

    Args:
        one: The round.
        ask: What was asked, where it is not said already.
        label: Which round it is, where there are several.
        drawn: A text draws it as well, and not a page alone.
    """
    first, *more = one.sentences or ("",)
    news = tuple(
        TextBlock(Written(_("Before this vote: {what}").format(what=what), ""), "news")
        for what in one.before
    )
    statement = StatementBlock(first, " ".join(more), one.turnout, Written(ask, ""), label)
    told: list[Block] = [*news, statement]
    if one.ideas:
        told.append(ListBlock(tuple(ListPoint((Written(idea, ""),)) for idea in one.ideas)))
        return tuple(told), ()
    if one.picture.is_bare:
        return tuple(told), ()
    in_text = drawn and not is_told(one.picture.picture, one.sentences)
    picture: list[Block] = [PictureBlock(one.picture, in_text=in_text)]
    if one.answers:
        picture += _beside_others(*one.answers)
    return tuple(told), tuple(picture)


def _beside_others(headings: tuple[str, ...], *rows: tuple[str, ...]) -> list[Block]:
    """What others answered: of one answer a sentence, since a table of one row is none."""
    if len(rows) == 1:
        ((answer, here, theirs),) = rows
        words = _("Beside the answers of others: “{answer}”: {here} here; {who}: {theirs}.")
        told = words.format(
            answer=between_marks(answer), here=here, who=headings[-1], theirs=theirs
        )
        return [TextBlock(Written(told, ""), "soft")]
    title = _("Beside the answers of others")
    return [TableBlock(title, headings, rows, look="small")]


def _arguments(question: QuestionContent) -> list[Block]:
    if not question.sides:
        return []
    points: list[ListPoint] = []
    for side in question.sides:
        said = tuple(map(_said, side.reasons))
        if side.answer:
            points.append(ListPoint(said, side.answer))
        else:
            points += [ListPoint((one,)) for one in said]
    return [ListBlock(tuple(points), look="sides", title=_("The arguments"))]


def _said(reason: SaidReason) -> Words:
    words = _("{who}: “{text}”") if reason.who else _("“{text}”")
    return Written(words.format(who=reason.who, text=between_marks(reason.text)), "")


def _left_out(scenario: ScenarioContent) -> list[Block]:
    """What was skipped, not asked, or not revealed: each with why there is nothing of it."""
    left = [one for one in scenario.questions if not one.rounds and one.left_out]
    if not left:
        return []
    points = tuple(ListPoint((Written(noted(one.title, one.left_out), ""),)) for one in left)
    return [TitleBlock(_("Left out"), 3), ListBlock(points)]


def _decided(scenario: ScenarioContent) -> list[Block]:
    blocks: list[Block] = []
    if scenario.decisions:
        count = len(scenario.decisions)
        title = TitleBlock(ngettext("Decision", "Decisions", count), 3)
        asked = next((one.asked for one in scenario.decisions if one.asked), "")
        first, *others = (decision_box(one, level=4) for one in scenario.decisions)
        ask = (TextBlock(Written(asked, ""), "soft"),) if asked else ()
        blocks += [BoxBlock("begin", (title, *ask, first)), *others]
    if scenario.undecided:
        title = TitleBlock(_("Decision"), 3)
        undecided = TextBlock(Written(scenario.undecided, ""))
        blocks.append(BoxBlock("open", (title, undecided)))
    return blocks
