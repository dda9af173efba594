"""A compared grid: what its marks and arrows are, where the middle was, who stands in a corner."""

from __future__ import annotations

from mops_tui.model.comparison.comparison import Comparison
from mops_tui.model.comparison.grids import GridShift, GridStanding
from mops_tui.model.results.consensus import FEW
from mops_tui.words.comparison.rows import place_text
from mops_tui.words.comparison.sessions import tag
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.figures import listed, percent
from mops_tui.words.results.labels import axis_name, place_words
from mops_tui.words.results.quoting import ended, titled
from mops_tui.words.results.standing.corners import by_a_hair
from mops_tui.words.safe import safe


def grid_line(shift: GridShift) -> str:
    """What the marks of a grid are."""
    if shift.basis == "placed":
        return _(
            "Shown is in which corner people put their own mark. Whoever set none is not "
            "counted here; the page of the session itself counts where their answers point."
        )
    every = tuple(stand.session for stand in shift.standings)
    own = _("No own marks")
    if shift.own:
        own = _("Own marks only in {tags}").format(tags=listed(list(map(tag, shift.own))))
        if set(every) <= set(shift.own):
            own = _("Own marks belong to different questions in these sessions")
    words = _("{own}. Shown is to which corner people's answers point.")
    if shift.own:
        words = _("{own}. Shown is to which corner people's answers point in {shown}.")
    told = words.format(own=own, shown=listed(list(map(tag, every))))
    if shift.same_questions:
        return told
    return " ".join((told, _("The answers belong to different questions in these sessions.")))


def arrows_line(comparison: Comparison, shift: GridShift) -> str:
    """How many people the arrows are of, and why there may be none."""
    ends = shift.standings[0].session, shift.standings[-1].session
    first, last = (tag(index) for index in ends)
    if not shift.same_ends:
        words = _(
            "No arrows: {first} and {last} asked different questions, so a mark in another "
            "place does not show that anybody changed their mind."
        )
        return words.format(first=first, last=last)
    if not shift.named:
        nameless = [
            tag(index)
            for index in ends
            if comparison.sessions[index].state.policy.anonymity != "named"
        ]
        words = ngettext(
            "No arrows: {tags} shows no names.", "No arrows: {tags} show no names.", len(nameless)
        )
        return words.format(tags=listed(nameless))
    if not shift.in_both:
        words = _("No arrows: nobody is known by name in both {first} and {last}.")
        return words.format(first=first, last=last)
    n, moved = len(shift.arrows), sum((a.x0, a.y0) != (a.x1, a.y1) for a in shift.arrows)
    fields = {"n": n, "all": shift.in_both, "first": first, "last": last, "moved": moved}
    if not n:
        words = ngettext(
            "No arrows: one person was in both {first} and {last}, without a mark in each.",
            "No arrows: {all} people were in both {first} and {last}, none with a mark in each.",
            shift.in_both,
        )
        return words.format(**fields)
    if shift.in_both == 1:
        who = _("The one person who was in both {first} and {last} has a mark in each")
    elif n == shift.in_both:
        who = _("All {all} people who were in both {first} and {last} have a mark in each")
    else:
        who = ngettext(
            "Of the {all} people who were in both {first} and {last}, one has a mark in each",
            "Of the {all} people who were in both {first} and {last}, {n} have a mark in each",
            n,
        )
    if moved == n:
        how = ngettext("the arrow shows how it moved", "the arrows show how they moved", n)
    elif moved:
        how = ngettext(
            "one of them moved, as the arrow shows",
            "{moved} of them moved, as the arrows show",
            moved,
        )
    else:
        how = ngettext("it did not move", "none of them moved", n)
    return _("{who}: {how}.").format(who=who.format(**fields), how=how.format(**fields))


def hair_lines(shift: GridShift) -> list[str]:
    """In which sessions a small step changes who is in which corner; empty where in none."""
    each = [(tag(one.session), by_a_hair(one.near, one.counted)) for one in shift.standings]
    return [titled(session, said) for session, said in each if said]


def axis_line(shift: GridShift, index: int) -> str:
    """Where the middle of the room was on an axis, then and now; never between two camps."""
    axes = [(stand, stand.axes[index]) for stand in (shift.standings[0], shift.standings[-1])]
    name = axis_name(shift.grid, axes[0][1].axis)
    said = [
        {
            "few": _("too few marks in {tag}"),
            "split": _("split in {tag}"),
            "quorum": _("under the quorum in {tag}"),
            None: _("{place} in {tag} ({value})"),
        }[stand.short(axis)].format(
            tag=tag(stand.session),
            place=place_words(shift.grid, axis.axis, axis.median or 0.0),
            value=place_text(axis.median),
        )
        for stand, axis in axes
    ]
    sentence = _("{axis}: the middle of the room is {then}, {now}.")
    if any(stand.short(axis) for stand, axis in axes):
        sentence = _("{axis}: {then}, {now}.")
    return ended(sentence.format(axis=name, then=said[0], now=said[1]))


def corner_names(shift: GridShift) -> list[str]:
    """The corners by name, and those on an axis, where there are any."""
    names = [safe(quadrant.name) for quadrant in shift.grid.quadrants]
    if any(stand.between for stand in shift.standings):
        names.append(_("On an axis, in no corner"))
    return names


def corner_text(stand: GridStanding, index: int) -> str:
    """How many people of one session stand in a corner: so many of so many, and the share.

    It is the same figure as that of the question that asked for the marks.

    Args:
        stand: The session on the grid.
        index: Of `corner_names`.
    """
    counts = [*(count for _corner, count in stand.corners), stand.between]
    words = _("{count} of {n}")
    if sum(counts) >= FEW:  # per cent of one mark or two say too much
        words = _("{count} of {n} ({share} %)")
    return words.format(
        count=counts[index], n=sum(counts), share=percent(corner_share(stand, index))
    )


def corner_share(stand: GridStanding, index: int) -> float:
    """The same share, 0 to 1, for a bar."""
    counts = [*(count for _corner, count in stand.corners), stand.between]
    return counts[index] / (sum(counts) or 1)
