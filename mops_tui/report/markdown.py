"""The report to read: Markdown, made of the same data as `data.report`."""

from __future__ import annotations

from datetime import datetime

from mops_tui.model.session.events import STEPS
from mops_tui.report.answers import question_part
from mops_tui.report.before import before_part
from mops_tui.report.data import report as data_of
from mops_tui.report.grid_part import axes_table, grid_part
from mops_tui.report.input import ReportInput
from mops_tui.report.markup import bullets, heading, in_lines, paragraph, table, text
from mops_tui.report.schema.session import (
    DecisionData,
    PeopleData,
    PolicyData,
    ReportData,
    ScenarioData,
    SessionData,
)
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.figures import decimals, threshold
from mops_tui.words.results.quoting import ended
from mops_tui.words.results.statistics import statistics_legend
from mops_tui.words.steps import step_kind


def report(session: ReportInput) -> str:
    """A session as Markdown; the same bytes for the same session."""
    data = data_of(session)
    lines = [
        *heading(1, data["session"]["title"] or data["session"]["workshop"]),
        *_facts(data),
        *_people(data["people"]),
        *before_part(data["before"]),
    ]
    for scenario in data["scenarios"]:
        lines += _scenario(scenario, data)
    for grid in data["grids"]:
        lines += grid_part(grid)
    lines += [*_written(data), *_time(data), *_left_out(data), *_appendix(data)]
    return "\n".join(lines).rstrip("\n") + "\n"


def _facts(data: ReportData) -> list[str]:
    session, policy = data["session"], data["policy"]
    kinds = {
        "rehearsal": _("A rehearsal: the people and their votes are simulated."),
        "practice": _("Practice by one person."),
    }
    return bullets(
        [
            text(_("Workshop: {title}").format(title=session["workshop"])),
            text(_("Opened: {when}").format(when=_when(session["opened"]))),
            text(kinds.get(session["kind"], "")),
            text(_people_line(data["people"]["present"])),
            text(_anonymity(policy["anonymity"])),
            text(_thresholds(policy)),
            text(_("Written by mops_tui {version}.").format(version=session["app"]))
            if session["app"]
            else "",
            text(_("As it stood at event {seq}.").format(seq=session["at"]))
            if session["at"] is not None
            else "",
            *map(text, session["condition"]),
            text(_ignored(session["ignored"])),
            text(_fingerprint(session)),
        ]
    )


def _when(opened: str) -> str:
    return datetime.fromisoformat(opened).strftime("%Y-%m-%d %H:%M %z")


def _thresholds(policy: PolicyData) -> str:
    sentence = _("Thresholds: majority {majority} %, agreement {agreement}, quorum {quorum} %.")
    if policy["edited"]:
        sentence = _(
            "Thresholds as the edited header has them: majority {majority} %, agreement "
            "{agreement}, quorum {quorum} %."
        )
    return sentence.format(
        majority=threshold(policy["majority"]),
        agreement=decimals(policy["agreement"]),
        quorum=threshold(policy["quorum"]),
    )


def _people_line(n: int) -> str:
    return ngettext("One person present.", "{n} people present.", n).format(n=n)


def _anonymity(anonymity: str) -> str:
    return {
        "named": _("Answers are shown by name."),
        "pseudonyms": _("Answers are shown by handle; names were not kept."),
        "anonymous": _("Answers are anonymous."),
    }[anonymity]


def _fingerprint(session: SessionData) -> str:
    if not session["fingerprint"]:
        return ""
    words = ngettext(
        "Fingerprint of the session file, {n} event: {made}",
        "Fingerprint of the session file, {n} events: {made}",
        session["events"],
    )
    return words.format(n=session["events"], made=session["fingerprint"])


def _ignored(n: int) -> str:
    if not n:
        return ""
    return ngettext(
        "One event fits nothing and is not counted.",
        "{n} events fit nothing and are not counted.",
        n,
    ).format(n=n)


def _people(people: PeopleData) -> list[str]:
    if not people["list"]:
        return []
    rows = [
        [person["name"], person["role"], _("yes") if person["present"] else _("has left")]
        for person in people["list"]
    ]
    return [*heading(2, _("People")), *table([_("Name"), _("Role"), _("Present")], rows)]


def _scenario(scenario: ScenarioData, data: ReportData) -> list[str]:
    questions = [question for question in scenario["questions"] if question["rounds"]]
    decisions = [d for d in data["decisions"] if d["scenario"] == scenario["id"]]
    if not questions and not decisions:
        return []
    lines = heading(2, scenario["title"])
    for question in questions:
        lines += question_part(question)
    if decisions:
        lines += heading(3, ngettext("Decision", "Decisions", len(decisions)))
        lines += paragraph(scenario["decision_asked"])
    for decision in decisions:
        lines += _decision(decision)
    return lines


