"""A pasted list of people is read as it was meant, and forgotten where the room is anonymous."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mops_tui.model.people.cells import without_address
from mops_tui.model.people.roster import (
    ROLE_CROWD,
    Person,
    as_lines,
    read,
    read_roster,
    seated,
)
from mops_tui.model.text.limits import MOST_NAME

DATA = Path(__file__).parents[2] / "data" / "rosters"
EXPECTED = tomllib.loads((DATA / "expected.toml").read_text("utf-8"))
TEAMS = """1. Summary
Meeting title\tQ3 planning
Attended participants\t2
Meeting duration\t1h 1m 43s

2. Participants
Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole
Berg, Nora\t11/26/26, 9:00:31 AM\t11/26/26, 10:01:50 AM\t1h 1m 19s\tnb@x.org\tnb@x.org\tOrganizer
O'Shea, Liam (Guest)\t11/26/26, 9:01:02 AM\t11/26/26, 10:01:55 AM\t1h 0m 53s\t\t\tAttendee

3. In-Meeting Activities
Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole
Berg, Nora\t11/26/26, 9:00:31 AM\t11/26/26, 10:01:50 AM\t1h 1m 19s\tnb@x.org\tOrganizer
"""
ZOOM = """Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants
812 3456 7890,Weekly sync,11/26/2026 09:00:00 AM,11/26/2026 10:01:00 AM,host@x.org,61,3

Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest
Nora Berg (N. Berg),nora@x.org,11/26/2026 09:00:00 AM,11/26/2026 10:01:00 AM,61,No
"O'Shea, Liam",,11/26/2026 09:01:00 AM,11/26/2026 10:01:00 AM,60,Yes
+4917012345,,11/26/2026 09:01:00 AM,11/26/2026 10:01:00 AM,60,Yes
Total participants,3
"""
NORA, LIAM, IVO = ("Nora Berg", ""), ("Liam O'Shea", ""), ("Ivo Sørensen", "")
CMO, IT, SALES = ("Nora Berg", "CMO"), ("Liam O'Shea", "IT"), ("Ivo Sørensen", "Sales")


@pytest.mark.parametrize("name", EXPECTED)
def test_lists_as_programs_export_them(name: str) -> None:
    (path,) = DATA.glob(f"{name}.*")
    found = read(path.read_bytes().decode("utf-8"))
    assert [[who.name, who.role] for who in found.people] == EXPECTED[name]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Mara\nIan", [("Mara", ""), ("Ian", "")]),
        ("Mara, CMO\r\nIan\tIT lead\n", [("Mara", "CMO"), ("Ian", "IT lead")]),
        ("Mara (CMO); Ian", [("Mara", "CMO"), ("Ian", "")]),
        (
            "- Mara\n* Ian\n• Ana\n1. Bob\n2) Eva",
            [(n, "") for n in ("Mara", "Ian", "Ana", "Bob", "Eva")],
        ),
        ("Mara, CMO, Berlin", [("Mara", "CMO, Berlin")]),
        ("  \n,CMO\n\t\n", []),
        ("3M team\n-dash", [("3M team", ""), ("-dash", "")]),
        ("x" * 500, [("x" * MOST_NAME, "")]),
        ("Nora Berg – CMO\nLiam O'Shea - IT\nIvo Sørensen: Sales", [CMO, IT, SALES]),
        ("Nora Berg;CMO\nLiam O'Shea; IT\n", [CMO, IT]),
        ("Nora Berg;\r\nLiam O'Shea;\r\n", [NORA, LIAM]),
        ("Nora Berg     CMO\nLiam O'Shea   IT", [CMO, IT]),
        ("| Name | Role |\n|---|:---:|\n| Nora Berg | CMO |\n", [CMO]),
        ("1\tNora Berg\tCMO\n2\tLiam O'Shea\tIT", [CMO, IT]),
        ('"Berg, Nora",CMO\n"O\'Shea, Liam",IT', [CMO, IT]),
        ("\ufeffNora\u200b Berg\u202e, C\x00MO\x1b[31m\nLiam\u00a0O'Shea", [CMO, LIAM]),
        ("Nora \ud83dBerg", [NORA]),
        ("Name: Nora Berg\nEmail: nora@x.org", [NORA]),
    ],
)
def test_lists_as_people_type_them(text: str, people: list[tuple[str, str]]) -> None:
    assert read_roster(text) == tuple(Person(*one) for one in people)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (TEAMS, [NORA, LIAM]),
        (ZOOM, [NORA, LIAM]),
        (
            "First name,Last name,Email,Duration,Time joined\nNora,Berg,n@x.org,58 min,9:01 AM\n"
            "Liam,O'Shea,,1 hr 2 min,9:00 AM",
            [NORA, LIAM],
        ),
        (
            "Vollständiger Name;Beitrittszeit;Dauer;E-Mail;Rolle\n"
            "Berg, Nora;26.11.26, 09:00;61 Min.;nora@x.org;Organisator\n"
            "Liam O'Shea (Gast);26.11.26, 09:01;60 Min.;;Teilnehmer",
            [NORA, LIAM],
        ),
        ("Nom;Prénom;Poste\nBerg;Nora;CMO", [CMO]),
        ("Nombre\tApellidos\tCorreo electrónico\tCargo\nNora\tBerg\tn@x.org\tCMO", [CMO]),
        ("Nume,Prenume,Funcția\nBerg,Nora,CMO", [CMO]),
        ("Nome,Cognome,Ruolo\nNora,Berg,CMO", [CMO]),
        ("Nome completo,Cargo\nNora Berg,CMO", [CMO]),
        ("Name,Email,Role\nBerg, Nora,nora@x.org,CMO", [CMO]),
        ("Name,Mail,Guest\nNora Berg,n@x.org,No\nO'Shea, Liam <l@x.org>", [NORA, LIAM]),
        ("Name,Role\nNora Berg,CMO, Europe", [("Nora Berg", "CMO, Europe")]),
        ("Participants (3)\nNora Berg\nOrganizer\nLiam O'Shea\nGuest\n… and 2 more", [NORA, LIAM]),
        ("Nora Berg (she/her)\nLiam O'Shea (Host, me)\nIvo Sørensen [External]", [NORA, LIAM, IVO]),
        ("Teilnehmende:\nNora Berg\nInsgesamt: 1", [NORA]),
    ],
)
def test_lists_of_meetings_in_several_languages(text: str, people: list[tuple[str, str]]) -> None:
    assert read_roster(text) == tuple(Person(*one) for one in people)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            'To: "Berg, Nora" <n@x.org>, Liam O\'Shea <l@x.org>\nCc: ivo@x.org',
            [NORA, LIAM, ("Ivo", "")],
        ),
        ("Nora Berg <n@x.org>,\n Liam O'Shea\n <l@x.org>,", [NORA, LIAM]),
        ("Nora Berg\nnora.berg@x.org\n\nLiam O'Shea\nliam@x.org\n", [NORA, LIAM]),
        ("nora.berg@x.org liam_o'shea2@x.org", [NORA, LIAM]),
        ("NORA.BERG+news@X.ORG", [NORA]),
        ("mailto:nora.berg@x.org\nLiam O'Shea [mailto:liam@x.org]", [NORA, LIAM]),
        ("nora.berg@x.org (Nora Berg), Liam O'Shea (liam@x.org)", [NORA, LIAM]),
        ("Nora Berg, CMO <nora.berg@x.org>", [CMO]),
        ("Nora Berg <nora@x.org>, CMO", [CMO]),
        ("Nora Berg,nora@x.org,CMO\nLiam O'Shea,liam@x.org,IT", [CMO, IT]),
        ("Nora Berg n@x.org\tCMO n@x.org\nLiam O'Shea\tl@x.org", [CMO, LIAM]),
        ("Berg, Nora (CMO); O'Shea, Liam (IT)", [CMO, IT]),
        ("=?utf-8?Q?Ivo_S=C3=B8rensen?= <ivo@x.org>", [IVO]),
        ("nora.berg\uff20x.org; liam.o'shea (at) x.org", [NORA, LIAM]),
        ("Berg, Nora <n@x.org>; Sørensen, Ivo <i@x.org>;", [NORA, IVO]),
    ],
)
def test_recipients_of_a_mail(text: str, people: list[tuple[str, str]]) -> None:
    assert read_roster(text) == tuple(Person(*one) for one in people)


@pytest.mark.parametrize(
    ("text", "people", "left_out"),
    [
        ("Ana\nana\nANA, IT", [("Ana", "IT")], [("twice", "ana"), ("twice", "ANA")]),
        ("Ana, IT\nAna, Sales", [("Ana", "IT"), ("Ana 2", "Sales")], []),
        (
            "Ana <a@x.org>; Ana <b@x.org>; Anna <a@x.org>",
            [("Ana", ""), ("Ana 2", "")],
            [("twice", "Anna")],
        ),
        (
            "Ana\nAna 2\nAna, IT\nAna, Law",
            [("Ana", "IT"), ("Ana 2", ""), ("Ana 3", "Law")],
            [("twice", "Ana")],
        ),
        (
            "Name, Role\nAna, IT\nTotal: 1",
            [("Ana", "IT")],
            [("heading", "Name, Role"), ("sum", "Total: 1")],
        ),
        (
            "Name\tPhone\n\t+49 170\nAna\t1",
            [("Ana", "")],
            [("heading", "Name, Phone"), ("nameless", "+49 170")],
        ),
        ("y" * 90, [("y" * 80, "")], [("cut", "y" * 80)]),
    ],
)
def test_what_is_left_out_is_told(
    text: str, people: list[tuple[str, str]], left_out: list[tuple[str, str]]
) -> None:
    found = read(text)
    assert found.people == tuple(Person(*one) for one in people)
    assert [(left.why, left.text.removeprefix(", ")) for left in found.left_out] == left_out


PIECES = st.sampled_from(
    ["Nora", "Berg", "a@x.org", "<a.b@x.org>", "Name", "Role", "E-mail", "Total", "12", "(IT)", ",",
     ";", "\t", "\n", "\n", " - ", '"', "'", ":", "|", "@", "＠", "[", "<", ">", "\u202e", "(at)",
     "mailto:", "=?utf-8?q?=40?=", "ß", "x" * 90, " ", "1.", "•"]
)  # fmt: skip
SCRAWLS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=25).map("".join))


@given(SCRAWLS)
def test_whatever_is_pasted_no_address_is_kept_and_what_is_shown_is_read_alike(text: str) -> None:
    found = read(text)
    names = [person.name for person in found.people]
    assert all(name.strip() for name in names)
    assert len({name.casefold() for name in names}) == len(names)
    said = as_lines(found.people) + "".join(left.text for left in found.left_out)
    assert not {"@", "＠", "﹫"} & set(said)
    assert read(as_lines(found.people)).people == found.people


FIRST = st.sampled_from(["Nora", "Liam", "Anna-Lena", "Zoë", "José", "Jean", "Li", "D'Arcy", "Ivo"])
LAST = st.sampled_from(["Berg", "O'Shea", "Sørensen", "van Dam", "Müller", "Popescu", "Ng"])
ROLES = st.sampled_from(["CMO", "IT", "Sales Ops", "Head of RevOps", "Marketing"])
CROWDS = st.lists(st.tuples(FIRST, LAST, ROLES), min_size=1, max_size=12, unique_by=lambda p: p[:2])
WAYS = {
    "plain": lambda f, n, r, a: f"{f} {n}, {r}",
    "dashes": lambda f, n, r, a: f"{f} {n} – {r}",
    "brackets": lambda f, n, r, a: f"{f} {n} ({r})",
    "outlook": lambda f, n, r, a: f"{n}, {f} ({r}) <{a}>",
    "mail": lambda f, n, r, a: f'"{n}, {f}" <{a}>, {r}',
    "csv": lambda f, n, r, a: f'"{n}, {f}",{a},{r}',
    "sheet": lambda f, n, r, a: f"{f}\t{n}\t{a}\t{r}",
    "semicolons": lambda f, n, r, a: f"{f} {n};{r}",
    "meeting": lambda f, n, r, a: f"{f} {n},61,{r},{a},No",
}
HEADS = {
    "csv": "Name,Email,Role",
    "sheet": "First name\tLast name\tEmail\tJob title",
    "meeting": "Participant,Duration,Department,Email,Guest",
}


@given(CROWDS, st.sampled_from(sorted(WAYS)), st.booleans())
def test_everybody_in_a_list_is_read_with_their_role(
    crowd: list[tuple[str, str, str]], way: str, windows: bool
) -> None:
    lines = [HEADS[way]] if way in HEADS else []
    lines += [WAYS[way](*who, f"m{number}@x.org") for number, who in enumerate(crowd)]
    text = ("\r\n" if windows else "\n").join(lines)
    assert read_roster(text) == tuple(Person(f"{f} {n}", r) for f, n, r in crowd)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Nora Berg", "Nora Berg"),
        ("Nora Berg <nora@x.org>", "Nora Berg"),
        ("nora.berg@x.org", "Nora Berg"),
        ("<nora.berg@x.org>", "Nora Berg"),
        ("CMO, nora@x.org", "CMO"),
        ("Nora @ Acme", "Nora Acme"),
    ],
)
def test_a_name_is_kept_without_an_address(typed: str, kept: str) -> None:
    assert without_address(typed) == kept


def people(**roles: int) -> tuple[Person, ...]:
    made = [(role, index) for role, size in roles.items() for index in range(size)]
    return tuple(Person(f"{role}-{index}", "" if role == "none" else role) for role, index in made)


def test_named_people_are_kept_as_listed() -> None:
    listed = people(it=2, none=1)
    assert seated(listed, "named") == listed


def test_under_pseudonyms_no_real_name_takes_a_seat() -> None:
    assert seated(people(it=2, none=1), "pseudonyms") == ()


def test_an_anonymous_room_keeps_no_name_and_no_order() -> None:
    listed = people(sales=5, it=5, none=1)
    found = seated(listed, "anonymous")
    assert {person.name for person in found} == {""}
    assert found == seated(listed[::-1], "anonymous")
    assert [person.role for person in found] == [""] + ["it"] * 5 + ["sales"] * 5


@pytest.mark.parametrize(
    ("roles", "kept"),
    [
        ({"it": 4, "none": 9}, set()),
        ({"it": 5, "none": 4}, set()),
        ({"it": 5, "none": 5}, {"it"}),
        ({"it": 9, "sales": 2, "legal": 3}, {"it"}),
        ({"it": 20}, set()),
    ],
)
def test_a_role_is_kept_where_it_singles_nobody_out(roles: dict[str, int], kept: set[str]) -> None:
    found = seated(people(**roles), "anonymous")
    assert {person.role for person in found} - {""} == kept
    if kept:
        assert len(found) == sum(roles.values())


@given(st.dictionaries(st.sampled_from(["it", "sales", "legal", "none"]), st.integers(0, 12)))
def test_no_group_of_an_anonymous_room_is_under_five(roles: dict[str, int]) -> None:
    found = seated(people(**roles), "anonymous")
    for role in {person.role for person in found} - {""}:
        size = sum(person.role == role for person in found)
        assert size >= ROLE_CROWD
        assert len(found) - size >= ROLE_CROWD


@pytest.mark.parametrize("typed", [" ", "\t", "a", "1", "1 ", "(a)", ",(", "a, ", "a@, ", "@", '"'])
def test_whatever_is_pasted_many_thousand_times_is_read_at_once(typed: str) -> None:
    """A pattern that tries every letter against all the others would take minutes."""
    reading = read(f"Nora Berg, CMO\nx{typed * (20_000 // len(typed))}!@\n<{'@' * 20_000}\nLiam")
    assert reading.people[0] == Person("Nora Berg", "CMO")
    assert reading.people[-1] == Person("Liam")
