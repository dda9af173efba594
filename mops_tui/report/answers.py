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


def _round(found: RoundData, question: QuestionData) -> list[str]:
    title = _("Round {number}").format(number=found["round"])
    lines = [*heading(4, title), *paragraph(found["quorum_text"], *_turnout(found))]
    lines += _figures(found, question)
    lines += [f"**{text(found['verdict']['text'])}**", ""] if found["verdict"]["text"] else []
    told = found["verdict"]["text"]
    lines += paragraph(*(line for line in found["splits"] if line != told))
    lines += paragraph(found["stability_text"], *_movement(found))
    return [*lines, *_moves(found), *_names(found)]


def _names(found: RoundData) -> list[str]:
    """Who said what, where the room agreed to be named; a grid's marks have their names above."""
    if found["axes"]:
        return []
    sentence = _("{first}: {rest}")
    return bullets(text(sentence.format(**row)) for row in found["by_name"])


def _turnout(found: RoundData) -> list[str]:
    passes, called = found["passes"], found["called"]
    said = []
    if passes:
        said.append(ngettext("One passed.", "{n} passed.", passes).format(n=passes))
    if called:
        said.append(ngettext("One called out.", "{n} called out.", called).format(n=called))
    if found["corrected"]:
        said.append(_("The called votes were corrected after the reveal."))
    return said


def _figures(found: RoundData, question: QuestionData) -> list[str]:
    if found["ranks"]:
        return _ranks(found)
    if found["distribution"]:
        return _shares(found["distribution"], question)
    if found["items"]:
        return _items(found["items"])
    if found["quadrants"]:
        return _grid(found)
    return bullets(in_lines(idea, "  ") for idea in found["ideas"])


def _shares(rows: list[CountData], question: QuestionData) -> list[str]:
    """The distribution, beside that of others who were asked the same."""
    counted = _("Points") if question["kind"] == "allocate" else _("Votes")
    head = [_("Answer"), counted, _("Share")]
    body: list[list[object]] = [
        [row["label"], row["count"], f"{percent(row['share'])} %"] for row in rows
    ]
    mirror = question["mirror"]
    if mirror:
        head.append(mirror["who"])
        for line, row in zip(body, rows, strict=True):
            theirs = mirror["percent"].get(row["category"])
            line.append("" if theirs is None else f"{theirs:g} %")
    return table(head, body)


def _ranks(found: RoundData) -> list[str]:
    firsts = {row["category"]: row["count"] for row in found["distribution"]}
    return table(
        [_("Answer"), _("Median rank"), _("First for")],
        [[r["label"], r["median"], firsts.get(r["option"], 0)] for r in found["ranks"]],
    )


def _items(items: list[ItemData]) -> list[str]:
    steps = [step["label"] for step in items[0]["distribution"]]
    head = [_("Item"), *steps, _("Median"), _("Quartiles"), "A", _("Split")]
    return table(head, [_item(item) for item in items])


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


def _grid(found: RoundData) -> list[str]:
    counted = [[q["label"], q["count"], q["called"]] for q in found["quadrants"]]
    if found["no_quadrant"]:
        counted.append([_("On an axis, in no corner"), found["no_quadrant"], 0])
    corners = table([_("Corner"), _("Votes"), _("Called out")], counted)
    lines = bullets(text(axis["text"]) for axis in found["axes"] if axis["n"])
    if not found["marks"]:
        return [*corners, *lines]
    names = [axis["label"] for axis in found["axes"]]
    rows = [[mark["name"], unit(mark["x"], 2), unit(mark["y"], 2)] for mark in found["marks"]]
    return [*corners, *lines, *table([_("Name"), *names], rows)]


def _movement(found: RoundData) -> list[str]:
    n = found["moved_count"]
    if not found["axes"] or found["round"] < 2 or not n:
        return []
    return [ngettext("One mark moved.", "{n} marks moved.", n).format(n=n)]


def _moves(found: RoundData) -> list[str]:
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
        for move in found["moved"]
    )
