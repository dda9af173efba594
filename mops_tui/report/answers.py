"""One question in Markdown: every revealed round, with its figures and its sentences."""

from __future__ import annotations

from mops_tui.report.markup import bullets, heading, in_lines, paragraph, table, text
from mops_tui.report.schema.rounds import CountData, ItemData, RoundData
from mops_tui.report.schema.session import QuestionData
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.figures import percents, unit


def question_part(question: QuestionData) -> list[str]:
    """A question with all its revealed rounds, oldest first."""
    lines = [*heading(3, question["title"]), *paragraph(question["ask"])]
    for round_ in question["rounds"]:
        lines += _round(round_, question)
    return lines


def _round(answered: RoundData, question: QuestionData) -> list[str]:
    title = _("Round {number}").format(number=answered["round"])
    lines = [*heading(4, title), *paragraph(*_turnout(answered))]
    found = answered["findings"]
    lines += [f"**{text(found[0])}**", "", *paragraph(*found[1:])] if found else []
    if not answered["axes"]:  # the findings name every axis that is split
        lines += paragraph(*(line for line in answered["splits"] if line not in found))
    lines += [*_figures(answered, question), *_moves(answered), *_names(answered)]
    return [*lines, *_reasons(answered)]


def _names(answered: RoundData) -> list[str]:
    """Who said what, where the room agreed to be named; a grid's marks have their names above."""
    if answered["axes"]:
        return []
    people = answered["table"]
    if people is not None:
        rows = [[row["name"], *row["answers"]] for row in people["rows"]]
        return table([_("Name"), *people["items"]], rows)
    sentence = _("{first}: {rest}")
    return bullets(text(sentence.format(**row)) for row in answered["by_name"])


def _reasons(answered: RoundData) -> list[str]:
    """What people said when they were asked why."""
    told = [
        f"{text(one['name'])}: {in_lines(one['text'], '  ')}"
        if one["name"]
        else in_lines(one["text"], "  ")
        for one in answered["reasons"]
    ]
    return [*paragraph(_("Asked why:")), *bullets(told)] if told else []


def _turnout(answered: RoundData) -> list[str]:
    passes, called = answered["passes"], answered["called"]
    # Under the quorum the only finding says how many voted.
    under = answered["quorum"] is not None and not answered["quorate"]
    told = under and answered["verdict"]["code"] not in ("few", "none")
    sentences = [] if told else [answered["quorum_text"]]
    if passes:
        sentences.append(ngettext("One passed.", "{n} passed.", passes).format(n=passes))
    if called:
        sentences.append(ngettext("One called out.", "{n} called out.", called).format(n=called))
    if answered["corrected"]:
        sentences.append(_("The called votes were corrected after the reveal."))
    return sentences


def _figures(answered: RoundData, question: QuestionData) -> list[str]:
    if answered["ranks"]:
        return _ranks(answered)
    if answered["distribution"]:
        return _shares(answered["distribution"], question)
    if answered["items"]:
        return (
            _pairs(answered["items"]) if question["kind"] == "pairs" else _items(answered["items"])
        )
    if answered["quadrants"]:
        return _grid(answered)
    return bullets(in_lines(idea, "  ") for idea in answered["ideas"])


def _shares(rows: list[CountData], question: QuestionData) -> list[str]:
    """The distribution, beside that of others who were asked the same."""
    counted = _("Points") if question["kind"] == "allocate" else _("Votes")
    headings = [_("Answer"), counted, _("Share")]
    shares = percents([row["count"] for row in rows])
    body: list[list[object]] = [
        [row["label"], row["count"], f"{share} %"] for row, share in zip(rows, shares, strict=True)
    ]
    mirror = question["mirror"]
    if mirror:
        headings.append(mirror["who"])
        for line, row in zip(body, rows, strict=True):
            theirs = mirror["percent"].get(row["category"])
            line.append("" if theirs is None else f"{theirs:g} %")
    return table(headings, body)


def _ranks(answered: RoundData) -> list[str]:
    firsts = {row["category"]: row["count"] for row in answered["distribution"]}
    return table(
        [_("Answer"), _("Median rank"), _("First for")],
        [[r["label"], r["median"], firsts.get(r["option"], 0)] for r in answered["ranks"]],
    )


def _items(items: list[ItemData]) -> list[str]:
    steps = [step["label"] for step in items[0]["distribution"]]
    rows = [[i["label"], *(step["count"] for step in i["distribution"])] for i in items]
    return table([_("Item"), *steps], rows)


def _pairs(items: list[ItemData]) -> list[str]:
    """The votes between two statements, which stand at the two ends of their row."""
    rows = []
    for item in items:
        counts = [step["count"] for step in item["distribution"]]
        rows.append([item["left"], *counts, item["right"]])
    columns = [_("fully"), _("rather"), _("between the two"), _("rather"), _("fully")]
    return table([_("Statement"), *columns, _("Statement")], rows)


def _grid(answered: RoundData) -> list[str]:
    counted = [[q["label"], q["count"], q["called"]] for q in answered["quadrants"]]
    if answered["no_quadrant"]:
        counted.append([_("On an axis, in no corner"), answered["no_quadrant"], 0])
    corners = table([_("Corner"), _("Votes"), _("Called out")], counted)
    lines = bullets(text(axis["text"]) for axis in answered["axes"] if axis["n"])
    if not answered["marks"]:
        return [*corners, *lines]
    names = [axis["label"] for axis in answered["axes"]]
    rows = [
        [mark["name"], mark["where"], unit(mark["x"], 2), unit(mark["y"], 2)]
        for mark in answered["marks"]
    ]
    return [*corners, *lines, *table([_("Name"), _("Stands"), *names], rows)]


def _moves(answered: RoundData) -> list[str]:
    """Whose mark moved, from where to where."""
    rows = [
        [
            move["name"],
            _spot(move["from_where"], move["from"]),
            _spot(move["to_where"], move["to"]),
        ]
        for move in answered["moved"]
    ]
    return table([_("Moved"), _("From"), _("To")], rows) if rows else []


def _spot(where: str, at: list[float]) -> str:
    return _("{where} ({x}, {y})").format(where=where, x=unit(at[0], 2), y=unit(at[1], 2))
