"""What a report looks like beside any other document: page one, decisions, pictures, appendix."""

REPORT_STYLE = """
:root { --warn: #8a3c00; --warn-tint: #fff3e2; --accent: #0b5cad; --accent-tint: #f0f6fc; }
@media (prefers-color-scheme: dark) {
  :root { --warn: #ffb870; --warn-tint: #33230f; --accent: #7db8f7; --accent-tint: #1b2733; }
}
main { max-width: 58rem; padding-block: 2.5rem 4rem; overflow-wrap: anywhere; }
article + article, nav + article {
  border-top: 1px solid var(--line); margin-top: 3.5rem; padding-top: 1.5rem;
}
h1 {
  font-size: 2.3rem; line-height: 1.12; letter-spacing: -0.015em; margin: 0 0 0.2em;
  text-wrap: balance;
}
h2 { font-size: 1.7rem; line-height: 1.2; letter-spacing: -0.01em; margin: 0 0 0.5em; }
h3 { font-size: 1.15rem; margin: 2.2em 0 0.3em; }
h4 { font-size: 0.95rem; margin: 1.1em 0 0.2em; }
.held { color: var(--soft); margin: 0 0 1.4rem; }
.soft { color: var(--soft); }
.banner {
  margin: 0.6rem 0; padding: 0.6rem 0.9rem; border: 2px solid var(--warn); border-left-width: 10px;
  border-radius: 4px; color: var(--warn); background: var(--warn-tint); font-weight: 650;
}
.aside { margin: 0.8rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); }
.news {
  margin: 0.5rem 0; padding: 0.4rem 0.8rem; border-radius: 4px; background: var(--tint);
  font-style: italic;
}
.found { font-size: 1.08rem; font-weight: 650; line-height: 1.35; margin: 0.3em 0; }
.more { margin: 0.3em 0; }
.found + .soft, .more + .soft { margin-top: 0.2em; font-size: 0.92rem; }
ul.plain { list-style: none; padding: 0; }
figure { margin: 0.7rem 0; }
figure svg { display: block; width: 100%; height: auto; max-width: 40rem; }
.page-one h2 {
  font-size: 0.8rem; font-weight: 700; letter-spacing: 0.08em; text-transform: uppercase;
  color: var(--soft); margin: 1.9rem 0 0.5rem; border: 0;
}
.page-one .plain { font-size: 1.08rem; margin: 0; }
.decision {
  margin: 0.7rem 0; padding: 0.9rem 1.2rem; border-inline-start: 5px solid var(--accent);
  background: var(--accent-tint); border-radius: 2px 6px 6px 2px;
}
.decision h3, .decision h4 {
  font-size: 1.45rem; line-height: 1.22; letter-spacing: -0.01em; margin: 0 0 0.5rem;
}
.decision h4 { font-size: 1.2rem; }
.open {
  margin: 0.7rem 0; padding: 0.8rem 1.2rem; border: 1.5px dashed var(--warn); border-radius: 6px;
}
.open h2, .open h3 { margin-top: 0; }
.facts { display: grid; grid-template-columns: 1fr 1fr; gap: 0.35rem 2rem; margin: 0; }
.facts > div { display: grid; grid-template-columns: 6.6rem 1fr; gap: 0.6rem; min-width: 0; }
.facts > .long { grid-column: 1 / -1; }
.facts dt { color: var(--soft); }
.facts dd { margin: 0; overflow-wrap: anywhere; }
.columns { display: grid; gap: 1.2rem 1.8rem; align-items: start; }
.columns > div { min-width: 0; }
.rounds { grid-template-columns: repeat(2, 1fr); }
.rounds > div > h4 { margin-top: 0.4rem; color: var(--accent); }
.told { grid-template-columns: 1fr 1fr; grid-template-rows: auto 1fr; row-gap: 0.4rem; }
.told > div:nth-child(2) { grid-column: 2; grid-row: 1 / span 2; }
.told > div:only-child { grid-column: 1 / -1; }
.told > div > :first-child { margin-top: 0; }
.findings { grid-template-columns: repeat(3, 1fr); }
.findings h3 { font-size: 0.92rem; font-weight: 600; color: var(--soft); margin: 0; }
.findings .found { font-size: 1.02rem; }
.findings .more { font-size: 0.92rem; color: var(--soft); }
.last { grid-template-columns: repeat(2, 1fr); }
.last h2 { margin-top: 1.4rem; }
table { border-collapse: collapse; }
th, td { border: 0; border-bottom: 1px solid var(--line); padding: 0.35em 0.7em 0.35em 0; }
thead th {
  background: none; border-bottom: 2px solid var(--line); color: var(--soft); font-size: 0.88rem;
}
tbody th { font-weight: 500; }
th.figure, td.figure { text-align: end; }
:is(.next, .matrix) :is(th, td).figure { text-align: start; }
table.next, table.small { table-layout: fixed; }
table.next th:first-child { width: 58%; }
table.small th:first-child { width: 24%; }
table.small:has(th.figure) { width: min(100%, 34rem); }
table.small:has(th.figure) th:first-child { width: 55%; }
.columns table.small { table-layout: auto; width: 100%; }
.columns table.small th:first-child { width: auto; }
.group th { padding-top: 1.1em; font-weight: 700; }
.wide { overflow-x: auto; }
.wide table { font-size: 0.82rem; line-height: 1.3; }
.wide th, .wide td { min-width: 4.6rem; overflow-wrap: break-word; }
.wide tbody th { min-width: 9rem; }
.wide:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
ul.sides { list-style: none; padding: 0; margin: 0.2rem 0; }
ul.sides > li {
  margin: 0.5rem 0; padding-inline-start: 0.9rem; border-inline-start: 3px solid var(--line);
}
ul.sides b { display: block; }
ul.sides ul { list-style: none; padding: 0; margin: 0; }
ul.sides ul li { margin: 0.1rem 0 0.25rem; }
article > ul.sides > li:has(> b) {
  display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: 0 1.2rem;
}
.appendix { font-size: 0.94rem; }
nav { margin-top: 2.5rem; padding-top: 1.2rem; border-top: 1px solid var(--line); }
nav ul { list-style: none; padding: 0; margin: 0; columns: 2; column-gap: 1.8rem; }
nav li { break-inside: avoid; margin: 0; }
nav a { display: block; padding: 0.35rem 0; color: var(--accent); }
nav a:focus-visible { outline: 3px solid var(--accent); outline-offset: 1px; }
@media (max-width: 44rem) {
  main { padding-block: 1.4rem 3rem; }
  h1 { font-size: 1.75rem; }
  h2 { font-size: 1.4rem; }
  .rounds, .findings, .last, .facts { grid-template-columns: 1fr; }
  .told { display: block; }
  article > ul.sides > li:has(> b) { display: block; }
  nav ul { columns: 1; }
  table.next th:first-child { width: 46%; }
  th, td { padding-inline-end: 0.5em; }
  .facts > div { grid-template-columns: 5.6rem 1fr; }
  .decision { padding: 0.8rem 0.9rem; }
  .decision h3 { font-size: 1.25rem; }
}
@page {
  margin: 11mm 15mm 14mm;
  @bottom-right {
    content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #555555;
  }
}
@media print {
  :root {
    --ink: #14181c; --soft: #4a525b; --line: #b9c0c8; --tint: #f1f3f5; --strong: #0b5cad;
    --warn: #8a3c00; --warn-tint: #fff3e2; --accent: #0b5cad; --accent-tint: #f0f6fc;
  }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  body { font-size: 9.6pt; line-height: 1.38; }
  main { padding: 0; }
  nav { display: none; }
  article + article { break-before: auto; padding: 4mm 0 0; margin: 8mm 0 0; }
  .page-one + nav + article, .page-one + article { padding: 0; margin: 0; border: 0; }
  h1 { font-size: 20pt; line-height: 1.12; margin: 0 0 1.2mm; }
  h2 { font-size: 15pt; margin: 0 0 2mm; }
  h3 { font-size: 11.5pt; margin: 5.5mm 0 0.8mm; }
  h4 { font-size: 9.6pt; margin: 2.5mm 0 0.5mm; }
  h1, h2, h3, h4, .held, .soft:has(+ :is(.columns, .wide, table)) { break-after: avoid; }
  figure, .decision, .open, .columns, .begin, .banner, .news, .found, tr, li, dl > div {
    break-inside: avoid;
  }
  .held { margin-bottom: 3mm; }
  .found { font-size: 10.4pt; }
  .found + .soft, .more + .soft { font-size: 8.8pt; }
  figure { margin: 1.5mm 0; }
  figure svg { max-width: 105mm; }
  .rounds figure svg { max-width: none; }
  .banner { padding: 1.4mm 2.4mm; margin: 1.4mm 0; }
  .rounds, .last { grid-template-columns: repeat(2, 1fr); gap: 1.5mm 7mm; }
  .told { display: grid; grid-template-columns: 1fr 1fr; gap: 1mm 7mm; }
  .findings { grid-template-columns: repeat(3, 1fr); gap: 1mm 5mm; }
  .facts { grid-template-columns: 1fr 1fr; gap: 0.6mm 6mm; }
  .facts > div { grid-template-columns: 20mm 1fr; gap: 2mm; }
  .decision { padding: 2.2mm 3.5mm; margin: 1.6mm 0; }
  .decision h4 { font-size: 12pt; margin: 0 0 1mm; }
  .open { padding: 2mm 3.5mm; margin: 1.6mm 0; }
  th, td { padding: 0.7mm 2.5mm 0.7mm 0; }
  .group th { padding-top: 2.4mm; break-after: avoid; }
  tr.group, tbody tr:nth-child(-n+2) { break-after: avoid; }
  tbody tr:nth-last-child(-n+2) { break-before: avoid; }
  thead th { font-size: 8.4pt; }
  .appendix { font-size: 8.8pt; }
  .appendix h3 { margin-top: 5mm; }
  .wide { overflow: visible; }
  .appendix table { font-size: 8.2pt; line-height: 1.28; }
  .wide table { font-size: 6.8pt; line-height: 1.2; table-layout: fixed; }
  .wide th, .wide td { min-width: 0; padding-right: 1mm; hyphens: auto; }
  .wide thead th { font-size: 6.8pt; }
  .wide tbody th, .wide thead th:first-child { width: 13%; min-width: 0; }
  .wide tbody .group th { width: auto; }
  ul.sides > li { margin: 1.2mm 0; padding-inline-start: 2.5mm; }
  article > ul.sides > li:has(> b) { grid-template-columns: 38mm minmax(0, 1fr); gap: 0 4mm; }
  ul.sides > li:has(li:nth-child(4)) { break-inside: auto; }
  ul.sides li:not(:has(b)):first-child { break-after: avoid; }
  ul.sides li:not(:has(b)):last-child { break-before: avoid; }
  .appendix ul.plain:not(:has(li:nth-child(9))) { break-inside: avoid; }
  .page-one { break-after: page; }
  .page-one figure svg { max-height: 36mm; }
  .dense figure svg { max-height: 31mm; }
  .denser figure svg { max-height: 25mm; }
  .page-one h2 { font-size: 7.6pt; margin: 4mm 0 1mm; }
  .page-one .plain { font-size: 10pt; }
  .page-one .decision h3 { font-size: 14.5pt; margin: 0 0 1.2mm; }
  .page-one .findings h3 { font-size: 8.4pt; }
  .page-one .findings .found { font-size: 9.4pt; margin: 0.4mm 0; }
  .page-one .findings :is(.more, .soft), .page-one .last :is(p, li) { font-size: 8.6pt; }
  .dense { font-size: 8.7pt; line-height: 1.3; }
  .dense .decision h3 { font-size: 12.5pt; }
  .dense h2 { margin-top: 3mm; }
  .denser { font-size: 7.9pt; line-height: 1.25; }
  .denser h1 { font-size: 16pt; }
  .denser h2 { margin: 1.9mm 0 0.4mm; }
  .denser .plain { font-size: 8.6pt; }
  .denser .decision h3 { font-size: 10.6pt; margin-bottom: 0.4mm; }
  .denser .decision { padding: 1mm 3mm; margin: 0.8mm 0; }
  .denser .held { margin-bottom: 2mm; }
  .denser .findings .found { font-size: 8.4pt; }
  .denser .findings :is(.more, .soft), .denser .last :is(p, li) { font-size: 7.6pt; }
  .denser .facts { gap: 0.3mm 4mm; }
  .denser .facts > div { grid-template-columns: 17mm 1fr; gap: 1.5mm; }
  .denser th, .denser td { padding-block: 0.25mm; }
  .denser figure { margin: 0.8mm 0; }
  .denser p { margin-block: 0.5mm; }
}
"""
