/** The confirmation stands on a page of its own, which inherits nothing. */
export const paperCss = `
  * { box-sizing: border-box; }
  body { margin: 0; background: #fff; color: #212b32; font: 400 12pt/1.4 Arial, Helvetica, sans-serif; }
  h1, h2, p, dl, dd { margin: 0; }
  h1 { font-size: 18pt; }
  h2 { font-size: 14pt; }
  .paper { display: grid; gap: 12pt; max-width: 170mm; }
  .paper__small { font-size: 10pt; }
  .ui-facts { display: grid; gap: 4pt; }
  .ui-fact { display: grid; grid-template-columns: 32mm 1fr; break-inside: avoid; }
  .ui-fact--strong > dd { font-weight: 700; }
  .ui-training { padding: 4pt 8pt; border: 3pt double #212b32; }
  @page { margin: 18mm; }
`;