def _decision(decision: DecisionData) -> list[str]:
    return [
        in_lines(decision["what"], mark="**"),
        "",
        *bullets(
            [
                _field(_("Why: {text}"), decision["why"]),
                _field(_("Owner: {text}"), decision["owner"]),
                _field(_("Must agree: {text}"), decision["agree"]),
                _field(_("First step: {text}"), decision["first_step"]),
                _field(_("We look again on {text}"), decision["review_day"]),
                _field(
                    _("We look again: {text}"),
                    decision["review"] if not decision["review_day"] else "",
                ),
                _field(_("How sure, as written down: {text} of 5"), decision["confidence"]),
                _field(_("Dissent: {text}"), decision["dissent"]),
            ]
        ),
    ]


def _field(sentence: str, value: object) -> str:
    return in_lines(sentence.format(text=value), "  ") if value else ""


def _written(data: ReportData) -> list[str]:
    lines: list[str] = []
    if data["actions"]:
        rows = [[a["what"], a["who"], a["by"]] for a in data["actions"]]
        lines += [*heading(2, _("Actions")), *table([_("What"), _("Who"), _("By")], rows)]
    lists = (
        (_("Parking lot"), data["parking_lot"]),
        (_("Ideas"), data["ideas"]),
        (_("Notes"), data["notes"]),
    )
    for title, notes in lists:
        if notes:
            lines += [
                *heading(2, title),
                *bullets(in_lines(note["text"], "  ") for note in notes),
            ]
    return lines


def _time(data: ReportData) -> list[str]:
    day = data["time"]
    titles = {
        **{("brief", s["id"]): s["title"] for s in data["scenarios"]},
        **{("question", q["ref"]): q["title"] for s in data["scenarios"] for q in s["questions"]},
        **{("decision", s["id"]): s["title"] for s in data["scenarios"]},
        **{("grid", g["grid"]): g["title"] for g in data["grids"]},
    }
    kinds: dict[str, str] = {
        "lobby": _("lobby"),
        "brief": _("brief"),
        "question": _("question"),
        "decision": _("decision"),
        "grid": _("grid"),
        **{of: step_kind(of) for of in STEPS},
        "workshop": _("summary"),
    }
    rows = [
        [
            titles.get((place["of"], place["name"])) or kinds.get(place["of"], place["name"]),
            kinds.get(place["of"], place["of"]),
            _minutes(place["seconds"]),
            _minutes(place["budget"]) if place["budget"] else "",
        ]
        for place in day["places"]
    ]
    # As the closing page and home have it: neither the door nor that page is work.
    worked = sum(p["seconds"] for p in day["places"] if p["of"] not in ("lobby", "workshop"))
    total = _("{spent} minutes of {planned}.").format(
        spent=_minutes(worked), planned=_minutes(day["planned"])
    )
    headings = [_("Place"), _("Kind"), _("Minutes"), _("Budget")]
    return [*heading(2, _("Time")), *paragraph(total), *table(headings, rows)]


def _minutes(seconds: float) -> str:
    return f"{seconds / 60:.1f}"


def _left_out(data: ReportData) -> list[str]:
    skipped = [ended(_("Skipped: {title}.").format(title=q["title"])) for q in data["skipped"]]
    unanswered = [
        ended(_("Not asked: {title}.").format(title=question["title"]))
        for scenario in data["scenarios"]
        for question in scenario["questions"]
        if not question["asked"] and not question["skipped"]
    ]
    hidden = [
        ngettext(
            "{title}: round {round} was not revealed: one voted.",
            "{title}: round {round} was not revealed: {voted} voted.",
            entry["voted"],
        ).format(**entry)
        for entry in data["not_revealed"]
    ]
    lines = bullets(text(line) for line in (*skipped, *unanswered, *hidden))
    return [*heading(2, _("Left out")), *lines] if lines else []


def _appendix(data: ReportData) -> list[str]:
    """The figures behind the findings, of every round, and what they mean."""
    rows = [
        [question["title"], answered["round"], row["what"], row["figures"]]
        for scenario in data["scenarios"]
        for question in scenario["questions"]
        for answered in question["rounds"]
        for row in answered["statistics"]
    ]
    if not rows:
        return []
    headings = [_("Question"), _("Round"), _("What"), _("Figures")]
    set_ = data["policy"]
    legend = statistics_legend(
        majority=set_["majority"], agreement=set_["agreement"], quorum=set_["quorum"]
    )
    lines = [*heading(2, _("The figures behind the sentences")), *paragraph(legend)]
    lines += table(headings, rows)
    for grid in data["grids"]:
        if any(axis["median"] is not None for axis in grid["axes"]):
            lines += [*heading(3, grid["title"]), *axes_table(grid["axes"])]
    return lines
