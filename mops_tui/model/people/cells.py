"""Parsing one entry of a list of people into name, role and mail address."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from mops_tui.model.people.vocabulary import is_figure, is_remark, plain

_AT = re.compile(r"[\uff20\ufe6b]|(?<!\s)\s*[\[({]\s*at\s*[\])}]\s*(?=[\w-]+\.\w)", re.IGNORECASE)
"""Other ways to write `@`: wide forms, `(at)`."""
_ESCAPE = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]|\x9b[0-?]*[ -/]*[@-~]"
    r"|\x1b[\]PX^_][^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)"
)
"""Escape sequences of terminals."""
_LOCAL = r"(?:\"[^\"@\n]*\"|[^\s@<>()\[\]{},;:|\"]+)"
_ADDRESS = re.compile(
    rf"(?:mailto:\s*)?{_LOCAL}@(?:[^\s@<>()\[\]{{}},;:|\"']+|\[[^\]\s]*\])(?:\?[^\s>)\]]*)?"
    rf"|(?:mailto:\s*)?{_LOCAL}\s+@\s+[\w-]+(?:\.[\w-]+)+",
    re.IGNORECASE,
)
"""A mail address, `mailto:` and spaces around the sign included."""
_HELD = re.compile(
    rf"<[^<>\n]*>|\[\s*(?:{_ADDRESS.pattern})\s*\]|\(\s*(?:{_ADDRESS.pattern})\s*\)",
    re.IGNORECASE,
)
"""What holds an address: angle brackets, or other brackets around an address."""
_ENDLESS = re.compile(r"([^\s@<>()\[\]{},;:|\"]{320})[^\s@<>()\[\]{},;:|\"]+")
"""A word longer than any name or address."""
_BLANKS = re.compile(r"\s+")
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
"""Unicode categories of characters that nobody sees."""
_ROLE = re.compile(r"\s[-–—/|@]+\s|\s*[|\t]\s*|:\s+|,|\s@(?=\w)")
"""What parts a role from the name before it."""
_BRACKET = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_QUOTES = "\"'“”„«»‘’"


@dataclass(frozen=True)
class ListedPerson:
    """Somebody as one entry of a list names them.

    Attributes:
        name: Without address, marks and quotes; "" where nothing tells it.
        role: What the list says that they do.
        address: Only to tell two people of one name apart while the list is read.
    """

    name: str
    role: str = ""
    address: str = ""


def readable(text: str) -> str:
    """A text with nothing in it that would not be seen, lines and columns kept apart.

    Halves of surrogate pairs, control characters, marks that turn the direction of writing and
    the mark at the beginning of a file go; every kind of line break becomes one newline. A word
    without an end is cut: no pattern tries each of its letters against all the others.
    """
    text = _ENDLESS.sub(r"\1", _ESCAPE.sub("", text))
    text = re.sub(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]", "\n", text)
    text = _AT.sub("@", text.translate({0xA0: " ", 0x202F: " ", 0x2007: " "}))
    text = re.sub(r"(?<=\S) {3,}(?=\S)", "\t", _decoded(text) if "=?" in text else text)
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in _INVISIBLE)


def _decoded(text: str) -> str:
    """A text with the words that a mail's header had to encode: `=?utf-8?Q?S=C3=B8ren?=`."""
    from email.errors import HeaderParseError
    from email.header import decode_header, make_header

    def decode(match: re.Match[str]) -> str:
        try:
            return str(make_header(decode_header(match[0])))
        except (HeaderParseError, LookupError, ValueError):
            return match[0]

    return re.sub(r"=\?[\w-]+\?[bqBQ]\?[^?\s]*\?=", decode, text)


def address_in(text: str) -> str:
    """The first mail address in a text, or ""."""
    match = _ADDRESS.search(text)
    return re.sub(r"(?i)^mailto:\s*|\?.*|\s", "", match[0]).casefold() if match else ""


def without_address(text: str) -> str:
    """A name or a role as it may be kept: no mail address in it.

    Where it is nothing but an address, the address gives a name that can be read.
    """
    text = _AT.sub("@", text)
    if "@" not in text:
        return text
    left = _tidy(_ADDRESS.sub(" ", _HELD.sub(" ", text)))
    left = left.replace("@", " ").strip() if left else name_of(address_in(text))
    return " ".join(left.split())


def name_of(address: str) -> str:
    """A name that can be read, from an address: `nora.berg+a@…` is Nora Berg."""
    local = address.partition("@")[0].strip('"').partition("+")[0]
    words = [word for word in re.split(r"[._\s]+", re.sub(r"\d+", "", local)) if word.strip("-'")]
    return " ".join(_capital(word.strip("-")) for word in words)


def _capital(word: str) -> str:
    return re.sub(r"(^|[-'’])(\w)", lambda m: m[1] + m[2].upper(), word)


