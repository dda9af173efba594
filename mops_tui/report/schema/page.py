"""Page one of a report, as published: what a busy person reads."""

from __future__ import annotations

from typing_extensions import TypedDict


class PictureNameData(TypedDict):
    """A picture by its name, its title, and what is seen in it."""

    key: str
    title: str
    alternative: str


class FindingData(TypedDict):
    """One of three findings, with what belongs to it."""

    question: str
    sentence: str
    more: str
    picture: PictureNameData


class ToldDecisionData(TypedDict):
    """A decision in words: texts are "" where nothing was written down.

    How sure is in words, with whose word that is; `vote` is what a reader has to know of the votes
    behind it; `not_on_record` says in words what nobody wrote down.
    """

    scenario: str
    about: str
    asked: str
    what: str
    why: str
    owner: str
    agree: str
    first_step: str
    review: str
    review_day: str | None
    sure: str
    dissent: str
    vote: str
    not_on_record: str


class NextStepData(TypedDict):
    """Something that somebody does; `day` is null where its words mean none."""

    what: str
    who: str
    by: str
    day: str | None
    done: bool


class PageData(TypedDict):
    """Page one, all in words. Long texts are cut there, and end with "…"."""

    title: str
    held: str
    banners: list[str]
    summary: str
    asked: list[str]
    decisions: list[ToldDecisionData]
    more_decisions: str
    undecided: list[str]
    next_steps: list[NextStepData]
    more_steps: str
    open_steps: str
    findings: list[FindingData]
    turnout: str
    headline: str
    agreement: str
    parked: list[str]
