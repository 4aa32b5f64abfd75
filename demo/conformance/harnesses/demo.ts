import { deskServer } from '../../record-system/desk.ts';
import type { Harness, HarnessPatient } from '../harness.ts';
import { FAULTS } from './faults.ts';
import { inPageHarness, type Fault } from './in-page.ts';
import { windowHarness } from './window.ts';

/** The demo's GP system. */
export async function inPage(fault?: Fault): Promise<Harness> {
  const server = deskServer();
  const desk = await server.desk();
  const [first, second] = desk.patients.map(({ nhsNumber, birthDate, family }): HarnessPatient => ({
    nhsNumber: nhsNumber.replaceAll(' ', ''),
    birthDate,
    familyName: family,
  }));
  if (!first || !second) throw new Error('The demo has no two patients.');
  return inPageHarness({
    host: 'Castlegate GP, the demo',
    patients: [first, second],
    user: desk.user,
    organisation: desk.organisation,
    config: { schema: '1', proxyBase: desk.proxyBase },
    offers: {
      launchTicket: server.launchTicket,
      storageKey: server.storageKey,
      findClinicalTerms: server.findClinicalTerms,
      findClinicians: server.findClinicians,
    },
    fault,
  });
}

const bySmart = () => import('./smart.ts');

/** By their names on the page. */
export const demoHarnesses: Readonly<Record<string, () => Promise<Harness>>> = {
  'in-page': () => inPage(),
  'in-page, told too late': () => inPage(FAULTS['change-told-first']),
  window: async () => windowHarness(),
  'window, deaf to a log-out': async () => windowHarness(FAULTS['log-out-told']),
  smart: async () => (await bySmart()).smartHarness(),
  'smart, says filed whatever is answered': async () =>
    (await bySmart()).smartHarness(FAULTS['write-back-refused']),
};

/** The adapter that opened this page, where a sign-in has returned here. */
export function adapterOfReturn(): string | undefined {
  if (!new URLSearchParams(location.search).has('state')) return undefined;
  // What stopped the launch is said when its checks are run.
  bySmart()
    .then(({ launchHere }) => launchHere())
    .catch(() => undefined);
  return 'smart';
}
