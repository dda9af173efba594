"""The vocabulary of participant lists: headings, marks and totals, in several languages.

Programs that make such lists speak the language of whoever exported them. What stands here is
written as `plain` leaves it: without capitals, accents and signs.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

Column = Literal["name", "first", "last", "role", "address", "other"]
"""What a column of a table holds."""

_COLUMNS: dict[Column, str] = {
    "name": """
        name; names; full name; display name; participant; participants; participant name;
        attendee; attendees; attendee name; person; people; member; members; who; user name;
        username; name original name; original name; contact; contact name; recipient; invitee;
        teilnehmer; teilnehmerin; teilnehmende; teilnehmername; vollstandiger name; anzeigename;
        vor und nachname; mitglied;
        nom complet; nom et prenom; prenom et nom; nom du participant; nom d affichage;
        participante; participantes; asistente; asistentes; nombre completo; nombre y apellidos;
        nome completo; nome e cognome; nome visualizzato; partecipante; partecipanti;
        nume complet; nume si prenume; nume participant; participanti;
        naam; volledige naam; deelnemer; deelnemers; weergavenaam;
        namn; fullstandigt namn; deltagare; navn; fullt navn; fulde navn; deltaker; deltager;
        nimi; osallistuja; imie i nazwisko; uczestnik; uczestnicy; nazwa;
    """,
    "first": """
        first name; firstname; first; given name; forename; vorname; vornamen; rufname;
        prenom; prenoms; primeiro nome; primer nombre; prenume; voornaam; fornamn; fornavn;
        etunimi; imie; nome proprio;
    """,
    "last": """
        last name; lastname; last; surname; family name; second name; nachname; familienname;
        zuname; nom de famille; apellido; apellidos; primer apellido; cognome; sobrenome; apelido;
        apelidos; nume de familie; achternaam; efternamn; etternavn; efternavn; sukunimi;
        nazwisko;
    """,
    "role": """
        role; roles; title; job title; position; job; function; department; dept; team; unit;
        business unit; area; discipline; occupation; division; responsibility;
        rolle; titel; funktion; abteilung; bereich; position stelle; stelle; tatigkeit;
        poste; fonction; titre; service; departement; equipe; metier;
        rol; cargo; puesto; funcion; departamento; equipo; area departamento;
        ruolo; funzione; reparto; mansione; qualifica; dipartimento;
        funcao; papel; equipa; setor;
        functie; afdeling; functia; rolul; departament; echipa; post;
        roll; avdelning; stilling; avdeling; afdeling; rooli; tehtava; osasto; stanowisko; dzial;
    """,
    "address": """
        email; e mail; mail; email address; e mail address; mail address; user email; emails;
        work email; participant id; participant id upn; upn; user principal name; email id;
        e mail adresse; mailadresse; mail adresse; email adresse; e mailadres; adresse; address;
        adresse e mail; adresse mail; adresse email; courriel; adresse de messagerie;
        correo; correo electronico; direccion de correo electronico; direccion de correo;
        indirizzo e mail; indirizzo email; indirizzo di posta elettronica; posta elettronica;
        e mailadress; epost; e post; e postadress; e postadresse; e postadress; sahkoposti;
        adres e mail; adres email; adresa de e mail; adresa e mail; adresa de email;
        endereco de e mail; endereco de email; endereco eletronico;
    """,
    "other": """
        no; nr; id; number; row; company; organisation; organization; firma; unternehmen;
        entreprise; societe; empresa; azienda; companie; bedrijf;
        total duration; total duration minutes; duration; duration minutes; time in call;
        in meeting duration; meeting duration; attendance duration; join time; leave time; first
        join; last leave;
        first join time; last leave time; first seen at; first seen; last seen; joined; left;
        joined at; left at; time joined; time exited; exited; time; minutes; guest; is guest;
        recording consent;
        recording disclaimer response; in waiting room; in meeting; country region name; country;
        phone; phone number; mobile; telephone; status; response; attendance; attended;
        registered;
        registration time; registration date; approval status; source name; meeting id; topic;
        start time;
        end time; created time; host; timezone; date; location; office; city; notes; comment;
        dauer; gesamtdauer; gesamtdauer minuten; dauer minuten; besprechungsdauer; gast;
        beitrittszeit;
        verlassen; erster beitritt; letztes verlassen; beitritt; telefon; ort; standort;
        teilnahmedauer; zeit; antwort; datum; austrittszeit; dauer der besprechung;
        duree; duree totale; duree totale minutes; duree minutes; invite; heure d arrivee; heure
        de depart;
        duree de la reunion; premiere connexion; derniere sortie; premiere participation;
        telephone; ville;
        duracion; duracion total; duracion total minutos; duracion minutos; invitado; hora de
        entrada;
        hora de salida; primera union; ultima salida; telefono; ciudad; duracion de la reunion;
        durata; durata totale; durata minuti; durata totale minuti; ospite; ora di ingresso; ora
        di uscita;
        durata riunione; telefono; citta;
        durata totala; durata totala minute; durata minute; oaspete; invitat; ora intrarii; ora
        iesirii; telefon; oras;
        duracao; duracao total; duracao total minutos; duracao minutos; convidado; hora de
        entrada;
        hora de saida; telefone; cidade;
        duur; totale duur; totale duur minuten; tijdstip van deelname; tijdstip van vertrek;
        varaktighet; total varaktighet; gast; gjest; varighet; samlet varighet; kesto; czas
        trwania; gosc;
    """,
}
_LASTING: dict[str, Column] = {"nombre": "first", "nome": "first", "nom": "last", "nume": "last"}
"""Names of columns that mean half of a name where the other half has a column of its own."""
COLUMNS: dict[str, Column] = {
    word.strip(): column
    for column, words in _COLUMNS.items()
    for word in words.replace("\n", " ").split(";")
    if word.strip()
} | dict.fromkeys(_LASTING, "name")
COLUMNS = {re.sub(r"\s+", " ", word): column for word, column in COLUMNS.items()}

REMARKS = frozenset(
    """
    guest; host; co-host; cohost; co host; organizer; organiser; presenter; attendee;
    required; optional; external; extern; ext; unverified; verified; internal; presenting;
    muted; in lobby;
    meeting organizer; meeting organiser; chair; co-organizer; co organizer; co organiser;
    panelist;
    accepted; declined; tentative; no response; invited; participant; speaking; anonymous; bot;
    required attendee; optional attendee; raised hand; hand raised; video; recording; on hold;
    away;
    gast; gastgeber; gastgeberin; organisator; organisatorin; referent; referentin; teilnehmer;
    besprechungsorganisator; extern er; externer; externe; nicht uberpruft; mitgastgeber;
    erforderlich; zugesagt; abgesagt; stummgeschaltet;
    invite; invitee; hote; organisateur; organisatrice; presentateur; presentatrice;
    participant e; non verifie; co hote; animateur; externe a l organisation;
    invitado; invitada; anfitrion; anfitriona; organizador; organizadora; moderador; moderadora;
    asistente; externo; externa; sin verificar; coanfitrion; obligatorio; opcional;
    ospite; organizzatore; organizzatrice; relatore; relatrice; esterno; esterna; co
    organizzatore;
    oaspete; invitat; gazda; organizatoare; prezentator; neverificat;
    convidado; convidada; anfitriao; apresentador; apresentadora; nao verificado;
    gastheer; organisator; presentator; deelnemer; extern;
    arrangor; presentator; deltagare; vert; vard; gjest; deltaker; jarjestaja; esittelija;
    gospodarz; organizator; gosc; prowadzacy
    """.replace("\n", " ").split(";")
)
REMARKS = frozenset(re.sub(r"\s+", " ", mark.replace("-", " ")).strip() for mark in REMARKS) - {""}
"""What programs write behind a name, or in a column, of anybody: no part of them."""

_PRONOUNS = frozenset(
    """
    she her; he him; they them; she her hers; he him his; they them theirs; she they; he they;
    any pronouns; sie ihr; er ihm; elle; il; iel; ella; el; ea; ele; ela; me; you; ich; sie; du;
    moi; vous; yo; tu; io; eu; ik; jag; jeg; ja
    """.replace("\n", " ").split(";")
)
_PRONOUNS = frozenset(re.sub(r"\s+", " ", word).strip() for word in _PRONOUNS)
_COUNTED = frozenset(
    re.findall(
        r"\S+",
        """
    total totals count counts number of in the this meeting call people persons person
    participants
    participant attendees attendee guests guest members member present invited others other more
    and
    attended joined left accepted declined tentative expected registered lobby active all
    everyone summary rows row
    insgesamt gesamt gesamtzahl gesamtanzahl summe anzahl der teilnehmer teilnehmende
    teilnehmenden
    teilnehmern personen gaste weitere und im meeting dieser besprechung eingeladen anwesend
    mitglieder aus
    totale nombre de des du la le les personnes invites presents dans reunion participantes
    asistentes
    personas invitados numero total en esta reunion otros mas y presentes
    partecipanti persone ospiti invitati presenti nella riunione numero di altri
    participanti persoane invitati prezenti numar nr altii si pessoas convidados outros
    presentes na reuniao
    totaal aantal deelnemers gasten antal deltagare antall deltakere deltagere totalt summa
    yhteensa osallistujat
    osallistujaa razem liczba uczestnicy uczestnikow activities activity report list roster
    """,
    )
)
_ALONE = frozenset(
    """
    total; totals; count; summe; gesamt; insgesamt; anzahl; totale; totaal; summa;
    participants list; list of participants; participant list; attendee list; attendance list;
    attendance report;
    attendees list; list of attendees; invited; accepted; declined; tentative; in this meeting;
    in the meeting; in meeting; waiting room; in the waiting room; others invited; in the lobby;
    in call; on the call; hosts; guests;
    teilnehmerliste; teilnehmerinnen; teilnehmer innen; anwesenheitsliste; im meeting;
    in dieser besprechung; eingeladen; zugesagt; liste des participants; dans la reunion;
    lista de participantes; lista de asistentes; elenco partecipanti; lista participantilor;
    lista participanti;
    summary; in meeting activities; meeting summary; to; cc; bcc; from; an; von; kopie; para;
    de; a; catre;
    required; optional; required attendees; optional attendees; who is here; our team; our
    people; contacts; roster;
    zusammenfassung; resume; resumen; riepilogo; deelnemerslijst
    """.replace("\n", " ").split(";")
)
_ALONE = frozenset(re.sub(r"\s+", " ", words).strip() for words in _ALONE)


def plain(text: str) -> str:
    """A text without capitals, accents and signs, its words parted by one space."""
    bare = unicodedata.normalize("NFKD", text.casefold().replace("ł", "l").replace("ø", "o"))
    letters = "".join(c if c.isalnum() else " " for c in bare if not unicodedata.combining(c))
    return " ".join(letters.split())


def column_of(cell: str) -> Column | None:
    """What a cell says about its column, or None where it is no heading."""
    return COLUMNS.get(plain(cell)) or ("other" if cell.strip() == "#" else None)


def columns_of(cells: list[str]) -> tuple[Column, ...] | None:
    """The columns that a row of headings names, or None where the row is none.

    A row of headings names somebody, or an address, and nearly all of it are known words: an
    unknown one among three is a column that we do not need.
    """
    named = [cell for cell in cells if cell.strip()]
    known = [column_of(cell) for cell in named]
    if len(named) < 2 or not {"name", "first", "last", "address"} & set(known):
        return None
    strange = known.count(None)
    if strange > len(known) // 3:
        return None
    # "nom" is a whole name where it stands alone, and half of one beside "prénom".
    halves = {"first", "last"} & set(known)
    words = {plain(cell) for cell in named}
    halved = bool(halves) or {"nome", "cognome"} <= words
    columns: list[Column] = []
    for cell in cells:
        column = column_of(cell) or "other"
        half = _LASTING.get(plain(cell))
        if half and halved and half not in halves:
            column = half
        columns.append(column)
    return tuple(columns)


def is_remark(text: str) -> bool:
    """Whether it only says what a program knows of anybody: guest, host, she/her."""
    parts = [plain(part) for part in re.split(r"[,;|·]", text)]
    return any(parts) and all(not part or part in REMARKS or part in _PRONOUNS for part in parts)


def is_sum(text: str) -> bool:
    """Whether a line counts people instead of naming one: `Total participants 12`."""
    words = plain(text).split()
    figures = [word for word in words if word.isdigit()]
    others = [word for word in words if not word.isdigit()]
    return bool(figures) and bool(others) and all(word in _COUNTED for word in others)


def is_heading(text: str) -> bool:
    """Whether a line that stands alone only says what comes under it."""
    words = plain(text)
    return words in _ALONE or words in REMARKS or column_of(text) is not None


_FIGURE = re.compile(
    r"[\d\s.,:/+*()'h-]*\d[\d\s.,:/+*()'-]*"  # numbers, times, dates, telephones
    r"(?:\s*(?:am|pm|a\.m\.|p\.m\.|uhr))?"
    r"|(?:\d+\s*(?:h|hr|hrs|hours?|m|min|mins|minutes?|minuten|s|sec|secs|seconds?|std|sek"
    r"|minutos|minuti|minute)\b\.?\s*)+"
    r"|\d[\d./-]*,?\s+\d[\d:.]*(?:\s*(?:am|pm))?"
    r"|yes|no|true|false|ja|nein|oui|non|si|sí|da|nu|sim|não|n/?a|-+|–|—|x",
    re.IGNORECASE,
)
_LONGEST_FIGURE = 100
"""The most characters of one: a longer text would be tried in a thousand ways."""


def is_figure(cell: str) -> bool:
    """Whether a cell holds a number, a time, a length, a yes or no: nothing about a person."""
    bare = cell.strip()
    return len(bare) <= _LONGEST_FIGURE and _FIGURE.fullmatch(bare) is not None
