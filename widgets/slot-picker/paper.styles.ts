import { panelStyles } from '../../src/ui/panels.styles.ts';
import { patientStyles } from '../../src/ui/patient.styles.ts';

/** The confirmation stands on a page of its own, which inherits nothing. */
export const paperCss = `
  ${panelStyles.cssText}
  ${patientStyles.cssText}
  * { box-sizing: border-box; }
  body { margin: 0; background: #fff; color: #212b32; font: 400 12pt/1.4 Arial, Helvetica, sans-serif; }
  .paper { display: grid; gap: 12pt; max-width: 170mm; }
  h1 { margin: 0; font-size: 18pt; }
  h2 { margin: 0; font-size: 14pt; }
  p, dl, dd { margin: 0; }
  .ui-fact { break-inside: avoid; }
  .paper__small { font-size: 10pt; }
  @page { margin: 18mm; }
`;