def person(text: str, *, last_first: bool = False) -> ListedPerson:
    """Somebody as one piece of text says them: a name, and perhaps a role and an address.

    Args:
        text: `Nora Berg, CMO`, `Nora Berg (CMO)`, `Berg, Nora (CMO) <address>` and the like.
        last_first: A comma parts the last name from the first, not a name from a role.
    """
    address = address_in(text)
    held = _HELD.search(text)
    before, after = (text[: held.start()], text[held.end() :]) if held else (text, "")
    before, after = (_HELD.sub(" ", part) for part in (before, after))
    before, after = (_tidy(_ADDRESS.sub(" ", part)) for part in (before, after))
    quoted = re.match(r'\s*["“„«]([^"“”„«»]*)["”“»]', before)
    if held and address and (quoted or "," in before):
        # No mail program puts a role before an address; but `Nora Berg, CMO <nora@…>` is typed.
        first, _comma, second = before.partition(",")
        last_first = (
            bool(quoted) or shares_a_word(second, address) or not shares_a_word(first, address)
        )
    if quoted:
        name, tail = quoted[1], before[quoted.end() :]
        inner = person(name, last_first=True)
        role = ", ".join(filter(None, (inner.role, _role(tail), _role(after))))
        return ListedPerson(inner.name or name_of(address), role, address)
    name, extra = _brackets(before)
    if last_first:
        name, rest = given_name_first(name)
    else:
        cut = _ROLE.search(name)
        name, rest = (name[: cut.start()], name[cut.end() :]) if cut else (name, "")
    name = name_part(name)
    roles = [role for role in (rest, *extra, after) if not _alias(role, name)]
    role = ", ".join(filter(None, map(_role, roles)))
    return ListedPerson(name or name_of(address), role, address)


def given_name_first(name: str) -> tuple[str, str]:
    """`Berg, Nora` as `Nora Berg`, and what stands behind a second comma."""
    last, comma, first = name.partition(",")
    first, _comma, rest = first.partition(",")
    return (f"{first.strip()} {last.strip()}".strip(), rest) if comma else (name, "")


def _brackets(text: str) -> tuple[str, list[str]]:
    """A text without what stands in brackets, and the contents of the brackets."""
    contents = [bracket[1].strip() for bracket in _BRACKET.finditer(text)]
    name = re.sub(r"[()\[\]]", " ", _BRACKET.sub(" ", text))
    if not name.strip(" ,;") and contents:
        return contents[0], contents[1:]
    return _BLANKS.sub(" ", name).replace(" ,", ","), contents


def _alias(text: str, name: str) -> bool:
    """Whether a bracket only says the name once more: `Nora Berg (N. Berg)`."""
    words = {word for word in plain(name).split() if len(word) > 1}
    words_in_brackets = plain(text).split()
    return (
        bool(words_in_brackets)
        and any(word in words for word in words_in_brackets)
        and len(words_in_brackets) <= len(words) + 1
    )


def name_part(text: str) -> str:
    """A name without quotes, marks, address and what no name begins or ends with."""
    name = _tidy(without_address(text) if "@" in text else text)
    return "" if is_figure(name) or not any(c.isalpha() for c in name) else name


def _role(text: str) -> str:
    """A role without marks, figures and address."""
    if "@" in text:
        text = _ADDRESS.sub(" ", _HELD.sub(" ", text)).replace("@", " ")
    parts = [_tidy(part) for part in re.split(r",", _BRACKET.sub(r",\1", text))]
    return ", ".join(part for part in parts if part and not is_remark(part) and not is_figure(part))


role_part = _role
"""The same for a cell of a table."""


def _tidy(text: str) -> str:
    text = " ".join(text.split()).strip(" ,;|\t" + "<>")
    text = re.sub(r"^[-–—:/]+\s+|\s+[-–—:/]+$|:$", "", text).strip()
    if len(text) > 1 and text[0] in _QUOTES and text[-1] in _QUOTES:
        text = text[1:-1].strip()
    return text


_BULLET = re.compile(r"^\s*(?:(?:[-*•·–—▪◦‣>]|\(?\d{1,3}[.)]|\[[ xX✓]?\])\s+)+")
_TO = re.compile(r"^\s*(?:to|cc|bcc|from|an|von|kopie|para|de|à|a|către|till|aan|til)\s*:", re.I)


def without_bullet(line: str) -> str:
    """A line without the bullet or number before it."""
    return _BULLET.sub("", line).strip()


def addresses_out(text: str) -> str:
    """What is left of a text once every address, and what holds it, is taken out."""
    left = _HELD.sub(" ", text) if "@" in text else text
    return " ".join(_ADDRESS.sub(" ", left).replace("@", " ").split()).strip(" <>,;")


def shares_a_word(name: str, address: str) -> bool:
    """Whether an address could be that person's: they share a word."""
    local = plain(address.partition("@")[0])
    words = [word for word in plain(name).split() if len(word) > 1]
    return any(word in local for word in words)


def entries(line: str) -> list[str]:
    """Split a line into its entries, one for each person.

    A semicolon parts them, outside quotes; a comma does where an address stands before it.
    """
    if "@" in line or ";" in line:
        line = _TO.sub("", line)
    addresses = [one.start() for one in _ADDRESS.finditer(line)] if "@" in line else []
    pieces: list[str] = []
    start = 0
    quoted = False
    for at, character in enumerate(line):
        if character == '"' and (quoted or line.find('"', at + 1) >= 0):
            quoted = not quoted
        if quoted or character not in ",;":
            continue
        if character == ";" or _is_many(addresses, start, at):
            pieces.append(line[start:at])
            start = at + 1
    pieces.append(line[start:])
    return [one for piece in pieces for one in _split_at_spaces(piece) if one.strip()]


def _is_many(addresses: Sequence[int], start: int, at: int) -> bool:
    """Whether a comma ends an entry: it has its address, and another one comes."""
    before = bisect_left(addresses, at)
    return before < len(addresses) and before > bisect_left(addresses, start)


def _split_at_spaces(piece: str) -> list[str]:
    """Entries that only a space parts: `a@x b@y`, `A <a@x> B <b@y>`."""
    matches = list(_HELD.finditer(piece)) or list(_ADDRESS.finditer(piece))
    matches = [one for one in matches if "@" in one[0]]
    if len(matches) < 2:
        return [piece]
    ends = [0, *(one.end() for one in matches[:-1]), len(piece)]
    return [piece[a:b] for a, b in pairwise(ends)]
