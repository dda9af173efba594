"""Problems as sentences: what is wrong, where, and what to do."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from mops_tui.model.packs import advice, arguments, named, references
from mops_tui.model.packs import checks as packcheck
from mops_tui.storage.packs import packs
from mops_tui.storage.packs import schema_errors as pack_shapes
from mops_tui.storage.packs.packs import check_pack
from mops_tui.storage.packs.problems import Problem
from mops_tui.words import i18n
from mops_tui.words.problems import CODES, sentence

FILE = Path("scenarios/mine.toml")


def test_a_sentence_names_file_line_and_key_and_what_to_do() -> None:
    params = {"name": "labl", "nearest": "label", "known": "id, label"}
    problem = Problem(FILE, 12, "question[2].option[1].labl", "unknown-key", params)
    assert sentence(problem) == (
        f'{FILE}, line 12, question[2].option[1].labl: there is no key "labl" here; '
        'did you mean "label"?'
    )


def test_without_a_near_key_the_sentence_lists_those_that_are_there() -> None:
    params = {"name": "zzz", "nearest": "", "known": "id, label"}
    text = sentence(Problem(FILE, 1, "zzz", "unknown-key", params))
    assert text.endswith('there is no key "zzz" here; the keys are id, label.')


def codes_in(*modules: object) -> set[str]:
    """Strings in a module that look like a code: the argument of Flaw, Problem, or a shape."""
    found: set[str] = set()
    for module in modules:
        tree = ast.parse(Path(str(getattr(module, "__file__", ""))).read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                name = node.func.id if isinstance(node.func, ast.Name) else ""
                place = {"Flaw": 0, "unknown": 0, "_nowhere": 0, "_each": 0, "Problem": 3}.get(name)
                if place is not None and len(node.args) > place:
                    found |= texts_in(node.args[place])
            if (
                isinstance(node, ast.Return)
                and isinstance(node.value, ast.Tuple)
                and node.value.elts
            ):
                found |= texts_in(node.value.elts[0])
    return found


def texts_in(node: ast.AST) -> set[str]:
    if isinstance(node, ast.IfExp):
        return texts_in(node.body) | texts_in(node.orelse)
    return {node.value} if isinstance(node, ast.Constant) and isinstance(node.value, str) else set()


def test_every_code_that_can_come_up_has_a_sentence() -> None:
    raised = codes_in(packcheck, references, arguments, named, advice, pack_shapes, packs) | set(
        pack_shapes._WANTED.values()
    )
    assert len(raised) > 40
    assert raised <= CODES


@pytest.mark.parametrize("code", sorted(CODES))
def test_no_sentence_fails_when_a_parameter_is_missing(code: str) -> None:
    text = sentence(Problem(FILE, 3, "question[1]", code))
    assert text.startswith(str(FILE))
    fixed = text.replace("{ }", "").replace("{ x = 50, y = 50 }", "").replace("{subject}", "")
    assert "{" not in fixed


def test_a_code_from_the_future_is_named() -> None:
    text = sentence(Problem(FILE, 3, "question[1]", "too-purple"))
    assert "too-purple" in text
    assert "line 3" in text


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        ('title "x"', "an equals sign is missing"),
        ("a = 1\na = 2", "already set further up"),
        ("[a]\n[a]", "double brackets"),
        ('title = "x', "a quotation mark is missing"),
        ('title = "x\ny = 1', "a quotation mark is missing"),
        ("title = x", "put text in straight quotation marks"),
        ('title = "x" y', "left over at the end of this line"),
        ('title = "C:\\path"', "two backslashes"),
        ("a = [1, 2\nb = 1", "a closing bracket is missing"),
        ("? = 1", "no key can begin like this"),
    ],
)
def test_common_slips_in_toml_are_said_in_plain_words(tmp_path: Path, toml: str, says: str) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(toml, encoding="utf-8")
    (problem,) = check_pack(file, None)
    assert says in sentence(problem)


def test_an_authors_text_cannot_steer_the_terminal_or_fill_it() -> None:
    params = {"given": "\x1b[2J\u202e" + "x" * 10_000}
    text = sentence(Problem(Path("\x1b]0;a.toml"), 1, "id", "bad-id", params))
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert len(text) < 400


def test_braces_in_an_authors_text_are_text() -> None:
    params = {"given": "{file} {0} {", "nearest": "", "known": "a"}
    text = sentence(Problem(FILE, 1, "kind", "unknown-kind", params))
    assert '"{file} {0} {"' in text


def test_an_odd_translation_still_leaves_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    class Odd:
        def gettext(self, message: str) -> str:
            return message.replace("{id}", "{identity}")

    monkeypatch.setattr(i18n, "_translation", Odd())
    text = sentence(Problem(FILE, 1, "agenda[1]", "twice-on-agenda", {"id": "s"}))
    assert "twice-on-agenda" in text
