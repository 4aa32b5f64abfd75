import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../domain/instant.ts';
import type { NhsNumber } from '../domain/nhs-number.ts';
import type { Patient } from '../domain/patient.ts';
import type { HostLookUps } from '../host/host-adapter.ts';
import { createProviderWorklist } from './provider-worklist.ts';
import { fakePorts, pending, settle } from './testing/fake-ports.ts';
import { patientOf, reviewRow } from './testing/fake-rows.ts';

type Answer = ReadonlyMap<NhsNumber, Patient | 'unavailable'>;

function named(nhsNumber: NhsNumber): Patient {
  return {
    nhsNumber,
    birthDate: '1963-09-19' as LocalDate,
    name: { family: `FAMILY-${nhsNumber}` },
    verified: true,
  };
}

const all = async (numbers: readonly NhsNumber[]): Promise<Answer> =>
  new Map(numbers.map((number) => [number, named(number)]));

async function loaded(resolvePatients: HostLookUps['resolvePatients'], rows = 120) {
  const asked: NhsNumber[][] = [];
  const lookUps: HostLookUps = resolvePatients
    ? {
        resolvePatients: (numbers, signal) => {
          asked.push([...numbers]);
          return resolvePatients(numbers, signal);
        },
      }
    : {};
  const ports = fakePorts({ lookUps });
  ports.answers.retrieveWorklist = async () =>
    Array.from({ length: rows }, (_, at) => reviewRow(at + 1));
  const flow = createProviderWorklist(ports);
  await flow.actions.load();
  const of = (nth: number) => flow.state.patients.get(patientOf(nth))?.status;
  return { ports, flow, asked, of };
}

describe('the names of patients', () => {
  it('are asked of the host for the rows in sight, each once', async () => {
    const { flow, asked, of } = await loaded(all);
    expect(asked).toEqual([]);
    await flow.actions.show(0, 20);
    expect(asked).toEqual([Array.from({ length: 20 }, (_, at) => patientOf(at + 1))]);
    expect([of(1), of(20), of(21)]).toEqual(['known', 'known', undefined]);
    await flow.actions.show(10, 30);
    expect(asked[1]).toHaveLength(10);
    await flow.actions.show(0, 30);
    expect(asked).toHaveLength(2);
  });

  it('are asked for 50 at a time at most, one batch after another', async () => {
    const { flow, asked } = await loaded(all);
    await flow.actions.show(0, 120);
    expect(asked.map(({ length }) => length)).toEqual([50, 50, 20]);
  });

  it('of rows that went out of sight before their turn are not asked for', async () => {
    const first = pending<Answer>();
    let times = 0;
    const { flow, asked, of } = await loaded((numbers) =>
      (times += 1) === 1 ? first.promise : all(numbers),
    );
    const showing = flow.actions.show(0, 120);
    void flow.actions.show(60, 70);
    expect(of(1)).toBe('looking-up');
    first.answer(await all([patientOf(1)]));
    await showing;
    expect(asked.map(({ length }) => length)).toEqual([50, 10]);
    expect([of(1), of(2), of(61), of(100)]).toEqual(['known', 'unavailable', 'known', undefined]);
  });

  it.each([
    ['cannot look up', undefined],
    ['fails', () => Promise.reject(new Error('down'))],
    ['knows nobody', async () => new Map<NhsNumber, Patient>()],
  ])('are unavailable where the host %s; the rows stay', async (_what, resolvePatients) => {
    const { flow, of } = await loaded(resolvePatients, 3);
    await flow.actions.show(0, 3);
    expect([of(1), of(2), of(3)]).toEqual(['unavailable', 'unavailable', 'unavailable']);
    expect(flow.state.rows).toHaveLength(3);
  });

  it('are unavailable after 10 seconds of silence, and asked for again with the next load', async () => {
    let isSilent = true;
    const silence = pending<Answer>();
    const { ports, flow, of } = await loaded(
      (numbers) => (isSilent ? silence.promise : all(numbers)),
      2,
    );
    const showing = flow.actions.show(0, 2);
    await ports.clock.advance(10_000);
    await showing;
    expect(of(1)).toBe('unavailable');
    isSilent = false;
    await flow.actions.load();
    await settle();
    expect(of(1)).toBe('known');
  });

  it('P5: a record under another number is never put on a row', async () => {
    const { flow, of } = await loaded(
      async (numbers) => new Map(numbers.map((number) => [number, named(patientOf(99))])),
      1,
    );
    await flow.actions.show(0, 1);
    expect(of(1)).toBe('unavailable');
  });

  it('that arrive move no row, also where the list is ordered by them', async () => {
    const { flow } = await loaded(
      async (numbers) =>
        new Map(
          numbers.map((number, at) => [
            number,
            { ...named(number), name: { family: 'CBA'[at] ?? '' } },
          ]),
        ),
      3,
    );
    flow.actions.sort([{ by: 'patient' }]);
    const before = flow.state.rows;
    await flow.actions.show(0, 3);
    expect(flow.state.rows).toBe(before);
    flow.actions.sort([{ by: 'patient' }]);
    expect(flow.state.rows.map(({ ubrn }) => Number(ubrn))).toEqual([3, 2, 1]);
  });

  it('that come after the list was left are nobody’s', async () => {
    const late = pending<Answer>();
    const { flow, of } = await loaded(() => late.promise, 1);
    const showing = flow.actions.show(0, 1);
    flow.dispose();
    late.answer(await all([patientOf(1)]));
    await showing;
    expect(of(1)).toBe('looking-up');
  });
});
