"""A practice journal that is damaged: what `check` says, and what is said once it is mended."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mops_tui.model.session.events import CardAnswered
from mops_tui.sources.practice.answers import read_practice
from mops_tui.sources.practice.journals.journal import PracticeJournal
from mops_tui.storage.files.errors import Busy
from mops_tui.storage.folders.places import places
from mops_tui.usecases.check import check_file
from mops_tui.words.files.practice import damage_sentence, not_all_read, opened_sentences

CARDS = [f"demo/card-{n}" for n in range(1, 6)]


def practised(folder: Path) -> Path:
    """Five answers: events 2 to 6 of a journal."""
    journal = PracticeJournal(folder)
    for key in CARDS:
        journal.record(
            CardAnswered(card=key, digest="d", answer="a", confidence=60, verdict="advised")
        )
    journal.close()
    return journal.path


def blocks(data: bytes) -> list[bytes]:
    first, *rest = data.split(b"[[event]]")
    return [first, *(b"[[event]]" + part for part in rest)]


def cut(data: bytes) -> bytes:
    return data[:-40]


def garbage(data: bytes) -> bytes:
    parts = blocks(data)
    parts[3] = b"[[event]]\n\x00\xff what is this\n\n".replace(b"\xff", "ÿ".encode())
    return b"".join(parts)


def out_of_order(data: bytes) -> bytes:
    parts = blocks(data)
    parts[3], parts[5] = parts[5], parts[3]
    return b"".join(parts)


def one_gone(data: bytes) -> bytes:
    parts = blocks(data)
    return b"".join((*parts[:3], *parts[4:]))


def numberless(data: bytes) -> bytes:
    parts = blocks(data)
    parts[3] = parts[3].replace(b"seq = 3\n", b"")
    return b"".join(parts)


def last_numberless(data: bytes) -> bytes:
    return data.replace(b"seq = 6\n", b"")


def number_too_far(data: bytes) -> bytes:
    return data.replace(b"seq = 3\n", b"seq = 999\n")


def doubled(data: bytes) -> bytes:
    return data + data


def windows(data: bytes) -> bytes:
    return data.replace(b"\n", b"\r\n")


DAMAGES: list[tuple[Callable[[bytes], bytes], int, str]] = [
    (cut, 4, "The last entry, on line {last}, was cut short: it does not count."),
    (garbage, 4, "1 entry is lost; it stood on line {third}."),
    (out_of_order, 5, "Nothing is lost."),
    (one_gone, 4, "1 entry is lost."),
    (numberless, 4, "1 entry is lost; it stood on line {third}."),
    (last_numberless, 4, "1 entry is lost; it stood on line {last}."),
    (number_too_far, 4, "1 entry is lost; it stood on line {third}."),
    (doubled, 5, "Nothing is lost."),
    (windows, 5, "Nothing is lost."),
]
ids = [damage.__name__ for damage, _kept, _said in DAMAGES]


def at(path: Path, said: str) -> str:
    """A sentence with the lines where the third and the last event stand in the sound file."""
    data = path.read_bytes()
    parts = blocks(data)
    third, last = (b"".join(parts[:n]).count(b"\n") + 1 for n in (3, len(parts) - 1))
    return said.format(third=third, last=last)


@pytest.mark.parametrize(("damage", "kept", "said"), DAMAGES, ids=ids)
def test_a_repair_says_what_is_kept_and_what_is_lost_and_where(
    tmp_path: Path, damage: Callable[[bytes], bytes], kept: int, said: str
) -> None:
    path = practised(tmp_path)
    said = at(path, said)
    path.write_bytes(damage(path.read_bytes()))
    right, lines = check_file(path, repair=True)
    assert right
    assert f"{path} is mended: {kept} answers are kept." in lines
    assert said in lines
    assert lines[-1] == f"The file as it was is {path.name}.bak."
    answers, damaged = read_practice(tmp_path)
    assert (len(answers), damaged) == (kept, ())


@pytest.mark.parametrize(("damage", "kept", "said"), DAMAGES, ids=ids)
def test_opening_practice_on_such_a_file_says_the_same(
    tmp_path: Path, damage: Callable[[bytes], bytes], kept: int, said: str
) -> None:
    path = practised(tmp_path)
    said = at(path, said)
    path.write_bytes(damage(path.read_bytes()))
    journal = PracticeJournal(tmp_path)
    (told,) = opened_sentences(journal)
    journal.close()
    assert told.startswith(f"{path.name} is mended: {kept} answers are kept. {said}")
    assert len(read_practice(tmp_path)[0]) == kept


@pytest.mark.parametrize("damage", [damage for damage, _kept, _said in DAMAGES], ids=ids)
def test_check_says_what_it_costs_and_calls_it_no_session(
    tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    path = practised(tmp_path)
    before = damage(path.read_bytes())
    path.write_bytes(before)
    right, lines = check_file(path, repair=False)
    assert not right
    assert not any("session" in line for line in lines)
    assert any("--repair" in line for line in lines)
    assert path.read_bytes() == before


def test_a_sound_journal_is_told_with_the_number_of_its_answers(tmp_path: Path) -> None:
    path = practised(tmp_path)
    assert check_file(path, repair=True) == (
        True,
        (f"{path}: a sound practice journal with 5 answers.",),
    )
    journal = PracticeJournal(tmp_path)
    assert opened_sentences(journal) == []
    journal.close()


def test_a_header_that_is_put_right_brings_its_answers_back_as_it_was_told(tmp_path: Path) -> None:
    path = practised(tmp_path)
    sound = path.read_bytes()
    path.write_bytes(sound.replace(b'session = "practice"', b"session = practice", 1))
    line = sound[: sound.index(b'session = "practice"')].count(b"\n") + 1
    journal = PracticeJournal(tmp_path)
    (told,) = opened_sentences(journal)
    again = f"{path.stem}-2.toml"
    assert f"{path.name}, line {line}: the header of the file cannot be read" in told
    assert f"call the file {again}, and they count again." in told
    journal.close()
    assert read_practice(tmp_path)[0] == ()
    aside = tmp_path / f"{path.name}.unreadable1"
    aside.write_bytes(sound)
    aside.rename(tmp_path / again)
    assert len(read_practice(tmp_path)[0]) == 5


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "the file was empty."),
        (b"\n", "the file was empty."),
        (bytes(range(256)), "nothing in it could be read"),
        (b"hello", "nothing in it could be read"),
    ],
)
def test_a_file_without_anything_is_told_as_what_it_was(
    tmp_path: Path, data: bytes, said: str
) -> None:
    path = practised(tmp_path)
    path.write_bytes(data)
    journal = PracticeJournal(tmp_path)
    (told,) = opened_sentences(journal)
    journal.close()
    assert said in told
    assert f"{path.name}.unreadable1 now" in told


UNREADABLE = [b"", b"\n", b"hello", bytes(range(256)), b'kind = "cards"\nid = "x"\n']


@pytest.mark.parametrize("data", UNREADABLE)
def test_a_month_that_nothing_can_be_read_in_is_put_aside_by_a_repair(data: bytes) -> None:
    """What is said where it is found leads to what mends it, whatever the month."""
    practised(places().practice)
    path = places().practice / "practice-2020-01.toml"
    path.write_bytes(data)
    _answers, damaged = read_practice(places().practice)
    assert damaged == (path.name,)
    assert "mops-tui check practice-2020-01 says" in not_all_read(damaged)
    sound, told = check_file(path, repair=False)
    assert not sound
    assert f"`mops-tui check --repair {path}` puts it aside" in told[0]
    sound, told = check_file(path, repair=False, dry_run=True)
    assert (sound, path.read_bytes()) == (False, data)
    assert "Nothing was written" in told[-1]
    sound, told = check_file(path, repair=True)
    assert sound
    assert told[-1] == f"{path} is called {path.name}.unreadable1 now."
    assert (path.parent / f"{path.name}.unreadable1").read_bytes() == data
    assert len(read_practice(places().practice)[0]) == 5
    assert read_practice(places().practice)[1] == ()


def test_a_month_with_a_broken_header_counts_again_once_it_is_put_right() -> None:
    path = practised(places().practice)
    sound = path.read_bytes()
    path.write_bytes(sound.replace(b"format = ", b"formal = ", 1))
    right, told = check_file(path, repair=True)
    assert right
    assert f"call it {path.name}, and" in told[-1]
    aside = path.with_name(f"{path.name}.unreadable1")
    aside.write_bytes(sound)
    aside.rename(path)
    assert len(read_practice(places().practice)[0]) == 5


def test_a_folder_in_the_place_of_a_month_is_told_and_stays() -> None:
    path = places().practice / "practice-2020-01.toml"
    path.mkdir(parents=True)
    right, told = check_file(path, repair=True)
    assert (right, path.is_dir()) == (False, True)
    assert told == (f"{path}: this is a folder, and no file of practice; give it another name.",)


def test_a_month_of_a_later_version_is_left_alone() -> None:
    path = practised(places().practice)
    data = path.read_bytes().replace(b"format = 1", b"format = 99", 1)
    path.write_bytes(data)
    right, told = check_file(path, repair=True)
    assert (right, path.read_bytes()) == (False, data)
    assert "update mops_tui" in told[0]


def test_practice_that_is_open_elsewhere_is_called_practice() -> None:
    journal = PracticeJournal(places().practice)
    with pytest.raises(Busy) as refused:
        PracticeJournal(places().practice)
    journal.close()
    told = damage_sentence(refused.value, "practice")
    assert told.startswith("practice: practice is open already")
    assert "session" not in told
