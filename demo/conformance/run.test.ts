import { describe, expect, it } from 'vitest';
import { passed, type Check } from './check.ts';
import type { Harness } from './harness.ts';
import { FAULTS } from './harnesses/faults.ts';
import { inPageHarness, type Fault } from './harnesses/in-page.ts';
import { reportOf } from './report.ts';
import { runChecks, type Tried } from './run.ts';

const PATIENTS = [
  { nhsNumber: '9990123454', birthDate: '1968-03-14', familyName: 'Hargreaves-Oyelaran' },
  { nhsNumber: '9990348715', birthDate: '1951-11-02', familyName: 'Ashworth' },
] as const;

function harness(fault?: Fault) {
  let tickets = 0;
  return inPageHarness({
    host: 'Castlegate GP',
    patients: PATIENTS,
    user: { id: '021600550204' },
    organisation: { odsCode: 'Y99001' },
    config: { schema: '1', proxyBase: 'http://localhost:4181' },
    offers: {
      launchTicket: async () => `ticket-${(tickets += 1)}`,
      findClinicians: async () => [],
    },
    fault,
  });
}

/** As a host that launches by SMART: one adapter, and no step that opens or closes a record. */
async function oneLaunch(logOut: () => void): Promise<Harness> {
  const { host: product, adapterVersion, patients, config, ...acts } = harness();
  const host = await acts.launch();
  return {
    host: product,
    adapterVersion,
    patients,
    config,
    oneLaunch: true,
    launch: async () => host,
    async logOut() {
      logOut();
      await acts.logOut?.();
    },
    refuseWriteBack: async () => acts.refuseWriteBack?.(),
  };
}

const LOGS_OUT: Check = {
  id: 'logs-out',
  must: 'Logging out is tried with the widgets on the page.',
  because: 'Only then can it be seen.',
  async run({ drive }) {
    await drive('log-out');
    return passed('It was.');
  },
};

function tried(fault?: Fault): Promise<readonly Tried[]> {
  return triedOf(harness(fault));
}

function triedOf(one: Harness, widgetChecks: readonly Check[] = []): Promise<readonly Tried[]> {
  return runChecks(one, {
    stage: undefined as never,
    widgetChecks,
    byHand: () => Promise.reject(new Error('Nobody is there')),
    onTried: () => undefined,
  });
}

const failures = (all: readonly Tried[]): string[] =>
  all.filter(({ result }) => result === 'failed').map(({ check }) => check.id);

describe('the conformance checks', () => {
  it('find nothing wrong with our in-page adapter', async () => {
    const all = await tried();
    expect(failures(all)).toEqual([]);
    expect(all.length).toBeGreaterThan(20);
  });

  it.each(Object.keys(FAULTS))('name %s where an adapter has that wrong', async (id) => {
    expect(failures(await tried(FAULTS[id]))).toContain(id);
  });

  it('go no further where the adapter does not connect, and say so', async () => {
    const all = await tried((adapter) => ({
      ...adapter,
      connect: () => Promise.reject(new Error('The host is not there')),
    }));
    expect(all).toMatchObject([{ check: { id: 'connects' }, seen: 'The host is not there' }]);
  });

  it('try what can be tried of a host with one launch, and say of the rest why it is not', async () => {
    let logOuts = 0;
    const all = await triedOf(await oneLaunch(() => (logOuts += 1)), [LOGS_OUT]);
    expect(failures(all)).toEqual([]);
    const resultOf = (id: string) => all.find(({ check }) => check.id === id);
    for (const id of ['change-told-first', 'close-told', 'listener-left', 'disconnect-silent']) {
      expect(resultOf(id)).toMatchObject({
        result: 'not-offered',
        seen: 'A launch of this host is for one patient: another patient is another launch.',
      });
    }
    expect(resultOf('write-back-refused')?.result).toBe('passed');
    expect(resultOf('log-out-told')).toMatchObject({
      result: 'passed',
      seen: 'It was told: logout.',
    });
    expect(logOuts).toBe(1);
  });

  it('make a report that counts each and names no patient', async () => {
    const all = await tried();
    const seen = { adapter: 'in-page', at: '2026-11-25T09:00:00Z', browser: 'Chromium' };
    const report = reportOf(harness(), all, seen);
    expect(report.counts.passed + report.counts['not-offered']).toBe(all.length);
    expect(report.counts.failed).toBe(0);
    for (const { nhsNumber, familyName } of PATIENTS) {
      expect(JSON.stringify(report)).not.toContain(nhsNumber);
      expect(JSON.stringify(report)).not.toContain(familyName);
    }
  });
});
