"""One question in Markdown: every revealed round, with its figures and its sentences."""

from __future__ import annotations

from mops_tui.report.markup import bullets, heading, in_lines, paragraph, table, text
from mops_tui.report.schema.rounds import CountData, ItemData, RoundData
from mops_tui.report.schema.session import QuestionData
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.figures import percent, unit


def question_part(question: QuestionData) -> list[str]:
    """A question with all its revealed rounds, oldest first."""
    lines = [*heading(3, question["title"]), *paragraph(question["ask"])]
    for round_ in question["rounds"]:
        lines += _round(round_, question)
    return lines


def _round(answered: RoundData, question: QuestionData) -> list[str]:
    title = _("Round {number}").format(number=answered["round"])
    lines = [*heading(4, title), *paragraph(answered["quorum_text"], *_turnout(answered))]
    lines += _figures(answered, question)
    lines += [f"**{text(answered['verdict']['text'])}**", ""] if answered["verdict"]["text"] else []
    verdict = answered["verdict"]["text"]
    lines += paragraph(*(line for line in answered["splits"] if line != verdict))
    lines += paragraph(answered["stability_text"], *_movement(answered))
    return [*lines, *_moves(answered), *_names(answered)]


def _names(answered: RoundData) -> list[str]:
    """Who said what, where the room agreed to be named; a grid's marks have their names above."""
    if answered["axes"]:
        return []
    sentence = _("{first}: {rest}")
    return bullets(text(sentence.format(**row)) for row in answered["by_name"])


def _turnout(answered: RoundData) -> list[str]:
    passes, called = answered["passes"], answered["called"]
    sentences = []
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
        return _items(answered["items"])
    if answered["quadrants"]:
        return _grid(answered)
    return bullets(in_lines(idea, "  ") for idea in answered["ideas"])


def _shares(rows: list[CountData], question: QuestionData) -> list[str]:
    """The distribution, beside that of others who were asked the same."""
    counted = _("Points") if question["kind"] == "allocate" else _("Votes")
    headings = [_("Answer"), counted, _("Share")]
    body: list[list[object]] = [
        [row["label"], row["count"], f"{percent(row['share'])} %"] for row in rows
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
    headings = [_("Item"), *steps, _("Median"), _("Quartiles"), "A", _("Split")]
    return table(headings, [_item(item) for item in items])


def _item(item: ItemData) -> list[object]:
    low, high = item["low"], item["high"]
    return [
        item["label"],
        *(step["count"] for step in item["distribution"]),
        item["median"]["label"] if item["median"] else "",
        f"{low['label']} – {high['label']}" if low and high else "",
        "" if item["agreement"] is None else f"{item['agreement']:.2f}",
        _("yes") if item["split"] else "",
    ]


def _grid(answered: RoundData) -> list[str]:
    counted = [[q["label"], q["count"], q["called"]] for q in answered["quadrants"]]
    if answered["no_quadrant"]:
        counted.append([_("On an axis, in no corner"), answered["no_quadrant"], 0])
    corners = table([_("Corner"), _("Votes"), _("Called out")], counted)
    lines = bullets(text(axis["text"]) for axis in answered["axes"] if axis["n"])
    if not answered["marks"]:
        return [*corners, *lines]
    names = [axis["label"] for axis in answered["axes"]]
    rows = [[mark["name"], unit(mark["x"], 2), unit(mark["y"], 2)] for mark in answered["marks"]]
    return [*corners, *lines, *table([_("Name"), *names], rows)]


def _movement(answered: RoundData) -> list[str]:
    n = answered["moved_count"]
    if not answered["axes"] or answered["round"] < 2 or not n:
        return []
    return [ngettext("One mark moved.", "{n} marks moved.", n).format(n=n)]


def _moves(answered: RoundData) -> list[str]:
    return bullets(
        text(
            _("{name} moved from {x0}, {y0} to {x1}, {y1}.").format(
                name=move["name"],
                x0=unit(move["from"][0], 2),
                y0=unit(move["from"][1], 2),
                x1=unit(move["to"][0], 2),
                y1=unit(move["to"][1], 2),
            )
        )
        for move in answered["moved"]
    )
