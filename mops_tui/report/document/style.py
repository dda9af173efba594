"""How a document looks in a browser, light and dark, and on paper of any size."""

from __future__ import annotations

from mops_tui.report.document.blocks import TextDocument
from mops_tui.report.document.style_report import REPORT_STYLE
from mops_tui.report.svg.style import SVG_STYLE
from mops_tui.words.safe import in_one_line


def style_of(document: TextDocument) -> str:
    """The style sheet of a document."""
    style = STYLE + (REPORT_STYLE + SVG_STYLE if document.report else "")
    if document.running:
        foot = f"@bottom-left {{ content: {_quoted(document.running)}; {_FOOT} }}"
        style += f"@page {{ {foot} }}\n"
    return style


_FOOT = "font: 8pt sans-serif; color: #555555;"
_LONGEST = 90
"""The characters of a title that stand at the foot of a page."""


def _quoted(text: str) -> str:
    """A text as a string of CSS, letter by letter in figures: it can end nothing."""
    shown = in_one_line(text)
    if len(shown) > _LONGEST:
        shown = shown[: _LONGEST - 1].rstrip() + "…"
    return '"' + "".join(f"\\{ord(letter):06x}" for letter in shown) + '"'


STYLE = """
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1b1f24; --soft: #57606a; --line: #d0d7de; --tint: #f3f5f8;
  --strong: #0b5cad; --private: #7a4100; --private-tint: #fff6e6;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16191d; --ink: #e6e9ed; --soft: #9ea7b3; --line: #3a424c; --tint: #20252b;
    --strong: #7db8f7; --private: #f0b866; --private-tint: #2c2416;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 16px/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
main { max-width: 50rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem; }
article + article { margin-top: 3rem; border-top: 3px solid var(--line); padding-top: 1rem; }
h1, h2, h3, p, li, td, th, blockquote { overflow-wrap: anywhere; }
h1 { font-size: 1.8rem; line-height: 1.2; margin: 0.4em 0; }
h1 small { display: block; font-size: 1rem; font-weight: 600; color: var(--strong); }
h2 { font-size: 1.3rem; line-height: 1.25; margin: 1.6em 0 0.5em; }
h3 { font-size: 1.05rem; line-height: 1.3; margin: 0; }
p { margin: 0.5em 0; }
ul, ol { margin: 0.4em 0; padding-inline-start: 1.4em; }
li { margin: 0.15em 0; }
.for-you {
  border: 1px solid var(--private); border-radius: 4px; padding: 0.3em 0.7em;
  color: var(--private); background: var(--private-tint); font-weight: 600;
}
table { width: 100%; border-collapse: collapse; margin: 0.6em 0; }
caption { text-align: start; font-weight: 600; padding: 0.2em 0; }
th, td { text-align: start; vertical-align: top; padding: 0.3em 0.6em; }
th, td { border: 1px solid var(--line); }
thead th { background: var(--tint); }
.form th { width: 34%; font-weight: 600; background: var(--tint); }
.form td { min-height: 2em; height: 2.1em; }
.fill th { min-width: 6.5em; }
.fill th:last-child { width: 32%; }
.fill td { height: 2.1em; }
td.figure { white-space: nowrap; font-variant-numeric: tabular-nums; }
.step {
  display: grid; grid-template-columns: 6.5rem 1fr; gap: 0 1rem;
  border-top: 1px solid var(--line); padding: 0.7rem 0;
}
.when { white-space: nowrap; font-weight: 600; font-variant-numeric: tabular-nums; }
.when span { display: block; white-space: normal; font-weight: 400; color: var(--soft); }
.step > div { min-width: 0; }
.label { color: var(--soft); margin-bottom: 0; }
blockquote {
  margin: 0.4em 0; padding: 0.2em 0.9em; border-inline-start: 4px solid var(--strong);
  background: var(--tint); font-size: 1.06rem;
}
.step ul { list-style: none; padding: 0; }
.step ul ul { list-style: disc; padding-inline-start: 1.4em; }
.private { border-inline-start: 4px dotted var(--private); padding-inline-start: 0.6em; }
.private b { color: var(--private); }
@media (max-width: 36rem) {
  .step { grid-template-columns: 1fr; }
  .when span { display: inline; margin-inline-start: 0.6em; }
}
@page { margin: 14mm 14mm 16mm; @bottom-right { content: counter(page); font: 9pt sans-serif; } }
@media print {
  :root {
    color-scheme: light;
    --paper: #ffffff; --ink: #000000; --soft: #444444; --line: #999999; --tint: #f1f1f1;
    --strong: #000000; --private: #000000; --private-tint: #ffffff;
  }
  body { font-size: 9.5pt; line-height: 1.34; }
  main { max-width: none; padding: 0; }
  article + article { break-before: page; border: 0; margin: 0; padding: 0; }
  .new-page { break-before: page; margin-top: 0; }
  h1, h2, h3, caption, .label { break-after: avoid; }
  h1 { font-size: 17pt; margin: 0 0 0.3em; }
  h2 { font-size: 12.5pt; margin: 0.9em 0 0.3em; }
  h3 { font-size: 10.5pt; }
  p, blockquote { margin-block: 0.25em; }
  li { margin: 0.08em 0; }
  th, td { padding: 0.08em 0.5em; }
  tr, li, .step, blockquote, .form { break-inside: avoid; }
  thead { display: table-header-group; }
  p, li, blockquote { orphans: 3; widows: 3; }
  .step { grid-template-columns: 5.2rem 1fr; padding: 0.3rem 0; }
  .form td, .fill td { height: 8mm; }
  blockquote { background: none; padding-block: 0; font-size: 10.5pt; }
}
"""
