import type { Hono } from 'hono';
import type { RecordPatient } from '../record-system/record-system.ts';
import { builtConformanceFile, conformanceFile, sourceFile } from './static-files.ts';

/** The host conformance page as an app of this origin: what a SMART launch opens to be tried. */
export function addConformance(app: Hono, recordBase: string): void {
  app.get('/conformance/launch', () => sourceFile('launch.html'));
  app.get('/conformance/', () => conformanceFile('index.html'));
  app.get('/conformance/page.css', () => conformanceFile('page.css'));
  app.get('/conformance/:path{(chunks/)?[a-zA-Z0-9_-]+\\.js(\\.map)?}', ({ req }) =>
    builtConformanceFile(req.param('path')),
  );
  // Two patients whom the page expects, told by another way than the adapter's.
  app.get('/conformance/patients', async (context) => {
    const answer = await fetch(`${recordBase}/desk`);
    const { patients } = (await answer.json()) as { patients: RecordPatient[] };
    return context.json(
      patients.slice(0, 2).map(({ nhsNumber, birthDate, family }) => ({
        nhsNumber: nhsNumber.replaceAll(' ', ''),
        birthDate,
        familyName: family,
      })),
    );
  });
  app.put('/conformance/filing', async (context) => {
    const answer = await fetch(`${recordBase}/__record/filing`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: await context.req.text(),
    });
    return context.body(null, answer.ok ? 204 : 502);
  });
}
