"""What a rewritten session still holds of somebody, and which files still name them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.figures import listed
from mops_tui.words.safe import safe

_MOST_PLACES = 8
"""So many places are named; the whole of them is what the new session says."""


def names_taken_out() -> str:
    """How the title of a session without somebody's name ends."""
    return _("(names taken out)")


@dataclass(frozen=True)
class TakenOut:
    """What was done to a session for one person.

    Attributes:
        called: What they are called in the new one.
        role: Whether they had a role there, which was taken out.
        texts: Of how many texts their name was taken out.
        reasons: How many reasons of theirs were taken out; `ideas` likewise.
        votes: How many votes of theirs stay.
        alike: How many people have their role, they among them; 0 where they have none there.
        spoke: Where texts spoke of them, such as "the decision “We wait”".
        unclear: Where a text has a part of their name that somebody else has as well.
        may: What may still be their name, and where it stands.
    """

    called: str
    role: bool
    texts: int
    reasons: int
    ideas: int
    votes: int
    alike: int
    spoke: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()
    may: tuple[tuple[str, str], ...] = ()


def removed_sentence(made: TakenOut) -> str:
    """What was taken out."""
    told = [_("the name")]
    if made.role:
        told.append(_("their role"))
    if made.texts:
        words = ngettext("the name in one text", "the name in {n} texts", made.texts)
        told.append(words.format(n=made.texts))
    if made.reasons:
        words = ngettext("one reason of theirs", "{n} reasons of theirs", made.reasons)
        told.append(words.format(n=made.reasons))
    if made.ideas:
        words = ngettext("one idea that they wrote", "{n} ideas that they wrote", made.ideas)
        told.append(words.format(n=made.ideas))
    return _("Taken out: {what}. They are called {called} there.").format(
        what=listed(told), called=made.called
    )


def remaining_sentences(made: TakenOut, role: str, seat: int, file: str) -> Iterator[str]:
    """What remains that may lead to them, each a sentence.

    Args:
        made: The session.
        role: Theirs, where it remains; "" where it does not.
        seat: The number of their seat.
        file: The new one, as a command names it.
    """
    votes = ngettext(
        "Their one vote remains, under {called}.",
        "Their votes remain, under {called}: {n}.",
        made.votes,
    )
    if not made.votes:
        votes = _("They cast no vote that counts.")
    yield votes.format(called=made.called, n=made.votes)
    yield _("Their seat remains: {n}. So does when they came, and when they voted.").format(n=seat)
    if role:
        words = ngettext(
            "Their role remains: {role}. Only they have it, so it names them. --role takes it out.",
            "Their role remains: {role}. {n} people have it. --role takes it out.",
            made.alike,
        )
        yield words.format(role=safe(role), n=made.alike)
    if made.spoke:
        words = _("What spoke of them is still there, without the name: {places}.")
        yield words.format(places=_places(made.spoke))
    if made.unclear:
        words = _(
            "A part of their name that may mean somebody else, who has it as well, stays in "
            "{places}."
        )
        yield words.format(places=_places(made.unclear))
    if made.may:
        words = _("“{written}” may be them: it stays in {place}")
        told = [words.format(written=safe(one), place=place) for one, place in made.may]
        yield _("{things}.").format(things=_places(told))
    yield _(
        "Whoever was in the room may know them by how they voted, and by texts that tell of them "
        "without the name. Read what it says before you pass it on: mops-tui report {file}"
    ).format(file=file)


def _places(places: Sequence[str]) -> str:
    told = list(places[:_MOST_PLACES])
    if len(places) > _MOST_PLACES:
        told.append(_("{n} more").format(n=len(places) - _MOST_PLACES))
    return listed(told)


def still_named_sentences(files: Iterable[Path]) -> Iterator[str]:
    """Which files still hold the name, and what to do; none where there are none."""
    found = list(files)
    if not found:
        return
    yield _(
        "These files may still hold the name. Delete what is not needed; nothing here does it "
        "for you:"
    )
    for path in found:
        yield f"  {safe(str(path))}"
    yield _(
        "Copies that you sent, synchronised or backed up are not known here. Nothing takes a name "
        "out of those."
    )
